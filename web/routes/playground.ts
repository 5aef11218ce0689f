// What the playground page asks for: the state of the stand-ins, acting in them, the last turns, and a real kill of this
// server. For this machine only, and never in production.
import { SupportError } from '../../core/errors.ts';
import { isLoopback } from '../../core/loopback.ts';
import type { TurnRecord } from '../../models/turn.ts';
import { PEER_HEADER } from '../adapt.ts';

export interface PlaygroundDeps {
  /** Where the stand-ins take orders; without it there is no playground. */
  url: string | undefined;
  isProduction: boolean;
  newestTurns(limit: number): Promise<TurnRecord[]>;
}

export interface Playground {
  /** Null: this is the page itself, or one of its files. */
  answer(request: Request): Promise<Response | null>;
}

const ACTION = /^\/playground\/api\/(slack|twilio|teams|openai)\/([a-z]{1,20})$/;
/** Long enough for the answer to reach the page first. */
const KILL_AFTER_MS = 100;

export function createPlayground({ url, isProduction, newestTurns }: PlaygroundDeps): Playground {
  return {
    answer: async (request) => {
      if (!url || isProduction || !isLoopback(request.headers.get(PEER_HEADER) ?? ''))
        throw refuse(404, 'playground.off', 'There is no playground here.');
      const { pathname } = new URL(request.url);
      if (!pathname.startsWith('/playground/api/')) return null;
      if (request.method !== 'GET' && request.headers.get('x-frontdesk') !== 'playground')
        throw refuse(403, 'origin.foreign', 'This may only be asked by the playground.');
      if (pathname === '/playground/api/state') {
        const [state, turns] = await Promise.all([
          fetch(`${url}/state`).then((answer) => answer.json()),
          newestTurns(12),
        ]);
        return Response.json({ ...(state as object), turns });
      }
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

function refuse(status: number, code: string, message: string): SupportError {
  return new SupportError(code, message, { kind: 'refused', status });
}
