// The numbers against a referee that counts the same seeded turns by itself: whatever the range, closed or not, late turns
// and a repeated closing included.
import assert from 'node:assert/strict';
import { createManualClock } from '../../core/clock.ts';
import { type Database, openDatabase } from '../../models/database.ts';
import { createNumbers, type Dimension, type NumbersQuery, type NumbersStore } from '../../models/numbers.ts';
import { spansOf } from '../../models/rollup-spans.ts';
import { createRollups, type Rollups } from '../../models/rollups.ts';
import type { TurnRecord } from '../../models/turn.ts';
import { createChance } from '../chaos/random.ts';
import { testMongoUri } from '../support/stores.ts';
import { makeTurns, referee } from './traffic.ts';

const BEGIN = new Date('2026-02-26T07:13:00Z');
const END = new Date('2026-03-02T10:00:00Z');
const KEYS: Record<Dimension, (turn: TurnRecord) => string[]> = {
  channel: (turn) => [turn.laneId.split('|')[0]!],
  agent: (turn) => turn.agents.map((agent) => agent.name),
  intent: (turn) => [turn.intents[0]!.intent],
  language: (turn) => [turn.language],
  day: (turn) => [turn.at.toISOString().slice(0, 10)],
  hour: (turn) => [`${turn.at.toISOString().slice(0, 13)}:00`],
};

describe('the numbers', function () {
  this.timeout(30_000);
  const clock = createManualClock(END);
  const turns = [...makeTurns(5, 6_000, BEGIN, END, 400)];
  let database: Database;
  let rollups: Rollups;
  let numbers: NumbersStore;

  before(async () => {
    database = await openDatabase({ uri: testMongoUri(`frontdesk_numbers_${process.pid}`) });
    rollups = createRollups(database.models, clock);
    numbers = createNumbers(database.models, rollups);
    // One turn in fifty reaches its collection an hour after the others.
    const isLate = (turn: TurnRecord, at: number) => at % 50 === 0 && turn.at.getTime() > END.getTime() - 5_400_000;
    await database.models.turns.collection.insertMany(
      turns.filter((turn, at) => !isLate(turn, at)).map((turn) => ({ ...turn })) as never[],
    );
    assert.ok((await rollups.keep(100)) > 0, 'not everything is closed at once');
    while ((await rollups.keep(100)) > 0);
    const late = turns.filter(isLate);
    assert.ok(late.length > 0);
    await database.models.turns.collection.insertMany(late.map((turn) => ({ ...turn })) as never[]);
    await rollups.keep();
    await rollups.keep();
  });
  after(async () => {
    await database.connection.dropDatabase();
    await database.close();
  });

  async function compare(query: NumbersQuery): Promise<void> {
    const where = JSON.stringify(query);
    const expected = referee(turns, query);
    const found = await numbers.turns(query);
    const seen = {
      turns: found.turns,
      averageMs: found.responseTimeMs.average,
      averageSeconds: found.sessionSeconds.average,
      conversations: await numbers.conversations(query),
    };
    const { turns: count, averageMs, averageSeconds, conversations, tokens, cost } = expected;
    assert.deepEqual([found.tokens, found.cost], [tokens, cost], where);
    assert.deepEqual(seen, { turns: count, averageMs, averageSeconds, conversations }, where);
    for (const rate of ['escalationRate', 'errorRate', 'negativeRate', 'agentSuccessRate'] as const)
      assert.ok(
        Math.abs(found[rate] - expected[rate]) < 1e-9,
        `${rate} ${found[rate]} is ${expected[rate]} in ${where}`,
      );
    for (const name of ['p50', 'p95'] as const) {
      const off = Math.abs(found.responseTimeMs[name] - expected[name]);
      assert.ok(
        off <= Math.max(2, expected[name] * 0.03),
        `${name} ${found.responseTimeMs[name]} is ${expected[name]} in ${where}`,
      );
    }
    for (const [dimension, keyOf] of Object.entries(KEYS) as [Dimension, (turn: TurnRecord) => string[]][]) {
      const rows = await numbers.by(query, dimension);
      assert.deepEqual(
        Object.fromEntries(rows.map((row) => [row.key, row.turns])),
        expected.by(keyOf),
        `${dimension} ${where}`,
      );
    }
  }

  it('are what the referee counts, for everything', () => compare({ from: BEGIN, to: new Date(END.getTime() + 1) }));

  it('are what the referee counts for one channel', () => compare({ from: BEGIN, to: END, channel: 'sms' }));

  it('are what the referee counts for the last minutes, which are not closed yet', () =>
    compare({ from: new Date(END.getTime() - 400_000), to: new Date(END.getTime() + 1) }));

  it('are what the referee counts for any range', async () => {
    const chance = createChance(3);
    for (let tries = 0; tries < 12; tries += 1) {
      const from = new Date(BEGIN.getTime() + chance.next() * (END.getTime() - BEGIN.getTime()));
      const to = new Date(from.getTime() + chance.next() * (END.getTime() - from.getTime()));
      await compare({ from, to, ...(tries % 3 === 0 ? { channel: 'web' } : {}) });
    }
  });

  it('are nothing where nobody wrote', async () => {
    const query = { from: new Date('2020-01-01'), to: new Date('2020-02-01') };
    const found = await numbers.turns(query);
    assert.deepEqual([found.turns, found.responseTimeMs.p95, found.escalationRate], [0, 0, 0]);
    assert.deepEqual(await numbers.by(query, 'intent'), []);
  });

  it('are the same when everything is closed once more after a crash', async () => {
    await database.connection.collection('turn_rollup_marks').deleteMany({});
    while ((await rollups.keep(1_000)) > 0);
    await compare({ from: BEGIN, to: new Date(END.getTime() + 1) });
  });

  it('cover a range by days, hours and tens of minutes without a gap or an overlap', () => {
    const chance = createChance(9);
    for (let tries = 0; tries < 300; tries += 1) {
      const from = new Date(BEGIN.getTime() + Math.floor(chance.next() * 9e8));
      const to = new Date(from.getTime() + Math.floor(chance.next() ** 3 * 9e8));
      const spans = spansOf(from, to, chance.pick(['day', 'hour', 'unit'] as const));
      let at = from.getTime();
      for (const span of spans) {
        assert.equal(span.from.getTime(), at);
        at = span.to.getTime();
      }
      assert.equal(at, to.getTime());
    }
  });
});
