// What is wanted for sure by the words alone, whatever the recogniser hears, and what several wishes in one message come to. A
// table that is read from top to bottom. Pure.
import type { Act } from '../../agents/acts.ts';
import { namedKind } from '../../agents/goods.ts';
import { readOrderWish } from '../../agents/order/wish.ts';
import { soundsBroken } from '../../agents/technical/read-wish.ts';
import type { TurnContext } from '../turn-context.ts';
import { DOERS, onlyAsks, readWanted, SURE_FROM, type Wanted } from './acts.ts';

interface Rule {
  act: Act;
  fits(said: string, context: TurnContext): boolean;
}

const wantsElse = (said: string, isElse: (act: Act) => boolean): boolean =>
  readWanted(said).some(({ act }) => DOERS[act] !== undefined && isElse(act));

const RULES: Rule[] = [
  { act: 'order-contents', fits: (said) => OF_WHAT.test(said) || LOOKS_LIKE.test(said) },
  {
    act: 'shipping-price',
    fits: (said, { classification }) =>
      SHIPS_TO.test(said) &&
      classification.entities.places !== undefined &&
      !/\b(my|the) (order|parcel|package)\b/i.test(said),
  },
  // "I ordered two watches and some lamps, and wonder when they leave your warehouse": theirs, and none that is sold.
  { act: 'order-status', fits: (said) => ORDERED_WHEN.test(said) && !wantsElse(said, (act) => !onlyAsks(act)) },
  // "It was cancelled, I paid 384. Where is my money?", and of what was told of it: "booked, and I don't see it in my bank".
  {
    act: 'refund-when',
    fits: (said, { state }) => WHERE_MONEY.test(said) || (state.lastReply.includes('REF-') && NOT_SEEN.test(said)),
  },
  // "Back to my speaker: it was charged all night and still blinks."
  {
    act: 'trouble',
    fits: (said) =>
      BACK_TO.test(said) &&
      soundsBroken(said) &&
      !/\b(available|stock|price|cost)\b/i.test(said) &&
      namedKind(said) !== null,
  },
  // "Send it back? No, I'd like to keep it."
  { act: 'leave-as-is', fits: (said) => KEEPS_IT.test(said) && !wantsElse(said, (act) => act !== 'return-item') },
  // "Can I still get it in large instead of small?"
  { act: 'change-item', fits: (said) => STILL_IN.test(said) },
  { act: 'change-delivery', fits: (said) => TO_DRIVER.test(said) || IF_AWAY.test(said) },
  // "How many days? 14, 30?", of what was told about returns.
  {
    act: 'return-how',
    fits: (said, { state }) => HOW_MANY_DAYS.test(said) && state.lastReply.includes('KB-049') && !OF_ORDER.test(said),
  },
  { act: 'late-parcel', fits: (said) => CALLS_LOST.test(said) },
];

/** null: the recogniser is asked. */
export function ruled(said: string, context: TurnContext): Wanted[] | null {
  // "One of the two to my sister, and the rest to me?": one order has one address.
  if (SPLITS.test(said)) return splits(said);
  const rule = RULES.find(({ fits }) => fits(said, context));
  return rule ? [{ act: rule.act, margin: 1, text: said }] : null;
}

/** What was heard, less what is told with it, and with the words that it leans on. */
export function settled(wanted: Wanted[], said: string): Wanted[] {
  const [only] = wanted;
  const isAlone = wanted.length === 1;
  // "Is it still coming tomorrow? I'm not home till six."
  if (isAlone && only!.act === 'order-status' && NOT_HOME.test(said))
    return [...wanted, { act: 'change-delivery', margin: 1, text: said }];
  // "Can I swap it after it arrives? What does it cost me?"
  const how = wanted.find(({ act }) => act === 'return-how');
  if (how) {
    const isPriced = wanted.some(({ act }) => COSTS.has(act));
    const others = wanted.filter(({ act }) => !COSTS.has(act) && act !== 'return-how');
    return [...others, { ...how, text: isPriced ? said : how.text }];
  }
  // "How long do you keep the order for me, and can I drop one of the two?"
  const kept = KEPT_HOW_LONG.exec(said)?.[0];
  if (kept) return [{ act: 'add-item', margin: 1, text: kept }, ...wanted.filter(({ act }) => act !== 'pay-now')];
  // "One of my lamps flickers. Is there a guarantee on those?": which thing it is stands before it.
  const isOneQuestion = isAlone && (said.match(/\?/g) ?? []).length < 2;
  if (isOneQuestion && only!.act === 'warranty' && namedKind(only!.text) === null) return [{ ...only!, text: said }];
  const back = wanted.find(({ act }) => act === 'want-refund');
  // "The kettle leaks, I want my money back": it goes back.
  if (back && isAlone && soundsBroken(said) && namedKind(said) !== null)
    return [{ ...back, act: 'return-item', text: said }];
  // "One of the two was broken, I want half my money back": what came so has its own ways.
  return back && readOrderWish(said) === 'wrong' ? [{ ...back, act: 'damaged', text: said }] : wanted;
}

