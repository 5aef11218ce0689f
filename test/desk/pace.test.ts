// The one slot a second, over a real store: taken by one, given to the most urgent of those who could take it.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { createPace, type Pace } from '../../models/pace.ts';
import { testMongoUri } from '../support/stores.ts';

describe('the pace of a place', () => {
  let connection: mongoose.Connection;
  let pace: Pace;
  const at = (ms: number) => new Date(Date.parse('2026-03-02T10:00:00Z') + ms);
  const urgent = (who: string) => ({ who, rank: `1|${who}` });
  const calm = (who: string) => ({ who, rank: `4|${who}` });

  before(async () => {
    connection = await mongoose.createConnection(testMongoUri(`pace_${randomUUID().slice(0, 8)}`)).asPromise();
    pace = createPace(connection);
  });
  after(async () => {
    await connection.dropDatabase();
    await connection.close();
  });

  it('gives one slot to one of many who ask at once', async () => {
    const waits = await Promise.all(
      Array.from({ length: 20 }, (_, who) => pace.take('p1', 1_000, at(0), calm(`a${who}`))),
    );
    assert.equal(waits.filter((wait) => wait === 0).length, 1);
  });

  it('tells everybody a time of their own, in their order', async () => {
    assert.equal(await pace.take('p2', 1_000, at(0), calm('a')), 0);
    assert.equal(await pace.take('p2', 1_000, at(0), calm('b')), 1_000);
    assert.equal(await pace.take('p2', 1_000, at(0), calm('c')), 2_000);
    assert.equal(await pace.take('p2', 1_000, at(0), urgent('u')), 1_000, 'the urgent one is next');
  });

  it('keeps the slot for the more urgent one who is expected now', async () => {
    await pace.take('p3', 1_000, at(0), calm('a'));
    await pace.take('p3', 1_000, at(0), urgent('u'));
    assert.ok((await pace.take('p3', 1_000, at(1_001), calm('b'))) > 0, 'b waits for u');
    assert.equal(await pace.take('p3', 1_000, at(1_002), urgent('u')), 0);
  });

  it('lets others pass when the more urgent one does not come', async () => {
    await pace.take('p4', 1_000, at(0), calm('a'));
    await pace.take('p4', 1_000, at(0), urgent('gone'));
    assert.equal(await pace.take('p4', 1_000, at(1_000 + 2_600), calm('b')), 0);
  });

  it('does not let a slot pass for one whose time has not come', async () => {
    await pace.take('p5', 1_000, at(0), calm('a'));
    await pace.take('p5', 1_000, at(0), urgent('u'));
    await pace.take('p5', 1_000, at(0), { who: 'v', rank: '2|v' });
    assert.equal(await pace.take('p5', 1_000, at(1_001), urgent('u')), 0);
    assert.equal((await pace.take('p5', 1_000, at(3_900), calm('b'))) > 0, true, 'v is expected');
    assert.equal(await pace.take('p5', 1_000, at(3_901), { who: 'v', rank: '2|v' }), 0);
  });
});
