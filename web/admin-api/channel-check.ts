// Channels on the admin pages: shown without their secrets, and tried at the provider before a change of them counts.
import type { Clock } from '../../core/clock.ts';
import type { Config } from '../../core/config.ts';
import type { Channel, ChannelCheck } from '../../models/channel.ts';
import { type ChannelHealth, healthKey, plainError } from '../../models/channel-health.ts';
import type { LiveSettings } from '../../settings/live.ts';
import {
  CHANNEL_FIELDS,
  CHANNEL_IDS,
  type ChannelId,
  type ChannelPatch,
  DESK_FIELDS,
  isSecretField,
} from '../../settings/schema.ts';
import { type ChannelSetup, isLocked, isStandIn, type StoredAccount } from '../../settings/stored-channels.ts';

export interface ChannelCheckDeps {
  live: LiveSettings;
  environment: Config;
  /** The channels as they would be with this setup, for trying them out. */
  makeChannels(setup: ChannelSetup): Channel[];
  /** Sends a test alert to every place that this configuration names. */
  tryAlerts(config: Config): Promise<ChannelCheck[]>;
  /** How each channel and account fares. */
  health(): Record<string, ChannelHealth>;
  publicUrl(): string;
  clock: Clock;
}

export interface CheckResult extends ChannelCheck {
  channel: string;
  account: string;
}

/** Each changed account by itself, as if it were the only one: a fault of another is not in the way. */
export async function checkChannels(
  patch: ChannelPatch,
  deps: ChannelCheckDeps,
  testTo?: string,
): Promise<CheckResult[]> {
  const changed = (Object.entries(patch) as [ChannelId, NonNullable<ChannelPatch[ChannelId]>][]).flatMap(
    ([id, change]): [ChannelId, string][] => [
      ...(change.fields && !change.off ? [[id, 'default'] as [ChannelId, string]] : []),
      ...Object.entries(change.accounts ?? {}).flatMap(([name, one]): [ChannelId, string][] =>
        one && !one.off ? [[id, name]] : [],
      ),
    ],
  );
  return checkAccounts(changed, deps.live.preview(patch), deps, testTo);
}

/** What an earlier revision would bring back: the accounts that are on in it and are not so now. */
export async function checkRevision(revision: number, deps: ChannelCheckDeps): Promise<CheckResult[]> {
  const earlier = await deps.live.previewOf(revision);
  if (!earlier) return [];
  const { channels: now } = deps.live.stored();
  const isSame = (one: StoredAccount | undefined, other: StoredAccount | undefined) =>
    JSON.stringify([one?.off ?? false, one?.fields]) === JSON.stringify([other?.off ?? false, other?.fields]);
  const brought = CHANNEL_IDS.flatMap((id): [ChannelId, string][] => {
    const [then, present] = [earlier.channels[id], now[id]];
    const isOwn = then && !then.off && Object.keys(then.fields).length > 0 && !isSame(then, present);
    return [
      ...(isOwn ? [[id, 'default'] as [ChannelId, string]] : []),
      ...Object.entries(then?.accounts ?? {}).flatMap(([name, one]): [ChannelId, string][] =>
        one.off || isSame(one, present?.accounts?.[name]) ? [] : [[id, name]],
      ),
    ];
  });
  return checkAccounts(brought, earlier.setup, deps);
}

async function checkAccounts(
  accounts: [ChannelId, string][],
  setup: ChannelSetup,
  deps: ChannelCheckDeps,
  testTo?: string,
): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const [id, account] of accounts) {
    const checks =
      id === 'alerts' ? await deps.tryAlerts(setup.config) : await checkOne(id, account, setup, deps, testTo);
    results.push(...checks.map((check) => ({ channel: id, account, ...check })));
  }
  return results;
}

async function checkOne(
  id: ChannelId,
  account: string,
  setup: ChannelSetup,
  deps: ChannelCheckDeps,
  testTo: string | undefined,
): Promise<ChannelCheck[]> {
  const config =
    account === 'default'
      ? setup.config
      : setup.accounts.find((one) => one.channel === id && one.accountId === account)?.config;
  const channel = config && deps.makeChannels({ config, accounts: [] }).find((one) => one.id === id);
  if (channel)
    return [
      ...((await channel.check?.()) ?? []),
      ...(channel.selfTest ? [await channel.selfTest()] : []),
      ...(testTo ? [await sendTest(channel, testTo, deps)] : []),
    ];
  return [{ name: 'settings', ok: false, detail: 'Not everything that this channel needs is there yet.' }];
}

