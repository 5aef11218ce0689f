// The admin API: one table of routes behind one door that checks the session, the role, the origin and the input. The
// OpenAPI document is written out of the same table.
import type { Clock } from '../../core/clock.ts';
import { SupportError } from '../../core/errors.ts';
import type { Log } from '../../core/log.ts';
import { describe, PREFIX } from './describe.ts';
import { plainIssue } from './plain-issue.ts';
import { type AdminRoute, matchRoute, mayUse, refuse } from './route.ts';
import type { SignIn } from './sign-in.ts';

export { PREFIX } from './describe.ts';

export interface AdminApi {
  /** Answers anything below /admin/api. Throws SupportError for what it refuses. */
  answer(request: Request): Promise<Response>;
  routes: readonly AdminRoute[];
}

const MOST_INPUT_DEPTH = 12;

/** Requests a minute of one person: a page that asks every few seconds needs a tenth of it. */
const MOST_A_MINUTE = 600;

export function createAdminApi(routes: AdminRoute[], signIn: SignIn, clock: Clock, log: Log): AdminApi {
  const all = [...signIn.routes, ...routes];
  const asked = new Map<string, { minute: number; count: number }>();

  function limit(who: string): void {
    const minute = Math.floor(clock.nowMs() / 60_000);
    const known = asked.get(who);
    const count = known?.minute === minute ? known.count + 1 : 1;
    asked.set(who, { minute, count });
    if (count > MOST_A_MINUTE) throw refuse(429, 'requests.limit', 'Too many requests; please wait a minute.');
    if (asked.size > 1_000) asked.clear();
  }

  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const path = url.pathname.slice(PREFIX.length);
    if (path === '/openapi.json' && request.method === 'GET') return Response.json(describe(all));
    const found = matchRoute(all, request.method, path);
    if (!found) throw refuse(404, 'path.unknown', 'There is nothing here.');
    const { route, params } = found;
    if (request.method !== 'GET') checkOrigin(request);
    const person = await signIn.personOf(request);
    if (route.role !== 'nobody') {
      if (!person) throw refuse(401, 'session.none', 'Please sign in.');
      if (!mayUse(person.role, route.role)) throw refuse(403, 'role.too-low', `This needs the role ${route.role}.`);
    }
    if (person) limit(person._id);
    const input = route.input ? await readInput(request, url, route) : undefined;
    const given = await route.run({ input, params, person: person as never, request });
    log.debug('admin.call', { method: request.method, path: route.path });
    const response = given instanceof Response ? given : Response.json(given);
    response.headers.set('cache-control', 'no-store');
    return response;
  }

  return { answer, routes: all };
}

/** Only our own pages write: the browser says where a request comes from, and a form cannot set this header. */
function checkOrigin(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const isForeign =
    (site !== null && site !== 'same-origin') || (origin !== null && new URL(origin).host !== hostOf(request));
  if (isForeign || request.headers.get('x-frontdesk') !== 'admin')
    throw refuse(403, 'origin.foreign', 'This may only be asked by the admin pages.');
}

function hostOf(request: Request): string {
  return request.headers.get('x-forwarded-host') ?? request.headers.get('host') ?? new URL(request.url).host;
}

async function readInput(request: Request, url: URL, route: AdminRoute): Promise<unknown> {
  const raw = request.method === 'GET' ? Object.fromEntries(url.searchParams) : await readJson(request);
  const parsed = route.input!.safeParse(raw);
  if (!parsed.success) throw refuse(400, 'input.invalid', parsed.error.issues.map(plainIssue).slice(0, 10).join('; '));
  return parsed.data;
}

async function readJson(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new SupportError('body.unreadable', 'The body cannot be read.', { kind: 'refused', status: 400, cause });
  }
  if (depthOf(value) > MOST_INPUT_DEPTH) throw refuse(400, 'body.deep', 'The body is nested too deeply.');
  return value;
}

function depthOf(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null || depth > MOST_INPUT_DEPTH) return depth;
  return Math.max(depth, ...Object.values(value).map((one) => depthOf(one, depth + 1)));
}
