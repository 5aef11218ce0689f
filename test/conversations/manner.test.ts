// How the bot speaks: who it is, what it asks when unsure, and that it does not repeat itself.
import { converse, onEveryChannel } from '../support/converse.ts';
import { world } from '../support/world.ts';

describe('manner', () => {
  onEveryChannel(
    'says once that it is an automated assistant and that a person can be asked for',
    `
    customer: hello
    bot:      Hello!…I'm Frontdesk's automated assistant; you can ask for a person at any time.…
    customer: thanks
    bot:      You're welcome! Is there anything else?
  `,
  );

  it('never says the same sentence twice in a row', () =>
    converse(
      world(),
      `
    customer: hello
    bot:      Hello!…
    customer: hello
    bot:      Yes, I'm here. What can I do for you?
    customer: Where is my order ORD-12345?
    bot:      Your order ORD-12345 is in transit.…
    customer: Where is my order ORD-12345?
    bot:      As I said: your order ORD-12345 is in transit.…
    customer: Where is my order ORD-12345?
    bot:      Your order ORD-12345 is in transit.…
  `,
    ));

  it('asks instead of guessing, and offers a person when it still does not know', () =>
    converse(
      world(),
      `
    customer: blorb frim zark
    bot:      I'm not sure I understood…
    then:     there is no case
    then:     the outcome is asked
  `,
    ));

  it('says what it cannot settle yet, and offers a person', () =>
    converse(
      world(),
      `
    customer: please verify my account
    bot:      I can't settle your account myself yet, but a colleague can.…
    then:     there is no case
  `,
    ));

  it('begins a new session after half an hour and remembers who the customer is', () =>
    converse(
      world({ customer: { shopCustomerId: 'CUS-1001', name: 'Maya' } }),
      `
    customer: Where is my order ORD-12345?
    bot:      Your order ORD-12345 is in transit…
    after:    2 hours
    customer: where is my order
    bot:      These are your latest orders:…
  `,
    ));

  it('answers help with what it can do', () =>
    converse(
      world(),
      `
    customer: help
    bot:      I can help with orders,…
    then:     the route is interrupt:help
  `,
    ));
});