const TEST = 'This is a test message. The channel works.';

/** One message to a number or a place that the admin chose, on the way that customers' answers take. */
async function sendTest(channel: Channel, to: string, { live, clock }: ChannelCheckDeps): Promise<ChannelCheck> {
  const reference = channel.placeFor?.(to);
  if (!reference) return { name: 'test message', ok: false, detail: `${to} is nothing that this channel can write to` };
  const createdAt = clock.now();
  const id = `test-${clock.nowMs()}`;
  const activity = {
    type: 'message',
    id,
    timestamp: createdAt,
    from: { id: 'frontdesk', role: 'bot' },
    text: TEST,
  } as const;
  const state = { notBefore: null, cancelledAt: null, ambiguousSince: null, ownerEpoch: 0, attempts: 0 };
  const sent = await channel.send(reference, { id, kind: 'send', activity, createdAt, ...state }, live.current());
  return sent.outcome === 'accepted'
    ? { name: 'test message', ok: true, detail: `the provider took it for ${to}` }
    : { name: 'test message', ok: false, detail: plainError(sent.code) };
}

/** What the stand-ins of this machine take, for somebody who wants to connect them by hand. None in production. */
export function standInValues(environment: Config) {
  const valuesOf = (id: ChannelId) =>
    CHANNEL_FIELDS[id].flatMap((name) => {
      const value = environment[name as keyof Config];
      return value === undefined ? [] : [[name, typeof value === 'object' ? value.reveal() : String(value)]];
    });
  const played = CHANNEL_IDS.filter((id) => isStandIn(id, environment));
  return Object.fromEntries(played.map((id) => [id, Object.fromEntries(valuesOf(id))]));
}

/** Every account of every channel: state, counters, address, and its fields without a secret. */
export function shownChannels(deps: ChannelCheckDeps) {
  const { channels: stored } = deps.live.stored();
  const setup = deps.live.setup();
  const on = new Set(deps.makeChannels({ config: setup.config, accounts: [] }).map((channel) => channel.id));
  if (setup.config.ALERTS_WEBHOOK_URL ?? setup.config.ALERTS_SLACK_CHANNEL) on.add('alerts');
  return CHANNEL_IDS.flatMap((id) => [
    shownAccount(id, 'default', stored[id], on.has(id), deps),
    ...Object.entries(stored[id]?.accounts ?? {}).map(([accountId, account]) => {
      const isOn = setup.accounts.some((one) => one.channel === id && one.accountId === accountId);
      return shownAccount(id, accountId, account, isOn, deps);
    }),
  ]);
}

function shownAccount(
  id: ChannelId,
  account: string,
  stored: StoredAccount | undefined,
  isOn: boolean,
  deps: ChannelCheckDeps,
) {
  const health = deps.health()[healthKey(id, account)];
  const failure = health?.failing;
  const isFirst = account === 'default';
  const path = isFirst ? `/hooks/${id}` : `/hooks/${id}/${account}`;
  return {
    id,
    account,
    on: isOn,
    off: stored?.off ?? false,
    state: !isOn ? 'off' : failure ? 'failing' : 'ok',
    ...(failure ? { lastError: failure.code, lastErrorMeans: plainError(failure.code), since: failure.at } : {}),
    ...(id === 'alerts' ? {} : { webhook: `${deps.publicUrl()}${path}` }),
    ...(health
      ? { today: health.today, lastReceivedAt: health.lastReceivedAt, lastAcceptedAt: health.lastAcceptedAt }
      : {}),
    ...(isFirst && isStandIn(id, deps.environment) && Object.keys(stored?.fields ?? {}).length === 0
      ? { standIn: true }
      : {}),
    fields: CHANNEL_FIELDS[id]
      .filter((name) => isFirst || !DESK_FIELDS.has(name))
      .map((name) =>
        shownField(
          name,
          stored,
          isFirst && isLocked(id, name, deps.environment) ? deps.environment[name as keyof Config] : undefined,
        ),
      ),
  };
}

function shownField(name: string, stored: StoredAccount | undefined, fromEnvironment: unknown) {
  const value = stored?.fields[name];
  const isSecret = isSecretField(name);
  const isLocked = fromEnvironment !== undefined;
  const plain = isSecret ? undefined : isLocked ? String(fromEnvironment) : value;
  return {
    name,
    secret: isSecret,
    locked: isLocked,
    set: isLocked || value !== undefined,
    ...(isSecret && typeof value === 'object' ? { last4: value.last4 } : {}),
    ...(typeof plain === 'string' ? { value: plain } : {}),
  };
}
