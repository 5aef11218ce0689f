// Group commit without a store: what leaves together, what keeps its order, and whom a failure reaches.
import assert from 'node:assert/strict';
import { gather } from '../../models/gather.ts';

interface Call {
  lane: string;
  word: string;
}

/** A way out that is opened by hand, one group at a time. */
function createGate() {
  const groups: string[][] = [];
  const doors: (() => void)[] = [];
  const say = gather<Call, string>(
    async (requests) => {
      groups.push(requests.map((request) => `${request.lane}${request.word}`));
      await new Promise<void>((resolve) => doors.push(resolve));
      return requests.map((request) =>
        request.word === 'bad' ? new Error('refused') : `${request.lane}${request.word}!`,
      );
    },
    { keyOf: (call) => call.lane, inFlight: 1, most: 3 },
  );
  const openNext = async () => {
    doors.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { groups, say, openNext };
}

describe('group commit', () => {
  it('lets a call that comes alone leave at once and alone', async () => {
    const { groups, say, openNext } = createGate();
    const first = say({ lane: 'a', word: '1' });
    assert.deepEqual(groups, [['a1']]);
    await openNext();
    assert.equal(await first, 'a1!');
  });

  it('sends what came meanwhile together, at most so many', async () => {
    const { groups, say, openNext } = createGate();
    const calls = ['a', 'b', 'c', 'd', 'e'].map((lane) => say({ lane, word: '1' }));
    for (let at = 0; at < 3; at += 1) await openNext();
    assert.deepEqual(groups, [['a1'], ['b1', 'c1', 'd1'], ['e1']]);
    assert.deepEqual(await Promise.all(calls), ['a1!', 'b1!', 'c1!', 'd1!', 'e1!']);
  });

  it('never puts two calls of one lane into one group, and keeps their order', async () => {
    const { groups, say, openNext } = createGate();
    const calls = [say({ lane: 'z', word: '0' })];
    for (const word of ['1', '2', '3']) calls.push(say({ lane: 'a', word }));
    calls.push(say({ lane: 'b', word: '1' }));
    for (let at = 0; at < 5; at += 1) await openNext();
    assert.deepEqual(groups, [['z0'], ['a1', 'b1'], ['a2'], ['a3']]);
    await Promise.all(calls);
  });

  it('lets a failure of one call reach that call alone', async () => {
    const { say, openNext } = createGate();
    const first = say({ lane: 'z', word: '0' });
    const bad = assert.rejects(say({ lane: 'a', word: 'bad' }), /refused/);
    const good = say({ lane: 'b', word: '1' });
    await openNext();
    await openNext();
    await bad;
    assert.equal(await first, 'z0!');
    assert.equal(await good, 'b1!');
  });

  it('goes on after a group that failed as a whole', async () => {
    let fails = true;
    const say = gather<Call, string>(
      async (requests) => {
        if (fails) throw new Error('away');
        return requests.map((request) => request.word);
      },
      { keyOf: (call) => call.lane, inFlight: 1, most: 3 },
    );
    await assert.rejects(say({ lane: 'a', word: '1' }), /away/);
    fails = false;
    assert.equal(await say({ lane: 'a', word: '2' }), '2');
  });
});
