// A case on hold: its timers stand still, and it always comes back to the one who has it.
import assert from 'node:assert/strict';
import { ANA, BEN, desk } from './lane.ts';

describe('a case on hold', () => {
  it('stands still on hold, and comes back to its owner when the time is over', async () => {
    const its = desk();
    await its.open();
    await its.move('claim');
    await its.act('desk.hold', { by: ANA, until: new Date(its.clock.nowMs() + 3 * 86_400_000).toISOString() });
    assert.deepEqual(
      its.lane.timers.map((timer) => timer.name),
      ['hold over'],
    );
    await its.next();
    assert.equal(its.subject().status, 'claimed');
    assert.deepEqual(its.shown('case.note')[0]!.mention, ['U1']);
  });

  it('waits for the customer or for the shop, and comes back to its owner when that happens', async () => {
    for (const [event, happens] of [
      ['customer', (its: ReturnType<typeof desk>) => its.enter('message', { type: 'message', text: 'here it is' })],
      ['shop', (its: ReturnType<typeof desk>) => its.act('case.shop', { type: 'refund.booked', orderId: 'ORD-1' })],
    ] as const) {
      const its = desk();
      await its.open();
      await its.move('claim');
      await its.act('desk.hold', { by: ANA, event });
      assert.deepEqual(
        its.lane.timers.map((timer) => timer.name),
        ['hold over'],
        'forgotten it is not',
      );
      if (event === 'shop') {
        await its.enter('message', { type: 'message', text: 'hm' });
        assert.equal(its.subject().status, 'on hold', 'it is not the customer that it waits for');
      }
      await happens(its);
      assert.equal(its.subject().status, 'claimed', event);
      assert.equal(its.subject().heldFor, undefined);
      assert.deepEqual(its.shown('case.note').at(-1)!.mention, ['U1']);
    }
  });

  it('comes back from a second hold, too', async () => {
    const its = desk();
    await its.open();
    await its.move('claim');
    for (const days of [1, 2]) {
      const until = new Date(its.clock.nowMs() + days * 86_400_000).toISOString();
      await its.act('desk.hold', { by: ANA, until, ...(days === 1 ? { event: 'shop' } : {}) });
      assert.equal(its.subject().heldFor, days === 1 ? 'shop' : undefined);
      await its.next('hold over');
      assert.equal(its.subject().status, 'claimed');
    }
  });

  it('is put on hold neither without an end nor by somebody else', async () => {
    const its = desk();
    await its.open();
    await its.move('claim');
    for (const [by, how] of [
      [ANA, {}],
      [ANA, { until: '2020-01-01T00:00:00Z' }],
      [ANA, { event: 'never' }],
      [BEN, { event: 'customer' }],
    ] as const) {
      await its.act('desk.hold', { by, ...how });
      assert.equal(its.subject().status, 'claimed');
      assert.equal(its.shown('case.whisper').length, 1);
    }
  });
});
