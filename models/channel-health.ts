// How each channel fares, over all instances: the provider's last error while it refuses us, and what was sent, taken in and
// refused today. Counted in memory and written every few seconds: a number may be late, an error is not.
import type { Connection } from 'mongoose';
import type { Clock } from '../core/clock.ts';

/** `slack`, or `sms/second` for an account of its own. */
export type HealthKey = string;

export interface ChannelHealth {
  /** The provider's error, and since when; absent while all is well. */
  failing?: { code: string; at: Date };
  /** Counted since midnight UTC. */
  today: { day: string; accepted: number; refused: number; received: number };
  lastAcceptedAt?: Date;
  lastReceivedAt?: Date;
}

export interface HealthBook {
  note(key: HealthKey, outcome: 'accepted' | 'refused' | 'ambiguous' | 'received', code?: string): void;
  /** What a try of the credentials said: the provider's error, or null when all is well. */
  judge(key: HealthKey, error: string | null): void;
  /** As of the last synchronisation. */
  list(): Record<HealthKey, ChannelHealth>;
  failing(): Record<HealthKey, { code: string; at: Date }>;
  /** Writes what was counted here and reads what the others know. */
  sync(): Promise<void>;
}

/** Refusals that an admin has to do something about. */
const NEEDS_ADMIN =
  /^(invalid_auth|not_authed|account_inactive|token_revoked|token_expired|missing_scope|channel_not_found|is_archived|not_in_channel|401|403|20003|ECONNREFUSED|ENOTFOUND)$/;
/** What a provider's code means, and what to do about it. */
const PLAIN: Record<string, string> = {
  invalid_auth: 'the token is not valid; copy it from the provider once more',
  not_authed: 'no token arrived; copy it from the provider once more',
  account_inactive: 'the app or its workspace was switched off; install the app again',
  token_revoked: 'the token was revoked; install the app again',
  token_expired: 'the token has expired; make a new one',
  missing_scope: 'the app may not do this; add the scopes of the manifest and install it again',
  channel_not_found: 'the channel is not there; check its id and invite the bot',
  is_archived: 'the channel is archived; unarchive it or choose another',
  not_in_channel: 'the bot is not in the channel; invite it',
  '401': 'the credentials are refused; check them at the provider',
  '403': 'we may not do this; check the permissions at the provider',
  '20003': 'Account SID and Auth Token do not belong together; copy both once more',
  '21211': 'this is not a number that can be written to',
  '21266': 'sender and recipient are the same number',
  '21408': 'the account may not write to this country; allow it under Geo Permissions',
  '21608': 'a trial account writes to verified numbers only',
  '21610': 'this number has said STOP',
  '21614': 'this number cannot receive SMS',
  'opted.out': 'this number has said STOP',
  'country.closed': 'this country is not among those served, under Policy',
  'sign.in': 'Microsoft gives us no token',
  'service.url': 'this is not an address of Teams',
  '404': 'there is no such conversation',
  ECONNREFUSED: 'nothing listens at the provider’s address',
  ENOTFOUND: 'the provider’s name cannot be resolved; check the network of this machine',
  ETIMEDOUT: 'the provider does not answer in time',
};

/** In words, where we know the code. */
export function plainError(code: string): string {
  return PLAIN[code] ? `${code} (${PLAIN[code]})` : code;
}

/** The provider itself is away: as unclear as no answer, whether something was sent or not. */
const AWAY =
  /^(internal_error|fatal_error|request_timeout|service_unavailable|http 5\d\d|ETIMEDOUT|ECONNRESET|ECONNABORTED)$/;
/** So many unclear sends in a row, and the channel counts as down whatever the reason. */
const MANY_IN_A_ROW = 5;

interface Tally {
  accepted: number;
  refused: number;
  received: number;
  inARow: number;
}

export function healthKey(channel: string, accountId = 'default'): HealthKey {
  return accountId === 'default' ? channel : `${channel}/${accountId}`;
}

/** Why cases do not reach the desk, in words, and since when; null while they do. */
export function deskTroubleOf(book: HealthBook): { why: string; since: Date } | null {
  const failing = book.failing().desk;
  return failing ? { why: plainError(failing.code), since: failing.at } : null;
}

