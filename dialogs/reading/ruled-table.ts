// The table of what is wanted for sure by the words alone, read from top to bottom; ruled-acts.ts reads it. Pure.
import type { Act } from '../../agents/acts.ts';
import { namedKind } from '../../agents/goods.ts';
import { asksFacts } from '../../agents/order/facts.ts';
import { isPartMissing } from '../../agents/order/part-missing.ts';
import { wantsNoCancelling } from '../../agents/order/refuses.ts';
import { readOrderWish } from '../../agents/order/wish.ts';
import { namesFault } from '../../agents/technical/before.ts';
import { IF_NOTHING_HELPS, soundsBroken } from '../../agents/technical/read-wish.ts';
import type { TurnContext } from '../turn-context.ts';
import { DOERS, GOES_BACK, onlyAsks, readWanted, SURE_FROM } from './acts.ts';
import * as words from './ruled-words.ts';

interface Rule {
  act: Act;
  fits(said: string, context: TurnContext): boolean;
  /** How sure it is, where 1 is too little beside what an article says. */
  margin?: number;
  /** What of it counts; all, where none is given. */
  part?(said: string): string;
}

/** Whatever an article says of it. */
export const SURELY = 3;

const wantsElse = (said: string, isElse: (act: Act) => boolean): boolean =>
  readWanted(said).some(({ act }) => DOERS[act] !== undefined && isElse(act));

