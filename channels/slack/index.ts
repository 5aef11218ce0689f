// Slack: customers in direct messages and in threads where we are mentioned, and, where a desk channel is set, the people
// who take cases. One request URL for events, buttons, forms and commands.
import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import { SupportError } from '../../core/errors.ts';
import type { Log } from '../../core/log.ts';
import { within } from '../../core/within.ts';
import type { Activity, Attachment, ConversationReference } from '../../models/activity.ts';
import type { AttachmentStore } from '../../models/attachments.ts';
import type { KnownMessages } from '../../models/caught-up.ts';
import type { Channel, Receive } from '../../models/channel.ts';
import type { NewEntry, Received } from '../../models/lane.ts';
import { renderWhole } from '../whole-text.ts';
import { createSlackCatchUp, type DeskThread } from './catch-up.ts';
import { changeMessage } from './change.ts';
import { checkSlack } from './check.ts';
import { createSlackClient, errorName, post } from './client.ts';
import type { SlackDesk } from './desk/desk.ts';
import { createDirectPlaces, namedPlace } from './direct-places.ts';
import { findEmail } from './email.ts';
import { keepFiles } from './files.ts';
import { findPosted } from './find-posted.ts';
import { knockAsSlack, selfTest } from './own-door.ts';
import { ITEM_EVENT, type Parsed, parseMessage, type SlackIdentity, timeOf } from './parse.ts';
import { parsePick, showPick } from './picked.ts';
import { createBoltDoor, readBody } from './receiver.ts';
import { renderMessage, type SlackMessage } from './render.ts';
import {
  type BlockActions,
  blockActionsSchema,
  bodySchema,
  type Envelope,
  envelopeSchema,
  homeOf,
  type MessageEvent,
  messageEventSchema,
  type SlackFile,
} from './schema.ts';
import { verifySignature } from './verify.ts';

export interface SlackAccount {
  accountId: string;
  botToken: string;
  signingSecrets: string[];
  apiUrl?: string;
  /** How long Slack may take to answer; 10 s. */
  timeoutMs?: number;
}

export interface SlackDeps {
  account: SlackAccount;
  receive: Receive;
  attachments: AttachmentStore;
  /** A signed link to a file. */
  linkToFile(attachment: Attachment): string;
  known: KnownMessages;
  /** Is there such a conversation? For threads that go on without a mention. */
  knows(laneId: string): Promise<boolean>;
  clock: Clock;
  log: Log;
  /** Where cases go, if this workspace has the desk. */
  desk?: SlackDesk;
  /** The threads of open cases there. */
  listDeskThreads?(): Promise<DeskThread[]>;
  /** The desk's Slack channel, for trying it out. */
  deskChannel?: string;
}

const CAPABILITIES = {
  maxTextLength: 11_000,
  markdown: true,
  choices: 'buttons',
  attachments: true,
  typing: false,
  edits: true,
  idempotentSends: false,
} as const;
/** Of the three seconds that Slack waits. */
const STORE_PATIENCE_MS = 1_000;
/** Asked once; the press names a team, too. */
const OWN_TEAM_PATIENCE_MS = 500;
const MOST_TRIED = 5_000;

const identitySchema = z.object({ user_id: z.string(), bot_id: z.string().optional(), team_id: z.string() });

