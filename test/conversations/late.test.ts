// One agent of several is late: the facts of the others are told at the deadline, the late one is named in its place, and a
// person looks after it.
import assert from 'node:assert/strict';
import { converse } from '../support/converse.ts';
import { world } from '../support/world.ts';

const NEVER = { listCharges: () => new Promise(() => {}) } as never;

describe('an agent that is late', () => {
  it('is said to be still checking, in one reply with what the others found', () =>
    converse(
      world({
        customer: { shopCustomerId: 'CUS-1001' },
        settings: { agentDeadlineMs: 60 },
        backends: { billing: NEVER },
      }),
      `
    customer: Where is my order ORD-12345, I was charged $89.99 incorrectly, and how much to ship 3kg to LA?
    bot:      Your order ORD-12345 is in transit.…I'm still checking about a payment or an invoice. So that it is not forgotten I've asked a colleague to look after it: case ESC-…Shipping 3 kg to LA:…
    then:     the case is open
    then:     the reason is failure
  `,
    ));

  it('holds nobody up for longer than the deadline', async () => {
    const its = world({
      customer: { shopCustomerId: 'CUS-1001' },
      settings: { agentDeadlineMs: 60 },
      backends: { billing: NEVER },
    });
    const begun = performance.now();
    await its.customer('I was charged $89.99 incorrectly');
    assert.ok(performance.now() - begun < 1_500);
    assert.match(its.said[0]!.text, /still checking/);
  });
});
