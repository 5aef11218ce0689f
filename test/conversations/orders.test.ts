// What the bot does about orders, as anyone can read it.
import assert from 'node:assert/strict';
import { SupportError } from '../../core/errors.ts';
import type { ShopBackend } from '../../tools/backends/shop.ts';
import { converse, onEveryChannel } from '../support/converse.ts';
import { order, world } from '../support/world.ts';

const MAYA = { shopCustomerId: 'CUS-1001', name: 'Maya Lindqvist' };

describe('orders', () => {
  onEveryChannel(
    'tells status, tracking number and date of an order',
    `
    customer: Hi, I need to check the status of my order ORD-12345. When will it be delivered?
    bot:      Your order ORD-12345 is in transit. It should be delivered on Wednesday, March 4. UPS tracking number: 1Z999AA1234567890. …automated assistant…
    then:     the turn is ORDER_INQUIRY, MEDIUM, NEUTRAL
    then:     the sentiment is 0.0
    then:     the agent is order
    then:     the tool is look_up_order
    then:     no follow-up is required
    then:     there is no case
  `,
  );

  onEveryChannel(
    'asks for the order number once, and understands the bare number',
    `
    customer: where is my order
    bot:      What is your order number?…
    then:     the outcome is asked
    customer: 12345
    bot:      Your order ORD-12345 is in transit…
    then:     the route is resume:order number
  `,
  );

  it('answers a follow-up about the order they spoke of', () =>
    converse(
      world(),
      `
    customer: Where is my order ORD-12345?
    bot:      Your order ORD-12345 is in transit…
    customer: and what is the status of my other order ORD-20001?
    bot:      Your order ORD-20001 …
    customer: when will my order arrive?
    bot:      …ORD-20001…
  `,
    ));

  it('answers about each of several orders in one reply', () =>
    converse(
      world({ orders: [order('ORD-777777', { status: 'delivered', deliveryDay: -1 })] }),
      `
    customer: what about order ORD-12345 and order ORD-777777
    bot:      Your order ORD-12345 is in transit…Your order ORD-777777 was delivered on …
    then:     the tools are look_up_order, look_up_order
  `,
    ));

  it('says the same of an order that does not exist and of one that is not theirs', async () => {
    const known = { customer: { shopCustomerId: 'CUS-1002', name: 'Jonas' } };
    const answers: string[] = [];
    for (const id of ['ORD-12345', 'ORD-99999']) {
      const its = world(known);
      await its.customer(`where is ${id}`);
      answers.push(its.said[0]!.text.replaceAll(id, 'ID'));
    }
    assert.equal(answers[0], answers[1]);
    assert.match(answers[0]!, /can't find/);
  });

  it('shows a verified customer their latest orders', () =>
    converse(
      world({ customer: { shopCustomerId: 'CUS-1001', name: 'Maya' } }),
      `
    customer: where is my order
    bot:      These are your latest orders:…ORD-12345…
    then:     the tool is list_orders
  `,
    ));

  it('says honestly that the shop does not answer, and brings in a person', () => {
    const away = async (): Promise<never> => {
      throw new SupportError('backend.unavailable', 'away', { kind: 'transient' });
    };
    const shop = new Proxy({} as ShopBackend, { get: () => away });
    return converse(
      world({ backends: { shop } }),
      `
    customer: Where is my order ORD-12345?
    bot:      I can't reach the system I need for this just now…case ESC-…
    then:     the reason is failure
    then:     a follow-up is required
  `,
    );
  });

  it('proposes to cancel, and does it after a yes', () =>
    converse(
      world({ customer: MAYA, orders: [order('ORD-50000', { status: 'pending' })] }),
      `
    customer: please cancel order ORD-50000
    bot:      Cancel order ORD-50000; $89.99 goes back to the way you paid. Shall I do exactly this?…
    customer: yes
    bot:      Done: order ORD-50000 is cancelled.
  `,
    ));

  it('says why an order cannot be cancelled any more, and offers a person', () =>
    converse(
      world({ customer: MAYA }),
      `
    customer: cancel my order ORD-12345
    bot:      Order ORD-12345 can no longer be cancelled from here: it is on its way. A colleague can look at what is possible.…
    then:     there is no case
  `,
    ));

  it('asks for the new address and shows it before it is changed', () =>
    converse(
      world({ customer: MAYA, orders: [order('ORD-50000', { status: 'pending' })] }),
      `
    customer: I need to change the delivery address of order ORD-50000
    bot:      What is the new address for order ORD-50000?…
    customer: 12 Elm Street, 10115 Berlin
    bot:      Deliver order ORD-50000 to: 12 Elm Street, 10115 Berlin Shall I do exactly this?
    customer: yes please
    bot:      Done: order ORD-50000 goes to 12 Elm Street, 10115 Berlin
  `,
    ));

  it('comes back to its question after a digression', () =>
    converse(
      world({ customer: MAYA, orders: [order('ORD-50000', { status: 'pending' })] }),
      `
    customer: I need to change the delivery address of order ORD-50000
    bot:      What is the new address for order ORD-50000?…
    customer: where is my order ORD-12345?
    bot:      Your order ORD-12345 is in transit…Back to my question: What is the new address for order ORD-50000?…
    customer: 12 Elm Street, 10115 Berlin
    bot:      Deliver order ORD-50000 to: 12 Elm Street, 10115 Berlin Shall I do exactly this?
    customer: no
    bot:      All right, I have changed nothing.
  `,
    ));

  it('opens a return for a delivered order', () =>
    converse(
      world({ customer: MAYA, orders: [order('ORD-50000', { status: 'delivered', deliveryDay: -2 })] }),
      `
    customer: I want to return order ORD-50000, it does not fit
    bot:      Open a return for order ORD-50000;…Shall I do exactly this?…
    customer: yes
    bot:      Done: the return for order ORD-50000 is open under RET-…
  `,
    ));

  it('runs the same order agent on a model, with the same tools', () =>
    converse(
      world(),
      `
    customer: Where is my order ORD-12345?
    model:    calls look_up_order {"orderId":"ORD-12345"}
    model:    ORD-12345 is with UPS and comes on Wednesday.
    bot:      ORD-12345 is with UPS and comes on Wednesday.…
    then:     the model was asked 2 times
  `,
    ));
});
