// Knocks at a door of the whole app with everything that should not come in: each is refused with the status that it should
// have, an opaque id and nothing else; nothing is stored, and the process lives on.
import assert from 'node:assert/strict';
import type { AppStage } from '../support/app-stage.ts';

export interface BadRequest {
  name: string;
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  status: number;
}

export async function refusesAll(app: AppStage, path: string, rows: readonly BadRequest[]): Promise<void> {
  assert.ok(rows.length >= 40, `only ${rows.length} rows`);
  assert.equal(new Set(rows.map((row) => row.name)).size, rows.length, 'two rows have one name');
  const wrong: string[] = [];
  for (const row of rows) {
    const told = await knock(app.origin, path, row);
    if (told) wrong.push(`${row.name}: ${told}`);
  }
  assert.deepEqual(wrong, []);
  assert.deepEqual(await app.rows('lanes'), [], 'something was stored');
  assert.equal((await fetch(`${app.origin}/readyz`)).status, 200, 'the process is not well');
}

async function knock(origin: string, path: string, row: BadRequest): Promise<string | null> {
  const { method = 'POST', headers = {}, body, status } = row;
  const hasBody = body !== undefined && method !== 'GET';
  const response = await fetch(`${origin}${row.path ?? path}`, {
    method,
    headers,
    ...(hasBody ? { body: body as never } : {}),
  }).catch((error: Error) => error);
  // The server may cut off a body that is far too long.
  if (response instanceof Error) return status === 413 ? null : response.message;
  const text = await response.text();
  if (response.status !== status) return `${response.status}, not ${status}: ${text.slice(0, 160)}`;
  if (!/"id":"err-/.test(text)) return `no opaque id in ${text.slice(0, 160)}`;
  return /at \S+ \(|node_modules|Mongo|ECONN|ZodError|stand-in/.test(text) ? `it tells too much: ${text}` : null;
}

/** What no door takes, whatever the signature: methods, types, encodings, sizes. `sign` gives the headers of a good body. */
export function badEnvelopes(
  good: string,
  type: string,
  sign: (body: string) => Record<string, string>,
  methods: readonly string[] = ['GET', 'PUT', 'DELETE', 'PATCH'],
): BadRequest[] {
  const post = (name: string, status: number, headers: Record<string, string>, body: string | Buffer = good) => ({
    name,
    status,
    headers: { 'content-type': type, ...sign(String(body)), ...headers },
    body,
  });
  const long = good + ' '.repeat(1_200_000);
  return [
    ...methods.map((method) => ({ ...post(`method ${method}`, 405, {}), method })),
    post('plain text', 415, { 'content-type': 'text/plain' }),
    post('XML', 415, { 'content-type': 'application/xml' }),
    post('multipart', 415, { 'content-type': 'multipart/form-data; boundary=x' }),
    ...['gzip', 'deflate', 'br', 'zstd'].map((encoding) =>
      post(`encoded by ${encoding}`, 415, { 'content-encoding': encoding }),
    ),
    post('more than a megabyte', 413, {}, long),
  ];
}
