// The conversation as a plain text file for the customer to keep.
import type { ChatState } from '../conversation/state.ts';
import type { Texts } from '../texts/index.ts';

function transcriptOf({ messages, waiting }: ChatState, title: string, texts: Texts): string {
  const lines = messages.map((message) => {
    const who = message.who === 'customer' ? texts.you : (message.name ?? title);
    const files = message.files.map((file) => `[${file.name}]`);
    const failed = message.delivery === 'failed' ? ` (${texts.notSentMark})` : '';
    const stamp = new Date(message.at).toLocaleString(texts.language);
    return `[${stamp}] ${who}${failed}: ${[message.text, ...files].filter(Boolean).join(' ')}`;
  });
  const head = [texts.conversationWith(title), ...(waiting?.caseId ? [`${texts.case} ${waiting.caseId}`] : []), ''];
  return `${[...head, ...lines].join('\r\n')}\r\n`;
}

/** Hands the text to the browser as a file. */
export function saveTranscript(state: ChatState, title: string, texts: Texts): void {
  const url = URL.createObjectURL(new Blob([transcriptOf(state, title, texts)], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'conversation.txt';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
