// Who somebody is and how they are reached: another e-mail address or phone number takes a code and a yes, and guessing whose
// order it is has an end.
import assert from 'node:assert/strict';
import { converse } from '../support/converse.ts';
import { order, world } from '../support/world.ts';

const MAYA = { shopCustomerId: 'CUS-1001', name: 'Maya Lindqvist' };
const ASKED =
  'This needs one more proof that it is you. I am sending a six-digit code to your e-mail address m…@example.com…';

const rowOf = (its: ReturnType<typeof world>) =>
  its.rows<{ _id: string; email: string; phone: string }>('shop_customers').findOne({ _id: 'CUS-1001' });

describe('the e-mail address and phone number on file', () => {
  it('are changed with a code and a yes, once, and get no codes for a week', async () => {
    const its = world({ customer: MAYA });
    await converse(
      its,
      `
      customer: please change my e-mail address to maya.new@example.org
      bot:      ${ASKED}
      customer: {code}
      bot:      Thank you, that is the code. Change the e-mail address on your account to maya.new@example.org. Shall I do exactly this?…
      customer: yes
      bot:      Done: the e-mail address on your account is maya.new@example.org now.…
    `,
    );
    assert.equal((await rowOf(its))!.email, 'maya.new@example.org');
    assert.deepEqual(
      (await its.codes.waysTo('CUS-1001', 'web')).map((one) => one.way),
      ['phone'],
    );
  });

  it('are asked for when they were not named', async () => {
    const its = world({ customer: MAYA });
    await converse(
      its,
      `
      customer: I need to update my phone number
      bot:      What is the new phone number?…
      customer: it is +1 415 555 2671
      bot:      …I am sending a six-digit code…
      customer: {code}
      bot:      …Change the phone number on your account to +14155552671.…
      customer: yes
      bot:      Done…
    `,
    );
    assert.equal((await rowOf(its))!.phone, '+14155552671');
  });

  it('do not count as proof when they are the new ones', async () => {
    const its = world();
    await converse(
      its,
      `
      customer: change my email to eve@example.net
      bot:      Before I can do that I need to know that it is you. Please tell me an order number, the e-mail address of that order and its postal code.…
    `,
    );
    assert.equal(its.letters.length, 0);
  });

  it('are not changed by a yes that comes after the proof has run out', async () => {
    const its = world({ customer: MAYA, settings: { proposalMinutes: 60, sessionIdleMinutes: 120 } });
    await converse(
      its,
      `
      customer: please change my e-mail address to maya.new@example.org
      bot:      ${ASKED}
      customer: {code}
      bot:      …Shall I do exactly this?…
      after:    40 minutes
      customer: yes
      bot:      That was a while ago, so I have not done it.…
    `,
    );
    assert.equal((await rowOf(its))!.email, 'maya@example.com');
  });
});

describe('proof by an order', () => {
  it('is not given by a question that names one: that is answered', () =>
    converse(
      world(),
      `
      customer: cancel my order ORD-20001
      bot:      Before I can do that…
      customer: where is my order ORD-12345?
      bot:      …UPS…
      customer: is it the postal code of the order?
      bot:      …
    `,
    ));

  it('can be tried five times an hour for one order, in however many conversations', async () => {
    const its = world();
    const proof = { orderId: 'ORD-12345', email: 'eve@example.net', postalCode: '99999' };
    const right = { ...proof, email: 'maya@example.com', postalCode: '10000' };
    const attempt = (key: string, what = proof) => its.identity.match(what, { key, most: 5 });
    for (let at = 1; at <= 5; at += 1) assert.equal(await attempt(`lane-${at}`), null);
    assert.equal(await attempt('lane-5'), null, 'a repeated turn is the same try');
    assert.equal(await attempt('lane-6', right), 'locked');
    assert.deepEqual(await attempt('other', { ...right, orderId: 'ORD-99999' }), null);
    its.clock.advance(61 * 60_000);
    assert.equal(((await attempt('lane-7', right)) as { id: string }).id, 'CUS-1001');
  });
});

describe('who writes by text message', () => {
  it('row 45: a telephone number that is on file opens neither orders nor money', async () => {
    const its = world({ channel: 'sms', nativeId: '+15551000000' });
    await converse(
      its,
      `
      customer: what is in my order ORD-12345?
      bot:      Before I can do that I need to know that it is you.…
      customer: never mind
      bot:      All right, I have changed nothing.
      customer: I was charged twice for ORD-12345, refund me
      bot:      Before I can do that I need to know that it is you.…
      customer: maya@example.com 10000
      bot:      …
    `,
    );
    assert.equal(its.turns.at(-1)!.agents.length, 1);
  });

  it('is not sent a code by text message, and gets it by e-mail or from a person', async () => {
    const sms = { customer: MAYA, channel: 'sms', nativeId: '+15551000000' };
    await converse(
      world(sms),
      `
      customer: I want to change my payment method
      bot:      ${ASKED}
      customer: send the code by text message
      bot:      I am sending a new code to your e-mail address…
    `,
    );
    const phone = { name: 'sms', send: () => Promise.reject(new Error('nothing is sent')) };
    await converse(
      world({ ...sms, senders: { phone } }),
      `
      customer: I want to change my payment method
      bot:      This needs a code to an e-mail address or a phone number…A colleague takes over.…
      then:     the reason is policy
    `,
    );
  });

  it('is asked for a number and never for a word that unsubscribes or subscribes them, and a written yes counts', () =>
    converse(
      world({ customer: MAYA, channel: 'sms', orders: [order('ORD-50000', { status: 'pending' })] }),
      `
      customer: cancel my order ORD-50000
      bot:      Cancel order ORD-50000…
      customer: yes
      bot:      Done: order ORD-50000 is cancelled.
    `,
    ));
});