export function createSlackChannel(deps: SlackDeps): Channel {
  const { account, clock, log } = deps;
  const client = createSlackClient({
    token: account.botToken,
    ...(account.apiUrl ? { apiUrl: account.apiUrl } : {}),
    ...(account.timeoutMs ? { timeoutMs: account.timeoutMs } : {}),
  });
  let identity: Promise<SlackIdentity & { teamId: string }> | undefined;

  /** Who we are there; asked once, and again after a failure. */
  function whoWeAre(): Promise<SlackIdentity & { teamId: string }> {
    identity ??= client.auth
      .test()
      .then((answer) => {
        const { user_id, bot_id, team_id } = identitySchema.parse(answer);
        return { teamId: team_id, botUserId: user_id, ...(bot_id ? { botId: bot_id } : {}) };
      })
      .catch((cause: unknown) => {
        identity = undefined;
        throw new SupportError('slack.identity', `Slack does not say who we are: ${errorName(cause)}`, {
          kind: 'transient',
          status: 503,
          cause,
        });
      });
    return identity;
  }

  async function render(activity: Activity): Promise<{ message: SlackMessage; received?: Received }> {
    const { rendered, ...more } = await renderWhole(activity, deps, renderMessage);
    const { isCut: _isCut, ...message } = rendered;
    return { message, ...more };
  }

  const door = createBoltDoor({
    // Without asking who we are there: Slack waits three seconds for us, and may itself be slow.
    authorize: async () => ({ botToken: account.botToken }),
    log,
    ...(account.apiUrl ? { apiUrl: account.apiUrl } : {}),
  });
  deps.desk?.listen(door.app);

  for (const name of ['message', 'app_mention'] as const) {
    door.app.event(name, async ({ body }) => {
      const envelope = envelopeSchema.safeParse(body);
      const event = messageEventSchema.safeParse(envelope.data?.event);
      if (!envelope.success || !event.success) return;
      if (deps.desk?.isDesk(event.data.channel)) return; // the desk listens for itself
      const self = botIn(envelope.data) ?? (await whoWeAre());
      await hear(parseMessage({ team_id: homeOf(envelope.data) }, event.data, self, account.accountId, clock.now()));
    });
  }

  /** False: it does not concern us. */
  async function hear(parsed: Parsed): Promise<boolean> {
    if (parsed.kind === 'ignored') {
      log.debug('slack.ignored', { why: parsed.why });
      return false;
    }
    const { reference, entry, files } = parsed;
    const laneId = `${reference.channel}|${reference.accountId}|${reference.nativeId}`;
    if (parsed.onlyIfKnown && !(await isKnown(laneId))) return false;
    const [place] = await Promise.all([
      reference.extras?.shared ? directPlace(reference) : null,
      files.length > 0 ? bringFiles(entry, files) : undefined,
    ]);
    if (place) entry.activity.channelData = { ...entry.activity.channelData, privately: place };
    await deps.receive(reference, entry);
    return true;
  }

  async function bringFiles(entry: NewEntry, files: SlackFile[]): Promise<void> {
    const { apiUrl, botToken: token } = account;
    const { kept, missed } = await keepFiles(files, {
      attachments: deps.attachments,
      token,
      ...(apiUrl ? { apiUrl } : {}),
    });
    if (kept.length > 0) entry.activity.attachments = kept;
    if (missed.length > 0) entry.activity.channelData = { missedFiles: missed };
  }

  /** Talk in a channel is ours only if the thread is; while nobody can say so, Slack shall ask again. */
  async function isKnown(laneId: string): Promise<boolean> {
    return within(STORE_PATIENCE_MS, deps.knows(laneId)).catch((cause: unknown) => {
      throw new SupportError('store.silent', 'it is not known whether this thread is ours', {
        kind: 'transient',
        status: 503,
        cause,
      });
    });
  }

  const directPlace = createDirectPlaces(client, log);

  /** Something that no webhook told us; false: we know it, or it is no customer's. */
  async function hearLost(teamId: string, event: MessageEvent, caseLane?: ConversationReference): Promise<boolean> {
    if (caseLane) return hearLostAtDesk(teamId, event, caseLane);
    if (deps.desk?.isDesk(event.channel)) return false;
    const parsed = parseMessage({ team_id: teamId }, event, await whoWeAre(), account.accountId, clock.now());
    if (parsed.kind === 'ignored' || (await deps.known.has(parsed.reference, parsed.entry.key))) return false;
    return hear(parsed);
  }

  /** A colleague's words go through the desk's own ear; those of strangers there are refused once, not at every pass. */
  async function hearLostAtDesk(team: string, event: MessageEvent, lane: ConversationReference): Promise<boolean> {
    const key = `slack:${event.ts}`;
    if (!event.user || event.bot_id || triedAtDesk.has(key) || (await deps.known.has(lane, key))) return false;
    await door.process({ type: 'event_callback', team_id: team, event }, new Headers());
    if (triedAtDesk.size >= MOST_TRIED) triedAtDesk.clear();
    triedAtDesk.add(key);
    return deps.known.has(lane, key);
  }
  const triedAtDesk = new Set<string>();

  door.app.action(/^choose:/, async ({ body, ack }) => {
    await ack();
    const parsed = blockActionsSchema.safeParse(body);
    if (parsed.success) await choose(parsed.data);
  });

  async function choose(body: BlockActions): Promise<void> {
    const team = await ownTeam(body);
    const parsed = team ? parsePick(body, team, account.accountId, clock.now()) : null;
    if (!parsed) return;
    await hear(parsed);
    void showPick(client, body, log);
  }

  /** With Slack Connect a press names the workspace of whoever pressed. */
  async function ownTeam({ team }: BlockActions): Promise<string | undefined> {
    const known = await within(OWN_TEAM_PATIENCE_MS, whoWeAre()).catch(() => null);
    return known?.teamId ?? team?.id;
  }

  async function webhook(request: Request): Promise<Response> {
    if (request.method !== 'POST') throw refuse('slack.method', 'Slack posts.', 405);
    const text = await request.text();
    verifySignature(text, request.headers, account.signingSecrets, clock.nowMs());
    const body = readBody(text, request.headers.get('content-type') ?? '');
    if (body.type === 'url_verification') return Response.json({ challenge: String(body.challenge ?? '') });
    const shape = bodySchema.safeParse(body);
    if (!shape.success) throw refuse('slack.shape', 'This is not a request as Slack sends it.', 400);
    return door.process(shape.data, request.headers);
  }

  return {
    id: 'slack',
    capabilities: CAPABILITIES,
    webhook,
    send: async (reference, item) => {
      const { channel, thread } = placeOf(reference.extras);
      const activity = item.activity!;
      const { message = null, received } = item.kind === 'delete' ? {} : await render(activity);
      if (item.kind !== 'send') return changeMessage(client, channel, item, message);
      const metadata = { event_type: ITEM_EVENT, event_payload: { id: item.id } };
      const person = activity.from.role === 'user' ? { username: activity.from.name ?? 'Colleague' } : {};
      const sent = await post(() =>
        client.chat.postMessage({
          channel,
          ...message,
          ...person,
          metadata,
          unfurl_links: false,
          unfurl_media: false,
          ...(thread ? { thread_ts: thread } : {}),
        } as never),
      );
      return sent.outcome === 'accepted' && received ? { ...sent, received } : sent;
    },
    findAddress: (reference) => findEmail(client, reference, log),
    catchUp: createSlackCatchUp({
      client,
      accountId: account.accountId,
      known: deps.known,
      teamId: async () => (await whoWeAre()).teamId,
      listDeskThreads: async () => (await deps.listDeskThreads?.()) ?? [],
      hear: hearLost,
      act: async (caseLane, key, name, value) => {
        const [at, from] = [clock.now(), { id: 'frontdesk', role: 'bot' as const }];
        const activity = { type: 'event' as const, name, id: key, timestamp: at, from, value };
        await deps.receive(caseLane, { key, kind: 'action', receivedAt: at, activity });
      },
    }),
    checkDoor: async (origin) => [await knockAsSlack(origin, account, clock.nowMs())],
    selfTest: () => selfTest(webhook, account, clock.nowMs()),
    placeFor: (to) => namedPlace(to, account.accountId),
    check: () => checkSlack(client, deps.desk ? deps.deskChannel : undefined),
    lookup: (reference, item) => findPosted(client, placeOf(reference.extras), item.id),
  };
}

/** The event names the bot that it was made for. */
function botIn({ authorizations }: Envelope): SlackIdentity | null {
  const own = authorizations?.find((one) => one.is_bot === true && one.user_id);
  return own?.user_id ? { botUserId: own.user_id } : null;
}

function placeOf(extras: Record<string, string> | undefined): { channel: string; thread?: string } {
  return { channel: extras?.channel ?? '', ...(extras?.thread ? { thread: extras.thread } : {}) };
}

function refuse(code: string, message: string, status: number): SupportError {
  return new SupportError(code, message, { kind: 'refused', status });
}

export { timeOf };
