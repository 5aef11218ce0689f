// The watch that raises alerts and tells people of them: one instance at a time looks at the facts every few seconds. What it
// cannot tell is noted on the alert and shown; it never becomes an alert. Part of the composition root.
import { createHmac } from 'node:crypto';
import { createSlackClient } from '../channels/slack/client.ts';
import type { Clock } from '../core/clock.ts';
import type { Config } from '../core/config.ts';
import { SupportError } from '../core/errors.ts';
import type { Log } from '../core/log.ts';
import { DESK_UNREACHABLE, type Facts, type Reading, readingsOf, step } from '../models/alert-rules.ts';
import type { AlertStore, DueNotice } from '../models/alerts.ts';
import type { ChannelCheck } from '../models/channel.ts';
import type { Pace } from '../models/pace.ts';
import type { SettingsSource } from '../models/settings.ts';

/** Somewhere that alerts are told. Throws when it was not taken. */
export interface AlertPlace {
  id: 'slack' | 'people' | 'webhook';
  /** Only some alerts are told here; left out: all. */
  takes?(name: string): boolean;
  tell(due: DueNotice): Promise<void>;
}

export interface WatchParts {
  facts(): Promise<Facts>;
  alerts: AlertStore;
  settings: SettingsSource;
  places(): AlertPlace[];
  /** Done with every look, after the alerts. */
  besides?(): Promise<void>;
  pace: Pace;
  clock: Clock;
  log: Log;
}

export interface Watch {
  start(): void;
  stop(): void;
  /** Judges and tells once; does nothing while another instance has just done so. */
  look(): Promise<void>;
}

const EVERY_MS = 5_000;
const TELLING_LEASE_MS = 30_000;
const MOST_TRIES = 8;
const MOST_TELLINGS = 20;
const LONGEST_WAIT_MS = 10 * 60_000;
const TIMEOUT_MS = 5_000;

export function createWatch(parts: WatchParts): Watch {
  const { alerts, settings, clock, log, pace } = parts;
  let timer: NodeJS.Timeout | undefined;
  let isLooking = false;

  async function judgeAll(): Promise<void> {
    const limits = settings.current().alerts;
    const [facts, states, raised] = await Promise.all([parts.facts(), alerts.states(), alerts.open()]);
    const readings = readingsOf(facts, limits);
    const isOpen = new Set(raised.map((alert) => alert.name));
    const seen = new Set(readings.map((reading) => reading.name));
    // A channel that was switched off, or that nobody writes on any more, is no longer in trouble.
    const gone = [...isOpen].filter((name) => !seen.has(name)).map(nothingOf);
    for (const reading of [...readings, ...gone]) {
      const before = states.get(reading.name) ?? {};
      const { state, act } = step(before, reading, isOpen.has(reading.name), clock.now(), limits.holdSeconds);
      if (JSON.stringify(state) !== JSON.stringify(before)) await alerts.saveState(reading.name, state);
      if (act === 'raise') await raise(reading);
      if (act === 'resolve' && (await alerts.resolve(reading.name, clock.now())))
        log.info('alert.resolved', { name: reading.name });
    }
  }

  async function raise({ name, text, value, limit }: Reading): Promise<void> {
    const told = parts.places().filter((place) => place.takes?.(name) ?? true);
    const places = told.map((place) => place.id);
    if (await alerts.raise(name, text, clock.now(), places)) log.warn('alert.raised', { name, value, limit });
  }

  async function tellAll(): Promise<void> {
    const places = new Map(parts.places().map((place) => [place.id as string, place]));
    for (let told = 0; told < MOST_TELLINGS; told += 1) {
      const now = clock.now();
      const due = await alerts.takeNotice(now, new Date(now.getTime() + TELLING_LEASE_MS));
      if (!due) return;
      await tell(due, places.get(due.notice.to));
    }
  }

  async function tell(due: DueNotice, place: AlertPlace | undefined): Promise<void> {
    const now = clock.now();
    if (!place)
      return alerts.settleNotice(due, { state: 'failed', nextAt: now, error: 'This place is not set any more.' });
    try {
      await place.tell(due);
      await alerts.settleNotice(due, { state: 'told', nextAt: now });
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown.message : String(thrown);
      const isLast = due.notice.tries >= MOST_TRIES;
      const waitMs = Math.min(5_000 * 2 ** due.notice.tries, LONGEST_WAIT_MS);
      const nextAt = new Date(now.getTime() + waitMs);
      await alerts.settleNotice(due, { state: isLast ? 'failed' : 'waiting', nextAt, error });
      log.warn('alert.untold', { to: due.notice.to, tries: due.notice.tries, error: thrown });
    }
  }

  async function look(): Promise<void> {
    if ((await pace.take('watch', EVERY_MS - 1_000, clock.now())) > 0) return;
    await judgeAll();
    await tellAll();
    await parts.besides?.();
  }

  const quietly = () => {
    // A look that takes longer than the beat is not overtaken by the next.
    if (isLooking) return;
    isLooking = true;
    look()
      .catch((error: unknown) => log.warn('watch.failed', { error }))
      .finally(() => {
        isLooking = false;
      });
  };
  return {
    look,
    start: () => {
      timer = setInterval(quietly, EVERY_MS);
    },
    stop: () => clearInterval(timer),
  };
}

