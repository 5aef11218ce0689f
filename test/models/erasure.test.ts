// Erasing while others write: whoever read before the lanes went and writes afterwards leaves nothing behind. Gates hold the
// writer between the two; nobody sleeps.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, createManualClock, systemClock } from '../../core/clock.ts';
import { neverCrash } from '../../core/crash.ts';
import { createAdminStore, ERASED } from '../../models/admins.ts';
import { createErasure } from '../../models/erasure.ts';
import type { Lane, LaneHandler } from '../../models/lane.ts';
import { appendTo, caseReference } from '../../models/lane-effects.ts';
import { createRollups } from '../../models/rollups.ts';
import type { Models } from '../../models/schemas.ts';
import { createTranscript, rowsOf } from '../../models/transcript.ts';
import type { TurnRecord } from '../../models/turn.ts';
import { makeTurns } from '../admin/traffic.ts';
import { createEchoHandler, createLaneWorld, inboundOf, type LaneWorld } from '../support/lane-world.ts';

/** Where somebody waits until they are let through. */
function createGate() {
  let reach = () => {};
  let open = () => {};
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const pass = () => {
    reach();
    return opened;
  };
  return { reached, open: () => open(), pass };
}

/** The collection, which does this one thing only once it is let through. */
function gated<T extends object>(collection: T, method: keyof T, gate: { pass(): Promise<void> }): T {
  return new Proxy(collection, {
    get: (target, name) => {
      const own = Reflect.get(target, name);
      if (typeof own !== 'function') return own;
      if (name !== method) return own.bind(target);
      return async (...given: unknown[]) => {
        await gate.pass();
        return own.apply(target, given);
      };
    },
  });
}

/** Each look at it is a quarter of a minute later. */
function createHastyClock(): Clock {
  const clock = createManualClock(new Date());
  const nowMs = () => {
    clock.advance(16_000);
    return clock.nowMs();
  };
  return { ...clock, nowMs };
}

const TURN: TurnRecord = [...makeTurns(1, 1, new Date('2026-03-02'), new Date('2026-03-03'), 1)][0]!;

