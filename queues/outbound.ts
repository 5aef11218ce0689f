// Sends what stands in a lane's outbox, in its order, once: accepted → gone; refused → later or never; unknown → look
// it up at the provider before sending again. Every SDK's own retry is off; this is the only place that repeats.
import type { Clock } from '../core/clock.ts';
import type { Crash } from '../core/crash.ts';
import type { Log } from '../core/log.ts';
import type { Channel, SendResult } from '../models/channel.ts';
import type { AppendEffect, CodeEffect, Lane, Message, OutboxItem } from '../models/lane.ts';
import type { AppendRequest, AppendResult } from '../models/lane-requests.ts';
import type { CodeDelivery } from '../models/ports.ts';
import type { Settings } from '../models/settings.ts';
import type { Hold } from './hold.ts';

export interface OutboundDeps {
  channels: ReadonlyMap<string, Channel>;
  clock: Clock;
  log: Log;
  crash: Crash;
  append(request: AppendRequest): Promise<AppendResult>;
  ring(laneId: string, kind: Lane['kind'], delayMs?: number, urgency?: number): Promise<void>;
  /** Takes one-time codes to where they belong. */
  codes?: CodeDelivery;
  /** One attempt is over. */
  onSend?(channel: string, outcome: SendResult['outcome'], code: string | undefined, accountId: string): void;
}

/** What became of one item: it leaves (with a provider id when it was accepted), or it stays for later. */
export type ItemFate = Sent | { item: OutboxItem; leaves: false };

export interface Sent {
  item: OutboxItem;
  leaves: true;
  providerId?: string;
  failedCode?: string;
  received?: Message['received'];
}

const MOST_ATTEMPTS = 12;
const LONGEST_BACKOFF_MS = 5 * 60_000;
/** Cards are there within half a minute after the desk is back. */
const LONGEST_DESK_BACKOFF_MS = 20_000;
/** So that the lane is due when its bell rings. */
const RING_LATE_MS = 15;
/** How long an unknown fate rests before the provider is asked. */
const AMBIGUOUS_WAIT_MS = 10_000;

const NOBODY_SENDS: SendResult = { outcome: 'refused', code: 'code.off', permanent: true };

export type Outbound = ReturnType<typeof createOutbound>;

