// What is in an order: told only to the customer whose it is, changed once while it is pending, exchanged when it came.
import assert from 'node:assert/strict';
import type { StoredOrder } from '../../models/shop/shop.ts';
import { converse, onEveryChannel } from '../support/converse.ts';
import { order, world } from '../support/world.ts';

const MAYA = { shopCustomerId: 'CUS-1001', name: 'Maya Lindqvist' };
const HEADPHONES = {
  sku: 'SKU-001',
  name: 'Wireless Headphones',
  variant: 'SKU-001-BLACK',
  options: { colour: 'black' },
  quantity: 1,
  price: 89.99,
};
const LAMP = { sku: 'SKU-004', name: 'Wireless Lamp', quantity: 1, price: 34.9 };
const stored = async (its: ReturnType<typeof world>, id: string) =>
  (await its.rows<StoredOrder>('shop_orders').findOne({ _id: id }))!;

describe('what is in an order', () => {
  onEveryChannel(
    'is not told before it is known who asks',
    `
    customer: what is in my order ORD-12345?
    bot:      Before I can do that I need to know that it is you…
    then:     the outcome is asked
  `,
  );

  it('is told, with the total, once that is known', () =>
    converse(
      world(),
      `
      customer: what is in my order ORD-12345?
      bot:      Before I can do that…
      customer: maya@example.com 10000
      bot:      Thank you, Maya.  Order ORD-12345 of February 26, 2026:  - 1 × Wireless Headphones (black): $89.99  Total: $89.99
    `,
    ));

  it('is answered alike for an order of somebody else and for none at all', () =>
    converse(
      world({ customer: MAYA }),
      `
      customer: what is in order ORD-20001?
      bot:      I can't find an order ORD-20001…
      customer: what is in order ORD-99999?
      bot:      I can't find an order ORD-99999…
    `,
    ));

  it('can be asked for by month, also where the classifier hears nothing of an order', () =>
    converse(
      world({ customer: MAYA }),
      `
      customer: what did I buy in november
      bot:      This is what you ordered:  Order ORD-20051 of November 23, 2025…
      customer: what did I buy in october
      bot:      I see no orders of yours in that time.
      customer: list my orders
      bot:      These are your latest orders:…
    `,
    ));
});

describe('changing what is in an order', () => {
  const pending = (more: object = {}) =>
    order('ORD-50000', { status: 'pending', items: [HEADPHONES, LAMP], total: 124.89, ...more });

  it('proposes, takes a correction, and does what was confirmed, once', async () => {
    const its = world({ customer: MAYA, orders: [pending()] });
    await converse(
      its,
      `
      customer: make the headphones in ORD-50000 the blue one instead
      bot:      In order ORD-50000: 1 × Wireless Headphones (blue) instead of 1 × Wireless Headphones (black). The price stays the same…
      customer: actually white
      bot:      In order ORD-50000: 1 × Wireless Headphones (white) instead…
      then:     the route is correction:change_items
      customer: no, 2 of them
      bot:      In order ORD-50000: 2 × Wireless Headphones (white) instead of 1 × Wireless Headphones (black). That is $89.99 more…
      customer: yes
      bot:      Done: order ORD-50000 is now 2 × Wireless Headphones (white) and 1 × Wireless Lamp.
      customer: make the headphones in ORD-50000 the blue one instead
      bot:      This order's items were changed already…
    `,
    );
    const { items, total } = await stored(its, 'ORD-50000');
    assert.deepEqual([items[0]!.variant, items[0]!.quantity, total], ['SKU-001-WHITE', 2, 214.88]);
  });

  it('asks which item, and what it shall be', async () => {
    const its = world({ customer: MAYA, orders: [pending()] });
    await converse(
      its,
      `
      customer: remove an item from my order ORD-50000
      bot:      Which item of order ORD-50000 is it about?…
      customer: the lamp
      bot:      In order ORD-50000: without 1 × Wireless Lamp. $34.90 goes back to the way you paid…
      customer: yes
      bot:      Done: order ORD-50000 is now 1 × Wireless Headphones (black).
    `,
    );
    assert.equal((await stored(its, 'ORD-50000')).total, 89.99);
  });

  it('says what is in the way: sold out, the only item, shipped already', () =>
    converse(
      world({
        customer: MAYA,
        orders: [
          order('ORD-50002', {
            status: 'pending',
            items: [{ ...HEADPHONES, variant: 'SKU-001-BLUE', options: { colour: 'blue' } }],
          }),
          order('ORD-50003', { status: 'shipped', items: [HEADPHONES] }),
        ],
      }),
      `
      customer: make it the black one in ORD-50002
      bot:      That one is sold out at the moment…
      customer: remove the headphones from ORD-50002
      bot:      Nothing would be left of the order then; cancelling it does that.
      customer: make it the blue one in ORD-50003
      bot:      Order ORD-50003 can no longer be changed from here: it has left…
    `,
    ));

  it('a yes after an unclear word means what is shown again with it', () =>
    converse(
      world({ customer: MAYA, orders: [pending()] }),
      `
      customer: make the headphones in ORD-50000 the blue one instead
      bot:      In order ORD-50000:…
      customer: blargh fzz
      bot:      Still open: In order ORD-50000: 1 × Wireless Headphones (blue) instead…
      then:     the route is unsure:proposal
    `,
    ));
});

