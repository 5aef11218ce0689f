// One trace for each turn, from the webhook to what was sent, across processes: its id is the turn's id, so that the pages
// and the log name it too. Nothing is handed on for it; what belongs together is derived. Part of the composition root.
import type { Clock } from '../core/clock.ts';
import { deriveId } from '../core/ids.ts';
import { loggedLaneId } from '../core/log.ts';
import { spanIdOf, type Tracer } from '../core/tracing.ts';
import { laneIdOf } from '../models/activity.ts';
import type { Channel, Receive } from '../models/channel.ts';
import type { LaneHandler, LaneKind } from '../models/lane.ts';

export interface Traces {
  receive(receive: Receive): Receive;
  handlers(handlers: Record<LaneKind, LaneHandler>): Record<LaneKind, LaneHandler>;
  channel(channel: Channel): Channel;
}

/** The turn that an entry begins; the same derivation as the turn's own record. */
const turnIdOf = (laneId: string, key: string) => deriveId(laneId, key, 'turn');

export function createTraces(tracer: Tracer, clock: Clock): Traces {
  if (!tracer.isOn) return { receive: (given) => given, handlers: (given) => given, channel: (given) => given };
  return {
    receive: (receive) => async (reference, entry) => {
      const startMs = clock.nowMs();
      const laneId = laneIdOf(reference);
      const traceId = turnIdOf(laneId, entry.key);
      let outcome = 'failed';
      try {
        const received = await receive(reference, entry);
        outcome = received.outcome;
        return received;
      } finally {
        const attributes = { channel: reference.channel, kind: entry.kind, lane: loggedLaneId(laneId), outcome };
        const spanId = spanIdOf(traceId, 'receive');
        const isFailed = outcome === 'failed';
        // A second delivery has no turn of its own.
        if (outcome !== 'duplicate')
          tracer.add({
            traceId,
            spanId,
            name: 'receive',
            kind: 'server',
            startMs,
            endMs: clock.nowMs(),
            attributes,
            isFailed,
          });
      }
    },
    handlers: (handlers) => ({
      conversation: traced(handlers.conversation, tracer, clock),
      case: traced(handlers.case, tracer, clock),
    }),
    channel: (channel) => ({
      ...channel,
      send: async (reference, item, settings) => {
        const startMs = clock.nowMs();
        const result = await channel.send(reference, item, settings);
        if (item.turnId)
          tracer.add({
            traceId: item.turnId,
            parentId: spanIdOf(item.turnId, 'turn'),
            name: `send ${channel.id}`,
            kind: 'client',
            startMs,
            endMs: clock.nowMs(),
            attributes: {
              channel: channel.id,
              outcome: result.outcome,
              code: 'code' in result ? result.code : undefined,
              attempt: item.attempts + 1,
            },
            isFailed: result.outcome !== 'accepted',
          });
        return result;
      },
    }),
  };
}

function traced(handler: LaneHandler, tracer: Tracer, clock: Clock): LaneHandler {
  return {
    ...handler,
    decide: async (lane, entries, signal) => {
      const startMs = clock.nowMs();
      const [first, ...others] = entries;
      const traceId = turnIdOf(lane._id, first!.key);
      const spanId = spanIdOf(traceId, 'turn');
      const common = { traceId, kind: 'internal' as const };
      const own = {
        ...common,
        spanId,
        parentId: spanIdOf(traceId, 'receive'),
        name: lane.kind === 'case' ? 'desk' : 'turn',
        startMs,
        // Texts that came in one breath were received in traces of their own.
        links: others.map(({ key }) => {
          const other = turnIdOf(lane._id, key);
          return { traceId: other, spanId: spanIdOf(other, 'receive') };
        }),
      };
      try {
        const decision = await handler.decide(lane, entries, signal);
        const endMs = clock.nowMs();
        const { turn } = decision;
        tracer.add({
          ...own,
          endMs,
          attributes: {
            lane: loggedLaneId(lane._id),
            entries: entries.length,
            route: turn?.route,
            intent: turn?.intents[0]?.intent,
            outcome: turn?.outcome,
            settings: turn?.settingsRevision,
            waitedMs: startMs - first!.receivedAt.getTime(),
          },
        });
        // They ran one beside the other and ended with the turn; how long each took is known, not when it began.
        for (const { name, ms, model } of turn?.agents ?? [])
          tracer.add({
            ...common,
            parentId: spanId,
            name: `agent ${name}`,
            startMs: endMs - ms,
            endMs,
            attributes: { model },
          });
        for (const { name, ms, outcome } of turn?.tools ?? [])
          tracer.add({
            ...common,
            parentId: spanId,
            name: `tool ${name}`,
            startMs: endMs - ms,
            endMs,
            attributes: { outcome },
            isFailed: outcome === 'failed',
          });
        return decision;
      } catch (error) {
        tracer.add({ ...own, endMs: clock.nowMs(), attributes: { lane: loggedLaneId(lane._id) }, isFailed: true });
        throw error;
      }
    },
  };
}
