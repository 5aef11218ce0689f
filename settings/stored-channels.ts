// Channels as the settings keep them: fields by name, secrets sealed, one account or several. What they come to is a
// configuration for each account; the environment wins where it says something, for it is a lock.
import { type Config, readConfig } from '../core/config.ts';
import { SupportError } from '../core/errors.ts';
import {
  CHANNEL_FIELDS,
  CHANNEL_IDS,
  type ChannelId,
  type ChannelPatch,
  DESK_FIELDS,
  isAccountId,
  isSecretField,
} from './schema.ts';
import type { Sealed, Sealer } from './sealed.ts';

export interface StoredAccount {
  off?: boolean;
  fields: Record<string, string | Sealed>;
}
export interface StoredChannel extends StoredAccount {
  /** Further accounts of the same network, by the name that stands in their address. */
  accounts?: Record<string, StoredAccount>;
}
export type StoredChannels = Partial<Record<ChannelId, StoredChannel>>;

/** One account beside the channel's own, with everything it needs. */
export interface AccountSetup {
  channel: ChannelId;
  accountId: string;
  config: Config;
}
/** What the networks are made from. */
export interface ChannelSetup {
  config: Config;
  accounts: AccountSetup[];
}

export interface ChannelRules {
  environment: Config;
  sealer: Sealer;
}

/** Throws SupportError `config.invalid` that names what is missing or wrong. */
export function setupOf(stored: StoredChannels, rules: ChannelRules): ChannelSetup {
  return { config: configOf(stored, rules), accounts: accountsOf(stored, rules) };
}

/** Played by a stand-in of this machine: what an admin puts in its place counts, as a whole. */
export function isStandIn(id: ChannelId, environment: Config): boolean {
  return (environment.STAND_IN_CHANNELS ?? '').split(',').includes(id);
}

/** Whether the environment has the last word on this field. */
export function isLocked(id: ChannelId, name: string, environment: Config): boolean {
  return environment[name as keyof Config] !== undefined && !isStandIn(id, environment);
}

function configOf(stored: StoredChannels, { environment, sealer }: ChannelRules): Config {
  const all = plainOf(environment);
  let isOurs = false;
  for (const id of CHANNEL_IDS) {
    const channel = stored[id];
    const fields = Object.entries(channel?.fields ?? {});
    // Switched off, it is off whoever set it; a lock is about values.
    if (!channel || !(channel.off || fields.length > 0)) continue;
    isOurs = true;
    if (channel.off || isStandIn(id, environment)) for (const name of CHANNEL_FIELDS[id]) delete all[name];
    if (channel.off) continue;
    for (const [name, value] of fields) all[name] ??= plain(name, name, value, sealer);
  }
  return isOurs ? readConfig(all) : environment;
}

/** The environment knows one account of each network: nothing of it counts for a further one. */
function accountsOf(stored: StoredChannels, { environment, sealer }: ChannelRules): AccountSetup[] {
  const channelFields = new Set<string>(Object.values(CHANNEL_FIELDS).flat());
  const house = Object.fromEntries(Object.entries(plainOf(environment)).filter(([name]) => !channelFields.has(name)));
  return CHANNEL_IDS.flatMap((channel) =>
    Object.entries(stored[channel]?.accounts ?? {}).flatMap(([accountId, account]) => {
      if (account.off || Object.keys(account.fields).length === 0) return [];
      const fields = Object.entries(account.fields).map(([name, value]) => [
        name,
        plain(name, `${accountId}/${name}`, value, sealer),
      ]);
      return [{ channel, accountId, config: readConfig({ ...house, ...Object.fromEntries(fields) }) }];
    }),
  );
}

