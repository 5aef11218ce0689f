// Own messages on their way: one after the other, in the order they were written, each under one key for all its tries,
// so that the server keeps it once however often it is sent.
import { ChatError } from '../direct-line/chat-error.ts';
import type { DirectLine } from '../direct-line/client.ts';
import { problemText, type Texts } from '../texts/index.ts';
import { withFailed, withPending, withSent } from './messages.ts';
import { newKey, type Session } from './session.ts';
import type { ShownMessage, Store } from './state.ts';

export interface OutgoingParts {
  texts: Texts;
  store: Store;
  session: Session;
  line: DirectLine;
  withFreshToken<T>(use: (token: string) => Promise<T>): Promise<T>;
  /** Begins to listen, once there is a conversation, and waits a moment for the line to stand. */
  connect(): Promise<void>;
  /** The conversation is over; the next message begins another. */
  lost(error: ChatError): Promise<void>;
}

export interface Outgoing {
  send(text: string, files: File[]): void;
  retry(key: string): void;
  /** Writes down what the server has not confirmed, for after a reload. */
  remember(): void;
}

export function createOutgoing({
  texts,
  store,
  session,
  line,
  withFreshToken,
  connect,
  lost,
}: OutgoingParts): Outgoing {
  let queue: Promise<void> = Promise.resolve();

  function remember(): void {
    const open = store.get().messages.filter((message) => message.delivery !== 'sent' && message.files.length === 0);
    const unsent = open.map(({ key, text, at }) => ({ key, text, at }));
    if (unsent.length > 0 || session.current()?.unsent.length) session.change({ unsent });
  }

  function enqueue(message: ShownMessage): void {
    store.set({ messages: withPending(store.get().messages, message), notice: null });
    remember();
    queue = queue.then(() => deliver(message));
  }

  async function deliver(message: ShownMessage, again = true): Promise<void> {
    const files = message.files.flatMap(({ file }) => (file ? [file] : []));
    try {
      await session.ensure();
      await connect();
      await withFreshToken((token) => {
        const mine = session.current()!;
        const activity = {
          type: 'message',
          from: { id: mine.customerId, role: 'user' },
          text: message.text,
          locale: texts.locale,
          channelData: { clientActivityID: message.key },
        };
        return line.post(mine.conversationId, token, activity, files);
      });
      store.set({ messages: withSent(store.get().messages, message.key) });
    } catch (error) {
      if (again && error instanceof ChatError && (error.kind === 'expired' || error.kind === 'ended')) {
        await lost(error);
        store.set({ notice: texts.carriedOn });
        return deliver(message, false);
      }
      const problem = problemText(texts, error instanceof ChatError ? error : new ChatError('refused', String(error)));
      store.set({ messages: withFailed(store.get().messages, message.key, problem) });
    }
    remember();
  }

  return {
    send(text, files) {
      const shown = files.map((file) => ({ name: file.name, type: file.type, file }));
      enqueue({
        key: newKey(),
        who: 'customer',
        text,
        at: Date.now(),
        files: shown,
        choices: [],
        delivery: 'sending',
      });
    },
    retry(key) {
      const failed = store.get().messages.find((message) => message.key === key && message.delivery === 'failed');
      if (!failed) return;
      const { problem: _, ...rest } = failed;
      enqueue({ ...rest, delivery: 'sending' });
    },
    remember,
  };
}
