// The promises of the lane, each by name, over the real MongoDB.
import assert from 'node:assert/strict';
import { createManualClock } from '../../core/clock.ts';
import type { LaneHandler } from '../../models/lane.ts';
import { createEchoHandler, createFakeNetwork, createLaneWorld, type LaneWorld } from '../support/lane-world.ts';

describe('the lane', () => {
  let world: LaneWorld;
  afterEach(() => world.close());

  it('answers a message once and is released with nothing due', async () => {
    world = await createLaneWorld();
    await world.say('hello');
    await world.runner.serve(world.laneId);
    const lane = await world.read();
    assert.deepEqual(world.network.heard, ['echo: hello']);
    assert.equal(lane.leaseUntil, null);
    assert.equal(lane.dueAt, null);
    assert.equal(lane.inbox.length + lane.outbox.length, 0);
    assert.deepEqual(
      world.visible.map((row) => [row.role, row.sequence]),
      [['bot', 2]],
    );
  });

  it('takes the same delivery twice as one turn', async () => {
    world = await createLaneWorld();
    assert.equal((await world.say('hello', 'k1')).outcome, 'stored');
    assert.equal((await world.say('hello', 'k1')).outcome, 'duplicate');
    await world.runner.serve(world.laneId);
    assert.equal((await world.say('hello', 'k1')).outcome, 'duplicate');
    await world.runner.serve(world.laneId);
    assert.deepEqual(world.network.heard, ['echo: hello']);
  });

  it('stores every one of many first messages that arrive at once, each once', async () => {
    world = await createLaneWorld({ settings: { waitingLimit: 1_000 } });
    const outcomes = await Promise.all(Array.from({ length: 40 }, (_, at) => world.say(`t${at}`, `k${at % 20}`)));
    assert.equal(outcomes.filter((result) => result.outcome === 'stored').length, 20);
    assert.equal(outcomes.filter((result) => result.outcome === 'duplicate').length, 20);
    const sequences = (await world.read()).inbox.map((entry) => entry.sequence);
    assert.deepEqual(
      sequences,
      Array.from({ length: 20 }, (_, at) => at + 1),
    );
  });

  it('takes one turn at a time, whatever the number of workers', async () => {
    let inside = 0;
    let most = 0;
    const echo = createEchoHandler();
    const handler: LaneHandler = {
      ...echo,
      decide: async (lane, entries, signal) => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((resolve) => setTimeout(resolve, 5));
        inside -= 1;
        return echo.decide(lane, entries, signal);
      },
    };
    world = await createLaneWorld({ handler });
    const runners = ['a', 'b', 'c', 'd'].map((name) => world.newRunner(name));
    for (let at = 0; at < 12; at += 1) {
      await world.say(`t${at}`);
      await Promise.all(runners.map((runner) => runner.serve(world.laneId)));
    }
    assert.equal(most, 1);
    assert.equal(
      world.network.heard.join(' ').match(/t\d+/g)?.join(),
      Array.from({ length: 12 }, (_, at) => `t${at}`).join(),
    );
  });

  it('does not strand a message that arrives while the lane is being released', async () => {
    const network = createFakeNetwork();
    world = await createLaneWorld({ network });
    const send = network.send;
    let late = true;
    network.send = async (...args) => {
      const result = await send(...args);
      if (late) await world.say('late');
      late = false;
      return result;
    };
    await world.say('early');
    await world.runner.serve(world.laneId);
    assert.deepEqual(network.heard, ['echo: early', 'echo: late']);
  });

  it('answers rapid texts that wait together in one turn', async () => {
    world = await createLaneWorld();
    await world.say('where is');
    await world.say('my order');
    await world.runner.serve(world.laneId);
    assert.deepEqual(world.network.heard, ['echo: where is+my order']);
  });

  it('leaves nothing sent when a turn crashes, and answers at the next try', async () => {
    let fail = true;
    const echo = createEchoHandler();
    const handler: LaneHandler = {
      ...echo,
      decide: (lane, entries, signal) => {
        if (fail) throw new Error('boom');
        return echo.decide(lane, entries, signal);
      },
    };
    const clock = createManualClock();
    world = await createLaneWorld({ handler, clock });
    await world.say('hello');
    await world.runner.serve(world.laneId);
    assert.deepEqual(world.network.heard, []);
    assert.equal((await world.read()).inbox.length, 1);
    fail = false;
    clock.advance(1_000);
    await world.runner.serve(world.laneId);
    assert.deepEqual(world.network.heard, ['echo: hello']);
  });

  it('gives a poison message three tries, an honest answer and a dead letter, and answers the next one', async () => {
    let tries = 0;
    const echo = createEchoHandler();
    const handler: LaneHandler = {
      ...echo,
      decide: (lane, entries, signal) => {
        if (entries.some((entry) => entry.activity.text === 'poison')) {
          tries += 1;
          throw new Error('no room for card 4111 1111 1111 1111');
        }
        return echo.decide(lane, entries, signal);
      },
    };
    const clock = createManualClock();
    world = await createLaneWorld({ handler, clock });
    await world.say('poison');
    await world.say('next');
    for (let pass = 0; pass < 5; pass += 1) {
      await world.runner.serve(world.laneId);
      clock.advance(2_000);
    }
    assert.equal(tries, 3);
    assert.deepEqual(world.network.heard, ['sorry: poison', 'echo: next']);
    const letters = await world.database.models.deadLetters.find().lean();
    assert.deepEqual(
      letters.map(({ tries: counted, detail }) => [counted, detail]),
      [[3, 'no room for card [card ending 1111]']],
    );
  });

  it('gives up a message that kills the process three times', async () => {
    const clock = createManualClock();
    world = await createLaneWorld({ clock });
    await world.say('poison');
    for (let death = 0; death < 3; death += 1) {
      assert.ok(await world.store.acquire(world.laneId, 'dead', 5_000, clock.now()));
      clock.advance(6_000);
    }
    await world.runner.serve(world.laneId);
    assert.deepEqual(world.network.heard, ['sorry: poison']);
    const [letter] = await world.database.models.deadLetters.find().lean();
    assert.deepEqual([letter?.tries, letter?.detail], [3, 'the process ended during this turn']);
  });

  it('refuses politely, once, when twenty messages wait, and keeps what it refused', async () => {
    const clock = createManualClock();
    world = await createLaneWorld({ clock, settings: { waitingLimit: 20 } });
    const notice = {
      type: 'message' as const,
      id: 'n',
      timestamp: clock.now(),
      from: { id: 'bot', role: 'bot' as const },
      text: 'one moment',
    };
    for (let at = 0; at < 25; at += 1) {
      const entry = world.entry(`t${at}`);
      const result = await world.store.append({
        laneId: world.laneId,
        laneKind: 'conversation',
        reference: world.reference,
        entry,
        quietWindowMs: 0,
        now: clock.now(),
        flood: { limit: 20, itemId: `flood-${at}`, notice },
      });
      assert.equal(result.outcome, at < 20 ? 'stored' : 'refused');
    }
    await world.runner.serve(world.laneId);
    assert.deepEqual(world.network.heard.filter((text) => text === 'one moment').length, 1);
    await world.flusher.flush();
    clock.advance(6_000);
    await world.flusher.adopt(); // what only the store knows is fetched by the sweeper
    assert.equal(await world.database.models.messages.countDocuments({ delivery: 'refused' }), 5);
    assert.equal(await world.database.models.messages.countDocuments({ role: 'customer' }), 25);
  });

  it('refuses the commit of a worker whose lease was taken over', async () => {
    const clock = createManualClock();
    world = await createLaneWorld({ clock });
    await world.say('hello');
    const slow = (await world.store.acquire(world.laneId, 'slow', 5_000, clock.now()))!;
    clock.advance(6_000);
    await world.runner.serve(world.laneId);
    const decision = { state: { stale: true }, outbox: [] };
    const late = await world.store.commit({ lane: slow, entries: slow.inbox, decision, items: [], now: clock.now() });
    assert.equal(late, null);
    assert.deepEqual(world.network.heard, ['echo: hello']);
  });

  it('refuses the commit of a turn during which the owner changed, and lets the owner entry overtake', async () => {
    world = await createLaneWorld();
    await world.say('hello');
    const held = (await world.store.acquire(world.laneId, 'w', 5_000, new Date()))!;
    const entry = {
      key: 'claim',
      kind: 'owner' as const,
      receivedAt: new Date(),
      activity: { type: 'event' as const, id: 'claim', timestamp: new Date(), from: { id: 'desk' } },
    };
    await world.store.append({
      laneId: world.laneId,
      laneKind: 'conversation',
      reference: world.reference,
      entry,
      owner: 'ana',
      quietWindowMs: 0,
      now: new Date(),
    });
    const decision = { state: {}, outbox: [] };
    assert.equal(
      await world.store.commit({ lane: held, entries: held.inbox, decision, items: [], now: new Date() }),
      null,
    );
    const lane = await world.read();
    assert.deepEqual([lane.owner, lane.ownerEpoch, lane.inbox[0]?.kind], ['ana', 1, 'owner']);
  });
});