/** How it is, and, where they say so, that it stays as it was. */
function splits(said: string): Wanted[] {
  const asks: Wanted = { act: 'add-item', margin: 1, text: said };
  const kept = readWanted(said).find(({ act, margin }) => act === 'leave-as-is' && margin >= SURE_FROM);
  return kept ? [asks, kept] : [asks];
}

/** All that is asked is what an order holds. */
const OF_WHAT =
  /^\W*(?:(?:and|so|ok|thanks|thank you)\W+)*what(?:'?s| is| are)? (?:still |left |now )*in (?:the|my|that|this|yesterday'?s|today'?s) (?:last |other |new )?order(?: now| then| at the moment)?\W*$/i;
const LOOKS_LIKE = /\bwhat (?:does|do|did) [^.?!]{0,25}\border\b[^.?!]{0,20}\blooks? like\b/i;
const SHIPS_TO = /\bdo (?:you|u|ya) (?:also )?(?:ship|send|deliver) to\b/i;
const WHERE_MONEY = /^(?=[\s\S]*\bcancel)[\s\S]*\bwhere(?:'?s| is| are)? (?:then )?(?:the |my )money\b/i;
const NOT_SEEN =
  /^(?=[\s\S]*\b(?:bank|account|card|statement)\b)[\s\S]*(?:\b(?:booked|not|never|nothing|no)\b|n't\b)[\s\S]*\b(?:see|there|shows?|arrived|come|got|account)\b/i;
const NOT_HOME = /\b(?:not|n't|nobody|no ?one)\b.{0,8}\b(?:at )?home\b|\b(?:away|at work)\b.{0,12}\b(?:till?|until)\b/i;
const BACK_TO = /\bback to (?:my|the|our) (?:\w+ )?\w+/i;
const STILL_IN =
  /\b(?:can|could) (?:i|we|u|you) (?:maybe |please )*still (?:maybe |please )*(?:get|have|change|make|swap|switch|take)\b[^.?!]{0,40}\b(?:in|to|for|into)\b[^.?!]{0,25}\b(?:instead|insted|rather)\b/i;
const KEPT_HOW_LONG =
  /\bhow long\b[^.?!,]{0,25}\b(?:keep|hold|reserve)\b[^.?!,]{0,25}\b(?:order|it|that)\b[^.?!,]{0,15}/i;
export const KEEPS_IT =
  /(?<!\bsaid )\b(?:i'?d|i would|i want to|i'?ll|i will) (?:like to |rather |love to )?keep (?:it|them)\b/i;
/** Theirs, and when it leaves or comes. */
const ORDERED_WHEN =
  /\b(?:i|we)(?:'ve| have)? (?:already |just |only )?(?:ordered|bought)\b[^.?!]{0,160}\b(?:when|where|how long|whether|if)\b[^.?!]{0,60}\b(?:leaves?|ships?|shipped|arrives?|comes?|sent|send|delivered|get here|be here|on (?:its|their|the) way)\b/i;
/** Parts of one order to several places. */
const SPLITS =
  /\b(?:one|part|half|some|both) (?:of|to)\b[^.?!]{0,80}\b(?:rest|others?|other one)\b[^.?!]{0,30}\b(?:me|us|here|home|come)\b|\b(?:have|has) to go to (?:the |one |just )?(?:one|same) (?:place|address)\b|\bto (?:two|different|separate|several) addresses\b|\bonly want (?:the )?(?:one|\w+)\b[^.?!]{0,30}\bto go to (?:her|him|them|my)\b/i;
/** A note for whoever brings the parcel. */
const TO_DRIVER =
  /\b((?<!\b(?:no|not|the) )delivery (instruction|note)s?|(note|message|instruction|word)s? (for|to) (the |whoever )?(delivery )?(driver|courier|postman|mailman|carrier|man who|person who|brings))\b|\b(write|note|tell|let)\b.{0,30}\b(driver|courier|postman|mailman)\b/i;
/** What becomes of it while nobody is there. */
const IF_AWAY =
  /\b(away|travel\w*|abroad|on (holiday|vacation)|not (at )?home|nobody('s| is)? (home|in|there))\b.{0,80}\b(lost|what happens|sent back|what then)\b.*\?/i;
/** "When may I call it lost?", "after how many days late do you start looking?" */
const CALLS_LOST =
  /\b(when|after how (many|long)|how (many|long))\b.{0,30}\b(i|you|we|it)\b.{0,30}\b(lost(?! (?:signal|connection|internet|it))|missing|start(ed)? (looking|searching)|investigat\w*|look for it)\b/i;
export const HOW_MANY_DAYS = /\bhow (many|much) (more |business )?(days|weeks|longer)\b|\bhow long\b/i;
export const OF_ORDER = /\b(order|parcel|package|deliver\w*|arrive|money|refund|bank|ship\w*|ord\W?\d)\b/i;
const COSTS: ReadonlySet<Act> = new Set(['product-price', 'shipping-price']);
