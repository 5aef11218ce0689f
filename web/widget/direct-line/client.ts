// Direct Line 3.0 over fetch: one function a call, no state. Every failure is a ChatError.
import { ChatError, errorOf } from './chat-error.ts';
import type { ActivitySet, Grant, WireActivity } from './wire.ts';

/** A call that takes longer has failed; the customer may try again under the same key. */
const CALL_TIMEOUT_MS = 15_000;
const UPLOAD_TIMEOUT_MS = 120_000;

export interface DirectLine {
  /** A token for a new conversation; `identityToken` says who the shop's visitor is. */
  requestToken(identityToken: string | undefined): Promise<Grant>;
  /** Begins the conversation of this token. */
  begin(token: string): Promise<Grant>;
  /** A stream address for a running conversation; the stream replays what came after the watermark. */
  resume(conversationId: string, token: string, watermark: string | undefined): Promise<Grant>;
  refresh(token: string): Promise<Grant>;
  read(conversationId: string, token: string, watermark: string | undefined): Promise<ActivitySet>;
  /** Sends one activity, with its files if there are any. Returns the server's id of it. */
  post(conversationId: string, token: string, activity: WireActivity, files: File[]): Promise<string | undefined>;
  /** A file of this server, which may want the token. */
  download(url: string, token: string): Promise<Blob>;
}

export function createDirectLine(origin: string): DirectLine {
  const base = `${origin}/v3/directline`;
  const conversation = (id: string) => `${base}/conversations/${encodeURIComponent(id)}`;
  const after = (watermark: string | undefined) =>
    watermark === undefined ? '' : `?watermark=${encodeURIComponent(watermark)}`;

  return {
    requestToken: (identityToken) =>
      callJson<Grant>(`${base}/tokens/anonymous`, undefined, json(identityToken ? { identityToken } : {})),
    begin: (token) => callJson<Grant>(`${base}/conversations`, token, json({})),
    resume: (id, token, watermark) => callJson<Grant>(conversation(id) + after(watermark), token),
    refresh: (token) => callJson<Grant>(`${base}/tokens/refresh`, token, { method: 'POST' }),
    read: (id, token, watermark) =>
      callJson<ActivitySet>(`${conversation(id)}/activities${after(watermark)}`, token, { cache: 'no-store' }),
    async post(id, token, activity, files) {
      const sent =
        files.length === 0
          ? callJson<{ id?: string }>(`${conversation(id)}/activities`, token, json(activity))
          : callJson<{ id?: string }>(
              `${conversation(id)}/upload?userId=${encodeURIComponent(activity.from?.id ?? '')}`,
              token,
              { method: 'POST', body: formOf(activity, files) },
              UPLOAD_TIMEOUT_MS,
            );
      return (await sent).id;
    },
    download: async (url, token) => (await call(url, token, {}, UPLOAD_TIMEOUT_MS)).blob(),
  };
}

function json(body: unknown): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function formOf(activity: WireActivity, files: File[]): FormData {
  const form = new FormData();
  form.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }));
  for (const file of files) form.append('file', file, file.name);
  return form;
}

async function callJson<T>(url: string, token: string | undefined, init?: RequestInit, timeoutMs?: number): Promise<T> {
  const response = await call(url, token, init ?? {}, timeoutMs);
  try {
    return (await response.json()) as T;
  } catch (error) {
    throw new ChatError('offline', `unreadable answer: ${String(error)}`);
  }
}

async function call(
  url: string,
  token: string | undefined,
  init: RequestInit,
  timeoutMs = CALL_TIMEOUT_MS,
): Promise<Response> {
  const headers = new Headers(init.headers);
  if (token) headers.set('authorization', `Bearer ${token}`);
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), timeoutMs);
  try {
    const response = await fetch(url, { ...init, headers, signal: limit.signal, credentials: 'omit' });
    if (!response.ok) throw errorOf(response);
    return response;
  } catch (error) {
    throw error instanceof ChatError ? error : new ChatError('offline', String(error));
  } finally {
    clearTimeout(timer);
  }
}
