// The ports as a shop's own systems answer them over HTTP: each call is one request with a time limit, each answer is
// checked, and what went wrong is said as a SupportError. Repeating is not done here.
import { SupportError } from '../../../core/errors.ts';
import type { Secret } from '../../../core/secret.ts';
import type { Backends } from '../../index.ts';
import { KEY, type Operation, pathOf } from './operation.ts';
import { type PortName, PROTOCOL, refusalSchema } from './protocol.ts';

export interface HttpShop {
  /** Under which the paths of the protocol stand. */
  url: string;
  secret: Secret;
  /** For the whole of a request and its answer. */
  timeoutMs?: number;
  /** Stands in for the network. */
  fetch?: typeof fetch;
  /** Stands in for the time limit: what is aborted when it is over. */
  limit?: (ms: number) => AbortSignal;
}

const TIMEOUT_MS = 2_000;
const MOST_BYTES = 2_000_000;
const LONGEST_RETRY_AFTER_MS = 60_000;
/** What a shop may refuse for good; any other code counts as a mistake of one of the two sides. */
const REFUSALS = ['payment.refused', 'payment.key.reused'];

export function createHttpBackends(shop: HttpShop): Backends {
  const ports = Object.entries(PROTOCOL).map(([port, operations]) => [
    port,
    Object.fromEntries(
      Object.entries(operations as Record<string, Operation>).map(([call, operation]) => [
        call,
        (...values: unknown[]) => ask(shop, port as PortName, call, operation, values),
      ]),
    ),
  ]);
  return Object.fromEntries(ports) as Backends;
}

async function ask(shop: HttpShop, port: PortName, call: string, operation: Operation, values: unknown[]) {
  const named = Object.fromEntries(Object.keys(operation.takes).map((name, at) => [name, values[at]]));
  const { [KEY]: key, ...body } = named;
  const name = `${port}.${call}`;
  const signal = (shop.limit ?? AbortSignal.timeout)(shop.timeoutMs ?? TIMEOUT_MS);
  let response: Response;
  let text: string;
  try {
    response = await (shop.fetch ?? fetch)(new URL(pathOf(port, call), `${shop.url.replace(/\/+$/, '')}/`), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${shop.secret.reveal()}`,
        'content-type': 'application/json',
        accept: 'application/json',
        ...(typeof key === 'string' ? { 'idempotency-key': key } : {}),
      },
      body: JSON.stringify(body),
      // The secret goes to the address that was configured and nowhere else.
      redirect: 'error',
      signal,
    });
    text = await readCapped(response);
  } catch (cause) {
    if (cause instanceof SupportError) throw cause;
    throw new SupportError('backend.unreachable', `${name} did not answer`, { kind: 'transient', cause });
  }
  if (!response.ok) throw failureOf(name, response, text);
  const parsed = operation.gives.safeParse(resultIn(text));
  if (parsed.success) return parsed.data;
  throw new SupportError('backend.nonsense', `${name} answered something else than agreed`, {
    kind: 'transient',
    // Where it is wrong, never what stands there.
    cause: new TypeError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join('; ')),
  });
}

/** What stands under `result`; undefined, which nothing allows, where there is none. */
function resultIn(text: string): unknown {
  const body = asJson(text);
  return typeof body === 'object' && body !== null && 'result' in body ? body.result : undefined;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function failureOf(name: string, response: Response, text: string): SupportError {
  const { status } = response;
  const code = refusalSchema.safeParse(asJson(text)).data?.error.code;
  if (status === 422 && code && REFUSALS.includes(code))
    return new SupportError(code, `${name} was refused`, { kind: 'refused' });
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const later = seconds >= 0 ? { retryAfterMs: Math.min(seconds * 1_000, LONGEST_RETRY_AFTER_MS) } : {};
  if (status === 429 || status === 408 || status >= 500)
    return new SupportError('backend.failed', `${name} answered ${status}`, { kind: 'transient', ...later });
  return new SupportError('backend.rejected', `${name} answered ${status}`, { kind: 'permanent' });
}

async function readCapped(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES)
      throw new SupportError('backend.nonsense', `an answer of more than ${MOST_BYTES} bytes`, { kind: 'transient' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