function nothingOf(name: string): Reading {
  return { name, value: 0, limit: 0, verdict: 'good', text: '', isImmediate: true };
}

/**
 * The places that the configuration names: a Slack channel, a webhook, both or none; and the people who look after the desk, who
 * are told directly when it cannot be reached.
 */
export function alertPlaces(config: Config, adminUrl: string, clock: Clock, people: readonly string[]): AlertPlace[] {
  const places: AlertPlace[] = [];
  const own = people.filter((id) => /^[UW][A-Z0-9]+$/.test(id));
  if (own.length > 0 && config.SLACK_BOT_TOKEN) places.push(peoplePlace(config, own, adminUrl));
  if (config.ALERTS_SLACK_CHANNEL && config.SLACK_BOT_TOKEN)
    places.push(slackPlace(config, config.ALERTS_SLACK_CHANNEL, adminUrl));
  if (config.ALERTS_WEBHOOK_URL && config.ALERTS_WEBHOOK_SECRET)
    places.push(webhookPlace(config.ALERTS_WEBHOOK_URL, config.ALERTS_WEBHOOK_SECRET.reveal(), adminUrl, clock));
  return places;
}

function clientOf(config: Config) {
  return createSlackClient({
    token: config.SLACK_BOT_TOKEN!.reveal(),
    ...(config.SLACK_API_URL ? { apiUrl: config.SLACK_API_URL } : {}),
  });
}

function alertText({ alert, notice }: DueNotice, adminUrl: string): string {
  if (notice.event === 'resolved') return `✅ Over: *${alert.name}*`;
  return `⚠️ *${alert.name}*: ${alert.text}\n<${adminUrl}#/alerts|Look after it>`;
}

function slackPlace(config: Config, channel: string, adminUrl: string): AlertPlace {
  const client = clientOf(config);
  return {
    id: 'slack',
    tell: async (due) => {
      await client.chat.postMessage({ channel, text: alertText(due, adminUrl), unfurl_links: false });
    },
  };
}

/** A direct message to each. Whoever has left does not keep the others from hearing of it. */
function peoplePlace(config: Config, people: readonly string[], adminUrl: string): AlertPlace {
  const client = clientOf(config);
  return {
    id: 'people',
    takes: (name) => name === DESK_UNREACHABLE,
    tell: async (due) => {
      const text = alertText(due, adminUrl);
      const told = await Promise.allSettled(
        people.map((channel) => client.chat.postMessage({ channel, text, unfurl_links: false })),
      );
      const failed = told.find((one) => one.status === 'rejected');
      if (failed && told.every((one) => one.status === 'rejected')) throw failed.reason;
    },
  };
}

/** Signed as `v1=` HMAC-SHA256 of `<timestamp>.<body>`; `id` and `event` tell a repeated delivery. */
export function signAlert(secret: string, timestamp: string, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}

function webhookPlace(url: string, secret: string, adminUrl: string, clock: Clock): AlertPlace {
  return {
    id: 'webhook',
    tell: async ({ alert, notice }) => {
      const { _id: id, name, text, raisedAt, resolvedAt } = alert;
      const body = JSON.stringify({
        id,
        event: `alert.${notice.event}`,
        name,
        text,
        raisedAt,
        resolvedAt,
        link: `${adminUrl}#/alerts`,
      });
      const timestamp = String(Math.floor(clock.nowMs() / 1_000));
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        headers: {
          'content-type': 'application/json',
          'x-frontdesk-timestamp': timestamp,
          'x-frontdesk-signature': signAlert(secret, timestamp, body),
        },
        body,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (!response.ok)
        throw new SupportError('alert.refused', `The webhook answered ${response.status}.`, { kind: 'transient' });
    },
  };
}

/** Tells each place once that this is a test, and what it answered. */
export async function tryPlaces(places: AlertPlace[], clock: Clock): Promise<ChannelCheck[]> {
  if (places.length === 0)
    return [
      {
        name: 'alerts',
        ok: false,
        detail: 'no place is named',
        remedy: 'Give a Slack channel, or an address and its secret.',
      },
    ];
  const now = clock.now();
  const notice = { event: 'raised', to: '', state: 'waiting', tries: 1, nextAt: now } as const;
  const alert = {
    _id: `test ${now.toISOString()}`,
    name: 'test',
    text: 'This is a test; nothing is wrong.',
    raisedAt: now,
    notices: [],
  };
  return Promise.all(
    places.map(async (place): Promise<ChannelCheck> => {
      try {
        await place.tell({ alert, notice, at: 0 });
        return { name: place.id, ok: true, detail: 'took the test alert' };
      } catch (thrown) {
        const detail = thrown instanceof Error ? thrown.message : String(thrown);
        return { name: place.id, ok: false, detail, remedy: REMEDIES[place.id] };
      }
    }),
  );
}

const REMEDIES: Record<AlertPlace['id'], string> = {
  people: 'Name people in the workspace as leads of the desk.',
  slack: 'Invite the bot into the channel and paste the channel’s id (C…).',
  webhook: 'The address must answer 2xx to a POST within five seconds.',
};
