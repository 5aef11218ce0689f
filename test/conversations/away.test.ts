// A shop that is away, as its customers see it: honest words and a case, what was known last with its time, and a yes that
// cannot be carried out is not lost and not done twice.
import assert from 'node:assert/strict';
import { createManualClock } from '../../core/clock.ts';
import { SupportError } from '../../core/errors.ts';
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