describe('some of an order', () => {
  const delivered = () => order('ORD-50001', { status: 'delivered', items: [HEADPHONES, LAMP] });
  for (const text of ['can i send back just the lamp from ORD-50001', 'return the lamp of order ORD-50001 please'])
    it(`goes back, and not twice: «${text}»`, () =>
      converse(
        world({ customer: MAYA, orders: [delivered()] }),
        `
      customer: ${text}
      bot:      Send back from order ORD-50001: 1 × Wireless Lamp;…Shall I do exactly this?…
      customer: yes
      bot:      Done: the return for order ORD-50001 is open under RET-…
      customer: return the lamp of ORD-50001
      bot:      That is on its way back already, or was exchanged. A colleague can look at it.
    `,
      ));

  it('changes in several items at the same time', () =>
    converse(
      world({
        customer: MAYA,
        orders: [order('ORD-50000', { status: 'pending', items: [HEADPHONES, LAMP], total: 124.89 })],
      }),
      `
      customer: make the headphones white and the lamp red in ORD-50000
      bot:      In order ORD-50000: 1 × Wireless Headphones (white) instead of 1 × Wireless Headphones (black) and 1 × Wireless Lamp (red) instead of 1 × Wireless Lamp.…
      customer: yes
      bot:      Done: order ORD-50000 is now 1 × Wireless Headphones (white) and 1 × Wireless Lamp (red).
    `,
    ));
});

describe('how an order is paid, and where it goes', () => {
  it('changes once, on a page of the processor', () =>
    converse(
      world({ customer: MAYA, orders: [order('ORD-50000', { status: 'pending' })] }),
      `
      customer: i want to pay ORD-50000 with a different card
      bot:      This needs one more proof that it is you.…
      customer: {code}
      bot:      …Make a secure page where you choose another way to pay order ORD-50000…
      customer: yes
      bot:      Here is your secure page; it opens once: https://…
      customer: change payment on ORD-50000
      bot:      How this order is paid was changed already; that can be done once…
      customer: change the address of ORD-50000 to 5 Oak Road, 20001 Springfield
      bot:      Deliver order ORD-50000 to: 5 Oak Road, 20001 Springfield…
      customer: yes
      bot:      Done: order ORD-50000 goes to 5 Oak Road, 20001 Springfield
      customer: change the address of ORD-50000 to 7 Elm Road, 20001 Springfield
      bot:      This order's address was changed already; that can be done once…
    `,
    ));
});

describe('an exchange', () => {
  it('is for another variant of the same product, once it was delivered', async () => {
    const its = world({ customer: MAYA, orders: [order('ORD-50001', { status: 'delivered', items: [HEADPHONES] })] });
    await converse(
      its,
      `
      customer: exchange my headphones from ORD-50001
      bot:      This is what I found: - **Wireless Headphones**: $89.99 (white and blue)  Which one would you like instead of your Wireless Headphones?…
      customer: white
      bot:      Exchange from order ORD-50001: Wireless Headphones (black) for the one in white. The price stays the same…
      customer: yes
      bot:      Done: the exchange for order ORD-50001 is open under EXC-…
      then:     the tool is exchange_item
    `,
    );
    assert.equal((await stored(its, 'ORD-50001')).operations?.length, 1);
  });

  it('of an order that is still on its way is refused, and a colleague offered', () =>
    converse(
      world({ customer: MAYA, orders: [order('ORD-50003', { status: 'in transit', items: [HEADPHONES] })] }),
      `
      customer: exchange the headphones of ORD-50003 for white ones
      bot:      Yes, once it is there: order ORD-50003 should be delivered on Wednesday, March 4.…
    `,
    ));
});

describe('another address', () => {
  it('of an order of which they speak is a matter of that order, with the carrier where it is on its way', () =>
    converse(
      world({ customer: MAYA }),
      `
      customer: where is ORD-12345?
      bot:      Your order ORD-12345 is in transit…
      customer: can i change the adress to 12 Elm Street, 02108 Boston
      bot:      Have the carrier deliver order ORD-12345 to 12 Elm Street, 02108 Boston; this costs $12.50…
      customer: no, 14 Elm Street, 02108 Boston
      bot:      Have the carrier deliver order ORD-12345 to 14 Elm Street, 02108 Boston…
      customer: yes
      bot:      Done: the carrier will deliver order ORD-12345 to 14 Elm Street, 02108 Boston…
    `,
    ));
});

describe('many wishes in one message', () => {
  it('are answered by their agents in one reply, also when only commas stand between them', async () => {
    const its = world({ customer: MAYA });
    await its.customer(
      "My headphones won't connect, I was charged $89.99 incorrectly, where is my order ORD-12345 and how much to ship 3kg to LA?",
    );
    const { text } = its.said.at(-1)!;
    for (const part of ['Restart the device', 'charge of **$89.99**', 'ORD-12345 is in transit', 'Shipping 3 kg to LA'])
      assert.ok(text.includes(part), part);
    assert.deepEqual(
      its.turns.at(-1)!.agents.map((agent) => agent.name),
      ['technical', 'billing', 'order', 'shipping'],
    );
  });

  it('a person that is asked for among them comes, and the rest is answered', async () => {
    const its = world();
    await its.customer(
      'Where is my order ORD-12345? And can I speak to a human please? Also how much to ship 2 kg to Chicago',
    );
    const { text } = its.said.at(-1)!;
    for (const part of ['ORD-12345 is in transit', 'Shipping 2 kg to Chicago', "I'm bringing in a colleague"])
      assert.ok(text.includes(part), part);
  });
});

describe('an offer', () => {
  it('is taken by a yes, and let be by a no', async () => {
    const asked = `
      customer: change my order ORD-12345
      bot:      Order ORD-12345 can no longer be changed from here: it is on its way. A colleague can look at what is possible.…
    `;
    await converse(world({ customer: MAYA }), `${asked}\n      customer: yes please\n      bot:      …`);
    await converse(
      world({ customer: MAYA }),
      `${asked}\n      customer: no thanks\n      bot:      All right. I'm here whenever you need me.`,
    );
  });
});
