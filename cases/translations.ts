// Words between languages, looked up before anything is decided: what a customer wrote for the desk, what a colleague wrote
// for the customer. Where there is no model, or none in time, everything stays as it was written.
import type { Case } from '../models/case.ts';
import type { Entry } from '../models/lane.ts';
import type { Translate } from '../models/ports.ts';
import type { DeskSettings } from '../models/settings.ts';
import { INTERNAL, judge } from './relay.ts';

/** By what was written. */
export type Translations = ReadonlyMap<string, string>;

const NONE: Translations = new Map();

/** Reads of the entries what may have to be put into the other language, and has it done. */
export async function translationsFor(
  subject: Case,
  entries: readonly Entry[],
  { language, translates }: Pick<DeskSettings, 'language' | 'translates'>,
  translate: Translate | undefined,
  signal: AbortSignal,
): Promise<Translations> {
  const theirs = subject.language.slice(0, 2);
  if (!translate || translates === 'never' || !theirs || theirs === language) return NONE;
  const customer = subject.shopCustomerId ?? subject.conversation.customer.id;
  const found = new Map<string, string>();
  for (const entry of entries) {
    const isTheirs = entry.kind === 'message' || entry.kind === 'edit';
    const text = isTheirs ? entry.activity.text : outwardText(subject, entry);
    if (!text || (!isTheirs && translates === 'customer')) continue;
    const [from, to] = isTheirs ? [theirs, language] : [language, theirs];
    const translated = await translate(text, { from, to, customer, signal });
    if (translated && translated !== text) found.set(text, translated);
  }
  return found;
}

/** What a colleague wrote for the customer. Inner words are nobody's business, a model's neither. */
function outwardText(subject: Case, { kind, activity }: Entry): string | undefined {
  if (kind === 'staff') {
    const { outward } = judge(subject, activity.from.id, activity.text ?? '', activity.timestamp);
    return outward ? activity.text : undefined;
  }
  const { text, messageId } = (activity.value ?? {}) as { text?: string; messageId?: string };
  if (kind !== 'action' || text === undefined || INTERNAL.test(text)) return undefined;
  if (activity.name === 'desk.send') return text;
  const isOut = [...(subject.pending ?? []), ...(subject.sent ?? [])].some((word) => word.messageId === messageId);
  return activity.name === 'desk.edited' && isOut ? text : undefined;
}
