// "Yes, cancel the order", "on second thoughts yes, open the dispute": a yes with the very thing that was proposed. Pure.
import { soldKinds } from '../../agents/technical/read-wish.ts';
import { readYesNo } from './yes-no.ts';

/** What is said for what a tool does; another verb is another wish, and no yes to this one. */
export const VERBS: Record<string, string> = {
  cancel_order: 'cancel',
  return_order: 'return|send|open the return',
  exchange_item: 'exchange|swap|change',
  change_items: 'change|update|take out|remove',
  change_address: 'change|deliver|send|ship|update',
  change_address_in_transit: 'change|deliver|send|ship|redirect|update',
  change_order_payment: 'change|make|open|send',
  refund_charge: 'refund|pay',
  retry_payment: 'make|open|send|repeat|retry',
  pay_invoice: 'make|open|send|pay',
  change_payment_method: 'make|open|send|change',
  open_dispute: 'open|dispute|file|start',
  report_delayed_or_lost: 'look|search|find|report|investigate|start|open|trace',
};
const OBJECT =
  '( (it|that|this|them|one|back|for it|for the parcel|the parcel|the (order|return|exchange|dispute|refund|address|case|investigation|items?|page|link)|my (order|parcel|money)|a (dispute|return|search)|to (that|the new) address))*';
const BEFORE =
  /^\W*(on second thoughts?|actually|well|whatever|ok(ay)?( whatever)?|hm+|fine|alright|right|so)[\s,.!]+(?=.*\b(yes|yep|yeah|sure)\b)/i;

/** "Yes do it, farewell my blankets": nothing that is said behind so clear a yes takes it back, unless it alters something. */
const EMPHATIC =
  /^\W*((?:yes|yep|yeah|sure|ok(?:ay)?)[\s,]+(?:please[\s,]+)?(?:do it|do that|go ahead|go for it|please do))[,!.]+\s*([^?]{0,60})$/i;

/** It may say which: "yes do it, the blue one", "yes do it, to my office". */
const PICKS =
  /\d|\b(the|an?|this|that|these|those|ones?|to|for|from|on|in|at|with|and|then|tomorrow|later|after|before|when|black|white|blue|red|green|small|large)\b/i;

/** 'yes' or 'no' to this proposal; null: something else is said. */
export function readConsent(text: string, tool: string): 'yes' | 'no' | null {
  const direct = readYesNo(text);
  const verbs = VERBS[tool];
  if (direct !== null || !verbs) return direct;
  const [, yes = '', chatter = ''] = EMPHATIC.exec(text) ?? [];
  if (yes !== '' && !ALTERS.test(chatter) && !PICKS.test(chatter)) return 'yes';
  // Of an order that is cancelled, "all of it" is no other wish.
  const said = tool === 'cancel_order' ? text.replace(ALL_OF_IT, ' ') : text;
  if (said !== text && readYesNo(said) === 'yes') return 'yes';
  const rest = said
    .replace(BEFORE, '')
    .replace(new RegExp(`\\b(please |do |go ahead and |then )*(${verbs})${OBJECT}( please| now| then)*`, 'i'), ' ')
    .trim();
  // Without the verb nothing but a yes may be left: "no, cancel it" is none.
  return rest !== said.trim() && readYesNo(rest) === 'yes' ? 'yes' : null;
}

const ALL_OF_IT = /\b(?:all of (?:it|them)|the (?:whole|entire) (?:thing|order|lot)|everything)\b/gi;

/** Behind a yes these alter what it is to. */
export const CHANGES = /\b(but|instead|only|just|not|except|change|another|other|different|wait|if|unless|rather)\b/i;
export const YES_FIRST = /^\W*(ok(ay)? )?(yes|yep|yeah|yup|sure|please)\b/i;

const AGREED =
  /^\W*(?:yes|yep|yeah|yea|yup|sure|ok(?:ay)?|please|right|correct|exactly|s[ií]|oui|ja)\b[\s,.!]*(?:please[\s,.!]*)?(?=.*\p{L})/iu;
