// Alerts: raised once, resolved once, acknowledged by a person. What is told about one rides on its own document, so that
// a crash repeats a telling at worst and never forgets one; a telling that fails is shown, and raises nothing.
import { type Connection, Schema } from 'mongoose';
import type { WatchState } from './alert-rules.ts';

export type AlertEvent = 'raised' | 'resolved';

/** Something that somebody has to be told about an alert. */
export interface Notice {
  event: AlertEvent;
  /** Where: `slack`, `webhook`. */
  to: string;
  state: 'waiting' | 'told' | 'failed';
  tries: number;
  nextAt: Date;
  error?: string;
}

export interface Alert {
  /** What it is about, with the time it was raised: the same for all its notices. */
  _id: string;
  /** What it is about: `error rate`, `channel slack`, … Only one of each is open. */
  name: string;
  text: string;
  raisedAt: Date;
  resolvedAt?: Date;
  acknowledgedBy?: string;
  acknowledgedAt?: Date;
  notices: Notice[];
}

export interface DueNotice {
  alert: Alert;
  notice: Notice;
  at: number;
}

export interface AlertStore {
  /** True when it is new: only then somebody is told, at each of the places `to`. */
  raise(name: string, text: string, at: Date, to: string[]): Promise<boolean>;
  /** True when it was open. Whoever was told of it is told that it is over. */
  resolve(name: string, at: Date): Promise<boolean>;
  acknowledge(id: string, who: string, at: Date): Promise<boolean>;
  list(limit: number): Promise<Alert[]>;
  /** Those that are raised now. */
  open(): Promise<Alert[]>;
  /** Takes the next notice that is due; it is nobody else's until `until`. Null when none is. */
  takeNotice(now: Date, until: Date): Promise<DueNotice | null>;
  settleNotice(due: DueNotice, outcome: Pick<Notice, 'state' | 'nextAt'> & { error?: string }): Promise<void>;
  states(): Promise<Map<string, WatchState>>;
  saveState(name: string, state: WatchState): Promise<void>;
}

export function createAlertStore(connection: Connection): AlertStore {
  const schema = new Schema({ _id: String, open: String }, { strict: false, versionKey: false, collection: 'alerts' });
  schema.index({ open: 1 }, { unique: true, sparse: true });
  schema.index({ 'notices.state': 1 });
  const alerts = (connection.models.Alert ?? connection.model('Alert', schema)).collection;
  const states = connection.collection('alert_states');
  const list = async (filter: object, options: object) =>
    (await alerts.find(filter, { projection: { open: 0 }, ...options }).toArray()) as unknown as Alert[];
  return {
    raise: async (name, text, at, to) => {
      const notices: Notice[] = to.map((place) => ({
        event: 'raised',
        to: place,
        state: 'waiting',
        tries: 0,
        nextAt: at,
      }));
      try {
        const _id = `${name} ${at.toISOString()}`;
        await alerts.insertOne({ _id, name, open: name, text, raisedAt: at, notices } as never);
        return true;
      } catch (error) {
        if ((error as { code?: number }).code === 11000) return false;
        throw error;
      }
    },
    resolve: async (name, at) => {
      const told = { $filter: { input: { $ifNull: ['$notices', []] }, cond: { $eq: ['$$this.event', 'raised'] } } };
      const over = { event: 'resolved', to: '$$this.to', state: 'waiting', tries: 0, nextAt: at };
      const change = {
        resolvedAt: at,
        notices: { $concatArrays: [{ $ifNull: ['$notices', []] }, { $map: { input: told, in: over } }] },
      };
      return (await alerts.updateOne({ open: name }, [{ $set: change }, { $unset: 'open' }])).modifiedCount > 0;
    },
    acknowledge: async (id, who, at) =>
      (
        await alerts.updateOne({ _id: id, acknowledgedBy: { $exists: false } } as never, {
          $set: { acknowledgedBy: who, acknowledgedAt: at },
        })
      ).matchedCount > 0,
    list: (limit) => list({}, { sort: { raisedAt: -1 }, limit }),
    open: () => list({ open: { $type: 'string' } }, {}),
    takeNotice: async (now, until) => {
      for (const alert of await list({ 'notices.state': 'waiting' }, { sort: { raisedAt: 1 }, limit: 50 })) {
        for (const [at, notice] of alert.notices.entries()) {
          if (notice.state !== 'waiting' || notice.nextAt > now || hasEarlier(alert, at)) continue;
          const path = `notices.${at}`;
          const taken = await alerts.updateOne(
            { _id: alert._id, [`${path}.state`]: 'waiting', [`${path}.nextAt`]: notice.nextAt } as never,
            { $set: { [`${path}.nextAt`]: until }, $inc: { [`${path}.tries`]: 1 } },
          );
          if (taken.modifiedCount > 0) return { alert, notice: { ...notice, tries: notice.tries + 1 }, at };
        }
      }
      return null;
    },
    settleNotice: async ({ alert, at }, outcome) => {
      const set = Object.fromEntries(Object.entries(outcome).map(([name, value]) => [`notices.${at}.${name}`, value]));
      await alerts.updateOne({ _id: alert._id } as never, { $set: set });
    },
    states: async () => {
      const found = await states.find({}).toArray();
      return new Map(found.map(({ _id, ...state }) => [String(_id), state as WatchState]));
    },
    saveState: async (name, state) => {
      if (Object.keys(state).length === 0) await states.deleteOne({ _id: name } as never);
      else await states.replaceOne({ _id: name } as never, state, { upsert: true });
    },
  };
}

/** Nobody hears that it is over before they heard of it. */
function hasEarlier(alert: Alert, at: number): boolean {
  const { to } = alert.notices[at]!;
  return alert.notices.slice(0, at).some((notice) => notice.to === to && notice.state === 'waiting');
}
