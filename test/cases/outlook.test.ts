// What a customer who waits may be told: never better than what others got, and nothing where too little is known.
import assert from 'node:assert/strict';
import { createOutlook, outlookOf } from '../../cases/outlook.ts';
import { createManualClock } from '../../core/clock.ts';
import { silentLog } from '../../core/log.ts';
import type { DeskQueue } from '../../models/case-reader.ts';
import { desk } from './lane.ts';

const NOW = new Date('2026-03-02T10:00:00Z');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const taken = (...minutes: number[]) => minutes.map((one) => ({ openedAt: ago(100), claimedAt: ago(100 - one) }));
const DUE = ago(-60);

describe('how long a person takes', () => {
  it('is what three of four waited lately, and nothing when too few were taken', () => {
    assert.deepEqual(outlookOf({ open: [], taken: taken(4, 1, 9, 2) }, DUE, NOW), { ahead: 0, minutes: 4 });
    assert.equal(outlookOf({ open: [], taken: taken(4, 1) }, DUE, NOW).minutes, null);
  });

  it('is no less than what somebody before them waits already', () => {
    const open = [
      { openedAt: ago(25), dueAt: ago(-5) },
      { openedAt: ago(50), dueAt: ago(-120) },
    ];
    assert.deepEqual(outlookOf({ open, taken: taken(1, 2, 3) }, DUE, NOW), { ahead: 1, minutes: 25 });
  });

  it('is known from one that is late, where too few were taken', () => {
    const open = [
      { openedAt: ago(90), dueAt: ago(30) },
      { openedAt: ago(20), dueAt: ago(-10) },
    ];
    assert.deepEqual(outlookOf({ open, taken: taken(4) }, DUE, NOW), { ahead: 2, minutes: null, overdueMinutes: 90 });
    assert.equal(outlookOf({ open: open.slice(1), taken: [] }, DUE, NOW).overdueMinutes, undefined, 'in time still');
  });

  it('is read again after some seconds, and not known any more when that fails for a minute', async () => {
    const clock = createManualClock(NOW);
    let queue: DeskQueue | null = { open: [], taken: taken(1, 2, 3) };
    const read = async () => {
      if (!queue) throw new Error('the store is away');
      return queue;
    };
    const outlook = createOutlook(read, clock, silentLog);
    const settle = () => new Promise((resolve) => setImmediate(resolve));
    assert.equal(outlook(DUE), null, 'nobody waits for it');
    await settle();
    assert.equal(outlook(DUE)?.minutes, 3);
    queue = null;
    clock.advance(30_000);
    assert.equal(outlook(DUE)?.minutes, 3);
    await settle();
    clock.advance(31_000);
    assert.equal(outlook(DUE), null);
  });
});

describe('news of the queue', () => {
  const everyMinutes = async (channel: string) => {
    const conversation = { channel, accountId: 'default', nativeId: 'x', customer: { id: 'x' } };
    const its = desk({}, { conversation });
    await its.open();
    const begun = its.clock.nowMs();
    const at: number[] = [];
    for (let time = 0; time < 3; time += 1) {
      await its.next('queue news');
      assert.deepEqual(
        its.told().map((one) => one.name),
        ['case.queue'],
      );
      at.push((its.clock.nowMs() - begun) / 60_000);
    }
    await its.move('claim');
    assert.ok(!its.lane.timers.some((timer) => timer.name === 'queue news'), 'none once somebody has it');
    return at;
  };

  it('comes every half hour while nobody has the case, and hourly by SMS', async () => {
    assert.deepEqual(await everyMinutes('web'), [30, 60, 90]);
    assert.deepEqual(await everyMinutes('sms'), [60, 120, 180]);
  });
});
