// What people really type in the middle of something: bare numbers, "why?", "maybe later", two wishes at once.
import { converse } from '../support/converse.ts';
import { order, world } from '../support/world.ts';

const MAYA = { shopCustomerId: 'CUS-1001', name: 'Maya Lindqvist' };

describe('in the middle of a conversation', () => {
  it('a bare number is taken for an order number', () =>
    converse(
      world(),
      `
    customer: 12345
    bot:      Your order ORD-12345 is in transit.…
  `,
    ));

  it('"what do you need?" is told what is missing, and "maybe another time" drops the question', () =>
    converse(
      world(),
      `
    customer: please cancel my order ORD-12345
    bot:      Before I can do that I need to know that it is you. Please tell me the e-mail address of that order and its postal code.…
    customer: what do you need that for?
    bot:      …the e-mail address of that order and its postal code.
    customer: maybe another time
    bot:      …
    then:     there is no case
    customer: hello
    bot:      Yes, I'm here. What can I do for you?
  `,
    ));

  it('another wish with a number in it is not taken for a postal code', () =>
    converse(
      world({ orders: [order('ORD-12345')] }),
      `
    customer: please cancel my order ORD-12345
    bot:      Before I can do that…
    customer: change the delivery address of my order ORD-12345 to 5 Elm Street, Boston 02108
    bot:      As I said: before I can do that I need to know that it is you. Please tell me the e-mail address of that order and its postal code.
  `,
    ));

  it('what two agents would say alike is said once', () =>
    converse(
      world({ customer: MAYA }),
      `
    customer: where is my order ORD-12345?
    bot:      …
    customer: I got two charges for the same order and also the package never arrived, and how do I reset my speaker?
    bot:      …ORD-12345 is in transit.…Resetting to Factory Settings…
    then:     no paragraph was said twice
  `,
    ));

  it('while a case waits, "how long will that take" is about the case', () =>
    converse(
      world(),
      `
    customer: a person please
    bot:      …
    customer: how long will that take
    bot:      …ESC-…
    then:     the route is case:queue
  `,
    ));

  it('a burning smell is danger, not a repair', () =>
    converse(
      world(),
      `
    customer: my kettle smells burnt and there were sparks
    bot:      …
    then:     the route is risk:danger
  `,
    ));
});