export function createOutbound(deps: OutboundDeps) {
  const { clock, log, crash } = deps;

  /** Tries one item. Never throws for network faults; throws when our own store fails, or the lane is somebody else's by now. */
  async function attempt(
    lane: Lane,
    item: OutboxItem,
    settings: Settings,
    hold: Pick<Hold, 'assure'>,
  ): Promise<ItemFate> {
    if (item.cancelledAt) return { item, leaves: true };
    if (item.kind === 'effect') {
      // What it does is safe to do twice, but not for a lane that was taken away meanwhile.
      await hold.assure();
      return performEffect(lane, item, settings);
    }
    if (item.ownerEpoch < lane.ownerEpoch && item.activity?.from.role === 'bot') {
      log.info('send.overtaken', { laneId: lane._id, itemId: item.id });
      return { item: { ...item, cancelledAt: clock.now() }, leaves: true, failedCode: 'owner.changed' };
    }
    const channel = deps.channels.get(lane.reference.channel);
    if (!channel)
      return later(lane, item, { outcome: 'refused', code: 'channel.off', permanent: false, retryAfterMs: 60_000 });
    const uncertain = item.ambiguousSince !== null || (lane.takenOver && !channel.capabilities.idempotentSends);
    if (uncertain && channel.lookup) {
      const found = await lookUp(channel, lane, item);
      // Nobody to ask: it rests, and does not hold up what else there is to do.
      if (found === 'unknown') {
        deps.onSend?.(channel.id, 'ambiguous', 'no answer', lane.reference.accountId);
        return rest(item);
      }
      if (found !== null) return { item, leaves: true, providerId: found.providerId };
    }
    crash('before-send');
    if (!channel.capabilities.idempotentSends) await hold.assure();
    const result = await channel.send(lane.reference, item, settings);
    crash('after-send');
    const code = 'code' in result ? result.code : undefined;
    deps.onSend?.(channel.id, result.outcome, code, lane.reference.accountId);
    if (result.outcome === 'accepted') {
      const { providerId, received } = result;
      return { item, leaves: true, providerId, ...(received ? { received } : {}) };
    }
    if (result.outcome === 'refused' && result.isPace) {
      await deps.ring(lane._id, lane.kind, (result.retryAfterMs ?? 1_000) + RING_LATE_MS, result.urgency);
      return later(lane, item, result);
    }
    log.warn('send.failed', {
      laneId: lane._id,
      itemId: item.id,
      channel: channel.id,
      outcome: result.outcome,
      code: result.code,
    });
    return later(lane, item, result);
  }

  async function lookUp(
    channel: Channel,
    lane: Lane,
    item: OutboxItem,
  ): Promise<{ providerId: string } | 'unknown' | null> {
    try {
      const providerId = await channel.lookup!(lane.reference, item);
      return providerId === null ? null : { providerId };
    } catch (error) {
      log.warn('lookup.failed', { laneId: lane._id, itemId: item.id, channel: channel.id, error });
      return 'unknown';
    }
  }

  function rest(item: OutboxItem): ItemFate {
    const now = clock.now();
    const notBefore = new Date(now.getTime() + AMBIGUOUS_WAIT_MS);
    return { item: { ...item, notBefore, ambiguousSince: item.ambiguousSince ?? now }, leaves: false };
  }

  function later(lane: Lane, item: OutboxItem, result: Exclude<SendResult, { outcome: 'accepted' }>): ItemFate {
    if (result.outcome === 'refused' && result.isPace) {
      const notBefore = new Date(clock.nowMs() + (result.retryAfterMs ?? 1_000));
      return { item: { ...item, notBefore }, leaves: false };
    }
    const attempts = item.attempts + 1;
    // The desk is never given up: a case waits for it however long it is away.
    const isHopeless = attempts >= MOST_ATTEMPTS && lane.kind !== 'case';
    if (result.outcome === 'refused' && (result.permanent || isHopeless)) {
      return { item: { ...item, attempts }, leaves: true, failedCode: result.code };
    }
    const longest = lane.kind === 'case' ? LONGEST_DESK_BACKOFF_MS : LONGEST_BACKOFF_MS;
    const backoffMs = Math.min(500 * 2 ** Math.min(attempts - 1, 20), longest);
    const waitMs = result.outcome === 'ambiguous' ? AMBIGUOUS_WAIT_MS : Math.max(result.retryAfterMs ?? 0, backoffMs);
    const nowMs = clock.nowMs();
    const ambiguousSince = result.outcome === 'ambiguous' ? (item.ambiguousSince ?? new Date(nowMs)) : null;
    return { item: { ...item, attempts, notBefore: new Date(nowMs + waitMs), ambiguousSince }, leaves: false };
  }

  async function performEffect(lane: Lane, item: OutboxItem, settings: Settings): Promise<ItemFate> {
    if (!item.effect) return { item, leaves: true };
    crash('before-effect');
    if (item.effect.type === 'code') return sendCode(lane, item, item.effect);
    await append(item.id, item.effect, settings.quietWindowMs.default);
    crash('after-effect');
    await deps.ring(item.effect.laneId, item.effect.laneKind);
    return { item, leaves: true };
  }

  /** Puts an entry into another lane; the item's id is the entry's key, so doing it twice does it once. */
  async function append(key: string, effect: AppendEffect, quietMs: number): Promise<void> {
    const now = clock.now();
    await deps.append({
      laneId: effect.laneId,
      laneKind: effect.laneKind,
      reference: effect.reference,
      entry: { key, kind: effect.entryKind, activity: effect.activity, receivedAt: now },
      ...(effect.owner === undefined ? {} : { owner: effect.owner }),
      quietWindowMs: effect.entryKind === 'message' && effect.laneKind === 'conversation' ? quietMs : 0,
      now,
    });
  }

  /** The same challenge is the same code: sent twice it is no second one. What cannot be sent is told to its own lane. */
  async function sendCode(lane: Lane, item: OutboxItem, effect: CodeEffect): Promise<ItemFate> {
    const result = (await deps.codes?.deliver(effect, lane._id)) ?? NOBODY_SENDS;
    crash('after-effect');
    if (result.outcome === 'accepted') return { item, leaves: true };
    log.warn('code.failed', { laneId: lane._id, itemId: item.id, outcome: result.outcome, code: result.code });
    const fate = later(lane, item, result);
    if (!fate.leaves) return fate;
    const value = { challengeId: effect.challengeId, why: result.code };
    const activity = { type: 'event' as const, id: item.id, timestamp: clock.now(), from: { id: 'frontdesk' } };
    await append(
      `${item.id}-failed`,
      {
        type: 'append',
        laneId: lane._id,
        laneKind: lane.kind,
        reference: lane.reference,
        entryKind: 'action',
        activity: { ...activity, name: 'code.failed', value },
      },
      0,
    );
    return fate;
  }

  return {
    attempt,
    /** A message that was sent by being stored: the network is told as of any other, and has nothing left to do. */
    noteSent: async ({ reference }: Lane, item: OutboxItem, settings: Settings): Promise<void> => {
      const result = await deps.channels.get(reference.channel)?.send(reference, item, settings);
      if (result) deps.onSend?.(reference.channel, result.outcome, undefined, reference.accountId);
    },
  };
}
