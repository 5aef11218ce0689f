// Microsoft Teams: people in personal chats, groups and channels. The SDK checks tokens behind guards of ours, and carries
// out what is said; its successor can take its place in this folder alone.

import type { Clock } from '../../core/clock.ts';
import { SupportError } from '../../core/errors.ts';
import type { Log } from '../../core/log.ts';
import { within } from '../../core/within.ts';
import type { Attachment, ConversationReference } from '../../models/activity.ts';
import type { AttachmentStore } from '../../models/attachments.ts';
import type { ShownStatus } from '../../models/case.ts';
import type { Channel, Receive, SendResult } from '../../models/channel.ts';
import type { OutboxItem } from '../../models/lane.ts';
import type { LinkStore } from '../../models/links.ts';
import { pathOf } from '../knock.ts';
import { renderWhole } from '../whole-text.ts';
import { type TeamsAccount, TeamsAdapter } from './adapter.ts';
import { changeActivity } from './change.ts';
import { findEmail } from './email.ts';
import { keepFiles } from './files.ts';
import { isTeamsHost } from './hosts.ts';
import { knockWithoutToken, selfTest } from './own-door.ts';
import { parseActivity, tenantsOf } from './parse.ts';
import { createPersonalPlaces } from './personal-places.ts';
import { showPick } from './picked.ts';
import { renderMessage } from './render.ts';
import { resultOf } from './result.ts';
import { activitySchema, type TeamsActivity } from './schema.ts';
import { showStatus } from './status.ts';

export interface TeamsDeps {
  account: TeamsAccount;
  receive: Receive;
  attachments: AttachmentStore;
  /** A signed link to a file. */
  linkToFile(attachment: Attachment): string;
  /** Which card of which case stands where. */
  links: Pick<LinkStore, 'put' | 'findThere'>;
  clock: Clock;
  log: Log;
}

const CAPABILITIES = {
  maxTextLength: 12_000,
  markdown: true,
  choices: 'buttons',
  attachments: true,
  typing: true,
  edits: true,
  idempotentSends: false,
} as const;

const TIMEOUT_MS = 10_000;
const ISSUER = 'https://api.botframework.com';
/** Where Teams answers for every region, until a conversation names its own. */
const SERVICE_URL = 'https://smba.trafficmanager.net/teams/';

