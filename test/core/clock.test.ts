// The manual clock stands still until a test moves it, and hands out dates that nobody can change for others.
import assert from 'node:assert/strict';
import { createManualClock, systemClock } from '../../core/clock.ts';

describe('clock', () => {
  it('stands still until it is moved', () => {
    const clock = createManualClock(new Date(1_000));
    assert.equal(clock.nowMs(), 1_000);
    clock.advance(500);
    assert.equal(clock.now().getTime(), 1_500);
    clock.set(new Date(9));
    assert.equal(clock.nowMs(), 9);
  });

  it('hands out dates of its own', () => {
    const clock = createManualClock(new Date(1_000));
    clock.now().setTime(0);
    assert.equal(clock.nowMs(), 1_000);
  });

  it('tells the time of the machine otherwise', () => {
    const before = Date.now();
    const told = systemClock.nowMs();
    assert.ok(told >= before && told <= Date.now());
    assert.ok(systemClock.now().getTime() >= before);
  });
});
