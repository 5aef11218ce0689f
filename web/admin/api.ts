// The admin API as the pages use it: one function for calls, one hook for what is shown and asked again.
import { useCallback, useEffect, useState } from 'react';

export interface Problem {
  status: number;
  message: string;
  // What a conflict carries besides.
  body?: Record<string, unknown>;
}

export async function call<T>(method: string, path: string, input?: unknown): Promise<T> {
  const answer = await fetch(`/admin/api${path}`, {
    method,
    headers: { 'x-frontdesk': 'admin', ...(input === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(input === undefined ? {} : { body: JSON.stringify(input) }),
  });
  const body = (await answer.json().catch(() => ({}))) as { error?: { message?: string } } & Record<string, unknown>;
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
  problem: Problem | null;
  reload(): void;
}

/** `everyMs`: asked again and again while it is looked at. */
export function useLoaded<T>(path: string | null, everyMs = 0): Loaded<T> {
  const [data, setData] = useState<T | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn((count) => count + 1), []);
  useEffect(() => {
    if (path === null) return undefined;
    let isOver = false;
    call<T>('GET', path).then(
      (found) => {
        if (isOver) return;
        setData(found);
        setProblem(null);
      },
      (thrown: Problem) => {
        if (!isOver) setProblem(thrown);
      },
    );
    const timer = everyMs > 0 ? setTimeout(reload, everyMs) : undefined;
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [path, turn, everyMs, reload]);
  return { data, problem, reload };
}

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
  state: 'off' | 'ok' | 'failing';
  lastError?: string;
  lastErrorMeans?: string;
  today?: { received: number; accepted: number; refused: number };
  lastReceivedAt?: string;
  webhook?: string;
  fields: { name: string; secret: boolean; locked: boolean; set: boolean; last4?: string; value?: string }[];
}

export interface SettingsState {
  revision: number;
  // biome-ignore lint/suspicious/noExplicitAny: the schema of the values stands on the server
  values: Record<string, any>;
  channels: ChannelState[];
  instances: { all: number; onThis: number; tookMs?: number };
}
