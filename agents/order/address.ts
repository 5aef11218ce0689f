// Reads a new address out of what a customer writes, in one message or in parts, and corrects one that was proposed. Pure.
import { phrasesFor } from '../../phrases/index.ts';
import type { AgentRequest, Exchange, OfflineStep } from '../agent.ts';
import { readOrderIds } from '../classifier/entities.ts';
import { namedKind } from '../goods.ts';

/** A house number and a word beside it, on at least three words. */
export function looksLikeAddress(text: string): boolean {
  // The number of an order is no house's.
  return (
    /\d/.test(text.replace(NO_ADDRESS_NUMBER, ' ')) && text.trim().split(/[\s,]+/).length >= 3 && !/\?\s*$/.test(text)
  );
}

const NO_ADDRESS_NUMBER = /\b(?:ord(?:er)?\W{0,3})?(?:ORD-\d+|(?<=\border\W{0,3})\d{4,10}|#\d{4,10})\b/gi;
/** A house number and the first word of its street. */
const BEGINS =
  /(?<![\p{L}\d-])\d{1,5}[a-z]?(?:[-/]\d{1,4})? +(?!(?:days?|times?|weeks?|hours?|of|am|pm|and|or|but|not|items?|pieces?|is|was|orders?|percent|dollars?|minutes?)\b)\p{L}[\p{L}.'’-]*/iu;
/** What is said after it. */
const BESIDES =
  /[\s,;(]+(?:as well|too|also|after all|without|not|instead|rather|please|pls|thanks|thank you|and (?:nothing|not|please|tell|let|say|by|when|how|what)\b|that'?s (?:it|all)|is (?:that|it|this) (?:still )?(?:possible|ok(?:ay)?|too late|fine)|(?:would|will|does|can|could) (?:that|it|this|you|i|we)\b|ok(?:ay)?|por favor|bitte|merci|danke|gracias)\b.*$/isu;
const NEXT_SENTENCE = /[.!?]+\s+(?=\p{L}[^\d]*$).*$/isu;

/** "New address is", "please write only": what leads up to it. */
const LEADS_UP =
  /^\W*(?:(?:please|ok(?:ay)?|so|well|yes|no|the|my|our|new|correct|right|full|whole|delivery|shipping|add?ress?|label|should|must|read|write|put|use|only|just|it|its|it's|is|to|be|says?|send|deliver|ship)\b[\s:,]*)+/i;

/** Where a sentence ends; "Elm St." and "Apt. 5" do not end one. */
const SENTENCES = /(?<=\p{L}{4}[.!?]|[\d)][.!?])\s+(?=\p{Lu})/u;

/** "My address is wrong. It is Lindenstrasse 14, 50674 Koeln": the only sentence that is an address. */
function sentenceOf(written: string): string {
  const whole = written.split(SENTENCES).filter((sentence) => isWholeAddress(sentence));
  return whole.length === 1 ? whole[0]!.replace(/[.!]+$/, '') : written;
}

/** What is said of an address, and stands in none. */
const TALK =
  /\b(it is|it's|isn'?t|wrong|please|you|want|need|order|because|instead|mistake|let me|number is|street is|yet|remove|cancel|return|refund|shipped|whatever|what|when|how|why)\b|\bORD\W?\d|\?/i;

/** Words that somebody said about it are among it: nothing is sent there. */
export const holdsTalk = (address: string): boolean => TALK.test(address);

/** "The label should read only: 84 Linden Street, Albany, NY 12208. Please correct it.": from the house number on, and no more. */
export function bareAddress(said: string): string {
  return bare(sentenceOf(said));
}

function bare(written: string): string {
  const led = LEADS_UP.exec(written)?.[0] ?? '';
  const behind = /\b(address|adress|write|read|is|to)\b|:/i.test(led) ? written.slice(led.length) : written;
  const text = looksLikeAddress(behind) ? behind.replace(NEXT_SENTENCE, '') : written;
  const said = text.replace(NO_ADDRESS_NUMBER, (number) => ' '.repeat(number.length)).replace(/\s+/g, ' ');
  const begin = BEGINS.exec(said);
  if (begin?.index === 0) return text.trim().replace(BESIDES, '');
  if (!begin || !isAfterTalk(said.slice(0, begin.index))) return text.trim();
  return said
    .slice(begin.index)
    .replace(NEXT_SENTENCE, '')
    .replace(BESIDES, '')
    .replace(/[\s.,;!]+$/, '')
    .trim();
}

/** What stands before the number is a sentence, not the name of a street or of a place. */
function isAfterTalk(before: string): boolean {
  return (
    before.trim() !== '' &&
    /[:.!?]\s*$|(?:^|\s)(?:to|is|it|its|it's|was|be|at|just|only|one|read|say|says|no|not|yes|ok|address|adress|new|here|pls|please|plz|a|an?|en|es|est|ist|lautet|nach|an|a la)[,\s]*$/i.test(
      before,
    )
  );
}

/** "… to: 1 Main Street, 10000 Springfield" names it already; null where only the wish was told. */
export function addressIn(text: string): string | null {
  const named = /\b(?:add?res+|redirect|reroute|deliver|send|ship)\b[^.?!]*?\b(?:to|is|:)\s*:?\s*(.+)$/is
    .exec(text)?.[1]
    ?.replace(/^(is|to)\b:?\s*/i, '');
  const address = named
    ?.replace(/([\s.,?!]*\b(instead|please|pls|thanks|thank you)\b)*[\s.?!]*$/i, '')
    .replace(/^(my|our|the|a) [a-z' ]{2,30}?\b(?:(?:at|in)\b|,)\s*(?=.*\d)/i, '');
  const taken = address && looksLikeAddress(address) ? bareAddress(address) : null;
  if (taken && !holdsTalk(taken)) return taken;
  // "Could it go to my daughter's? 14 Linden Court, …": a sentence before it, and a whole one after it.
  const alone = bareAddress(text);
  return isWholeAddress(alone) && !holdsTalk(alone) ? alone : null;
}

const STREET_WORD =
  '(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|way|place|square|boulevard|blvd|close|terrace)';

/** "My office instead? 40 Mill Road, same town": a street with its number, though no place goes with it yet. */
export function streetIn(text: string): string | null {
  return new RegExp(`(?<![\\w-])\\d{1,5}[a-z]? (?:[\\p{L}.'-]+ ){1,3}${STREET_WORD}\\b`, 'iu').exec(text)?.[0] ?? null;
}

/** "Ship it to my office", "deliver order 12345 to … instead": asked for, not asked about. */
export const SENDS_ELSEWHERE =
  /^(?!.*\b(did|didn'?t|why|who|when|how (long|much)|supposed|back to you|to me|link|password|code|e-?mail|invoice|refund|instead of)\b)(?:.*\b)?(send|ship|deliver|bring) (?:(it|them|this|(my|the) (order|parcel|package|delivery|one)( (?:with|of) (?:the )?[\w ]{3,30}?)?)( order)? to (my (office|work\w*|parents|mother|father|mom|mum|dad|sister|brother|neighbou?r|friend|wife|husband|job)\b|.{3,80}\binstead\b)|(ord\W?\d+|order \W?(ord\W?)?\d+) to\b)/i;

/** A house number, a postal code, and words for a street and a place: enough to deliver to. */
export function isWholeAddress(text: string): boolean {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  const numbers = text.match(/\d+/g) ?? [];
  const hasCode =
    /\b\d{4,6}\b|\b\d{5}-\d{3,4}\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b/i.test(text);
  return looksLikeAddress(text) && hasCode && numbers.length >= 2 && words.length >= 2;
}

const LEAD =
  /^\W*((no+|nope|sorry|apolog\w+|pardon|my (mistake|bad)|oops|wait|actually|hang on|ok(ay)?|i (meant?|mean)|it'?s|it is|it should be|that'?s|make (it|that)|(that'?s |it'?s |it is )?(the )?wrong (zip( code)?|post(al)? ?code|street|number|house number|city|town)|(the|her|his|their|my|our|its|that) (new )?(address|street|number|house number|zip|zip code|postal code|city|town) (is|should be|was)|should be|change it to|to)\b[\s,:.!-]*)+/i;
const NOT_THAT = /[\s,.]*\b(not|instead of|rather than)\b.*$/i;
const HOUSE = /^(house )?(number |no\.? |# ?)?(\d{1,4}[a-z]?)$/i;
const CODE = /^(\d{4,6}(?:-\d{3,4})?)$/;
const STREET = /^\d{1,5}[a-z]? [\p{L}.' -]{3,40}$|^[\p{L}.' -]{3,40} \d{1,4}[a-z]?$/iu;
/** Postal code and town, in either order. */
const TOWN = /^\d{4,6} [\p{L}.' -]{3,40}$|^[\p{L}.' -]{3,40},? \d{4,6}$/iu;

/**
 * "Sorry, number 21", "the zip is 62706", "21 Elm Street, not 12": the proposed address with that in it. A whole one takes its
 * place; null: what they say is no part of an address.
 */
export function correctAddress(proposed: string, text: string): string | null {
  const said = bareAddress(text)
    .replace(/\s+/g, ' ')
    .replace(LEAD, '')
    .replace(NOT_THAT, '')
    .replace(/[.!]+$/, '')
    .trim();
  if (isWholeAddress(said)) return said;
  if (holdsTalk(said)) return null;
  const house = HOUSE.exec(said)?.[3];
  if (house) return proposed.replace(/\d{1,5}[a-z]?/i, house);
  const code = CODE.exec(said)?.[1];
  if (code) return proposed.replace(/\b\d{4,6}(?:-\d{3,4})?\b(?!.*\b\d{4,6}\b)/, code);
  if (TOWN.test(said)) return `${proposed.split(',')[0]!}, ${said}`;
  if (STREET.test(said))
    return [
      said,
      ...proposed
        .split(',')
        .slice(1)
        .map((part) => part.trim()),
    ].join(', ');
  return null;
}

/** What was given before and what is given now, together; whole or not. */
export function joinAddress(before: unknown, text: string): string {
  const now = text.replace(/\s+/g, ' ').trim();
  return typeof before === 'string' && before !== '' && !isWholeAddress(now)
    ? `${before.replace(/,\s*$/, '')}, ${now}`
    : now;
}

/** The rest of an address, where a part of it was given: a few words or numbers, and no question. */
export function goesOnAddress(text: string): boolean {
  const words = text.trim().split(/\s+/).length;
  return words <= 10 && !/\?\s*$/.test(text) && (/\d{3,}/.test(text) || /^[\p{L}\s,.'-]{3,60}$/u.test(text.trim()));
}

/** What the open question about a new address has by now. */
export function addressSaid({ memory }: Exchange, text: string): string {
  if (typeof memory.corrected === 'string') return memory.corrected;
  return joinAddress(memory.part, bareAddress(text).replace(LEAD, ''));
}

/** "No, number 21", said of an address that was proposed; null: it is about something else. */
export function correctionOf(text: string, orderId: string, input: unknown, more: object = {}): Exchange | null {
  const { address = '' } = input as { address?: string };
  // "Leave the backpack. The address of the blanket order": of another one.
  const isOther = namedKind(text) !== null || readOrderIds(text).some((id) => id !== orderId);
  if (isOther || /\?\s*$/.test(text) || text.trim().split(/\s+/).length > 16) return null;
  const corrected = correctAddress(address, text);
  return corrected ? { about: 'new address', memory: { orderId, corrected, ...more } } : null;
}

export function askRestOfAddress(
  { classification, phrases }: AgentRequest,
  memory: { orderId: string; part: string; status?: string },
): OfflineStep {
  const { askRestOfAddress: ask } = phrasesFor(classification.language, phrases);
  return { text: ask({ address: memory.part }), asks: { about: 'new address', memory } };
}
