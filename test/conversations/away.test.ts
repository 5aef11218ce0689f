// A shop that is away, as its customers see it: honest words and a case, what was known last with its time, and a yes that
// cannot be carried out is not lost and not done twice.
import assert from 'node:assert/strict';
import { createManualClock } from '../../core/clock.ts';
import { SupportError } from '../../core/errors.ts';
import { silentLog } from '../../core/log.ts';
import { type CodeQuestion, type ConversationState, stateOf } from '../../dialogs/conversation-state.ts';
import { meetAgain } from '../../dialogs/exchanges/one-person.ts';
import type { StoredCharge } from '../../models/shop/billing.ts';
import { makeDemoShop } from '../../models/shop/demo.ts';
import type { StoredOrder } from '../../models/shop/shop.ts';
import { createMongoBackends } from '../../tools/backends/mongo/index.ts';
import type { Backends } from '../../tools/index.ts';
import { memoryRows } from '../support/memory-rows.ts';
import { order, world } from '../support/world.ts';

const MAYA = { shopCustomerId: 'CUS-1001', name: 'Maya' };
const demo = makeDemoShop();

/** A shop that can be switched off: every call of every port fails then. */
function shop() {
  const rows = memoryRows({ ...demo, shop_orders: [...demo.shop_orders!, order('ORD-50000', { status: 'pending' })] });
  const state = { isAway: false };
  const wrap = (backend: object) =>
    new Proxy(backend, {
      get: (target, call) =>
        state.isAway
          ? () => Promise.reject(new SupportError('backend.failed', 'away', { kind: 'transient' }))
          : Reflect.get(target, call),
    });
  const ports = Object.entries(createMongoBackends(rows, createManualClock()));
  const backends = Object.fromEntries(ports.map(([name, backend]) => [name, wrap(backend)])) as unknown as Backends;
  return { rows, state, backends };
}

const ASKED = [
  'Where is my order ORD-12345?',
  'my headphones do not connect',
  'I was charged $89.99 incorrectly',
  'how much to ship 3 kg to LA?',
  'do you have the wireless headphones in blue?',
];