/** The channels after a change. Throws SupportError `settings.invalid` (400). */
export function patchChannels(stored: StoredChannels, patch: ChannelPatch, rules: ChannelRules): StoredChannels {
  const next: StoredChannels = structuredClone(stored);
  for (const [id, change] of Object.entries(patch) as [ChannelId, NonNullable<ChannelPatch[ChannelId]>][]) {
    const known = next[id] ?? { fields: {} };
    for (const name of Object.keys(change.fields ?? {}))
      if (isLocked(id, name, rules.environment)) throw invalid(`${name} is set by the environment, which is a lock`);
    patchAccount(id, known, change, (name) => name, rules.sealer);
    for (const [accountId, account] of Object.entries(change.accounts ?? {})) {
      if (!isAccountId(accountId)) throw invalid(`${accountId} cannot name an account: small letters, digits and -`);
      if (id === 'alerts') throw invalid('alerts are told in one place of each kind');
      known.accounts ??= {};
      if (account === null) {
        delete known.accounts[accountId];
        continue;
      }
      const one = known.accounts[accountId] ?? { fields: {} };
      const desk = Object.keys(account.fields ?? {}).find((name) => DESK_FIELDS.has(name));
      if (desk) throw invalid(`${desk} belongs to the first workspace: there is one desk`);
      patchAccount(id, one, account, (name) => `${accountId}/${name}`, rules.sealer);
      known.accounts[accountId] = one;
    }
    next[id] = known;
  }
  return next;
}

interface AccountPatch {
  off?: boolean | undefined;
  fields?: Record<string, string | null> | undefined;
}

function patchAccount(
  channel: ChannelId,
  known: StoredAccount,
  change: AccountPatch,
  boundTo: (name: string) => string,
  sealer: Sealer,
): void {
  for (const [name, value] of Object.entries(change.fields ?? {})) {
    if (!(CHANNEL_FIELDS[channel] as readonly string[]).includes(name))
      throw invalid(`${name} is not a field of ${channel}`);
    if (value === null || value === '') delete known.fields[name];
    else known.fields[name] = isSecretField(name) ? sealer.seal(boundTo(name), value) : value;
  }
  if (change.off !== undefined) known.off = change.off;
}

/** Every sealed secret under the sealer's present key; null when all are already. */
export function resealChannels(stored: StoredChannels, sealer: Sealer): StoredChannels | null {
  const next = structuredClone(stored);
  let changed = 0;
  const reseal = (account: StoredAccount, boundTo: (name: string) => string) => {
    for (const [name, value] of Object.entries(account.fields)) {
      if (typeof value === 'string' || value.key === sealer.key()) continue;
      account.fields[name] = sealer.seal(boundTo(name), sealer.open(boundTo(name), value).reveal());
      changed += 1;
    }
  };
  for (const channel of Object.values(next)) {
    reseal(channel, (name) => name);
    for (const [id, account] of Object.entries(channel.accounts ?? {})) reseal(account, (name) => `${id}/${name}`);
  }
  return changed > 0 ? next : null;
}

/** Everything but the secrets, for the export. */
export function withoutSecrets(stored: StoredChannels): Record<string, unknown> {
  const open = ({ off, fields }: StoredAccount) => ({
    off: off ?? false,
    fields: Object.fromEntries(Object.entries(fields).filter(([name]) => !isSecretField(name))),
  });
  return Object.fromEntries(
    Object.entries(stored).map(([id, channel]) => {
      const accounts = Object.entries(channel.accounts ?? {}).map(([name, account]) => [name, open(account)]);
      return [id, { ...open(channel), ...(accounts.length > 0 ? { accounts: Object.fromEntries(accounts) } : {}) }];
    }),
  );
}

function plain(name: string, boundTo: string, value: string | Sealed, sealer: Sealer): string {
  if (typeof value === 'string') return value;
  return isSecretField(name) ? sealer.open(boundTo, value).reveal() : '';
}

function plainOf(environment: Config): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined) continue;
    all[name] = typeof value === 'object' ? value.reveal() : String(value);
  }
  return all;
}

function invalid(message: string): SupportError {
  return new SupportError('settings.invalid', message, { kind: 'refused', status: 400 });
}
