// Teams, played: the Bot Connector with its token endpoint and OpenID keys on one side, people in chats on the other. What
// people do reaches the bot with a signed token, and only with one.
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { exportJWK, SignJWT } from 'jose';
import { HELD_BACK_MS } from '../shared/faults.ts';
import { type Answer, type Call, serve } from '../shared/serve.ts';
import { createFiles, type KeptFile, makeActivity } from './activities.ts';
import type { PersonChanges, PersonSays, TeamsEmulatorOptions, TeamsPost } from './shapes.ts';
import { failure, faultOf } from './validate.ts';

export type { PersonSays, TeamsEmulatorOptions, TeamsPost } from './shapes.ts';

const ISSUER = 'https://api.botframework.com';
/** Shorter than Teams' own pauses, so that a play does not stand still. */
const RETRY_AFTER_MS = [300, 1_200, 3_000];

export type TeamsEmulator = Awaited<ReturnType<typeof startTeamsEmulator>>;

export async function startTeamsEmulator(options: TeamsEmulatorOptions = {}) {
  const appId = options.appId ?? '11111111-2222-3333-4444-555555555555';
  const appPassword = options.appPassword ?? 'stand-in-password';
  const tenantId = options.tenantId ?? 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
  let botUrl = options.botUrl ?? '';
  const retryAfterMs = options.retryAfterMs ?? RETRY_AFTER_MS;
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = {
    ...(await exportJWK(publicKey)),
    kid: 'stand-in',
    use: 'sig',
    alg: 'RS256',
    endorsements: ['msteams', 'webchat'],
  };
  const posts: TeamsPost[] = [];
  const tokens = new Set<string>();
  const people = new Map<string, { id: string; name: string; email?: string; conversations: Set<string> }>();
  /** People who have not installed the app. */
  const withoutApp = new Set<string>();
  const files = createFiles(() => stage.url);
  const bot = { id: `28:${appId}`, name: 'Frontdesk' };

  const answer = async (call: Call): Promise<Answer> => {
    if (call.path === '/.well-known/openidconfiguration')
      return {
        body: {
          issuer: ISSUER,
          authorization_endpoint: `${stage.url}/authorize`,
          jwks_uri: `${stage.url}/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
          token_endpoint_auth_methods_supported: ['private_key_jwt'],
        },
      };
    if (call.path === '/keys') return { body: { keys: [jwk] } };
    const file = files.find(call.path);
    if (file) return answerFile(call, file);
    if (call.path === '/token') return token(new URLSearchParams(call.body.toString('utf8')));
    if (call.path === '/teams/v3/conversations' && call.method === 'POST') return openChat(call);
    const roster = /^\/teams\/v3\/conversations\/([^/]+)\/members$/.exec(call.path)?.[1];
    if (roster && call.method === 'GET') return listMembers(call, decodeURIComponent(roster));
    const found = /^\/teams\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/.exec(call.path);
    if (!found) return { status: 404, body: { error: { code: 'NotFound', message: 'There is nothing here' } } };
    if (!tokens.has((call.headers.authorization ?? '').replace(/^Bearer /, '')))
      return failure(401, 'Unauthorized', 'Authorization has been denied for this request.');
    return connector(call, decodeURIComponent(found[1]!), found[2] ? decodeURIComponent(found[2]) : undefined);
  };

  /** Who is in a chat, with the addresses of their directory. */
  function listMembers(call: Call, conversation: string): Answer {
    if (!tokens.has((call.headers.authorization ?? '').replace(/^Bearer /, '')))
      return failure(401, 'Unauthorized', 'Authorization has been denied for this request.');
    const members = [...people.values()].filter((one) => one.conversations.has(conversation));
    if (members.length === 0) return failure(404, 'ConversationNotFound', 'Conversation not found.');
    return {
      body: members.map(({ id, name, email }) => ({
        id: `29:${id}`,
        name,
        aadObjectId: id,
        objectId: id,
        tenantId,
        userRole: 'user',
        ...(email ? { email, userPrincipalName: email } : {}),
      })),
    };
  }

  function answerFile(call: Call, { content, type }: KeptFile): Answer {
    if (!tokens.has((call.headers.authorization ?? '').replace(/^Bearer /, '')))
      return failure(401, 'Unauthorized', 'Authorization has been denied for this request.');
    return { headers: { 'content-type': type }, body: content };
  }

  /** A personal chat, for those who have the app. */
  function openChat(call: Call): Answer {
    if (!tokens.has((call.headers.authorization ?? '').replace(/^Bearer /, '')))
      return failure(401, 'Unauthorized', 'Authorization has been denied for this request.');
    const { members, tenantId: tenant } = JSON.parse(call.body.toString('utf8')) as {
      members?: { id?: string }[];
      tenantId?: string;
    };
    const person = members?.[0]?.id;
    if (!person || tenant !== tenantId) return failure(400, 'BadSyntax', 'Bad format of conversation');
    if (withoutApp.has(person))
      return failure(403, 'ForbiddenOperationException', 'The bot is not part of the conversation roster');
    return { status: 201, body: { id: `a:${person.replace(/^29:/, '')}` } };
  }

  function token(form: URLSearchParams): Answer {
    if (form.get('grant_type') !== 'client_credentials')
      return { status: 400, body: { error: 'unsupported_grant_type' } };
    if (form.get('client_id') !== appId || form.get('client_secret') !== appPassword)
      return { status: 401, body: { error: 'invalid_client' } };
    const made = `stand-in-${randomUUID()}`;
    tokens.add(made);
    return { body: { token_type: 'Bearer', expires_in: 3_600, ext_expires_in: 3_600, access_token: made } };
  }

  function connector(call: Call, conversation: string, activityId: string | undefined): Answer {
    const { faults } = stage;
    if (faults.strikes('rateLimited', 'activities'))
      return {
        ...failure(429, 'TooManyRequests', 'slow down'),
        headers: { 'retry-after': String(faults.plan().retryAfterSeconds ?? 1) },
      };
    if (faults.strikes('failBefore', 'activities')) return failure(502, 'BadGateway', 'unavailable');
    if (call.method === 'DELETE' && activityId) {
      const at = posts.findIndex((post) => post.id === activityId);
      if (at < 0) return failure(404, 'ActivityNotFound', 'no such activity');
      posts.splice(at, 1);
      stage.tell({ what: 'deleted', id: activityId, conversation });
      return { status: 200, body: {} };
    }
    if (call.body.length > 100 * 1024) return failure(413, 'MessageSizeTooBig', 'Message size too large.');
    const activity = JSON.parse(call.body.toString('utf8')) as Record<string, unknown>;
    const fault = faultOf(activity);
    if (fault) return failure(400, 'BadSyntax', fault);
    if (call.method === 'PUT' && activityId) {
      const known = posts.find((post) => post.id === activityId);
      if (!known) return failure(404, 'ActivityNotFound', 'no such activity');
      known.activity = activity;
      stage.tell({ what: 'updated', post: known });
      return { body: { id: activityId } };
    }
    if (call.method !== 'POST') return failure(405, 'MethodNotAllowed', 'post it');
    if (activity.type === 'typing') {
      stage.tell({ what: 'typing', conversation });
      return { status: 202, body: { id: '' } };
    }
    const made: TeamsPost = { id: nextId(), conversation, from: 'bot', activity, at: new Date().toISOString() };
    posts.push(made);
    stage.tell({ what: 'posted', post: made });
    if (faults.strikes('drop', 'activities')) return { drop: true };
    if (faults.strikes('failAfter', 'activities')) return failure(500, 'InternalError', 'oops');
    return { status: 201, body: { id: made.id } };
  }

  let last = Date.now();
  function nextId(): string {
    last = Math.max(last + 1, Date.now());
    return String(last);
  }

  function tokenFor(
    claims: Record<string, unknown> = {},
    key = privateKey,
    header: Record<string, unknown> = {},
  ): Promise<string> {
    return new SignJWT({ serviceurl: `${stage.url}/teams/`, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'stand-in', typ: 'JWT', ...header } as never)
      .setIssuer(String(claims.iss ?? ISSUER))
      .setAudience(String(claims.aud ?? appId))
      .setIssuedAt()
      .setExpirationTime((claims.exp as number | undefined) ?? '1h')
      .sign(key);
  }

  const activityOf = (input: PersonSays) =>
    makeActivity(input, { url: stage.url, bot, tenantId, nextId, attachments: files.keep(input.files ?? []) });

  async function deliver(
    activity: Record<string, unknown>,
    bearer?: string,
  ): Promise<{ status: number; body: string }> {
    const response = await fetch(botUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer ?? (await tokenFor())}` },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(15_000),
    });
    const given = { status: response.status, body: await response.text() };
    stage.tell({ what: 'delivered', status: given.status });
    return given;
  }

  /** A person writes or presses a card's button. */
  async function write(input: PersonSays): Promise<{ id: string; status: number; body: string }> {
    const activity = activityOf(input);
    const conversations = people.get(input.user.id)?.conversations ?? new Set<string>();
    people.set(input.user.id, { ...input.user, conversations });
    conversations.add((activity.conversation as { id: string }).id);
    posts.push({
      id: String(activity.id),
      conversation: (activity.conversation as { id: string }).id,
      from: input.user.name,
      activity,
      at: String(activity.timestamp),
    });
    stage.tell({ what: 'posted', post: posts.at(-1) });
    const { faults } = stage;
    const id = String(activity.id);
    if (faults.strikes('lose', 'inbound')) return { id, status: 0, body: 'lost' };
    if (faults.strikes('reorder', 'inbound')) {
      setTimeout(() => void deliverUntilTaken(activity), HELD_BACK_MS);
      return { id, status: 0, body: 'held back' };
    }
    if (faults.strikes('duplicate', 'inbound')) await deliverUntilTaken(activity);
    return { id, ...(await deliverUntilTaken(activity)) };
  }

  /** A person corrects what they wrote, or takes it away. */
  async function change({ user, id, text }: PersonChanges): Promise<{ status: number; body: string }> {
    const at = posts.findIndex((post) => post.id === id);
    const known = posts[at]!;
    if (text === null) posts.splice(at, 1);
    else known.activity = { ...known.activity, text };
    stage.tell(
      text === null ? { what: 'deleted', id, conversation: known.conversation } : { what: 'updated', post: known },
    );
    const { type: _type, ...said } = activityOf({ user, text: text ?? '', conversation: known.conversation, id });
    const [type, eventType] = text === null ? ['messageDelete', 'softDeleteMessage'] : ['messageUpdate', 'editMessage'];
    return deliverUntilTaken({ ...said, type, channelData: { ...(said.channelData as object), eventType } });
  }

  /** The same activity again, under the same id, when the bot does not answer. */
  async function deliverUntilTaken(activity: Record<string, unknown>): Promise<{ status: number; body: string }> {
    for (let tries = 0; ; tries += 1) {
      const given = await deliver(activity).catch((error: Error) => ({ status: 599, body: error.message }));
      if (given.status < 500 || tries >= retryAfterMs.length) return given;
      await new Promise((resolve) => setTimeout(resolve, retryAfterMs[tries]));
    }
  }

  const stage = await serve({
    ...(options.port === undefined ? {} : { port: options.port }),
    answer,
    state: () => ({ posts, bot, tenantId }),
    control: {
      write: (input) => write(input as never),
      change: (input) => change(input as never),
      point: ({ url }) => {
        botUrl = String(url);
      },
    },
  });
  const openIdUrl = `${stage.url}/.well-known/openidconfiguration`;
  const tokenUrl = `${stage.url}/token`;
  const serviceUrl = `${stage.url}/teams/`;
  return {
    url: stage.url,
    /** The variables that lead a server here. */
    env: {
      MICROSOFT_APP_ID: appId,
      MICROSOFT_APP_PASSWORD: appPassword,
      MICROSOFT_APP_TENANT_ID: tenantId,
      TEAMS_OPENID_URL: openIdUrl,
      TEAMS_TOKEN_URL: tokenUrl,
      TEAMS_SERVICE_URLS: serviceUrl,
    },
    openIdUrl,
    tokenUrl,
    serviceUrl,
    appId,
    appPassword,
    tenantId,
    posts,
    withoutApp,
    faults: stage.faults,
    write,
    change,
    deliver,
    activityOf,
    tokenFor,
    pointTo: (url: string) => {
      botUrl = url;
    },
    stop: stage.stop,
  };
}
