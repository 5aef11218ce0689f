// A small HTTP server on loopback for a stand-in: reads bodies, answers JSON, and has the control addresses that all of
// them share: faults, state, and a live stream of what happens.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFaults, type FaultPlan, type Faults } from './faults.ts';

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  /** An object becomes JSON, a string text, a Buffer stays. */
  body?: unknown;
  /** Cut the connection instead of answering. */
  drop?: boolean;
  /** Written one after the other instead of a body, as a stream. */
  pieces?: string[];
  /** What ends a stream: its proper end, a cut connection, or nothing at all. */
  end?: 'proper' | 'cut' | 'never';
}

export interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  body: Buffer;
}

export interface Stage {
  url: string;
  faults: Faults;
  /** Tells everybody who watches. */
  tell(event: Record<string, unknown>): void;
  stop(): Promise<void>;
}

export interface StageOptions {
  port?: number;
  answer(call: Call): Promise<Answer>;
  /** What GET /__control/state shows. */
  state(): unknown;
  /** POST /__control/<name>: things that people do there. */
  control?: Record<string, (input: Record<string, unknown>) => Promise<unknown> | unknown>;
}

const MOST_BYTES = 30 * 1024 * 1024;

export async function serve(options: StageOptions): Promise<Stage> {
  const faults = createFaults();
  const watchers = new Set<ServerResponse>();
  const tell = (event: Record<string, unknown>) => {
    for (const watcher of watchers) watcher.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: Error) => {
      if (!response.headersSent) write(response, { status: 500, body: { error: error.message } });
      else response.destroy();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    const body = await readBody(request);
    if (url.pathname === '/__control/stream') return watch(response);
    if (url.pathname.startsWith('/__control/')) {
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('access-control-allow-headers', 'content-type');
      if (request.method === 'OPTIONS') return write(response, { status: 204 });
      return write(response, await control(url.pathname.slice('/__control/'.length), request.method ?? 'GET', body));
    }
    await faults.delay();
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const given = await options.answer({
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers,
      body,
    });
    if (given.drop) request.socket.destroy();
    else if (given.pieces) await stream(response, given, given.pieces);
    else write(response, given);
  }

  async function control(name: string, method: string, body: Buffer): Promise<Answer> {
    if (name === 'state')
      return { body: { ...(options.state() as object), faults: faults.plan(), struck: faults.struck() } };
    if (method !== 'POST') return { status: 405, body: { error: 'post it' } };
    const input = body.length > 0 ? (JSON.parse(body.toString('utf8')) as Record<string, unknown>) : {};
    if (name === 'faults') {
      faults.set(input as FaultPlan);
      tell({ what: 'faults', plan: input });
      return { body: { ok: true } };
    }
    const act = options.control?.[name];
    if (!act) return { status: 404, body: { error: `nobody can «${name}» here` } };
    try {
      return { body: (await act(input)) ?? { ok: true } };
    } catch (error) {
      return { status: 400, body: { error: (error as Error).message } };
    }
  }

  function watch(response: ServerResponse): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
    });
    response.write(': here\n\n');
    watchers.add(response);
    response.on('close', () => watchers.delete(response));
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    faults,
    tell,
    stop: async () => {
      for (const watcher of watchers) watcher.end();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function stream(response: ServerResponse, given: Answer, pieces: string[]): Promise<void> {
  response.writeHead(given.status ?? 200, given.headers ?? {});
  for (const piece of pieces) {
    response.write(piece);
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (given.end === 'cut') response.destroy();
  else if (given.end !== 'never') response.end();
}

function write(response: ServerResponse, { status = 200, headers = {}, body }: Answer): void {
  const isRaw = Buffer.isBuffer(body) || typeof body === 'string';
  const type =
    body === undefined
      ? {}
      : { 'content-type': isRaw ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8' };
  // Not chained: restify, where it shares the process, makes writeHead answer nothing.
  response.writeHead(status, { ...type, ...headers });
  response.end(isRaw || body === undefined ? body : JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += (part as Buffer).length;
    if (bytes > MOST_BYTES) throw new Error('too large');
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}
