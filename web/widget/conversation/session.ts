// The token and the conversation that the customer is in: made when first needed, renewed before the token is too old,
// remembered across reloads. At most one of each is being made at any time.
import { ChatError } from '../direct-line/chat-error.ts';
import type { DirectLine } from '../direct-line/client.ts';
import type { Grant } from '../direct-line/wire.ts';
import type { Memory, Remembered } from './storage.ts';

const DEFAULT_LIFE_S = 1800;
/** Renewed when less than this part of its life is left; half leaves room for a laptop that sleeps. */
const RENEW_AT = 0.5;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export interface Session {
  current(): Remembered | undefined;
  /** The conversation, begun if there is none. */
  ensure(): Promise<Remembered>;
  /** The stream address that came with a conversation just begun; once. */
  takeAddress(): string | undefined;
  /** A new token for the same conversation. @throws ChatError 'expired' when the server no longer gives one. */
  renew(): Promise<void>;
  change(change: Partial<Remembered>): void;
  forget(): void;
  /** Takes over what another tab wrote. True if it is another conversation. */
  follow(): boolean;
}

export function createSession(line: DirectLine, memory: Memory, identityToken: string | undefined): Session {
  let now = memory.read();
  let beginning: Promise<Remembered> | undefined;
  let address: string | undefined;
  let renewing: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  schedule();

  function keep(session: Remembered | undefined): void {
    now = session;
    memory.write(session);
  }

  function accept(grant: Grant, base: Pick<Remembered, 'customerId' | 'unsent' | 'lastRead'>): Remembered {
    const life = grant.expires_in ?? DEFAULT_LIFE_S;
    const session = {
      ...base,
      conversationId: grant.conversationId,
      token: grant.token,
      expiresAt: Date.now() + life * 1000,
    };
    keep(session);
    schedule(life * 1000 * RENEW_AT);
    return session;
  }

  /** A lost try is not repeated here: the stream notices an expired token and says so. */
  function schedule(ms?: number): void {
    clearTimeout(timer);
    if (!now) return;
    const wait = Math.max(0, ms ?? (now.expiresAt - Date.now()) * RENEW_AT);
    timer = setTimeout(() => renew().catch(() => undefined), Math.min(wait, LONGEST_TIMER_MS));
  }

  async function begin(): Promise<Remembered> {
    const asked = await line.requestToken(identityToken).catch(notExpired);
    const begun = await line.begin(asked.token);
    const grant = { ...asked, ...begun };
    const session = accept(grant, { customerId: `customer-${newKey()}`, unsent: now?.unsent ?? [] });
    address = grant.streamUrl;
    return session;
  }

  async function refresh(): Promise<void> {
    if (!now) throw new ChatError('expired', 'no conversation');
    const grant = await line.refresh(now.token);
    if (now) accept({ ...grant, conversationId: now.conversationId }, now);
  }

  function renew(): Promise<void> {
    renewing ??= refresh().finally(() => {
      renewing = undefined;
    });
    return renewing;
  }

  return {
    current: () => now,
    ensure() {
      if (now) return Promise.resolve(now);
      beginning ??= begin().finally(() => {
        beginning = undefined;
      });
      return beginning;
    },
    takeAddress() {
      const taken = address;
      address = undefined;
      return taken;
    },
    renew,
    change(change) {
      if (now) keep({ ...now, ...change });
    },
    forget() {
      address = undefined;
      clearTimeout(timer);
      keep(undefined);
    },
    follow() {
      const before = now?.conversationId;
      now = memory.read();
      schedule();
      return now?.conversationId !== before;
    },
  };
}

/** There is no token yet that could be too old: the server does not want this page or this visitor. */
function notExpired(error: unknown): never {
  throw error instanceof ChatError && (error.kind === 'expired' || error.kind === 'refused')
    ? new ChatError('unwelcome', error.message)
    : error;
}

/** A key that nobody else makes; the server drops what it has seen under the same one. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
