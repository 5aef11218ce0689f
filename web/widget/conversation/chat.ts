// What the customer can do, and what happens when the server says something. The view calls these functions and shows
// the store; nothing here touches the page.
import { ChatError } from '../direct-line/chat-error.ts';
import { createDirectLine } from '../direct-line/client.ts';
import { createStream } from '../direct-line/stream.ts';
import type { ActivitySet } from '../direct-line/wire.ts';
import type { Texts } from '../texts/index.ts';
import { afterActivities } from './incoming.ts';
import { createOutgoing } from './outgoing.ts';
import { createSession } from './session.ts';
import { createStore, EMPTY_STATE, type ShownMessage, type Store } from './state.ts';
import { createMemory } from './storage.ts';

/** A typing sign that nothing follows goes away. */
const TYPING_MS = 12_000;
const HISTORY_PAGES = 50;
const CONNECT_MS = 1_000;

export interface Chat {
  store: Store;
  open(): void;
  close(): void;
  send(text: string, files?: File[]): void;
  /** Sends a failed message again, under its own key. */
  retry(key: string): void;
  startOver(): void;
  dismissNotice(): void;
  /** A file of the server as a local address. */
  fetchFile(url: string): Promise<string>;
  readDraft(): string;
  writeDraft(text: string): void;
  end(): void;
}

export function createChat(origin: string, identityToken: string | undefined, texts: Texts): Chat {
  const line = createDirectLine(origin);
  const memory = createMemory(origin, identityToken);
  const session = createSession(line, memory, identityToken);
  const store = createStore(EMPTY_STATE);
  let watermark: string | undefined;
  let typingTimer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;

  const stream = createStream({
    async openAddress() {
      const mine = await session.ensure();
      const address = session.takeAddress();
      if (address) return streamAt(origin, address, watermark);
      const grant = await withFreshToken((token) => line.resume(mine.conversationId, token, watermark));
      if (!grant.streamUrl) throw new ChatError('offline', 'the server named no stream');
      return streamAt(origin, grant.streamUrl, watermark);
    },
    catchUp,
    receive,
    changed: (connection) => store.set({ connection }),
    lost: (error) => void loseConversation(error),
  });

  const outgoing = createOutgoing({ texts, store, session, line, withFreshToken, connect, lost: loseConversation });

  /** A message is sent once its answer can be heard, typing included; a line that takes long is not waited for. */
  async function connect(): Promise<void> {
    const begun = store.get().connection === 'idle';
    stream.start();
    if (!begun) return;
    await new Promise<void>((done) => {
      const leave = store.subscribe(() => store.get().connection === 'online' && finish());
      const timer = setTimeout(finish, CONNECT_MS);
      function finish(): void {
        clearTimeout(timer);
        leave();
        done();
      }
    });
  }

  async function withFreshToken<T>(use: (token: string) => Promise<T>): Promise<T> {
    const mine = session.current();
    if (!mine) throw new ChatError('expired', 'no conversation');
    try {
      return await use(mine.token);
    } catch (error) {
      if (!(error instanceof ChatError) || error.kind !== 'expired') throw error;
      await session.renew();
      return use(session.current()?.token ?? '');
    }
  }

  function receive(frame: ActivitySet): void {
    const mine = session.current();
    if (!mine || ended) return;
    if (frame.watermark !== undefined) watermark = frame.watermark;
    const told = afterActivities(store.get(), frame.activities ?? [], mine.customerId, Date.now());
    showTyping(told.typing);
    store.set(told);
    outgoing.remember();
    markRead();
  }

  function showTyping(typing: boolean): void {
    clearTimeout(typingTimer);
    if (typing) typingTimer = setTimeout(() => store.set({ typing: false, progress: '' }), TYPING_MS);
  }

  async function catchUp(): Promise<void> {
    const mine = await session.ensure();
    for (let page = 0; page < HISTORY_PAGES; page++) {
      const set = await withFreshToken((token) => line.read(mine.conversationId, token, watermark));
      // The customer has started over meanwhile.
      if (session.current()?.conversationId !== mine.conversationId) return;
      const same = set.watermark === undefined || set.watermark === watermark;
      receive(set);
      if (same || (set.activities ?? []).length === 0) return;
    }
  }

  /** Shows what was said before, then listens. */
  async function comeBack(): Promise<void> {
    const mine = session.current();
    if (!mine) return;
    store.set({
      loading: true,
      lastRead: mine.lastRead,
      messages: mine.unsent.map((unsent) => unsentMessage(unsent, texts)),
    });
    try {
      await catchUp();
      stream.start();
    } catch (error) {
      if (error instanceof ChatError && (error.kind === 'expired' || error.kind === 'ended'))
        await loseConversation(error);
      // The stream keeps trying, and replays everything once it is through.
      else stream.start();
    } finally {
      store.set({ loading: false });
    }
  }

  async function loseConversation(error: ChatError): Promise<void> {
    if (error.kind === 'expired' && session.current()) {
      try {
        await session.renew();
        stream.start();
        return;
      } catch (renewError) {
        if (renewError instanceof ChatError && renewError.kind === 'offline') return stream.start();
      }
    }
    session.forget();
    watermark = undefined;
    stream.stop();
    const notice = error.kind === 'ended' ? texts.ended : texts.expired;
    store.set({ connection: 'idle', waiting: null, person: null, typing: false, progress: '', notice });
  }

  function markRead(): void {
    const { open, messages } = store.get();
    const last = messages.findLast?.((message) => message.delivery === 'sent') ?? messages[messages.length - 1];
    if (!open || !last || document.visibilityState === 'hidden') return;
    if (last.key === session.current()?.lastRead) return;
    store.set({ lastRead: last.key });
    session.change({ lastRead: last.key });
  }

  function reset(): void {
    stream.stop();
    watermark = undefined;
    store.set({ ...EMPTY_STATE, open: store.get().open });
  }

  memory.onChange(() => {
    if (!session.follow()) return;
    reset();
    void comeBack();
  });
  document.addEventListener('visibilitychange', markRead);
  void comeBack();

  return {
    store,
    open() {
      store.set({ open: true });
      markRead();
    },
    close: () => store.set({ open: false }),
    send: (text, files = []) => outgoing.send(text, files),
    retry: (key) => outgoing.retry(key),
    startOver() {
      session.forget();
      reset();
    },
    dismissNotice: () => store.set({ notice: null }),
    async fetchFile(url) {
      // Only ever from our own server, so that no other learns who reads what.
      const { pathname, search } = new URL(url, origin);
      return URL.createObjectURL(await withFreshToken((token) => line.download(origin + pathname + search, token)));
    },
    readDraft: memory.readDraft,
    writeDraft: memory.writeDraft,
    end() {
      ended = true;
      stream.stop();
      document.removeEventListener('visibilitychange', markRead);
    },
  };
}

/**
 * The stream on the origin that this script came from (behind a proxy the server may not know what it is called), from
 * where we stand.
 */
function streamAt(origin: string, address: string, watermark: string | undefined): string {
  const { pathname, searchParams } = new URL(address, origin);
  if (watermark !== undefined) searchParams.set('watermark', watermark);
  return `${origin.replace(/^http/, 'ws')}${pathname}?${searchParams}`;
}

function unsentMessage(unsent: { key: string; text: string; at: number }, texts: Texts): ShownMessage {
  const problem = texts.problems.offline;
  return { ...unsent, who: 'customer', files: [], choices: [], delivery: 'failed', problem };
}