export function createTeamsChannel(deps: TeamsDeps): Channel {
  const { account, clock, log } = deps;
  // The SDK waits for as long as the other side keeps it waiting.
  const timeoutMs = account.timeoutMs ?? TIMEOUT_MS;
  const personalPlace = createPersonalPlaces(log);
  let ready: Promise<{ adapter: TeamsAdapter; issuer: string }> | undefined;

  /** A stand-in names its issuer in its own metadata; the real one is known. */
  function begin(): Promise<{ adapter: TeamsAdapter; issuer: string }> {
    ready ??= issuerOf(account)
      .then((issuer) => ({ adapter: new TeamsAdapter(account, clock, issuer), issuer }))
      .catch((cause: unknown) => {
        ready = undefined;
        throw new SupportError('teams.metadata', 'the OpenID metadata cannot be read', {
          kind: 'transient',
          status: 503,
          cause,
        });
      });
    return ready;
  }

  async function webhook(request: Request): Promise<Response> {
    if (request.method !== 'POST') throw refuse('teams.method', 'Teams posts.', 405);
    const authorization = request.headers.get('authorization') ?? '';
    const { adapter, issuer } = await begin();
    // Before the SDK sees it: a foreign issuer would make it fetch and remember that tenant's keys.
    if (issuerIn(authorization) !== issuer) throw refuse('teams.token', 'This request does not come from Teams.', 401);
    const activity = readActivity(await request.text(), request.headers.get('content-type') ?? '');
    if (!isTeamsHost(activity.serviceUrl, account.serviceUrls))
      throw refuse('teams.service', 'This is not an address of Teams.', 403);
    await adapter.authenticate(activity, authorization).catch((cause: unknown) => {
      throw new SupportError('teams.token', 'This request does not come from Teams.', {
        kind: 'refused',
        status: 401,
        cause,
      });
    });
    // An activity of no tenant came by another channel of the same bot, where anybody may write.
    const tenants = tenantsOf(activity);
    if (tenants.length === 0 || tenants.some((tenant) => tenant !== account.tenantId))
      throw refuse('teams.tenant', 'This bot does not serve that tenant.', 403);
    return hear(activity, adapter);
  }

  async function hear(activity: TeamsActivity, adapter: TeamsAdapter): Promise<Response> {
    const parsed = parseActivity(activity, account.accountId, clock.now());
    if (parsed.kind === 'ignored') log.debug('teams.ignored', { why: parsed.why });
    else {
      const { reference, entry, files } = parsed;
      const isForAll = reference.extras?.shared === 'yes' && entry.kind === 'message';
      const [place, { kept, missed }] = await Promise.all([
        isForAll ? personalPlace(adapter, reference, activity.from.id) : null,
        keepFiles(files, adapter, account, deps.attachments, activity.serviceUrl),
      ]);
      if (kept.length > 0) entry.activity.attachments = kept;
      if (missed.length > 0) entry.activity.channelData = { missedFiles: missed };
      if (place) entry.activity.channelData = { ...entry.activity.channelData, privately: place };
      await deps.receive(reference, entry);
      if (activity.replyToId) void showPick(adapter, referenceFor(reference, account), reference, activity, log);
    }
    // The one synchronous answer of this network: a pressed card wants to know that it was heard.
    if (activity.type === 'invoke')
      return Response.json({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' });
    return new Response(null, { status: 202 });
  }

  /** Signed in, before anything is sent: what fails here is not in doubt. */
  async function prepare(): Promise<TeamsAdapter | null> {
    try {
      const { adapter } = await begin();
      await adapter.tokenFor('');
      return adapter;
    } catch (error) {
      log.warn('teams.sign-in', { error });
      return null;
    }
  }

  async function send(reference: ConversationReference, item: OutboxItem): Promise<SendResult> {
    const serviceUrl = reference.extras?.serviceUrl ?? '';
    if (!isTeamsHost(serviceUrl, account.serviceUrls))
      return { outcome: 'refused', code: 'service.url', permanent: true };
    const adapter = await prepare();
    if (!adapter) return { outcome: 'refused', code: 'sign.in', permanent: false };
    try {
      const to = referenceFor(reference, account);
      if (item.activity?.name === 'case.status') {
        const shown = item.activity.value as ShownStatus;
        return await within(timeoutMs, showStatus({ ...deps, adapter }, to, reference, shown));
      }
      const { rendered, received } = await renderWhole(item.activity!, deps, renderMessage);
      const { message } = rendered;
      if (item.kind !== 'send') return await within(timeoutMs, changeActivity(adapter, to, reference, item, message));
      const sent = await within(
        timeoutMs,
        adapter.withClient(to, (client) =>
          client.conversations.sendToConversation(reference.nativeId, { ...message, ...fromBot(reference) } as never),
        ),
      );
      const providerId = (sent as { id?: string }).id ?? '';
      return { outcome: 'accepted', providerId, ...(received ? { received } : {}) };
    } catch (error) {
      return resultOf(error);
    }
  }

  return {
    id: 'teams',
    capabilities: CAPABILITIES,
    webhook,
    send,
    checkDoor: async (origin) => [await knockWithoutToken(`${origin}/hooks/teams${pathOf(account.accountId)}`)],
    check: async () => {
      try {
        const { adapter } = await begin();
        await adapter.tokenFor('');
        return [{ name: 'app', ok: true, detail: 'Microsoft gives us a token' }];
      } catch (error) {
        const remedy =
          'Check app id, tenant id and client secret (its value, not its id) in the app registration; secrets expire.';
        return [{ name: 'app', ok: false, detail: `Microsoft refused us (${resultOf(error).code})`, remedy }];
      }
    },
    findAddress: async (reference) => {
      if (!isTeamsHost(reference.extras?.serviceUrl ?? '', account.serviceUrls)) return null;
      return findEmail(async () => (await begin()).adapter, referenceFor(reference, account), reference, log);
    },
    // Only Microsoft can sign: that a stranger is refused is what can be tried.
    selfTest: () => selfTest(webhook),
    placeFor: (to) =>
      /^(a:|19:|\d+:)\S{4,}$/.test(to)
        ? {
            channel: 'teams',
            accountId: account.accountId,
            nativeId: to,
            customer: { id: to },
            extras: { serviceUrl: account.serviceUrls.find(isUrl) ?? SERVICE_URL, bot: `28:${account.appId}` },
          }
        : null,
    showTyping: async (reference) => {
      if (!isTeamsHost(reference.extras?.serviceUrl ?? '', account.serviceUrls)) return;
      const { adapter } = await begin();
      await adapter.withClient(referenceFor(reference, account), (client) =>
        client.conversations.sendToConversation(reference.nativeId, { type: 'typing', ...fromBot(reference) } as never),
      );
    },
  };
}

function fromBot(reference: ConversationReference) {
  return { from: { id: reference.extras?.bot ?? '' }, conversation: { id: reference.nativeId } };
}

function referenceFor(reference: ConversationReference, account: TeamsAccount) {
  return {
    serviceUrl: reference.extras?.serviceUrl,
    channelId: reference.extras?.channelId ?? 'msteams',
    bot: { id: reference.extras?.bot ?? account.appId },
    user: { id: reference.customer.id },
    conversation: {
      id: reference.nativeId,
      ...(reference.extras?.tenant ? { tenantId: reference.extras.tenant } : {}),
    },
  };
}

const isUrl = (one: string) => /^https?:/.test(one);

async function issuerOf(account: TeamsAccount): Promise<string> {
  if (!account.openIdUrl) return ISSUER;
  const response = await fetch(account.openIdUrl, { signal: AbortSignal.timeout(5_000) });
  const { issuer } = (await response.json()) as { issuer?: string };
  return issuer ?? ISSUER;
}

/** The issuer that a bearer token claims; nothing is checked here, and nothing is believed. */
function issuerIn(authorization: string): string | null {
  const payload = /^Bearer [\w-]+\.([\w-]+)\.[\w-]*$/.exec(authorization.trim())?.[1];
  if (!payload || payload.length > 8_000) return null;
  const claims = Buffer.from(payload, 'base64url').toString('utf8');
  return /"iss"\s*:\s*"([^"\\]{1,300})"/.exec(claims)?.[1] ?? null;
}

function readActivity(text: string, contentType: string): TeamsActivity {
  if (!contentType.includes('application/json')) throw refuse('teams.type', 'Teams sends JSON.', 415);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new SupportError('teams.body', 'The body cannot be read.', { kind: 'refused', status: 400, cause });
  }
  const parsed = activitySchema.safeParse(value);
  if (!parsed.success) throw refuse('teams.activity', 'This is not an activity as Teams sends it.', 400);
  return parsed.data;
}

function refuse(code: string, message: string, status: number): SupportError {
  return new SupportError(code, message, { kind: 'refused', status });
}
