// One customer's side of one conversation, whatever the contender: says a sentence and knows when it was answered.
import { postJson } from './http.ts';

export interface Speaker {
  /** Resolves once the reply has been seen. Rejects after ten seconds without one. */
  say(text: string): Promise<void>;
  close(): void;
}

/** A peer that answers in the HTTP response itself. */
export function openInlineSpeaker(address: string): Speaker {
  const url = new URL('/api/messages', address);
  return {
    say: async (text) => {
      const answer = await postJson<{ text: string }>(url, { type: 'message', text });
      if (answer.text !== `Echo: ${text}`) throw new Error('the echo is not one');
    },
    close: () => undefined,
  };
}
