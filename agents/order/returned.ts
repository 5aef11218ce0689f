// The return that was opened in this conversation: its number, what is in it, and that no more is known of it. Pure.
import { phrasesFor } from '../../phrases/index.ts';
import { orderWords } from '../../phrases/order/index.ts';
import type { AgentRequest, OfflineStep } from '../agent.ts';

const RETURN_ID = /\bRET-[0-9A-Z]+/;
/** As a proposal lists them, in each of our languages. */
const ITEMS = /\d+ × [^;\n]+/g;

export function tellReturn({ history, classification: { language }, phrases }: AgentRequest): OfflineStep {
  const choices = [phrasesFor(language, phrases).personChoice()];
  const told = history.filter(({ role }) => role === 'bot').map(({ text }) => text);
  const at = told.findLastIndex((text) => RETURN_ID.test(text));
  const proposed = told.slice(0, Math.max(0, at)).findLast((text) => text.search(ITEMS) >= 0);
  const items = proposed?.match(ITEMS)?.join(', ');
  const reference = told[at] && RETURN_ID.exec(told[at])![0];
  const { returnUnseen } = orderWords(language);
  return { text: returnUnseen(reference ? { reference, ...(items ? { items } : {}) } : {}), choices };
}

const HOW = /\b(how|where|which way)\b/i;

/** Its return was opened in this conversation: "how do I send it back?" asks for the way. */
export function asksHowBack({ text, history }: AgentRequest, orderId: string): boolean {
  const isOpened = history.some((one) => one.role === 'bot' && one.text.includes(orderId) && /\bRET-/.test(one.text));
  return isOpened && HOW.test(text);
}
