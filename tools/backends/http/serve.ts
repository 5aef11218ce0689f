// The other side of the protocol: any backends, answered over HTTP. The reference for whoever builds their own, and what the
// contracts run against.
import { SupportError } from '../../../core/errors.ts';
import type { Secret } from '../../../core/secret.ts';
import type { Backends } from '../../index.ts';
import { KEY, type Operation } from './operation.ts';
import { bodySchema, listOperations } from './protocol.ts';

const BEARER = /^Bearer (.+)$/i;

/** Answers one request; `prefix` is the path under which the protocol stands. */
export function serveBackends(
  backends: Backends,
  secret: Secret,
  prefix = '/',
): (request: Request) => Promise<Response> {
  const operations = new Map(listOperations().map((one) => [`${prefix.replace(/\/*$/, '')}/${one.path}`, one]));
  return async (request) => {
    const given = BEARER.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
    if (!secret.equals(given)) return refuse(401, 'secret.wrong');
    const found = operations.get(new URL(request.url).pathname);
    if (!found) return refuse(404, 'operation.unknown');
    if (request.method !== 'POST') return refuse(405, 'method.wrong');
    const { port, call, operation } = found;
    const values = await readValues(request, operation);
    if (!values) return refuse(400, 'request.invalid');
    const run = backends[port][call as never] as (...values: unknown[]) => Promise<unknown>;
    try {
      return Response.json({ result: (await run.apply(backends[port], values)) ?? null });
    } catch (error) {
      if (error instanceof SupportError && error.kind === 'refused') return refuse(422, error.code);
      return refuse(503, 'backend.failed');
    }
  };
}

/** The values in the order of the port's parameters; null when they are not what was agreed. */
async function readValues(request: Request, operation: Operation): Promise<unknown[] | null> {
  const key = request.headers.get('idempotency-key');
  if (KEY in operation.takes && !key) return null;
  const body = bodySchema(operation).safeParse(await request.json().catch(() => undefined));
  if (!body.success) return null;
  return Object.keys(operation.takes).map((name) => (name === KEY ? key : body.data[name]));
}

function refuse(status: number, code: string): Response {
  return Response.json({ error: { code } }, { status });
}
