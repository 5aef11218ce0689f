// The lane's updates that need to compute inside MongoDB, as aggregation pipelines. Whatever came from outside is
// wrapped in $literal, so that no text can act as an operator.
import { createHash } from 'node:crypto';
import type { PendingTurn } from './lane.ts';
import { birthOf, entryRow, rowsOfEntries, timersAfter } from './lane-birth.ts';
import type { AppendRequest, CommitRequest, SettleRequest } from './lane-requests.ts';

const FLOOD_NOTICE_EVERY_MS = 60_000;

/** Short and of fixed size, since up to 200 of them ride in every lane. */
export function seenKeyOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 16);
}

/** The append of one entry: birth if needed, numbering, memory, flood guard, due time. */
export function appendPipeline(request: AppendRequest): Record<string, unknown>[] {
  const { entry, now, flood, owner } = request;
  const sequence = { $add: ['$sequence', 1] };
  const seenKey = seenKeyOf(entry.key);
  const numbered = { $mergeObjects: [{ $literal: entry }, { sequence: '$sequence' }] };
  const waiting = { $size: { $filter: { input: '$inbox', as: 'e', cond: { $eq: ['$$e.kind', 'message'] } } } };
  const refused = flood ? { $gte: [waiting, flood.limit] } : false;
  const dayAgo = new Date(now.getTime() - 86_400_000);
  const seen = { $filter: { input: '$seen', as: 's', cond: { $gt: ['$$s.at', dayAgo] } } };
  const quietEnd = new Date(now.getTime() + request.quietWindowMs);
  const latest = { $add: [{ $ifNull: [{ $first: '$inbox.receivedAt' }, now] }, request.quietWindowMs * 4] };
  return [
    // Whatever a newborn lane lacks comes from below; what is there already wins.
    { $replaceWith: { $mergeObjects: [{ $literal: birthOf(request) }, '$$ROOT'] } },
    { $set: { sequence, lastAppend: { sequence, refused, key: { $literal: seenKey } } } },
    {
      $set: {
        changedAt: now,
        seen: { $slice: [{ $concatArrays: [seen, [{ key: seenKey, at: now }]] }, -200] },
        inbox: {
          $cond: [
            '$lastAppend.refused',
            '$inbox',
            { $concatArrays: owner ? overtaking(numbered) : ['$inbox', [numbered]] },
          ],
        },
        dueAt: request.quietWindowMs > 0 ? { $min: [quietEnd, latest] } : now,
        ...(owner ? { owner: { $literal: owner }, ownerEpoch: { $add: ['$ownerEpoch', 1] } } : {}),
      },
    },
    ...(flood ? [floodStage(request, flood)] : []),
  ];
}

/** Who speaks now comes before what customers wrote, but after what the people before have said. */
function overtaking(numbered: Record<string, unknown>): unknown[] {
  const said = { $in: ['$$e.kind', ['owner', 'staff']] };
  const only = (cond: unknown) => ({ $filter: { input: '$inbox', as: 'e', cond } });
  return [only(said), [numbered], only({ $not: [said] })];
}

/** A refused message is stored as what it is, and the customer is told, at most once a minute. */
function floodStage(request: AppendRequest, flood: NonNullable<AppendRequest['flood']>): Record<string, unknown> {
  const { now } = request;
  const row = { ...entryRow(request.laneId, { ...request.entry, sequence: 0 }), delivery: 'refused' };
  const due = { $lte: [{ $ifNull: ['$floodSaidAt', new Date(0)] }, new Date(now.getTime() - FLOOD_NOTICE_EVERY_MS)] };
  const notice = {
    $mergeObjects: [
      {
        $literal: {
          id: flood.itemId,
          kind: 'send',
          activity: flood.notice,
          notBefore: null,
          cancelledAt: null,
          attempts: 0,
          ambiguousSince: null,
          createdAt: now,
        },
      },
      { ownerEpoch: '$ownerEpoch' },
    ],
  };
  const say = { $and: ['$lastAppend.refused', due] };
  const numberedRow = { $mergeObjects: [{ $literal: row }, { sequence: '$sequence' }] };
  return {
    $set: {
      pendingMessages: {
        $cond: ['$lastAppend.refused', { $concatArrays: ['$pendingMessages', [numberedRow]] }, '$pendingMessages'],
      },
      pendingSince: { $cond: ['$lastAppend.refused', { $ifNull: ['$pendingSince', now] }, '$pendingSince'] },
      outbox: { $cond: [say, { $concatArrays: ['$outbox', [notice]] }, '$outbox'] },
      floodSaidAt: { $cond: [say, now, '$floodSaidAt'] },
    },
  };
}