export function createHealthBook(connection: Connection, clock: Clock): HealthBook {
  const store = connection.collection('channel_health');
  const tallies = new Map<HealthKey, Tally>();
  const news = new Map<HealthKey, ChannelHealth['failing'] | null>();
  let known: Record<HealthKey, ChannelHealth> = {};
  const dayOf = (at: Date) => at.toISOString().slice(0, 10);
  const healthOf = (key: HealthKey): ChannelHealth => {
    known[key] ??= { today: { day: dayOf(clock.now()), accepted: 0, refused: 0, received: 0 } };
    return known[key];
  };

  function note(key: HealthKey, outcome: 'accepted' | 'refused' | 'ambiguous' | 'received', code?: string): void {
    const tally = tallies.get(key) ?? { accepted: 0, refused: 0, received: 0, inARow: 0 };
    tallies.set(key, tally);
    const health = healthOf(key);
    if (outcome === 'received') {
      tally.received += 1;
      health.lastReceivedAt = clock.now();
    } else if (outcome === 'accepted') {
      tally.accepted += 1;
      tally.inARow = 0;
      health.lastAcceptedAt = clock.now();
      if (health.failing) news.set(key, null);
      delete health.failing;
    } else {
      tally.refused += 1;
      const isUnclear = outcome === 'ambiguous' || (code !== undefined && AWAY.test(code));
      if (isUnclear) tally.inARow += 1;
      const isDown = (code && NEEDS_ADMIN.test(code)) || tally.inARow >= MANY_IN_A_ROW;
      if (!isDown || health.failing) return;
      health.failing = { code: code ?? 'no answer', at: clock.now() };
      news.set(key, health.failing);
    }
  }

  function judge(key: HealthKey, error: string | null): void {
    const health = healthOf(key);
    tallies.set(key, tallies.get(key) ?? { accepted: 0, refused: 0, received: 0, inARow: 0 });
    if (error === null && health.failing) {
      delete health.failing;
      news.set(key, null);
    } else if (error !== null && !health.failing) {
      health.failing = { code: error, at: clock.now() };
      news.set(key, health.failing);
    }
  }

  async function write(): Promise<void> {
    const day = dayOf(clock.now());
    for (const [key, tally] of tallies) {
      const { lastAcceptedAt, lastReceivedAt } = healthOf(key);
      const change = news.get(key);
      const counted = { accepted: tally.accepted, refused: tally.refused, received: tally.received };
      if (change === undefined && counted.accepted + counted.refused + counted.received === 0) continue;
      // Taken off before the write: what is noted meanwhile belongs to the next one.
      Object.assign(tally, { accepted: 0, refused: 0, received: 0 });
      news.delete(key);
      const plus = (name: keyof typeof counted) => ({
        $add: [{ $cond: [{ $eq: ['$today.day', day] }, { $ifNull: [`$today.${name}`, 0] }, 0] }, counted[name]],
      });
      const set = {
        today: { day, accepted: plus('accepted'), refused: plus('refused'), received: plus('received') },
        ...(lastAcceptedAt ? { lastAcceptedAt } : {}),
        ...(lastReceivedAt ? { lastReceivedAt } : {}),
        ...(change ? { failing: change } : {}),
      };
      const update = change === null ? [{ $set: set }, { $unset: 'failing' }] : [{ $set: set }];
      await store.updateOne({ _id: key } as never, update, { upsert: true });
    }
  }

  async function sync(): Promise<void> {
    await write();
    const found = await store.find({}).toArray();
    const next: Record<HealthKey, ChannelHealth> = {};
    for (const { _id, ...health } of found) next[String(_id)] = health as unknown as ChannelHealth;
    // Errors that were noted while this was read are newer than what was read.
    for (const [key, change] of news)
      if (known[key]) next[key] = { ...known[key], ...(change ? { failing: change } : {}) };
    known = next;
  }

  return {
    note,
    judge,
    sync,
    list: () => known,
    failing: () =>
      Object.fromEntries(
        Object.entries(known).flatMap(([key, health]) => (health.failing ? [[key, health.failing]] : [])),
      ),
  };
}