describe('erasing while others write', () => {
  let world: LaneWorld;
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'erasure-'));
  });
  afterEach(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const erase = (clock: Clock = systemClock) => createErasure(world.database.models, clock).erase('u1');
  const db = () => world.database.connection.db!;

  /** Collections with a document that names the customer, their conversation or their case. */
  async function traces(): Promise<string[]> {
    const found: string[] = [];
    for (const { name } of await db().listCollections().toArray())
      for (const row of await db().collection(name).find({}).toArray())
        if (/"u1"|sms\|default\|c1|ESC-1/.test(JSON.stringify(row))) found.push(name);
    return found;
  }

  /** Two messages and a turn, on their way into their collections: read, and held before they are written. */
  async function holdFlush() {
    await world.say('one');
    await world.runner.serve(world.laneId);
    const lane = await world.read();
    const record = { ...TURN, laneId: world.laneId };
    const turn = { record, settled: true, countFrom: TURN.at, sessionFrom: TURN.at };
    const gate = createGate();
    const models = {
      ...world.database.models,
      messages: { collection: gated(world.database.models.messages.collection, 'insertMany', gate) },
    } as unknown as Models;
    const transcript = createTranscript(models, neverCrash);
    const flushing = transcript.flush([rowsOf({ ...lane, pendingTurns: [turn] })], new Date());
    await gate.reached;
    return { gate, flushing };
  }

  it('leaves nothing of rows that were on their way', async () => {
    world = await createLaneWorld();
    const { gate, flushing } = await holdFlush();
    assert.equal(await erase(), 1);
    gate.open();
    await flushing;
    assert.deepEqual(await traces(), []);
  });

  it('keeps what they write anew meanwhile, and nothing from before', async () => {
    world = await createLaneWorld();
    const { gate, flushing } = await holdFlush();
    await erase();
    await world.say('again', 'later');
    await world.runner.serve(world.laneId);
    gate.open();
    await flushing;
    await world.flusher.flush();
    const said = await world.transcript.readAfter(world.laneId, 0, 10);
    assert.deepEqual(
      said.map((row) => row.activity.text),
      ['again', 'echo: again'],
    );
    assert.equal(await world.database.models.messages.collection.countDocuments(), 2);
    assert.equal(await world.database.models.turns.collection.countDocuments(), 0);
  });

  it('waits for a turn in progress, and takes away what that turn did', async () => {
    const gate = createGate();
    const handler: LaneHandler = {
      ...createEchoHandler(),
      decide: async (_lane, entries) => {
        await gate.pass();
        const activity = {
          type: 'event',
          id: 'o',
          timestamp: new Date(),
          from: { id: 'u1' },
          name: 'case.opened',
        } as const;
        const opening = appendTo(caseReference('ESC-1'), { id: 'o', entryKind: 'action', activity });
        return { state: { heard: entries.length, openCase: { id: 'ESC-1' } }, outbox: [opening] };
      },
    };
    world = await createLaneWorld({ handler });
    await world.say('a person please');
    const serving = world.runner.serve(world.laneId);
    await gate.reached;
    let isErased = false;
    const looked = createGate();
    const lanes = world.database.models.lanes.collection;
    const models = {
      ...world.database.models,
      // Let through at once: only that it has looked is of interest.
      lanes: {
        db: world.database.models.lanes.db,
        collection: gated(lanes, 'updateMany', { pass: async () => void looked.pass() }),
      },
    } as unknown as Models;
    const erasing = createErasure(models, systemClock)
      .erase('u1')
      .then(() => {
        isErased = true;
      });
    await looked.reached;
    assert.ok(await world.read(), 'a lane that is worked on is still there');
    assert.equal(isErased, false);
    gate.open();
    await Promise.all([serving, erasing]);
    assert.deepEqual(await traces(), []);
  });

  it('is refused when a turn takes too long, and then nothing is gone', async () => {
    world = await createLaneWorld();
    await world.say('one');
    await world.store.acquire(world.laneId, 'somebody', 3_600_000, new Date());
    const clock = createHastyClock();
    await assert.rejects(erase(clock), { code: 'customer.busy', status: 409 });
    const lane = await world.read();
    assert.deepEqual([lane.worker, lane.inbox.length], ['somebody', 1]);
  });

  it('gives back what it had in hand when it is refused', async () => {
    world = await createLaneWorld();
    await world.say('one');
    const opened = { id: 'ESC-1', conversation: world.reference };
    await world.database.models.lanes.collection.insertOne({
      ...(await world.read()),
      ...{ _id: 'desk|default|ESC-1', kind: 'case', state: opened, worker: 'somebody' },
      leaseUntil: new Date(Date.now() + 3_600_000),
    } as never);
    const clock = createHastyClock();
    await assert.rejects(erase(clock), { code: 'customer.busy' });
    const lane = await world.store.acquire(world.laneId, 'next', 5_000, clock.now());
    assert.equal(lane?.worker, 'next');
  });

  it('leaves nothing of a day that was being added up', async () => {
    world = await createLaneWorld();
    await world.say('one');
    const at = new Date(Date.now() - 3 * 3_600_000);
    await world.database.models.turns.collection.insertOne({ ...TURN, laneId: world.laneId, at } as never);
    const gate = createGate();
    const { turns, ...models } = world.database.models;
    const own = turns.db;
    const held = {
      collection: (name: string) =>
        name === 'conversation_days' ? gated(own.collection(name), 'bulkWrite', gate) : own.collection(name),
    };
    const rollups = createRollups(
      { ...models, turns: { collection: turns.collection, db: held } } as never,
      systemClock,
    );
    const keeping = rollups.keep();
    await gate.reached;
    await erase();
    gate.open();
    await keeping;
    assert.deepEqual(await traces(), []);
  });

  it('is not named by a log that is written afterwards', async () => {
    world = await createLaneWorld();
    await world.say('one');
    const log = createAdminStore(world.database.connection);
    const line = { at: new Date(), who: 'ada@example.com', what: 'read a conversation', detail: world.laneId };
    await log.noteOfLane(line);
    assert.equal((await log.audit(1))[0]!.detail, world.laneId);
    await erase();
    await log.noteOfLane(line);
    assert.deepEqual(
      (await log.audit(5)).map((one) => one.detail),
      [ERASED, ERASED],
    );
  });

  it('brings no case to life again by news of it', async () => {
    world = await createLaneWorld();
    const inbound = inboundOf(world, folder);
    const news = { ...world.entry('delivered', 'delivery'), kind: 'reaction' as const };
    assert.equal((await inbound.receive(caseReference('ESC-1'), news)).outcome, 'duplicate');
    assert.deepEqual(await traces(), []);
    // To one that is there it comes as ever.
    await world.store.append({
      laneId: 'desk|default|ESC-1',
      laneKind: 'case',
      reference: caseReference('ESC-1'),
      entry: world.entry('opened'),
      quietWindowMs: 0,
      now: new Date(),
    });
    assert.equal((await inbound.receive(caseReference('ESC-1'), news)).outcome, 'stored');
  });

  it('takes the cards of their cases along, at the desk and in their own chats on Teams, and no others', async () => {
    world = await createLaneWorld();
    await world.say('one');
    await world.database.models.lanes.collection.insertOne({
      ...((await world.read()) as Lane),
      ...{ _id: 'desk|default|ESC-1', kind: 'case', state: { id: 'ESC-1', conversation: world.reference } },
      reference: caseReference('ESC-1'),
    } as never);
    const names = (id: string) => [`case|${id}`, `teams-case|${id}|default|a:1`, `teams-case|${id}|second|a:2`];
    const links = [...names('ESC-1'), ...names('ESC-12')];
    await db()
      .collection('links')
      .insertMany(links.map((_id, at) => ({ _id, there: `there-${at}` })) as never[]);
    await erase();
    const left = await db().collection('links').find({}).toArray();
    assert.deepEqual(
      left.map((link) => String(link._id)),
      names('ESC-12'),
    );
  });
});
