// Several accounts of one network behind one channel: each hears at its own address, /hooks/<channel>/<account>, and
// answers where it was written to. Part of the composition root.
import { SupportError } from '../core/errors.ts';
import type { ConversationReference } from '../models/activity.ts';
import type { Channel, ChannelCheck } from '../models/channel.ts';

/** `default` is the account of the environment, or the first of the admin pages; it may be missing. */
export function joinAccounts(id: string, accounts: ReadonlyMap<string, Channel>): Channel {
  const own = accounts.get('default');
  if (own && accounts.size === 1) return own;
  const any = own ?? [...accounts.values()][0]!;
  const of = ({ accountId }: ConversationReference) => accounts.get(accountId);
  return {
    id,
    capabilities: any.capabilities,
    webhook: async (request) => {
      const account = accounts.get(accountOf(new URL(request.url), accounts));
      if (!account?.webhook)
        throw new SupportError('account.unknown', 'There is nothing here.', { kind: 'refused', status: 404 });
      return account.webhook(request);
    },
    send: async (reference, item, settings) =>
      (await of(reference)?.send(reference, item, settings)) ?? {
        outcome: 'refused',
        code: 'account.off',
        permanent: false,
        retryAfterMs: 60_000,
      },
    // Null means that it is not there; an account that is off cannot know, and its send will wait.
    lookup: async (reference, item) => (await of(reference)?.lookup?.(reference, item)) ?? null,
    ...(any.catchUp
      ? {
          catchUp: async (since: Date, until: Date) => {
            let found = 0;
            for (const account of accounts.values()) found += (await account.catchUp?.(since, until)) ?? 0;
            return found;
          },
        }
      : {}),
    ...(any.sendCode ? { sendCode: any.sendCode } : {}),
    findAddress: async (reference) => (await of(reference)?.findAddress?.(reference)) ?? null,
    showTyping: async (reference, progress) => of(reference)?.showTyping?.(reference, progress),
    checkDoor: async (origin) => {
      const all: ChannelCheck[] = [];
      for (const [name, account] of accounts) all.push(...named(name, (await account.checkDoor?.(origin)) ?? []));
      return all;
    },
    check: async () => {
      const all: ChannelCheck[] = [];
      for (const [name, account] of accounts) all.push(...named(name, (await account.check?.()) ?? []));
      return all;
    },
  };
}

/** A further account's checks say whose they are. */
function named(name: string, checks: ChannelCheck[]): ChannelCheck[] {
  return checks.map((check) => ({ ...check, name: name === 'default' ? check.name : `${name}: ${check.name}` }));
}

/** By the address; a status callback names the conversation, and with it the account, instead. */
function accountOf({ pathname, searchParams }: URL, accounts: ReadonlyMap<string, Channel>): string {
  const name = pathname.split('/')[3];
  if (name !== undefined && accounts.has(name)) return name;
  if (name === 'status') return searchParams.get('lane')?.split('|')[1] ?? 'default';
  return name === undefined || pathname === '/api/messages' ? 'default' : name;
}
