// What a customer wants about money, read from their words: the first sign that fits decides, and a plain charge comes
// last, since every wish speaks of one.
import { fold } from '../../core/fold.ts';
import type { AgentRequest } from '../agent.ts';
import { namesOrder } from '../classifier/entities.ts';
import { isAboutPromo } from './promo.ts';

export type BillingWish =
  | 'gift card'
  | 'refund state'
  | 'duplicate'
  | 'dispute'
  | 'refund'
  | 'pay invoice'
  | 'invoice details'
  | 'invoice'
  | 'change method'
  | 'retry payment'
  | 'promo code'
  | 'charge';

const WISHES: [BillingWish, RegExp][] = [
  ['gift card', /\b(gift ?-?cards?|gift vouchers?|gift codes?|store credit)\b|\bGIFT(-[0-9A-Z]{4}){3}\b/i],
  [
    'refund',
    /^(?!.*\b(where|when|status|state|yet|track)\b).*\b(give me|i (want|demand|need|expect)|refund me)\b.{0,20}\b(refund\w*|money back|it back|now)\b/is,
  ],
  [
    'refund state',
    /\b(still )?waiting (on|for) (my )?[$€£]?\d|\bmoney back\b.{0,20}\b(faster|quicker|sooner)\b|\b(where|when|status|state|track|check|waiting|wait|yet|arrive\w*|received?|come|came|gotten|long|process\w*|pending)\b.{0,60}\brefund\w*|\brefund\w*\b.{0,60}\b(where|when|status|state|yet|arrive\w*|not (been )?(received|here|there)|has ?n'?t|have ?n'?t|did ?n'?t|still|come|came|shown?|pending|taking|process\w*|gone through|on (its|the) way|is there (one|any)|or not)\b|\bREF-[0-9A-Z]{1,12}\b|\b(when|how long|where)\b.{0,40}\bmoney\b/i,
  ],
  [
    'duplicate',
    /\b(twice|double|doubled|duplicated?s?|two times|2 ?x|2 times|two charges|two identical|same (charge|amount) (again|two)|charged? (me )?again)\b/i,
  ],
  ['dispute', /\b(disput\w*|chargeback|contest (the|this|that|a) (charge|payment))\b/i],
  ['refund', /\b(refund\w*|money back|reimburs\w*|give me back|pay me back)\b/i],
  [
    'pay invoice',
    /\b(pay|settle|paying)\b.{0,40}\b(invoice|bill|balance)\b|\b(invoice|bill)\b.{0,40}\b(pay|unpaid|overdue|outstanding|open|due)\b|\b(unpaid|overdue|outstanding|open) (invoice|bill|balance)\b|\bwhat do i (still )?owe\b/i,
  ],
  [
    'invoice details',
    /\b((my |our |the |a )?(company|firm|business|legal|full|billing|last|first)( name| address)?|name|(?<!mail )address|vat( (id|number|no))|tax (id|number)|ust-?id|po number|purchase order number)\b.{0,50}\b(invoices?|receipts?)\b|\b(?:company|firm|business|billing) name\b.{0,60}\binvoices?\b|\bmade out to (my|our|the|a) (company|firm|business|employer)\b|\b(invoices?|receipts?)\b.{0,40}\b((company|firm|business|legal|billing)( name| address)?|name|vat (id|number|no)|tax (id|number)|ust-?id|(?<!mail )address|made out to|in the name of|gmbh|ltd|inc|llc|s\.?a\.?r?\.?l)\b/i,
  ],
  ['invoice', /\b(invoices?|receipts?|vat|tax document|proof of (purchase|payment)|INV-\d+)\b/i],
  [
    'change method',
    /\b(change|update|replace|switch|edit|add|remove|use)\b.{0,40}\b(payment (method|details?|info\w*)|(credit |debit )?card|way (i|to) pay|paypal|bank account|billing (details?|info\w*))\b|\bchange (the |my )?payment\b|\b(new|different|another|other) (credit |debit )?card\b|\bcard (has |is )?(expired|expiring|expires)\b/i,
  ],
  [
    'retry payment',
    /\bpayment\b.{0,40}\b(fail\w*|declin\w*|rejected|did ?n'?t (go|work)|not (go|work)\w*|bounced|again|error)\b|\bcard\b.{0,30}\b(declin\w*|rejected|refused|not accepted|did ?n'?t work)\b|\b(retry|repeat|try)\b.{0,30}\b(payment|paying|pay|card)\b|\bfailed payment\b/i,
  ],
];

export function readBillingWish(text: string): BillingWish {
  const first = WISHES[0]!;
  if (!first[1].test(text) && isAboutPromo(text)) return 'promo code';
  return WISHES.find(([, sign]) => sign.test(text))?.[0] ?? 'charge';
}

/** What a charge is looked for by. */
export interface ChargeHint {
  chargeId?: string;
  amount?: number;
  on?: string;
  orderId?: string;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH_DAY =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? (\d{1,2})(?:st|nd|rd|th)?\b|\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b/i;

/** "Not 139. I ask about 197,48": the sum that is not meant. */
export const withoutRefusedSum = (text: string): string =>
  text.replace(
    /\bnot (?:about |for )?(?:the |my )?[$€£]?\d{1,6}(?:[.,]\d{1,2})?(?! ?(?:days?|weeks?|times?))\b/gi,
    ' ',
  );

/** By number, sum and day as they stand in the text; by the order when the text names it, or nothing else does. */
export function readChargeHint({ text, classification, today }: AgentRequest): ChargeHint {
  const chargeId = /\bPAY-\d{1,12}(-\d{1,3})?\b/i.exec(text)?.[0].toUpperCase();
  if (chargeId) return { chargeId };
  const meant = withoutRefusedSum(text);
  const bare = /(?<![\w.,-])(\d{1,6}[.,]\d{2})(?!\w|[.,-]\d)/.exec(meant)?.[1]?.replace(',', '.');
  const refused = meant !== text && bare !== undefined;
  const amount =
    (refused ? undefined : classification.entities.money?.[0]?.amount) ?? (bare ? Number(bare) : undefined);
  const on = readDay(text, today);
  const orderId = classification.entities.orderIds?.[0];
  const isNamed = namesOrder(text, orderId);
  const byOrder = isNamed || (amount === undefined && on === undefined);
  return {
    ...(amount !== undefined && amount > 0 ? { amount } : {}),
    ...(on ? { on } : {}),
    ...(orderId && byOrder ? { orderId } : {}),
  };
}

/** "2026-03-02", "March 2", "2nd of March", "yesterday", "today": the latest such day that is not in the future. */
function readDay(text: string, today: string): string | undefined {
  const iso = /\b\d{4}-\d{2}-\d{2}\b/.exec(text)?.[0];
  if (iso && !Number.isNaN(Date.parse(iso))) return iso;
  if (/\byesterday\b/i.test(text)) return new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
  if (/\btoday\b/i.test(text)) return today;
  const found = MONTH_DAY.exec(text);
  if (!found) return undefined;
  const month = MONTHS.indexOf((found[1] ?? found[4])!.toLowerCase()) + 1;
  const monthDay = `${String(month).padStart(2, '0')}-${(found[2] ?? found[3])!.padStart(2, '0')}`;
  const year = Number(today.slice(0, 4));
  const day = `${year}-${monthDay}` <= today ? `${year}-${monthDay}` : `${year - 1}-${monthDay}`;
  return Number.isNaN(Date.parse(day)) ? undefined : day;
}

export function readGiftCode(text: string): string | undefined {
  return /\bGIFT(-[0-9A-Z]{4}){3}\b/i.exec(text)?.[0].toUpperCase();
}

const EXPLAIN =
  /\b(explain\w*|expliqu\w*|expli(?:ca|que)\w*|detaill\w*|detall\w*|erklar\w*|item by item|details?|breakdown|what (was|is) (it|that|this)( charge)? for|itemi[sz]ed?)\b/i;
const FINE =
  /^(?:(?:oh|ah|well|right|no)[,! ]+)?(?:i see[,! ]+)?(no|nope|no,? thanks?( you)?|(ok(ay)?,? )?thanks?( you)?|(it|that)'?s (fine|ok(ay)?|right|good|all)( then)?(,? thanks?( you)?)?|all good|fine|ok(ay)?|i see|got it|makes sense|i remember( now)?|(ok(ay)?,? )?that makes sense)[.! ]*$/i;

/** "No dispute please", "I don't want to dispute it": the word alone is no wish. */
const NO_DISPUTE =
  /\b(no|not|without|n'?t|never|nor|neither)\b( \w+){0,3} (disput\w*|chargeback)\b|\bdispute (is |was )?(not|n't|un)( ?needed| ?necessary)\b|\bnothing (?:here |there )?to dispute\b/i;

/** An answer to "shall I explain it, or open a dispute?"; null: it is about something else. */
export function readNextStep(text: string): 'explain' | 'dispute' | 'fine' | null {
  const said = text.trim().replace(/’/g, "'");
  if (NO_DISPUTE.test(said)) return 'fine';
  if (
    /\b(disput\w*|both wrong|not mine|i (did ?n'?t|did not|never|have ?n'?t|don'?t remember) (buy|bought|buying|order(ed|ing)?|purchas\w+|ma(de|ke|king)))\b/i.test(
      said,
    )
  )
    return 'dispute';
  if (EXPLAIN.test(fold(said)) && said.length < 80) return 'explain';
  return FINE.test(said) ? 'fine' : null;
}

const FINE_FIRST =
  /^\W*(?:(?:oh|ah|ok(?:ay)?|well|right|no|nope|i said|as i said)\W+)*(?:(?:it|that)'?s (?:fine|ok(?:ay)?|all right|alright|good)|no,? (?:thanks|thank you)|(?:no|not a) dispute(?: please| needed)?)(?:[\s,.;]+(?:no dispute(?: please| needed)?|i (?:just )?(?:mixed (?:it|that|them) up|remember(?:ed)?(?: (?:it|that))?(?: now)?|forgot(?: (?:it|that|about it))?|was wrong)))*(?:\s*[,.;!:]+\s*|\s+(?=but\b))(?:(?:different|another|other) (?:thing|question|matter)\s*:?\s*|(?:but|and|also|then)\s+)*/i;
const FEWEST_LEFT = 3;

/** "No, it's fine. Can you send me the invoice?": what is wished beside that; null: nothing is, or it is not fine. */
export function restOfFine(text: string): string | null {
  const plain = text.replace(/[’‘]/g, "'");
  const rest = plain.replace(FINE_FIRST, '');
  return rest !== plain && rest.split(/\s+/).length >= FEWEST_LEFT && !NO_DISPUTE.test(rest) ? rest : null;
}

/** To "shall I open a dispute?"; the dispute itself is shown and confirmed after that. */
export function isYes(text: string): boolean {
  return /^(yes|yeah|yep|sure|ok(ay)?|please( do)?|s[ií]|oui|ja|bitte|do it|go ahead)([,! ]+(please|do|do it|bitte|por favor))?[.! ]*$/i.test(
    text.trim(),
  );
}
