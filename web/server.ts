// The HTTP shell: restify around channels that speak Request and Response. It caps bodies, maps errors, and leaves
// every decision to the channels.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import restify from 'restify';
import { WebSocketServer } from 'ws';
import type { WebChannel } from '../channels/web/index.ts';
import { errorResponse } from '../channels/web/refusal.ts';
import type { Clock } from '../core/clock.ts';
import { asSupportError, SupportError } from '../core/errors.ts';
import type { Log } from '../core/log.ts';
import type { Metrics } from '../core/metrics.ts';
import type { Channel } from '../models/channel.ts';
import { headersOf, toRequest, writeResponse } from './adapt.ts';
import { PREFIX as ADMIN_API, type AdminApi } from './admin-api/index.ts';
import { mayUse } from './admin-api/route.ts';
import type { SignIn } from './admin-api/sign-in.ts';
import { createPeerReader } from './proxies.ts';
import { answerHealth, type Health } from './routes/health.ts';
import type { Pages } from './routes/pages.ts';
import type { Playground } from './routes/playground.ts';
import { answerShopEvent, type ShopEventsDeps } from './routes/shop-events.ts';

export interface WebServerDeps {
  host: string;
  port: number;
  /** Addresses of our own proxies: what they say of who asks is believed. */
  proxies: readonly string[];
  channels: ReadonlyMap<string, Channel>;
  web: WebChannel;
  pages: Pages;
  health: Health;
  playground: Playground;
  shopEvents: ShopEventsDeps;
  admin: { api: AdminApi; signIn: SignIn; queues(request: IncomingMessage, response: ServerResponse): Promise<void> };
  metrics: Metrics;
  clock: Clock;
  log: Log;
}

export interface WebServer {
  /** Throws SupportError `port.taken` with the remedy. */
  listen(): Promise<void>;
  close(): Promise<void>;
  /** http://host:port, once listening. */
  address(): string | undefined;
}

const MOST_BODY_BYTES = 1024 * 1024;
const MOST_UPLOAD_BYTES = 10 * 1024 * 1024;
const HOOK = /^\/hooks\/([a-z]+)(?:\/([\w-]{1,64}))?$/;

export function createWebServer(deps: WebServerDeps): WebServer {
  const { log, metrics } = deps;
  const peerOf = createPeerReader(deps.proxies);
  const server = restify.createServer({ name: 'frontdesk', handleUncaughtExceptions: false } as restify.ServerOptions);
  let origin: string | undefined;
  const read = (request: IncomingMessage, mostBytes: number) =>
    toRequest(request, origin ?? 'http://localhost', mostBytes, peerOf(request));

  async function answer(request: IncomingMessage): Promise<{ response: Response; route: string }> {
    const path = (request.url ?? '/').split('?')[0]!;
    const hook = HOOK.exec(path);
    const isDirectLine = path.startsWith('/v3/directline/');
    // The second address of Teams is where every Bot Framework tool looks.
    const hookId = path === '/api/messages' ? 'teams' : hook?.[1];
    const channel = isDirectLine ? deps.web : hookId ? deps.channels.get(hookId) : undefined;
    if (channel?.webhook) {
      const most = path.endsWith('/upload') ? MOST_UPLOAD_BYTES : MOST_BODY_BYTES;
      return {
        response: await channel.webhook(await read(request, most)),
        route: isDirectLine ? 'directline' : `hooks/${channel.id}`,
      };
    }
    if (path.startsWith(`${ADMIN_API}/`))
      return {
        response: await deps.admin.api.answer(await read(request, MOST_BODY_BYTES)),
        route: 'admin',
      };
    if (path === '/api/shop/events')
      return {
        response: await answerShopEvent(await read(request, MOST_BODY_BYTES), deps.shopEvents),
        route: 'shop-events',
      };
    if (path === '/playground' || path.startsWith('/playground/')) {
      const played = await deps.playground.answer(await read(request, MOST_BODY_BYTES));
      if (played) return { response: played, route: 'playground' };
    }
    if (request.method !== 'GET' && request.method !== 'HEAD')
      throw new SupportError('path.unknown', 'There is nothing here.', { kind: 'refused', status: 404 });
    const health = await answerHealth(path, deps.health, metrics);
    if (health) return { response: health, route: path.slice(1) };
    const page = deps.pages.open(path);
    if (page) return { response: page, route: 'pages' };
    throw new SupportError('path.unknown', 'There is nothing here.', { kind: 'refused', status: 404 });
  }

  /** The queues' page is an application of its own; it is shown to operators only. */
  async function showQueues(request: IncomingMessage, out: ServerResponse): Promise<void> {
    const person = await deps.admin.signIn.personOf(
      new Request(`${origin}/`, { headers: headersOf(request, peerOf(request)) }),
    );
    if (!person || !mayUse(person.role, 'operator'))
      throw new SupportError('session.none', 'Please sign in at /admin first.', { kind: 'refused', status: 401 });
    await deps.admin.queues(request, out);
  }

  async function serve(request: IncomingMessage, out: ServerResponse): Promise<void> {
    try {
      if (/^\/admin\/queues(\/|\?|$)/.test(request.url ?? '')) return await showQueues(request, out);
      const { response, route } = await answer(request);
      metrics.countRequest(route, response.status);
      await writeResponse(response, out);
    } catch (thrown) {
      const response = errorResponse(thrown, log);
      metrics.countRequest('refused', response.status);
      await writeResponse(response, out);
    }
  }

  // One handler before routing: paths are the channels' business.
  server.pre((request, response, next) => {
    serve(request as unknown as IncomingMessage, response as unknown as ServerResponse)
      .catch((error: unknown) => log.error('response.unwritten', { error }))
      .finally(() => next(false));
  });

  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  server.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    openStream(request)
      .then((attach) => {
        sockets.handleUpgrade(request, socket, head, (client) => {
          const detach = attach(client);
          client.on('close', detach);
          client.on('error', () => client.terminate());
          client.on('message', () => undefined); // clients send "" as pings
        });
      })
      .catch((thrown: unknown) => refuseUpgrade(socket, thrown));
  });

  async function openStream(request: IncomingMessage) {
    return deps.web.openStream(await read(request, 0));
  }

  return {
    listen: () =>
      new Promise((resolve, reject) => {
        server.server.once('error', (cause: NodeJS.ErrnoException) => reject(listenError(cause, deps)));
        server.listen(deps.port, deps.host, () => {
          const { port } = server.server.address() as { port: number };
          origin = `http://${deps.host.includes(':') ? `[${deps.host}]` : deps.host}:${port}`;
          resolve();
        });
      }),
    close: async () => {
      deps.web.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.server.closeIdleConnections();
      for (const client of sockets.clients) client.terminate();
      setTimeout(() => server.server.closeAllConnections(), 2_000).unref();
      await closed;
    },
    address: () => origin,
  };
}

function listenError(cause: NodeJS.ErrnoException, { host, port }: WebServerDeps): SupportError {
  const message =
    cause.code === 'EADDRINUSE'
      ? `Port ${port} on ${host} is in use. Stop what uses it, or choose another: PORT=3979 npm start`
      : `The server cannot listen on ${host}:${port}: ${cause.message}`;
  return new SupportError('port.taken', message, { kind: 'permanent', cause });
}

/** An upgrade is refused before there is a WebSocket: plain HTTP, then the end. */
function refuseUpgrade(socket: Duplex, thrown: unknown): void {
  const error = asSupportError(thrown);
  const status = error.status ?? (error.kind === 'refused' ? 400 : 500);
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
