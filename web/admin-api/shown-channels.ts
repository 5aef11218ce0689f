// Channels as the admin pages show them: every account with its state, counters and address, and its fields without a secret.
import { z } from 'zod';
import type { Config } from '../../core/config.ts';
import { healthKey, plainError } from '../../models/channel-health.ts';
import { CHANNEL_FIELDS, CHANNEL_IDS, type ChannelId, DESK_FIELDS, isSecretField } from '../../settings/schema.ts';
import { isLocked, isStandIn, type StoredAccount } from '../../settings/stored-channels.ts';
import { count } from './answers.ts';
import type { ChannelCheckDeps } from './channel-check.ts';

const fieldAnswer = z.object({
  name: z.string(),
  secret: z.boolean(),
  locked: z.boolean().describe('The environment sets it.'),
  set: z.boolean(),
  last4: z.string().optional().describe('Of a secret; it is never shown as a whole.'),
  value: z.string().optional().describe('Of what is no secret.'),
});
type ShownField = z.infer<typeof fieldAnswer>;

export const channelAnswer = z.object({
  id: z.enum(CHANNEL_IDS as [ChannelId, ...ChannelId[]]),
  account: z.string(),
  on: z.boolean(),
  off: z.boolean(),
  state: z.enum(['off', 'failing', 'ok']),
  lastError: z.string().optional(),
  lastErrorMeans: z.string().optional(),
  since: z.date().optional(),
  webhook: z.string().optional(),
  today: z.object({ day: z.string(), accepted: count, refused: count, received: count }).optional(),
  lastReceivedAt: z.date().optional(),
  lastAcceptedAt: z.date().optional(),
  standIn: z.boolean().optional(),
  fields: z.array(fieldAnswer),
});
type ShownChannel = z.infer<typeof channelAnswer>;

/** What the stand-ins of this machine take, for somebody who wants to connect them by hand. None in production. */
export function standInValues(environment: Config): Record<string, Record<string, string>> {
  const valuesOf = (id: ChannelId) =>
    CHANNEL_FIELDS[id].flatMap((name): [string, string][] => {
      const value = environment[name as keyof Config];
      return value === undefined ? [] : [[name, typeof value === 'object' ? value.reveal() : String(value)]];
    });
  const played = CHANNEL_IDS.filter((id) => isStandIn(id, environment));
  return Object.fromEntries(played.map((id) => [id, Object.fromEntries(valuesOf(id))]));
}

/** Every account of every channel: state, counters, address, and its fields without a secret. */
export function shownChannels(deps: ChannelCheckDeps): ShownChannel[] {
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
): ShownChannel {
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

function shownField(name: string, stored: StoredAccount | undefined, fromEnvironment: unknown): ShownField {
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
