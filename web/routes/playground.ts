// What the playground page asks for: the state of the stand-ins, acting in them, the last turns and lanes, how many messages were
// heard, and a real kill of this server. For this machine only, and never in production.
import { SignJWT } from 'jose';
import type { Clock } from '../../core/clock.ts';
import { SupportError } from '../../core/errors.ts';
import { isLoopback } from '../../core/loopback.ts';
import type { Secret } from '../../core/secret.ts';
import type { KnownMessages } from '../../models/caught-up.ts';
import type { NewestLanes } from '../../models/lane-glimpses.ts';
import type { TurnRecord } from '../../models/turn.ts';
import { PEER_HEADER } from '../adapt.ts';
import { createTally, type StandInState } from './playground-tally.ts';

export interface PlaygroundDeps {
  /** Where the stand-ins take orders; without it there is no playground. */
  url: string | undefined;
  isProduction: boolean;
  newestTurns(limit: number): Promise<TurnRecord[]>;
  /** Letters that were sent nowhere: one-time codes, to be read by whoever tries this out. */
  inbox(): Promise<object[]>;
  newestLanes: NewestLanes;
  isKnown: KnownMessages['has'];
  /** With which the shop would sign who is signed in. */
  identitySecret: Secret | undefined;
  clock: Clock;
}

export interface Playground {
  /** Null: this is the page itself, or one of its files. */
  answer(request: Request): Promise<Response | null>;
}

const ACTION = /^\/playground\/api\/(slack|twilio|teams|openai)\/([a-z]{1,20})$/;
/** Long enough for the answer to reach the page first. */
const KILL_AFTER_MS = 100;
const MOST_TURNS = 12;
const MOST_LANES = 8;

export function createPlayground(deps: PlaygroundDeps): Playground {
  const { url, isProduction, newestTurns, newestLanes, inbox, identitySecret } = deps;
  const tally = createTally(deps.isKnown, deps.clock);

  async function showState(request: Request): Promise<Response> {
    const [state, turns, lanes, letters] = await Promise.all([
      fetch(`${url}/state`).then((answer) => answer.json() as Promise<StandInState>),
      newestTurns(MOST_TURNS),
      newestLanes(MOST_LANES),
      isNamedLocally(request) ? inbox() : [],
    ]);
    return Response.json({ ...state, turns, lanes, letters, tally: await tally(state) });
  }

  /** Who is signed in at the shop, as the shop would say it. */
  async function signIn(request: Request): Promise<Response> {
    if (!identitySecret) return Response.json({ token: null });
    const { id, name, email } = (await request.json()) as { id?: unknown; name?: unknown; email?: unknown };
    const token = await new SignJWT({ name: String(name), email: String(email) })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(String(id))
      .setExpirationTime('2h')
      .sign(new TextEncoder().encode(identitySecret.reveal()));
    return Response.json({ token });
  }

  return {
    answer: async (request) => {
      const { pathname } = new URL(request.url);
      const isHere = !isProduction && isLoopback(request.headers.get(PEER_HEADER) ?? '');
      // The inbox is also there where no networks are played.
      if (isHere && isNamedLocally(request) && pathname === '/playground/api/inbox' && request.method === 'GET')
        return Response.json({ letters: await inbox() }, { headers: { 'cache-control': 'no-store' } });
      if (!isHere || !url) throw refuse(404, 'playground.off', 'There is no playground here.');
      if (!pathname.startsWith('/playground/api/')) return null;
      if (request.method !== 'GET' && request.headers.get('x-frontdesk') !== 'playground')
        throw refuse(403, 'origin.foreign', 'This may only be asked by the playground.');
      if (pathname === '/playground/api/state') return showState(request);
      if (pathname === '/playground/api/identity' && request.method === 'POST') return signIn(request);
      if (pathname === '/playground/api/kill' && request.method === 'POST') {
        setTimeout(() => process.kill(process.pid, 'SIGKILL'), KILL_AFTER_MS);
        return Response.json({ ok: true });
      }
      const [, name, what] = ACTION.exec(pathname) ?? [];
      if (!name || request.method !== 'POST') throw refuse(404, 'path.unknown', 'There is nothing here.');
      const given = await fetch(`${url}/${name}/${what}`, { method: 'POST', body: await request.text() });
      return new Response(await given.text(), {
        status: given.status,
        headers: { 'content-type': 'application/json' },
      });
    },
  };
}

/** A foreign page whose name was made to lead to this machine still asks for itself by that name. */
function isNamedLocally(request: Request): boolean {
  const host = URL.parse(`http://${request.headers.get('host') ?? ''}`)?.hostname;
  return host !== undefined && isLoopback(host);
}

function refuse(status: number, code: string, message: string): SupportError {
  return new SupportError(code, message, { kind: 'refused', status });
}