/** Whatever stands in the summary, these change it. */
export const ALTERS =
  /\b(but|instead|only|just|not|no|except|change|another|other|different|wait|if|unless|rather|first|also|too|both|all)\b|n't\b|\?/i;
/** Words that add nothing to a yes. */
export const GLUE = new Set(
  (
    'the a an it that this these those them my me i we you to for of with in on at and do go ahead please pls now then thanks thank so much ' +
    "want would like can could will i'd go make send open take order one yes sure ok okay great perfect fine good as is exactly do"
  ).split(' '),
);
const STEM = 5;

/** "Yes please make the page": a yes, and nothing beside it that does not stand in what was proposed. */
export function agreesInItsWords(text: string, summary: string): boolean {
  const rest = text.replace(AGREED, '');
  if (rest === text || ALTERS.test(rest)) return false;
  const proposed = summary.toLowerCase();
  if (!isOfThings(rest, summary)) return false;
  const words = wordsOf(rest.toLowerCase()).filter((word) => !GLUE.has(word));
  return words.length > 0 && words.every((word) => isSaidIn(proposed, word));
}

export const wordsOf = (said: string): string[] => said.match(/[\p{L}\d][\p{L}\d'-]*/gu) ?? [];

/** The same number, or the same word in another form. `proposed`: in small letters. */
export const isSaidIn = (proposed: string, word: string): boolean =>
  new RegExp(/\d/.test(word) ? `\\b${word}\\b` : `\\b${word.slice(0, STEM)}`).test(proposed);

/** One thing of several that are proposed is another wish. */
export function isOfThings(said: string, summary: string): boolean {
  const kinds = soldKinds(said);
  return kinds.length === 0 || kinds.length >= soldKinds(summary).length;
}

/** A word that says no more than that it was read. */
export const isOnlyHeard = (said: string): boolean =>
  /^\W*(ok(ay)?|okey|k|alright|all right|fine|right|good|great|sure|vale|d'accord|gut|klar)\W*$/i.test(said);

/** A yes at the beginning, as many sentences of it as say nothing but that, and the rest: "Yes, cancel it. And the watches?" */
export function yesAndRest(text: string, isYes: (said: string) => boolean): [head: string, rest: string] {
  const sentences = text.split(/(?<=[.!;])\s+/);
  for (let count = sentences.length - 1; count > 0; count -= 1) {
    const head = sentences.slice(0, count).join(' ');
    if (isYes(head)) return [head, sentences.slice(count).join(' ')];
  }
  const [head = '', ...tail] = text.split(/(?<=[.!,;])\s+|\s+(?=and (?:how|when|what|where|can|do|does|is|will)\b)/i);
  return [head, tail.join(' ')];
}

const YES_THEN =
  /^\W*(?:(?:finally|at last|great|good|perfect|thanks?|thank you|alright|all right|ok(?:ay)?)\b\W*)*((?:yes|yep|yeah|sure)\b[\s,.!]*(?:please\b[\s,]*)?(?:do (?:it|that|this|so)|go ahead|please do)?)[\s,.;]+(?:and then|then|and after that|after that)\s+(.{6,})$/is;

/** "Yes, do that, and then send me the link": what comes after it is done; null: the yes is none, or what follows alters it. */
export function wishedThen(text: string): string | null {
  const [, , then = ''] = YES_THEN.exec(text.trim()) ?? [];
  return then !== '' && !/\b(but|instead|except|first|unless|rather|only)\b/i.test(text) ? then : null;
}

/** "Oh, that was quick. Yes please, do refund it. How long until I see it?": the question behind a yes; null: there is none. */
export function askedBehindYes(text: string, isYes: (said: string) => boolean): string | null {
  const parts = text.split(/(?<=[.!?])\s+/);
  const at = parts.findIndex((part) => YES_FIRST.test(part) && isYes(part));
  const asked = parts.slice(at + 1).join(' ');
  const isClear =
    at > 0 && !parts.slice(0, at).some((part) => part.includes('?') || CHANGES.test(part) || /\d{4,}/.test(part));
  return isClear && asked.includes('?') && !CHANGES.test(asked) ? asked : null;
}
