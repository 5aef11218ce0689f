// The breaker opens after failures in a row, lets one through to try, and closes by itself.
import assert from 'node:assert/strict';
import { createBreaker } from '../../core/breaker.ts';
import { createManualClock } from '../../core/clock.ts';

describe('a breaker', () => {
  const begin = () => {
    const clock = createManualClock();
    const breaker = createBreaker(clock, { failures: 3, openMs: 10_000, longestMs: 30_000 });
    const fail = (times: number) => {
      for (let at = 0; at < times; at += 1) breaker.failed();
    };
    return { clock, breaker, fail };
  };

  it('opens after three failures in a row, and not before', () => {
    const { breaker, fail } = begin();
    fail(2);
    breaker.succeeded();
    fail(2);
    assert.equal(breaker.mayTry(), true);
    fail(1);
    assert.equal(breaker.mayTry(), false);
  });

  it('lets exactly one through when the pause is over, and closes when it succeeds', () => {
    const { breaker, clock, fail } = begin();
    fail(3);
    clock.advance(10_000);
    assert.equal(breaker.mayTry(), true);
    assert.equal(breaker.mayTry(), false);
    breaker.succeeded();
    assert.equal(breaker.state(), 'closed');
    assert.equal(breaker.mayTry(), true);
  });

  it('waits twice as long after each try that fails, up to a limit', () => {
    const { breaker, clock, fail } = begin();
    fail(3);
    for (const pauseMs of [10_000, 20_000, 30_000, 30_000]) {
      clock.advance(pauseMs - 1);
      assert.equal(breaker.mayTry(), false);
      clock.advance(1);
      assert.equal(breaker.mayTry(), true);
      fail(1);
    }
  });

  it('lets another one through when the first never came back', () => {
    const { breaker, clock, fail } = begin();
    fail(3);
    clock.advance(10_000);
    breaker.mayTry();
    clock.advance(10_000);
    assert.equal(breaker.mayTry(), true);
  });
});
