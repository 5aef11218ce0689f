// CRASH_AT ends the process at the named step and nowhere else, as hard as a kill -9.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { CRASH_POINTS, createCrash, neverCrash } from '../../core/crash.ts';

/** Passes the given points in a process of its own; says what it reached and how it ended. */
function walk(at: string, points: string[]): { reached: string[]; signal: string | null } {
  const crashFile = new URL('../../core/crash.ts', import.meta.url).href;
  const script = `
    import { writeSync } from 'node:fs';
    import { createCrash } from ${JSON.stringify(crashFile)};
    const crash = createCrash(${JSON.stringify(at)});
    for (const point of ${JSON.stringify(points)}) { crash(point); writeSync(1, point + ' '); }
  `;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  return { reached: run.stdout.trim().split(' ').filter(Boolean), signal: run.signal };
}

describe('crash', () => {
  it('ends the process at its point', () => {
    const { reached, signal } = walk('before-commit', [
      'after-acquire',
      'during-turn',
      'before-commit',
      'after-commit',
    ]);
    assert.deepEqual(reached, ['after-acquire', 'during-turn']);
    assert.equal(signal, 'SIGKILL');
  });

  it('lets its point pass as often as it was told', () => {
    const { reached, signal } = walk('after-send:2', ['after-send', 'after-send', 'after-ack', 'after-send']);
    assert.deepEqual(reached, ['after-send', 'after-send', 'after-ack']);
    assert.equal(signal, 'SIGKILL');
  });

  it('leaves a process alone that does not pass its point', () => {
    const { reached, signal } = walk('before-append', ['after-append', 'after-ack']);
    assert.deepEqual(reached, ['after-append', 'after-ack']);
    assert.equal(signal, null);
  });

  it('does nothing when no point is given', () => {
    for (const crash of [createCrash(undefined), createCrash(''), neverCrash])
      for (const point of CRASH_POINTS) crash(point);
  });
});
