// What waits to be sent holds back what is said after it, and nothing else: another lane learns what it must know at once.
import assert from 'node:assert/strict';
import { createManualClock } from '../../core/clock.ts';
import { deriveId } from '../../core/ids.ts';
import type { LaneHandler, NewOutboxItem } from '../../models/lane.ts';
import { createFakeNetwork, createLaneWorld, type LaneWorld } from '../support/lane-world.ts';

const CASE = { channel: 'desk', accountId: 'default', nativeId: 'ESC-1', customer: { id: 'desk' } };

/** Every message makes one reply and tells the case's lane of it. */
const handler: LaneHandler = {
  decide: async (lane, entries) => {
    const { key, activity } = entries[0]!;
    if (lane.kind === 'case') return { state: { heard: key }, outbox: [] };
    const reply: NewOutboxItem = {
      id: deriveId(lane._id, key, 'reply'),
      kind: 'send',
      activity: { ...activity, text: `reply to ${activity.text}`, from: { id: 'bot', role: 'bot' } },
    };
    const tell: NewOutboxItem = {
      id: deriveId(lane._id, key, 'tell'),
      kind: 'effect',
      effect: {
        type: 'append',
        laneId: 'desk|default|ESC-1',
        laneKind: 'case',
        reference: CASE,
        entryKind: 'action',
        activity,
      },
    };
    return { state: {}, outbox: [reply, tell] };
  },
  giveUp: (lane) => ({ state: lane.state, outbox: [] }),
};

describe('a network that does not take what is said', () => {
  it('delays no case', async () => {
    const clock = createManualClock();
    const network = createFakeNetwork();
    const world = await createLaneWorld({ clock, network, handler });
    try {
      const later = { outcome: 'refused', code: '429', permanent: false, retryAfterMs: 60_000 } as const;
      network.answers.push(later);
      await world.say('one');
      await world.runner.serve(world.laneId);
      await world.say('two');
      await world.runner.serve(world.laneId);
      const told = (await world.store.read('desk|default|ESC-1'))?.inbox.length;
      const lane = await world.read();
      assert.deepEqual(network.heard, []);
      assert.equal(told, 2, 'the case has heard of both');
      assert.deepEqual(
        lane.outbox.map((item) => item.kind),
        ['send', 'send'],
      );
      assert.ok(lane.dueAt!.getTime() > clock.nowMs(), 'and the lane rests until the network may be asked again');
      clock.advance(60_001);
      await world.runner.serve(world.laneId);
      assert.deepEqual(network.heard, ['reply to one', 'reply to two']);
    } finally {
      await world.close();
    }
  });
});

describe('a turn that is overtaken by a change of the owner', () => {
  it('is made again at once, after what the people before have said', async () => {
    const heard: string[] = [];
    let claims = 0;
    const world = await createLaneWorld({
      handler: {
        decide: async (lane, entries) => {
          if (entries[0]!.kind === 'message' && claims === 0) {
            claims += 1;
            await tell(world, 'staff', 'the last word of Ana');
            await tell(world, 'owner', 'Ben has it', 'ben');
          }
          heard.push(...entries.map((entry) => `${lane.owner}: ${entry.activity.text}`));
          return { state: {}, outbox: [] };
        },
        giveUp: (lane) => ({ state: lane.state, outbox: [] }),
      },
    });
    try {
      await world.say('hello');
      await world.runner.serve(world.laneId);
      const lane = await world.read();
      assert.deepEqual(heard.slice(1), ['ben: the last word of Ana', 'ben: Ben has it', 'ben: hello']);
      assert.deepEqual([lane.inbox.length, lane.leaseUntil], [0, null], 'nothing waits for the lease to run out');
    } finally {
      await world.close();
    }
  });
});

async function tell(world: LaneWorld, kind: 'staff' | 'owner', text: string, owner?: string): Promise<void> {
  const entry = { ...world.entry(text), kind };
  const { laneId, reference } = world;
  const request = { laneId, laneKind: 'conversation' as const, reference, entry, quietWindowMs: 0, now: new Date() };
  await world.store.append({ ...request, ...(owner ? { owner } : {}) });
}
