// What a customer told us of themselves: kept, used, shown when they ask, and forgotten when they say so.
import { converse, onEveryChannel } from '../support/converse.ts';
import { world } from '../support/world.ts';

const MAYA = { shopCustomerId: 'CUS-1001', name: 'Maya Lindqvist' };

describe('what we know of a customer', () => {
  onEveryChannel(
    'is what they told, shown when asked, and gone when they say so',
    `
    customer: hi, my name is Ana
    bot:      Nice to meet you, Ana. I will remember your name.…
    then:     the route is facts:name
    customer: hello
    bot:      Hello Ana! What can I do for you?…
    customer: what do you know about me?
    bot:      This is what I know about you:  - your name: Ana (you told me on March 2, 2026)…
    customer: forget me
    bot:      Done: I have forgotten what you told me and who you are.…
    customer: what do you know about me?
    bot:      I know nothing about you besides what you write here.
  `,
  );

  it('has who they proved to be, and the orders they spoke of', () =>
    converse(
      world({ customer: MAYA }),
      `
      customer: where is ORD-12345
      bot:      Your order ORD-12345 is in transit…
      customer: what do you remember about me
      bot:      This is what I know about you:  - you proved to be Maya Lindqvist, a customer of this shop - orders we spoke of: ORD-12345…
    `,
    ));

  it('makes every later answer be in the language they like', () =>
    converse(
      world(),
      `
      customer: please write to me in Spanish
      bot:      De acuerdo, recordaré que prefiere español.…
      customer: where is my order ORD-12345?
      bot:      Su pedido ORD-12345 está en camino…
    `,
    ));

  it('is not taken from "call me back", and "forget it" forgets nobody', () =>
    converse(
      world(),
      `
      customer: my name is Ana
      bot:      Nice to meet you, Ana…
      customer: forget it
      bot:      …
      customer: what do you know about me?
      bot:      This is what I know about you:  - your name: Ana…
    `,
    ));

  it('what the law means by personal data is a person’s matter', () =>
    converse(
      world(),
      `
      customer: what personal data do you have about me
      bot:      Requests about your personal data are handled by a person…
      then:     the route is risk:privacy
    `,
    ));
});