export const RULES: readonly Rule[] = [
  { act: 'wrong-item', margin: SURELY, fits: isPartMissing },
  // "Two parcels are under way to me: on which days may I expect them?"
  { act: 'order-list', fits: (said) => words.PARCELS_WHEN.test(said) },
  // "Where are ORD-20482 and ORD-20638, do they come on the same day?"
  {
    act: 'order-status',
    margin: SURELY,
    fits: (said, { classification }) =>
      (classification.entities.orderIds?.length ?? 0) > 1 &&
      /\b(?:where|when|same day|arriv\w+|delivery dates?)\b/i.test(said) &&
      !wantsElse(said, (act) => !onlyAsks(act) || act === 'refund-when' || act === 'invoice'),
  },
  // "And the delivery date?", of an order that was spoken of.
  {
    act: 'order-status',
    margin: SURELY,
    fits: (said, { state, classification }) =>
      words.DELIVERY_DATE.test(said) &&
      (state.orderIds.length > 0 || classification.entities.orderIds !== undefined) &&
      !/\b(?:choose|change|pick|set|book|move)\b/i.test(said),
  },
  // "How many business days should I allow before I ask my bank?", of money that was spoken of.
  {
    act: 'refund-when',
    margin: SURELY,
    fits: (said, { state }) =>
      words.BANK_DAYS.test(said) && state.said.slice(-4).some(({ text }) => /\bREF-|\brefund/i.test(text)),
  },
  // "Nothing is wrong with it! I want to know if it measures the heart rate."
  {
    act: 'product-fact',
    margin: SURELY,
    fits: (said, { state }) =>
      asksFacts(words.WANTS_TO_KNOW.exec(said)?.[0] ?? '') &&
      soldIn(said, state) &&
      !wantsElse(said, (act) => !onlyAsks(act)),
    part: (said) => words.WANTS_TO_KNOW.exec(said)![0],
  },
  // "He can keep it on in the pool, right?", of a thing that was spoken of.
  {
    act: 'product-fact',
    margin: SURELY,
    fits: (said, { state }) =>
      words.SWIMS.test(said) && soldIn(said, state) && !wantsElse(said, (act) => act !== 'product-fact'),
  },
  // "Can the other charger still be returned?"
  {
    act: 'return-how',
    margin: SURELY,
    fits: (said) => words.MAY_GO_BACK.test(said) && !wantsElse(said, (act) => !onlyAsks(act) && !GOES_BACK.has(act)),
  },
  // "I would like only one of them after all. Is it possible to reduce the quantity?"
  { act: 'remove-item', margin: SURELY, fits: (said) => words.REDUCES.test(said) },
  // "Got money now. How do I pay the 108 one again? I don't want the other any more."
  { act: 'pay-now', fits: (said) => words.HOW_TO_PAY.test(said), part: (said) => words.HOW_TO_PAY.exec(said)![0] },
  // "Please give me the status of both refunds, with amounts."
  { act: 'refund-when', fits: (said) => words.STATE_OF_REFUND.test(said) },
  // "The tracking number for my latest order"
  {
    act: 'order-status',
    margin: SURELY,
    fits: (said) =>
      /\b(?:the|my|a) tracking (?:number|code|link)\b/i.test(said) &&
      !/n't\b|\b(?:not|never|wrong|invalid|nothing|no)\b/i.test(said) &&
      !wantsElse(said, (act) => act !== 'order-status'),
  },
  // "Wrong invoice. I need the one for 20299."
  {
    act: 'invoice',
    fits: (said) => /\b(?:wrong|not (?:that|this)|another|the other) invoice\b[^?]*\b\d{5}\b/i.test(said),
  },
  // "Add two more of them to ORD-20236", "can they be added, yes or no?"
  { act: 'add-item', fits: (said) => words.ADDS.test(said) },
  // "Good. And the headphones?", where it was told when something comes.
  {
    act: 'order-status',
    fits: (said, { state }) =>
      words.AND_THING.test(said) &&
      namedKind(said) !== null &&
      /\bORD-\d[\s\S]*\b(delivered|packed|transit|shipped)\b/i.test(state.lastReply),
  },
  // "Do you have it in black?"
  { act: 'in-stock', margin: SURELY, fits: (said) => words.HAVE_IN.test(said) && namedKind(said) !== null },
  // "Until which date may I still exchange it?"
  {
    act: 'return-how',
    margin: SURELY,
    fits: (said) => words.UNTIL_WHEN.test(said),
    part: (said) => `${said.length > 60 ? `${said} ` : ''}how long do I have to return or exchange it?`,
  },
  { act: 'order-contents', fits: (said) => words.OF_WHAT.test(said) || words.LOOKS_LIKE.test(said) },
  {
    act: 'shipping-price',
    fits: (said, { classification }) =>
      (words.SHIPS_TO.test(said) || words.COSTS_TO_SEND.test(said)) &&
      classification.entities.places !== undefined &&
      !/\b(my|the) (order|parcel|package)\b/i.test(said),
  },
  // "I ordered two watches and some lamps, and wonder when they leave your warehouse": theirs, and none that is sold.
  {
    act: 'order-status',
    fits: (said) =>
      words.ORDERED_WHEN.test(said) && !/\bback\b/i.test(said) && !wantsElse(said, (act) => !onlyAsks(act)),
  },
  // "Just scratch one of the two."
  { act: 'remove-item', fits: (said) => words.SCRATCH.test(said) },
  // "Did my payment go through at least?", "is there a payment missing for that order?"
  { act: 'payment-arrived', margin: SURELY, fits: (said) => words.PAYMENT_THROUGH.test(said) },
  // "Could you check whether my other pending one has the same trouble?", of a payment.
  {
    act: 'payment-failed',
    margin: SURELY,
    fits: (said, { state }) =>
      /\bsame (?:trouble|problem|issue)\b/i.test(said) &&
      state.said.slice(-4).some(({ role, text }) => role === 'bot' && /payment failed/.test(text)),
  },
  // "The cancelled one, did my 136.50 find its way home yet?"
  { act: 'refund-when', margin: SURELY, fits: (said) => words.DID_SUM.test(said) },
  // "Do I need to print the label, and where do I drop it?", of a return.
  {
    act: 'return-how',
    margin: SURELY,
    fits: (said, { state }) =>
      words.OF_LABEL.test(said) && (/\blabel\b/i.test(said) || /\b(?:RET|EXC)-|\blabel\b/.test(state.lastReply)),
    part: () => 'where do I drop off the parcel with the return label?',
  },
  // "Did you charge me for both orders already?", "and which card was that?"
  { act: 'payment-arrived', margin: SURELY, fits: (said) => words.CHARGED_YET.test(said) },
  // "My kettle has a white crust inside, is that dangerous?"
  {
    act: 'how-to',
    margin: SURELY,
    fits: (said) => words.LIME.test(said),
    part: (said) => said.replace(words.RID_OF_IT, 'how do I descale it'),
  },
  // "ORD-20623, can you speed that up? I'd pay extra."
  { act: 'faster', margin: SURELY, fits: (said) => words.SPEED_UP.test(said) },
  // "What do I do if it isn't here by Wednesday evening?", "when is a parcel late or lost?"
  { act: 'late-parcel', margin: SURELY, fits: (said) => words.IF_LATE.test(said) },
  // "The camera is her present. Will it be here by then?"
  {
    act: 'order-status',
    margin: SURELY,
    fits: (said) =>
      words.HERE_BY_THEN.test(said) &&
      namedKind(said) !== null &&
      !/\b(?:ordering|if i (?:order|do|buy))\b/i.test(said),
  },
  // "My daughter says one blanket would be enough.", "make it one blanket instead of two"
  { act: 'remove-item', fits: (said) => words.ONE_ENOUGH.test(said) && namedKind(said) !== null },
  // "I'm waiting for my two blue lamps, do you know where they are?"
  { act: 'order-status', fits: (said) => words.WAITS_FOR.test(said) && namedKind(said) !== null },
  // "When do I get my blankets", "I haven't got them. WHEN do they arrive".
  {
    act: 'order-status',
    fits: (said) =>
      words.WHEN_GET.test(said) && !/\b(refund\w*|money)\b/i.test(said) && !wantsElse(said, (act) => !onlyAsks(act)),
  },
  // "And tell me when the rest will get here"
  {
    act: 'order-status',
    margin: SURELY,
    fits: (said) =>
      words.WHEN_HERE.test(said) &&
      !/\b(?:refund\w*|money|stock|back|case|colleague|restock\w*|if i order|i order)\b/i.test(said) &&
      !wantsElse(said, (act) => act !== 'order-status' && act !== 'in-stock'),
  },
  // "What's the best way to clean the travel blanket?": it is washed.
  {
    act: 'how-to',
    margin: SURELY,
    fits: (said) => words.CLEANS_CLOTH.test(said),
    part: (said) =>
      said.replace(/\bclean(ing|ed)?\b/gi, 'wash$1').replace(/\bwhat(?:'s| is) the best way to\b/i, 'how do I'),
  },
  // "I want it swapped for a black one, not the money back."
  {
    act: 'exchange-item',
    fits: (said) =>
      words.SWAPS.test(said) &&
      !/\bgo ahead\b/i.test(said) &&
      !wantsElse(said, (act) => !onlyAsks(act) && !GOES_BACK.has(act)),
  },
  // "I just want it delivered to my office instead of home."
  {
    act: 'change-address',
    fits: (said) => words.TO_OFFICE.test(said) && !wantsElse(said, (act) => !onlyAsks(act) && !OF_DELIVERY.has(act)),
  },
  // "The watch. Can I still cancel it?"
  {
    act: 'cancel-order',
    fits: (said) =>
      words.CAN_CANCEL.test(said) &&
      !/\b(until when|how (long|can))\b/i.test(said) &&
      !wantsNoCancelling(said) &&
      !wantsElse(said, (act) => act !== 'cancel-order'),
  },
  // "Would a green one be possible?", of what they have.
  {
    act: 'exchange-item',
    fits: (said) => words.WOULD_BE.test(said) && /\b(my|the|giving|hardly|bought|got)\b/i.test(said),
  },
  { act: 'warranty', margin: SURELY, fits: (said) => words.PAYS_NEW.test(said) },
  // "Did I get my money back for the backpacks I cancelled?"
  { act: 'refund-when', fits: (said) => words.GOT_MONEY.test(said) },
  // "It was cancelled, I paid 384. Where is my money?", and of what was told of it: "booked, and I don't see it in my bank".
  {
    act: 'refund-when',
    fits: (said, { state }) =>
      words.WHERE_MONEY.test(said) ||
      (state.lastReply.includes('REF-') && (words.NOT_SEEN.test(said) || words.ON_CARD.test(said))) ||
      words.THE_MONEY.test(said),
  },
  // A fault of a named thing, that the recogniser hardly hears, and nothing else that it surely does.
  { act: 'trouble', fits: isFault },
  // "Keys E and R do not respond. What now?"
  {
    act: 'trouble',
    margin: SURELY,
    fits: (said) =>
      words.ASKS_HELP.test(said) &&
      soundsBroken(said) &&
      (namedKind(said) !== null || namesFault(said)) &&
      readOrderWish(said) !== 'wrong' &&
      (IF_NOTHING_HELPS.test(said) || !wantsElse(said, (act) => DOES_OF_FAULT.has(act))),
  },
  // "Back to my speaker: it was charged all night and still blinks."
  {
    act: 'trouble',
    fits: (said) =>
      words.BACK_TO.test(said) &&
      soundsBroken(said) &&
      !/\b(available|stock|price|cost)\b/i.test(said) &&
      namedKind(said) !== null,
  },
  // "And the second order, can I send back half of it?"
  { act: 'return-item', fits: (said) => words.NTH_BACK.test(said) },
  // "Send it back? No, I'd like to keep it."
  { act: 'leave-as-is', fits: (said) => words.KEEPS_IT.test(said) && !wantsElse(said, (act) => act !== 'return-item') },
  // "Can I still get it in large instead of small?"
  { act: 'change-item', fits: (said) => words.STILL_IN.test(said) },
  { act: 'change-delivery', fits: (said) => words.TO_DRIVER.test(said) || words.IF_AWAY.test(said) },
  // "How many days? 14, 30?", of what was told about returns.
  {
    act: 'return-how',
    fits: (said, { state }) =>
      words.HOW_MANY_DAYS.test(said) &&
      state.lastReply.includes('KB-049') &&
      !words.OF_ORDER.test(said) &&
      namedKind(said) === null,
  },
  { act: 'late-parcel', fits: (said) => words.CALLS_LOST.test(said) },
];

/** A thing is named, or was just now. */
const soldIn = (said: string, { said: before }: TurnContext['state']): boolean =>
  namedKind([...before.slice(-2).map(({ text }) => text), said].join(' ')) !== null;

function isFault(said: string): boolean {
  if (!soundsBroken(said) || namedKind(said) === null || /\b(tracking|deliver\w*|payment|checkout)\b/i.test(said))
    return false;
  const heard = readWanted(said).filter(({ act }) => DOERS[act] !== undefined);
  return (
    heard.some(({ act }) => act === 'trouble') &&
    heard.every(({ act, margin }) => act === 'trouble' || margin < SURE_FROM)
  );
}

/** Something is to be done with the thing, and nobody asks how it is mended. */
const DOES_OF_FAULT: ReadonlySet<Act> = new Set(['exchange-item', 'return-item', 'want-refund', 'damaged', 'warranty']);
const OF_DELIVERY: ReadonlySet<Act> = new Set(['change-address', 'change-delivery', 'missing-parcel', 'late-parcel']);
