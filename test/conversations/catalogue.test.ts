// What the shop sells, for anybody who asks; what fits, for those whose purchases are known.
import assert from 'node:assert/strict';
import { converse, onEveryChannel } from '../support/converse.ts';
import { world } from '../support/world.ts';

const MAYA = { shopCustomerId: 'CUS-1001', name: 'Maya Lindqvist' };

describe('the catalogue', () => {
  onEveryChannel(
    'tells whether a variant is there, and what it costs, without asking who wants to know',
    `
    customer: do you have the wireless headphones in blue?
    bot:      Yes, in stock: Wireless Headphones in blue, $89.99; only a few are left…
    then:     the route is act:in-stock
    then:     the tool is find_products
    customer: what about black
    bot:      Sold out at the moment: Wireless Headphones in black, $89.99.
    then:     the route is follow-up:product
  `,
  );

  const PAGES: [string, string][] = [
    [
      'lists what fits the words, and understands which one is meant then',
      `
      customer: do you have any speakers?
      bot:      This is what I found:…
      customer: the compact one
      bot:      **Compact Speaker**: splash-proof…
      customer: is it available in green
      bot:      Sold out at the moment: Compact Speaker in green, $64.50.
    `,
    ],
    [
      'names the sizes with their own prices',
      `
      customer: how much is the travel backpack
      bot:      **Travel Backpack**: with a padded pocket…
      customer: and in large?
      bot:      **Travel Backpack**: with a padded pocket…
    `,
    ],
    [
      'says so when there is no such product, and no such colour',
      `
      customer: do you sell bicycles?
      bot:      I can't find that among our products…
      customer: do you have the wireless headphones in yellow?
      bot:      There is no Wireless Headphones in yellow…
    `,
    ],
    [
      'recommends what is in stock and within the price',
      `
      customer: recommend me something under 30 dollars
      bot:      You might like these:…
      then:     the tool is recommend_products
    `,
    ],
  ];
  for (const [name, page] of PAGES) it(name, () => converse(world(), page));

  it('shows the kinds of it to who asks what there is, and one of them to who names it', () =>
    converse(
      world(),
      `
      customer: show me your catalogue
      bot:      This is what we sell:…**audio**: from $59.50, for example Wireless Headphones and Wireless Speaker…
      then:     the route is house:catalogue
      customer: kitchen
      bot:      This is what I found:…**Wireless Kettle**: $42.50…
      customer: what else do you have?
      bot:      This is what we sell:…
    `,
    ));

  it('finds the same kind for less than what was shown, and says so where there is none', () =>
    converse(
      world(),
      `
      customer: how much is the studio speaker
      bot:      **Studio Speaker**: splash-proof…
      customer: that's too expensive for me
      bot:      These cost less:  - **Wireless Speaker**: $59.50…- **Classic Speaker**: $69.50 (red, green, and black)
      customer: do you have anything under $60?
      bot:      These cost less:  - **Wireless Speaker**: $59.50 (white, blue, and red)
      customer: something cheaper?
      bot:      We have nothing of that kind for less. The least expensive are:  - **Wireless Speaker**…
    `,
    ));

  it('goes below a price where no kind was named', () =>
    converse(
      world(),
      `
      customer: do you have anything under $50?
      bot:      You might like these:…
      customer: even cheaper
      bot:      You might like these:  - **Wireless Charger**: $24.99…
    `,
    ));

  it('adds one thing that fits to thanks for praise, once, and only where it knows what was bought', async () => {
    const its = world({ customer: MAYA });
    await converse(
      its,
      `
      customer: great service, I am really happy, thank you so much!
      bot:      You're welcome! Is there anything else?  Since you have the Travel Headphones: the Wireless Speaker ($59.50) might be something for you…
      then:     the route is positive:enhanced
      customer: you are the best, perfect service, I love it!
      bot:      You're welcome! Is there anything else?
    `,
    );
    await converse(
      world(),
      `
      customer: great service, I am really happy, thank you so much!
      bot:      You're welcome! Is there anything else?…
    `,
    );
  });
});

describe('something that is sold out', () => {
  it('is written about when it is back, after a yes, once', async () => {
    const its = world({ customer: MAYA });
    await converse(
      its,
      `
      customer: do you have the wireless headphones in black?
      bot:      Sold out at the moment: Wireless Headphones in black, $89.99.…
      customer: let me know when they are back in stock
      bot:      Write to you here when this is back in stock: Wireless Headphones, black. Shall I do exactly this?
      customer: yes
      bot:      Done: I will write to you here when this is back: Wireless Headphones, black.
      then:     the tool is watch_stock
      customer: tell me when the wireless headphones in black are back in stock
      bot:      Write to you here…
      customer: yes
      bot:      Done: I will write…
    `,
    );
    const watches = await its.rows<{ _id: string; customerId: string }>('shop_watches').find({}).toArray();
    assert.deepEqual(
      watches.map((one) => one._id),
      ['CUS-1001 SKU-001-BLACK'],
    );
  });

  it('is not promised to anybody who is not known, nor for what is there', () =>
    converse(
      world(),
      `
      customer: tell me when the wireless headphones in black are back in stock
      bot:      Before I can do that I need to know that it is you…
    `,
    ));
});

describe('what is not a question about products', () => {
  for (const text of [
    'do you have my order ORD-12345?',
    'do you have a phone number?',
    'how much to ship 3kg to LA?',
    'tell me about my refund',
    'is anyone available?',
    'My headphones do not connect, do you have a solution?',
  ])
    it(`«${text}»`, async () => {
      const its = world();
      await its.customer(text);
      if (its.turns.at(-1)!.route === 'house:catalogue') throw new Error('it was taken for one');
    });
});