describe('a shop that is away', () => {
  for (const text of ASKED)
    it(`is told honestly, with a case: «${text}»`, async () => {
      const { state, backends } = shop();
      state.isAway = true;
      const its = world({ customer: MAYA, backends });
      await its.customer(text);
      assert.match(its.said[0]!.text, /I can't reach the system I need for this just now\. .*case ESC-/);
      assert.equal(its.caseOf()[0]?.reason, 'failure');
      assert.equal(/It was about order ORD-12345\./.test(its.said[0]!.text), text.includes('ORD-12345'));
    });

  it('is named with the orders that the message named when the bot gives it up after three tries', async () => {
    const its = world({ customer: MAYA });
    await its.givenUp('where are ord-12345 and ORD-20001, and ORD-12345 again?');
    assert.match(its.said[0]!.text, /could not handle .*case ESC-.* It was about order ORD-12345, ORD-20001\.$/s);
    assert.equal(its.caseOf()[0]?.reason, 'poison');
  });

  for (const [language, text, sign] of [
    ['en', 'Where is my order ORD-12345?', /This is what it said last, on Monday.*ORD-12345 is in transit/s],
    ['es', '¿Dónde está mi pedido ORD-12345?', /Esto es lo último que dijo, el lunes.*ORD-12345/s],
    ['fr', 'Où est ma commande ORD-12345 ?', /Voici son dernier état, lundi.*ORD-12345/s],
    ['de', 'Wo ist meine Bestellung ORD-12345?', /Sein letzter Stand, Montag.*ORD-12345/s],
  ] as const)
    it(`is answered with what was known last and its time, in ${language}`, async () => {
      const { state, backends } = shop();
      const its = world({ customer: MAYA, backends });
      await its.customer(text);
      state.isAway = true;
      its.clock.advance(60_000);
      await its.customer(text);
      assert.match(its.said.at(-1)!.text, sign);
      assert.equal(its.caseOf().length, 0);
      assert.ok(its.turns.at(-1)!.tools[0]!.asOf);
    });

  it('cannot do what a colleague has approved: the customer and a person learn of it, and nothing was done', async () => {
    const large = (demo.shop_charges as StoredCharge[]).find((one) => one._id.endsWith('-2') && one.cents > 20_000)!;
    const { rows, state, backends } = shop();
    const its = world({ customer: { shopCustomerId: large.customerId, name: 'Robin' }, backends });
    await its.customer(`there is a duplicate charge of $${(large.cents / 100).toFixed(2)} on my card`);
    assert.equal(its.caseOf()[0]!.reason, 'approval');
    its.clock.advance(60_000);
    state.isAway = true;
    await its.desk('desk.decide', { by: { id: 'U1', name: 'Ana' }, verdict: 'approved' });
    assert.match(its.said.at(-1)!.text, /I can't reach the system I need/);
    assert.equal(its.caseOf()[1]?.reason, 'failure');
    assert.equal(its.lane().owner, 'waiting');
    assert.deepEqual(await rows('payments_ledger').find({}).toArray(), []);
  });

  it('cannot say who somebody is: that is said at once, and a person learns of it', async () => {
    const { state, backends } = shop();
    const its = world({ backends });
    await its.customer('I want to change my payment method');
    state.isAway = true;
    await its.customer('ORD-12345 maya@example.com 10000');
    assert.match(its.said.at(-1)!.text, /I can't reach the system I need/);
    assert.equal(its.caseOf()[0]?.reason, 'failure');
    assert.equal(its.turns.at(-1)!.route, 'proof:away');
  });

  it('cannot say where a code may be sent, and one that is on its way is tried again', async () => {
    const { state, backends } = shop();
    const its = world({ customer: MAYA, backends });
    await its.customer('I want to change my payment method');
    const { challengeId, expiresAt } = (its.lane().state as ConversationState).question as CodeQuestion;
    state.isAway = true;
    await its.customer('send it to my phone');
    assert.match(its.said.at(-1)!.text, /I can't reach the system I need/);
    assert.equal(its.caseOf()[0]?.reason, 'failure');
    const effect = { type: 'code', customerId: 'CUS-1001', way: 'email', language: 'en' } as const;
    const result = await its.codes.deliver({ ...effect, challengeId, expiresAt }, its.lane()._id);
    assert.deepEqual(result, { outcome: 'refused', code: 'backend.unavailable', permanent: false });
  });

  it('stands in nobody’s way who is only recognised by their number', async () => {
    const its = world({ channel: 'sms', nativeId: '+15557654321' });
    await its.customer('How much to ship 3 kg to LA?');
    const state = stateOf({ ...its.lane(), state: null }, new Date(0), 30);
    const away = () => Promise.reject(new SupportError('backend.failed', 'away', { kind: 'transient' }));
    const identity = { addressOf: async () => ({ phone: '+15557654321' }), recognise: away };
    const entries = [{ receivedAt: new Date(0) }];
    await meetAgain({ state, lane: its.lane(), entries, services: { identity, log: silentLog } } as never);
    assert.equal(state.recognised, undefined);
  });

  it('cannot do what was confirmed: that is said, a person learns of it, and nothing was done', async () => {
    const { rows, state, backends } = shop();
    const its = world({ customer: MAYA, backends });
    await its.customer('please cancel order ORD-50000');
    state.isAway = true;
    await its.customer('yes');
    assert.match(its.said.at(-1)!.text, /I can't reach the system I need/);
    assert.equal(its.caseOf()[0]?.reason, 'failure');
    assert.deepEqual(
      its.turns.at(-1)!.tools.map(({ name, outcome }) => [name, outcome]),
      [['cancel_order', 'failed']],
    );
    const stored = await rows<StoredOrder>('shop_orders').findOne({ _id: 'ORD-50000' });
    assert.equal(stored?.status, 'pending');
  });
});