/** Acknowledge, number the rows that become visible, and release unless more is due. */
export function settlePipeline(request: SettleRequest): Record<string, unknown>[] {
  const { now, rows, turns, gone } = request;
  const numbered = rows.map((row, at) => ({
    $mergeObjects: [saidRow(request, row), { sequence: { $add: ['$sequence', at + 1] } }],
  }));
  const first: Record<string, unknown> = {};
  if (gone.length > 0) {
    first.outbox = {
      $filter: { input: '$outbox', as: 'o', cond: { $not: [{ $in: ['$$o.id', { $literal: gone }] }] } },
    };
  }
  if (rows.length > 0) {
    first.pendingMessages = { $concatArrays: ['$pendingMessages', numbered] };
    first.sequence = { $add: ['$sequence', rows.length] };
    first.pendingSince = { $ifNull: ['$pendingSince', now] };
  }
  if (turns.length > 0) {
    first.pendingTurns = { $map: { input: '$pendingTurns', as: 't', in: turns.reduce(stampedTurn, '$$t') } };
  }
  if (!request.keepTries) first.tries = 0;
  const floor = request.notBefore ?? null;
  const inboxDue = { $cond: [{ $gt: [{ $size: '$inbox' }, 0] }, { $max: ['$dueAt', floor] }, null] };
  // What is said goes in its order; an effect waits for nothing, and nothing waits for it.
  const ofKind = (cond: unknown) => ({ $filter: { input: '$outbox', as: 'o', cond } });
  const nextSaid = { $slice: [ofKind({ $ne: ['$$o.kind', 'effect'] }), 1] };
  const next = { $concatArrays: [ofKind({ $eq: ['$$o.kind', 'effect'] }), nextSaid] };
  const times = { $map: { input: next, as: 'o', in: { $ifNull: ['$$o.notBefore', now] } } };
  const outboxDue = { $cond: [{ $gt: [{ $size: '$outbox' }, 0] }, { $max: [{ $min: times }, floor] }, null] };
  const more = { $and: [{ $ne: ['$dueAt', null] }, { $lte: ['$dueAt', now] }] };
  return [
    { $set: { changedAt: now, takenOver: false, ...first } },
    { $set: { dueAt: { $min: [inboxDue, outboxDue, { $min: '$timers.at' }] }, 'tickets.said': '$sequence' } },
    {
      $set: {
        leaseUntil: { $cond: [more, new Date(now.getTime() + request.leaseMs), null] },
        worker: { $cond: [more, '$worker', null] },
      },
    },
  ];
}

/** A turn's commit as a stage before its settle: consumes the entries and remembers; what was said are the settle's rows. */
export function commitStage({ lane, entries, decision, turn, now }: CommitRequest): Record<string, unknown> {
  const keys = entries.map((entry) => entry.key);
  const rows = rowsOfEntries(lane, entries);
  const timers = timersAfter(lane, entries, decision.timers);
  return {
    $set: {
      inbox: { $filter: { input: '$inbox', as: 'e', cond: { $not: [{ $in: ['$$e.key', { $literal: keys }] }] } } },
      state: { $literal: decision.state },
      pendingMessages: { $concatArrays: ['$pendingMessages', { $literal: rows }] },
      pendingSince: { $ifNull: ['$pendingSince', now] },
      ...(turn ? { pendingTurns: { $concatArrays: ['$pendingTurns', [{ $literal: turn }]] } } : {}),
      ...(decision.owner === undefined ? {} : { owner: { $literal: decision.owner } }),
      ...(timers ? { timers: { $literal: timers } } : {}),
    },
  };
}

/** What was said stands in the outbox already; it is sent there again only where it differs by more than its time. */
function saidRow({ lane }: SettleRequest, row: SettleRequest['rows'][number]): Record<string, unknown> {
  const { activity, ...rest } = row;
  const isThere = lane.outbox.some((item) => item.id === row.key && item.activity?.text === activity.text);
  if (!isThere || activity.channelData?.turn) return { $literal: row };
  const item = { $first: { $filter: { input: '$outbox', as: 'o', cond: { $eq: ['$$o.id', { $literal: row.key }] } } } };
  const said = { $mergeObjects: ['$$item.activity', { timestamp: activity.timestamp }] };
  return { $mergeObjects: [{ $literal: rest }, { activity: { $let: { vars: { item }, in: said } } }] };
}

/** A turn that waits for its flush gets its times; nothing else of it changes after the commit. */
function stampedTurn(otherwise: unknown, { record, settled }: PendingTurn): unknown {
  const { id, responseTimeMs, sessionSeconds } = record;
  const times = { $mergeObjects: ['$$t.record', { responseTimeMs, sessionSeconds }] };
  return {
    $cond: [{ $eq: ['$$t.record.id', id] }, { $mergeObjects: ['$$t', { settled, record: times }] }, otherwise],
  };
}
