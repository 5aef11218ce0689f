// The admin API as the pages use it: one function for calls, one hook for what is shown and asked again.
import { useCallback, useEffect, useRef, useState } from 'react';

export interface Problem {
  status: number;
  message: string;
  // What a conflict carries besides.
  body?: Record<string, unknown>;
}

/** The session is over: whoever shows the pages asks to sign in again. */
export const SIGNED_OUT = 'frontdesk:signed-out';

export async function call<T>(method: string, path: string, input?: unknown): Promise<T> {
  const answer = await fetch(`/admin/api${path}`, {
    method,
    headers: { 'x-frontdesk': 'admin', ...(input === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(input === undefined ? {} : { body: JSON.stringify(input) }),
  });
  const body = (await answer.json().catch(() => ({}))) as { error?: { message?: string } } & Record<string, unknown>;
  if (answer.status === 401 && path !== '/sign-in') dispatchEvent(new Event(SIGNED_OUT));
  if (!answer.ok) {
    const problem: Problem = {
      status: answer.status,
      message: body.error?.message ?? `The server answered ${answer.status}.`,
      body,
    };
    throw problem;
  }
  return body as T;
}

export interface Loaded<T> {
  data: T | null;
  /** What is shown belongs to another question; the answer to this one is on its way. */
  isOld: boolean;
  problem: Problem | null;
  /** Resolves when the newer answer, or what hinders it, is shown. */
  reload(): Promise<void>;
}

/**
 * `everyMs`: asked again so long after each answer, while it is looked at. A question that fails leaves on the page what was
 * there: nothing that somebody types goes because a server was restarted.
 */
export function useLoaded<T>(path: string | null, everyMs = 0): Loaded<T> {
  const [found, setFound] = useState<{ path: string; data: T } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [turn, setTurn] = useState(0);
  const waiting = useRef<(() => void)[]>([]);
  const reload = useCallback(() => {
    setTurn((count) => count + 1);
    return new Promise<void>((resolve) => waiting.current.push(resolve));
  }, []);
  // `turn` is there to ask again.
  useEffect(() => {
    if (path === null) return undefined;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        const data = await call<T>('GET', path);
        if (isOver) return;
        setFound({ path, data });
        setProblem(null);
      } catch (thrown) {
        if (isOver) return;
        setProblem(isProblem(thrown) ? thrown : { status: 0, message: 'The server does not answer. Trying again…' });
      }
      for (const resolve of waiting.current.splice(0)) resolve();
      // After the answer, not beside it: a slow one would be overtaken by its own repetition, and never be shown.
      if (everyMs > 0) timer = setTimeout(ask, everyMs);
    };
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [path, turn, everyMs]);
  return { data: found?.data ?? null, isOld: found !== null && found.path !== path, problem, reload };
}

const isProblem = (thrown: unknown): thrown is Problem => typeof (thrown as Problem).status === 'number';

export interface Person {
  email: string;
  name: string;
  role: 'viewer' | 'operator' | 'admin';
}

export interface ChannelState {
  id: string;
  account: string;
  on: boolean;
  off: boolean;
  /** Played by a stand-in of this machine until somebody puts real credentials in its place. */
  standIn?: boolean;
  state: 'off' | 'ok' | 'failing';
  lastError?: string;
  lastErrorMeans?: string;
  today?: { received: number; accepted: number; refused: number };
  lastReceivedAt?: string;
  lastAcceptedAt?: string;
  webhook?: string;
  fields: { name: string; secret: boolean; locked: boolean; set: boolean; last4?: string; value?: string }[];
}

export interface SettingsState {
  revision: number;
  // biome-ignore lint/suspicious/noExplicitAny: the schema of the values stands on the server
  values: Record<string, any>;
  channels: ChannelState[];
  instances: { all: number; onThis: number; tookMs?: number };
  publicUrl: string;
}
