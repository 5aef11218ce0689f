// Direct Line 3.0 as a table of routes: tokens, conversations, activities, uploads, attachments. Every answer carries
// the CORS headers that its clients need; every refusal is an error with a status.
import { Readable } from 'node:stream';
import type { Clock } from '../../core/clock.ts';
import { SupportError } from '../../core/errors.ts';
import { newId } from '../../core/ids.ts';
import type { Log } from '../../core/log.ts';
import type { Secret } from '../../core/secret.ts';
import { laneIdOf } from '../../models/activity.ts';
import type { AttachmentStore } from '../../models/attachments.ts';
import type { Receive } from '../../models/channel.ts';
import type { Message, NewEntry } from '../../models/lane.ts';
import type { TranscriptReader } from '../../models/ports.ts';
import { type Limiter, refuseHaste } from './limits.ts';
import type { Links } from './links.ts';
import { parseActivity, parseJson, referenceOf, toActivity } from './parse.ts';
import { errorResponse } from './refusal.ts';
import { type ActivityBody, tokenBody, watermark } from './schema.ts';
import { keyOf, refuse, TOKEN_SECONDS, type Tokens, type Visitor } from './tokens.ts';
import { keepFiles, parseUpload } from './upload.ts';

export interface DirectLineDeps {
  secret: Secret;
  publicUrl(): string;
  /** Pages that may use the door from a browser; empty: any. */
  origins(): string[];
  receive: Receive;
  transcript: TranscriptReader;
  attachments: AttachmentStore;
  tokens: Tokens;
  links: Links;
  /** For what costs an answer: messages, uploads, new visitors. */
  limiter: Limiter;
  /** For what only reads. */
  readLimiter: Limiter;
  clock: Clock;
  log: Log;
  render(laneId: string, row: Message): Record<string, unknown>;
}

type Handler = (request: Request, params: string[], url: URL) => Promise<Response>;

const BASE = '/v3/directline';
const PAGE = 200;
const PREFLIGHT_HEADERS = 'authorization, content-type, x-ms-bot-agent, x-requested-with';

