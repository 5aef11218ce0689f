// Everything the view shows, as one plain value, and the smallest store that tells the view when it changed.
import type { Connection } from '../direct-line/stream.ts';
import type { WireAction, WireAttachment } from '../direct-line/wire.ts';

export type Delivery = 'sending' | 'sent' | 'failed';

export interface ShownFile {
  name: string;
  type: string;
  /** Set for files of the server. */
  url?: string;
  /** Set for files that are on their way. */
  file?: File;
}

export interface ShownMessage {
  /** The client's key for own messages, else the server's id. */
  key: string;
  who: 'customer' | 'bot' | 'person';
  name?: string;
  text: string;
  /** Milliseconds since 1970. */
  at: number;
  files: ShownFile[];
  choices: WireAction[];
  delivery: Delivery;
  /** Why it failed, in words for the customer. */
  problem?: string;
}

export interface Waiting {
  caseId?: string;
  dueAt?: number;
  position?: number;
}

export interface ChatState {
  connection: Connection;
  messages: ShownMessage[];
  /** History is being read. */
  loading: boolean;
  typing: boolean;
  /** What takes so long, in a few words; empty as long as it does not. */
  progress: string;
  waiting: Waiting | null;
  /** Name of the person who has taken over; empty when unnamed, null while it is the bot. */
  person: string | null;
  open: boolean;
  /** Key of the last message that was on screen. */
  lastRead: string | undefined;
  /** A sentence above the composer; null when all is well. */
  notice: string | null;
}

export const EMPTY_STATE: ChatState = {
  connection: 'idle',
  messages: [],
  loading: false,
  typing: false,
  progress: '',
  waiting: null,
  person: null,
  open: false,
  lastRead: undefined,
  notice: null,
};

export interface Store {
  get(): ChatState;
  set(change: Partial<ChatState>): void;
  subscribe(listener: () => void): () => void;
}

export function createStore(initial: ChatState): Store {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Messages of others that came after the last one seen. */
export function countUnread(state: ChatState): number {
  const seen = state.messages.findIndex((message) => message.key === state.lastRead);
  return state.messages.slice(seen + 1).filter((message) => message.who !== 'customer').length;
}

export type { WireAttachment };
