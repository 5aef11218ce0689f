// A pipeline runs in order, ends where a step ends it, and does not hide what a step throws.
import assert from 'node:assert/strict';
import { compose, type Step } from '../../core/compose.ts';

type Trail = string[];
const mark =
  (name: string): Step<Trail> =>
  async (trail, next) => {
    trail.push(`${name} in`);
    await next();
    trail.push(`${name} out`);
  };

describe('compose', () => {
  it('runs the steps in order, each around the next', async () => {
    const trail: Trail = [];
    await compose([mark('a'), mark('b')])(trail);
    assert.deepEqual(trail, ['a in', 'b in', 'b out', 'a out']);
  });

  it('ends at the step that does not go on', async () => {
    const trail: Trail = [];
    await compose([mark('a'), async (walked) => void walked.push('stop'), mark('b')])(trail);
    assert.deepEqual(trail, ['a in', 'stop', 'a out']);
  });

  it('does nothing without steps', async () => {
    await compose<Trail>([])([]);
  });

  it('hands an error to the steps around it and then to the caller', async () => {
    const trail: Trail = [];
    const guard: Step<Trail> = async (walked, next) => {
      try {
        await next();
      } finally {
        walked.push('cleaned');
      }
    };
    const fail: Step<Trail> = async () => {
      throw new Error('broken');
    };
    await assert.rejects(compose([guard, fail, mark('b')])(trail), /broken/);
    assert.deepEqual(trail, ['cleaned']);
  });

  it('throws when a step goes on twice', async () => {
    const twice: Step<Trail> = async (_, next) => {
      await next();
      await next();
    };
    const trail: Trail = [];
    await assert.rejects(compose([twice, mark('b')])(trail), /step 0 called next\(\) twice/);
    assert.deepEqual(trail, ['b in', 'b out']);
  });

  it('can be walked many times at once', async () => {
    const walk = compose([mark('a'), mark('b')]);
    const trails: Trail[] = [[], [], []];
    await Promise.all(trails.map((trail) => walk(trail)));
    for (const trail of trails) assert.equal(trail.length, 4);
  });
});