export function createDirectLine(deps: DirectLineDeps): (request: Request) => Promise<Response> {
  const { tokens, clock } = deps;
  const laneOf = (conversationId: string) =>
    laneIdOf({ channel: 'web', accountId: 'default', nativeId: conversationId });

  async function visitorFrom(request: Request): Promise<Visitor> {
    const visitor = await tokens.verify(bearerOf(request));
    refuseHaste(deps.readLimiter, keyOf(visitor));
    return visitor;
  }

  /** A visitor for a new conversation: by what the secret's owner says, or by what the shop signed. */
  async function newVisitor(request: Request): Promise<Visitor> {
    const body = tokenBody.safeParse(await optionalBody(request));
    if (!body.success)
      throw refuse(400, 'token.shape', `${body.error.issues[0]!.path.join('.')}: ${body.error.issues[0]!.message}`);
    const identity = body.data.identityToken ? await tokens.verifyIdentity(body.data.identityToken) : undefined;
    const name = identity?.name ?? body.data.user?.name;
    return {
      conversationId: newId(),
      userId: body.data.user?.id ?? newId('visitor'),
      ...(name ? { name } : {}),
      ...(identity ? { identity } : {}),
    };
  }

  async function granted(visitor: Visitor, status = 200, withStream = false, after = ''): Promise<Response> {
    const token = await tokens.issue(visitor);
    const grant = { conversationId: visitor.conversationId, token, expires_in: TOKEN_SECONDS };
    if (!withStream) return Response.json(grant, { status });
    const stream = `${deps.publicUrl().replace(/^http/, 'ws')}${BASE}/conversations/${encodeURIComponent(visitor.conversationId)}/stream`;
    return Response.json(
      {
        ...grant,
        streamUrl: `${stream}?watermark=${encodeURIComponent(after)}&t=${encodeURIComponent(token)}`,
        referenceGrammarId: null,
      },
      { status },
    );
  }

  const generate: Handler = async (request) => {
    if (!deps.secret.equals(bearerOf(request))) throw refuse(401, 'secret.invalid', 'The secret is not valid.');
    return granted(await newVisitor(request));
  };

  /** For pages without a server of their own: no secret, but limited, and never an identity that nobody signed. */
  const anonymous: Handler = async (request) => {
    refuseHaste(deps.limiter, `address ${request.headers.get('x-frontdesk-peer') ?? ''}`);
    const visitor = await newVisitor(request);
    return granted(visitor.identity ? visitor : { conversationId: visitor.conversationId, userId: newId('visitor') });
  };

  const refresh: Handler = async (request) => granted(await visitorFrom(request));

  const begin: Handler = async (request) => {
    const bearer = bearerOf(request);
    if (deps.secret.equals(bearer)) return granted(await newVisitor(request), 201, true);
    return granted(await tokens.verify(bearer), 201, true);
  };

  const resume: Handler = async (request, [conversationId], url) =>
    granted(await visitorOf(request, conversationId!), 200, true, url.searchParams.get('watermark') ?? '');

  async function visitorOf(request: Request, conversationId: string): Promise<Visitor> {
    const visitor = await visitorFrom(request);
    if (visitor.conversationId !== conversationId)
      throw refuse(403, 'token.other', 'This token is for another conversation.');
    return visitor;
  }

  const list: Handler = async (request, [conversationId], url) => {
    const visitor = await visitorOf(request, conversationId!);
    const after = watermark.safeParse(url.searchParams.get('watermark') || 0);
    if (!after.success) throw refuse(400, 'watermark.invalid', 'The watermark is not one of ours.');
    const laneId = laneOf(visitor.conversationId);
    const rows = await deps.transcript.readAfter(laneId, after.data, PAGE);
    return Response.json({
      activities: rows.map((row) => deps.render(laneId, row)),
      watermark: String(rows.at(-1)?.sequence ?? after.data),
    });
  };

  const post: Handler = async (request, [conversationId]) => {
    const visitor = await visitorOf(request, conversationId!);
    refuseHaste(deps.limiter, keyOf(visitor));
    const body = parseActivity(await jsonBody(request));
    if (body.type !== 'message') return Response.json({ id: newId() }); // typing and the like: seen, not kept
    if ((body.text ?? '').trim() === '') throw refuse(400, 'text.empty', 'The message has no text.');
    return store(visitor, body, []);
  };

  const upload: Handler = async (request, [conversationId]) => {
    const visitor = await visitorOf(request, conversationId!);
    refuseHaste(deps.limiter, keyOf(visitor));
    const type = request.headers.get('content-type') ?? '';
    if (!type.startsWith('multipart/form-data')) throw refuse(415, 'body.type', 'An upload is multipart/form-data.');
    const parsed = await parseUpload(new Uint8Array(await request.arrayBuffer()), type);
    return store(visitor, parsed.activity, await keepFiles(parsed, deps.attachments));
  };

  async function store(
    visitor: Visitor,
    body: ActivityBody,
    attachments: Awaited<ReturnType<typeof keepFiles>>,
  ): Promise<Response> {
    const activity = toActivity({ ...body, type: 'message' }, visitor, clock.now(), attachments);
    const entry: NewEntry = { key: activity.id, kind: 'message', activity, receivedAt: activity.timestamp };
    const { outcome } = await deps.receive(referenceOf(visitor), entry);
    if (outcome === 'refused') {
      throw new SupportError('lane.full', 'Too many messages are waiting. Please wait for the answers.', {
        kind: 'refused',
        status: 429,
        retryAfterMs: 5_000,
      });
    }
    return Response.json({ id: activity.id });
  }

  const attachment: Handler = async (_request, [id], url) => {
    if (!deps.links.verify(id!, url.searchParams.get('expires'), url.searchParams.get('signature')))
      throw refuse(403, 'link.invalid', 'This link is not valid any more.');
    const file = await deps.attachments.open(id!);
    if (!file) throw refuse(404, 'file.unknown', 'There is no such file.');
    const disposition = file.attachment.type.startsWith('image/') ? 'inline' : 'attachment';
    return new Response(Readable.toWeb(file.content) as ReadableStream, {
      headers: {
        'content-type': file.attachment.type,
        'content-length': String(file.attachment.bytes),
        'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(file.attachment.name)}`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
      },
    });
  };

  const routes: [string, RegExp, Handler][] = [
    ['POST', /^\/tokens\/generate$/, generate],
    ['POST', /^\/tokens\/anonymous$/, anonymous],
    ['POST', /^\/tokens\/refresh$/, refresh],
    ['POST', /^\/conversations$/, begin],
    ['GET', /^\/conversations\/([^/]+)$/, resume],
    ['GET', /^\/conversations\/([^/]+)\/activities$/, list],
    ['POST', /^\/conversations\/([^/]+)\/activities$/, post],
    ['POST', /^\/conversations\/([^/]+)\/upload$/, upload],
    ['GET', /^\/attachments\/([^/]+)$/, attachment],
  ];

  async function handle(request: Request, url: URL): Promise<Response> {
    const path = url.pathname.slice(BASE.length);
    const fitting = routes.filter(([, pattern]) => pattern.test(path));
    if (fitting.length === 0) throw refuse(404, 'path.unknown', 'There is nothing here.');
    const found = fitting.find(([method]) => method === request.method);
    if (!found) throw refuse(405, 'method.wrong', 'This address does not take that method.');
    return found[2](request, found[1].exec(path)!.slice(1).map(decode), url);
  }

  return async (request) => {
    const url = new URL(request.url);
    const origins = deps.origins();
    const cors = corsHeaders(request, origins);
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: cors });
    checkOrigin(request, origins);
    const response = await handle(request, url).catch((error: unknown) => errorResponse(error, deps.log));
    for (const [name, value] of Object.entries(cors)) response.headers.set(name, value);
    return response;
  };
}

/** Throws SupportError 403 for a page that may not use the door; programs send no origin. */
export function checkOrigin(request: Request, origins: string[]): void {
  const origin = request.headers.get('origin');
  if (origin && origins.length > 0 && !origins.includes(origin))
    throw refuse(403, 'origin.refused', 'This origin may not use this door.');
}

/** What lets a page on an allowed origin read our answers; empty for others. */
function corsHeaders(request: Request, origins: string[]): Record<string, string> {
  const origin = request.headers.get('origin');
  if (!origin || (origins.length > 0 && !origins.includes(origin))) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-allow-headers': PREFLIGHT_HEADERS,
    'access-control-max-age': '600',
    vary: 'origin',
  };
}

function bearerOf(request: Request): string {
  const match = /^Bearer (\S{1,8192})$/i.exec(request.headers.get('authorization') ?? '');
  if (!match) throw refuse(401, 'token.missing', 'A bearer token is needed.');
  return match[1]!;
}

async function jsonBody(request: Request): Promise<Record<string, unknown>> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    throw refuse(415, 'body.type', 'The body must be application/json.');
  return parseJson(new Uint8Array(await request.arrayBuffer()));
}

/** Some clients send no body, or an empty one, where everything is optional. */
async function optionalBody(request: Request): Promise<Record<string, unknown>> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  return bytes.length === 0 ? {} : parseJson(bytes);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (cause) {
    throw refuse(400, 'path.invalid', 'The address is not valid.', cause);
  }
}
