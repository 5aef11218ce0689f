// Between restify's world and ours: a node request becomes a web-standard Request with its whole, capped body, and a
// Response is written back.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SupportError } from '../core/errors.ts';

/** The header by which channels learn the peer's address; whatever a client sends under this name is dropped. */
export const PEER_HEADER = 'x-frontdesk-peer';

const BODY_TIMEOUT_MS = 15_000;

/** Throws SupportError: 415 for an encoded body, 413 for a long one, 408 for a slow one, 400 for a broken one. */
export async function toRequest(
  request: IncomingMessage,
  origin: string,
  mostBytes: number,
  peer: string,
): Promise<Request> {
  const method = request.method ?? 'GET';
  const headers = headersOf(request, peer);
  const url = safeUrl(request.url ?? '/', origin);
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method: 'GET', headers });
  if (request.headers['content-encoding'] && request.headers['content-encoding'] !== 'identity') {
    throw refused(415, 'body.encoded', 'Encoded bodies are not accepted.');
  }
  const body = await readBody(request, mostBytes);
  headers.delete('content-length');
  return new Request(url, { method, headers, ...(body.length > 0 ? { body: new Uint8Array(body) } : {}) });
}

/** The request's headers, with the address of who asks. */
export function headersOf(request: IncomingMessage, peer: string): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && name !== PEER_HEADER) headers.set(name, value);
  }
  headers.set(PEER_HEADER, peer);
  return headers;
}

function safeUrl(path: string, origin: string): URL {
  // A path such as //host would name another host.
  const url = URL.parse(`${origin}/${path.replace(/^\/+/, '')}`);
  if (!url) throw refused(400, 'path.invalid', 'The address is not valid.');
  return url;
}

async function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > mostBytes) throw refused(413, 'body.long', `The body may have ${mostBytes} bytes at most.`);
  const chunks: Buffer[] = [];
  let bytes = 0;
  const timer = setTimeout(() => request.destroy(), BODY_TIMEOUT_MS);
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw refused(413, 'body.long', `The body may have ${mostBytes} bytes at most.`);
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof SupportError) throw cause;
    throw refused(400, 'body.broken', 'The body did not arrive whole.', cause);
  } finally {
    clearTimeout(timer);
  }
  return Buffer.concat(chunks);
}

/** Writes a Response; ends quietly when the client is gone. */
export async function writeResponse(response: Response, out: ServerResponse): Promise<void> {
  if (out.destroyed || out.headersSent) return;
  out.statusCode = response.status;
  response.headers.forEach((value, name) => {
    out.setHeader(name, value);
  });
  out.setHeader('x-content-type-options', 'nosniff');
  // After a refused body the rest of it may still be coming: this connection is of no further use.
  if (response.status === 413 || response.status === 415 || response.status === 408)
    out.setHeader('connection', 'close');
  if (!response.body) {
    out.end();
    return;
  }
  if (/^application\/json|^text\//.test(response.headers.get('content-type') ?? '')) {
    out.end(Buffer.from(await response.arrayBuffer()));
    return;
  }
  await pipeline(Readable.fromWeb(response.body as never), out).catch(() => out.destroy());
}

function refused(status: number, code: string, message: string, cause?: unknown): SupportError {
  return new SupportError(code, message, { kind: 'refused', status, cause });
}
