// What is wanted for sure by the words alone, whatever the recogniser hears, and what several wishes in one message come to. A
// table that is read from top to bottom. Pure.
import type { Act } from '../../agents/acts.ts';
import { namedKind } from '../../agents/goods.ts';
import { wantsNoCancelling } from '../../agents/order/refuses.ts';
import { readOrderWish } from '../../agents/order/wish.ts';
import { asksOfNewOrder } from '../../agents/shipping/wish.ts';
import { soundsBroken } from '../../agents/technical/read-wish.ts';
import type { TurnContext } from '../turn-context.ts';
import { DOERS, onlyAsks, readWanted, SURE_FROM, type Wanted } from './acts.ts';

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

const RULES: Rule[] = [
  // "Two parcels are under way to me: on which days may I expect them?"
  { act: 'order-list', fits: (said) => PARCELS_WHEN.test(said) },
  // "Got money now. How do I pay the 108 one again? I don't want the other any more."
  { act: 'pay-now', fits: (said) => HOW_TO_PAY.test(said), part: (said) => HOW_TO_PAY.exec(said)![0] },
  // "Please give me the status of both refunds, with amounts."
  { act: 'refund-when', fits: (said) => STATE_OF_REFUND.test(said) },
  // "Add two more of them to ORD-20236", "can they be added, yes or no?"
  { act: 'add-item', fits: (said) => ADDS.test(said) },
  // "Good. And the headphones?", where it was told when something comes.
  {
    act: 'order-status',
    fits: (said, { state }) =>
      AND_THING.test(said) &&
      namedKind(said) !== null &&
      /\bORD-\d[\s\S]*\b(delivered|packed|transit|shipped)\b/i.test(state.lastReply),
  },
  // "Do you have it in black?"
  { act: 'in-stock', margin: SURELY, fits: (said) => HAVE_IN.test(said) && namedKind(said) !== null },
  // "Until which date may I still exchange it?"
  {
    act: 'return-how',
    margin: SURELY,
    fits: (said) => UNTIL_WHEN.test(said),
    part: () => 'how long do I have to return or exchange it?',
  },
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
  // "When do I get my blankets", "I haven't got them. WHEN do they arrive".
  {
    act: 'order-status',
    fits: (said) =>
      WHEN_GET.test(said) && !/\b(refund\w*|money)\b/i.test(said) && !wantsElse(said, (act) => !onlyAsks(act)),
  },
  // "I want it swapped for a black one, not the money back."
  {
    act: 'exchange-item',
    fits: (said) =>
      SWAPS.test(said) &&
      !/\bgo ahead\b/i.test(said) &&
      !wantsElse(said, (act) => !onlyAsks(act) && !GOES_BACK.has(act)),
  },
  // "I just want it delivered to my office instead of home."
  {
    act: 'change-address',
    fits: (said) => TO_OFFICE.test(said) && !wantsElse(said, (act) => !onlyAsks(act) && !OF_DELIVERY.has(act)),
  },
  // "The watch. Can I still cancel it?"
  {
    act: 'cancel-order',
    fits: (said) =>
      CAN_CANCEL.test(said) &&
      !/\b(until when|how (long|can))\b/i.test(said) &&
      !wantsNoCancelling(said) &&
      !wantsElse(said, (act) => act !== 'cancel-order'),
  },
  // "Would a green one be possible?", of what they have.
  { act: 'exchange-item', fits: (said) => WOULD_BE.test(said) && /\b(my|the|giving|hardly|bought|got)\b/i.test(said) },
  // "Did I get my money back for the backpacks I cancelled?"
  { act: 'refund-when', fits: (said) => GOT_MONEY.test(said) },
  // "It was cancelled, I paid 384. Where is my money?", and of what was told of it: "booked, and I don't see it in my bank".
  {
    act: 'refund-when',
    fits: (said, { state }) => WHERE_MONEY.test(said) || (state.lastReply.includes('REF-') && NOT_SEEN.test(said)),
  },
  // A fault of a named thing, that the recogniser hardly hears, and nothing else that it surely does.
  { act: 'trouble', fits: isFault },
  // "Keys E and R do not respond. What now?"
  {
    act: 'trouble',
    margin: SURELY,
    fits: (said) =>
      ASKS_HELP.test(said) &&
      soundsBroken(said) &&
      namedKind(said) !== null &&
      readOrderWish(said) !== 'wrong' &&
      !wantsElse(said, (act) => DOES_OF_FAULT.has(act)),
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

function isFault(said: string): boolean {
  if (!soundsBroken(said) || namedKind(said) === null || /\b(tracking|deliver\w*|payment|checkout)\b/i.test(said))
    return false;
  const heard = readWanted(said).filter(({ act }) => DOERS[act] !== undefined);
  return (
    heard.some(({ act }) => act === 'trouble') &&
    heard.every(({ act, margin }) => act === 'trouble' || margin < SURE_FROM)
  );
}

/** null: the recogniser is asked. */
export function ruled(said: string, context: TurnContext): Wanted[] | null {
  // "One of the two to my sister, and the rest to me?": one order has one address.
  if (SPLITS.test(said)) return splits(said);
  // "Before I pay: I need only one. Please change this first."
  const first = CHANGE_FIRST.exec(said)?.[1];
  if (first) return [{ act: 'remove-item', margin: 1, text: first }];
  // "What would be the shipping cost and customs?"
  if (PRICE_AND_CUSTOMS.test(said))
    return [
      { act: 'shipping-price', margin: 1, text: said },
      { act: 'customs', margin: 1, text: said },
    ];
  // "The 176 you really sent it? And the watch is not cancelled?"
  if (SENT_SUM.test(said)) {
    const money: Wanted = { act: 'refund-when', margin: 1, text: SENT_SUM.exec(said)![0] };
    const still = NOT_CANCELLED.exec(said)?.[0];
    return still ? [money, { act: 'order-status', margin: 1, text: still }] : [money];
  }
  const rule = RULES.find(({ fits }) => fits(said, context));
  return rule ? [{ act: rule.act, margin: rule.margin ?? 1, text: rule.part?.(said) ?? said }] : null;
}

/** What was heard, less what is told with it, and with the words that it leans on. */
export function settled(heard: Wanted[], said: string): Wanted[] {
  // "Does it work with Android? And if I order today, is it here before Christmas?"
  const ofNew = said.split(/(?<=[.?!])\s+/).find((part) => part !== said && asksOfNewOrder(part));
  const isMissed = ofNew !== undefined && heard.length > 0 && !heard.some(({ act }) => act === 'shipping-time');
  const wanted: Wanted[] = isMissed ? [...heard, { act: 'shipping-time', margin: 1, text: ofNew }] : heard;
  const [only] = wanted;
  const isAlone = wanted.length === 1;
  // "Is it still coming tomorrow? I'm not home till six."
  if (isAlone && only!.act === 'order-status' && NOT_HOME.test(said))
    return [...wanted, { act: 'change-delivery', margin: 1, text: said }];
  // "Can I swap it after it arrives? What does it cost me?"
  // "I swap red for black, and that costs me nothing?"
  const goesBack = wanted.some(({ act }) => GOES_BACK.has(act));
  if (goesBack && FOR_NOTHING.test(said) && wanted.some(({ act }) => COSTS.has(act)))
    return wanted.filter(({ act }) => !COSTS.has(act));
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

const PARCELS_WHEN =
  /\b(?:two|three|four|several|both|all|my) (?:own )?(?:two |three )?(?:parcels|orders|packages|deliveries)\b(?=[\s\S]*\b(?:under ?way|(?:on|in) (?:its|the|their) way|expect|each|arrive|come)\b)[\s\S]{0,140}\b(?:when|(?:on )?(?:which|what) days?)\b/i;
const HOW_TO_PAY = /\bhow (?:do|can) i (?:still |now )?pay\b[^.?!,]*\bagain\b/i;
const STATE_OF_REFUND = /\b(?:status|state)\b.{0,20}\brefunds?\b/i;
const ADDS =
  /\badd (?:\d+|one|two|three|four|five|some|another|a few|a couple of) (?:more|other|extra)?[^.?!]{0,40}\bto (?:it|my|the|that|this|ord)|\b(?:can|could|may)\b[^.?!]{0,60}\bbe added to\b/i;
const HAVE_IN =
  /\b(?:do|did) (?:you|u)(?: guys)? (?:even |also |still )?have (?:the|a|any) [^.?!]{3,40}\bin (?:black|white|blue|red|green|small|large)\b/i;
const AND_THING =
  /^\W*(?:(?:good|great|ok(?:ay)?|thanks|thank you|fine|perfect)\W+)*and (?:the|my) (?:\w+ )?\w+\W*\?\s*$/i;
const SENT_SUM = /\bthe \$?\d{2,5}\b[^.?!]{0,25}\b(?:sent|refunded|transferred|paid back)\b[^.?!]*\?/i;
const NOT_CANCELLED = /\b(?:the|my) (?:\w+ )?\w+ (?:is|are|was|were) (?:still )?not cancell?ed\b[^.?!]*\?/i;
const FOR_NOTHING = /\bcosts? (?:me )?nothing\b|\bfor (?:free|nothing)\b/i;
const UNTIL_WHEN =
  /\b(?:(?:until|till|by) (?:which|what) (?:date|day|time)|until when|(?:by|til) when)\b[^.?!]{0,40}\b(?:exchange|return|swap|send (?:it|them) back)\b|\bhow long do i have to (?:think|decide|exchange|return|send)\b/i;

/** Something is to be done with the thing, and nobody asks how it is mended. */
const DOES_OF_FAULT: ReadonlySet<Act> = new Set(['exchange-item', 'return-item', 'want-refund', 'damaged', 'warranty']);
const ASKS_HELP =
  /\bwhat (?:now|then)\W*$|\bwhat (?:do|can|should|shall|could) (?:i|we) (?:try|do)\b|\bwhat would you (?:advise|suggest|recommend)\b|\bhow (?:do|can|could|would) (?:i|we) (?:fix|repair|mend)\b|\b(?:can|could) (?:i|we) (?:still )?(?:fix|repair|mend)\b/i;
/** All that is asked is what an order holds. */
const OF_WHAT =
  /^\W*(?:(?:and|so|ok|thanks|thank you)\W+)*what(?:'?s| is| are)? (?:still |left |now )*in (?:the|my|that|this|yesterday'?s|today'?s) (?:last |other |new )?order(?: now| then| at the moment)?\W*$/i;
const WHEN_GET =
  /\bwhen (?:do|will|can|am) i\b.{0,12}\b(?:get|gets?|receive|have|getting)\b.{0,20}\bmy (?!money|refund|cash|\$)\w+|(?:^|[.!?]\s+)when (?:do|will|does|are) (?:they|it)\b.{0,10}\b(?:arrive|coming|come|ship|get here|be here)\W*$/i;
const SWAPS =
  /\b(?:want|like|need) (?:it|them|this|that|one) (?:swapped|exchanged)\b|\b(?:swapped|exchanged) (?:for|to|into) (?:a|an|the) \w+ (?:one|ones)\b/i;
const GOES_BACK: ReadonlySet<Act> = new Set(['exchange-item', 'return-item', 'want-refund']);
const OF_DELIVERY: ReadonlySet<Act> = new Set(['change-address', 'change-delivery', 'missing-parcel', 'late-parcel']);
const TO_OFFICE =
  /\b(?:deliver(?:ed)?|sent|shipped|brought) to (?:my|our) (?:office|work\w*|job|neighbou?r\w*|parents\w*|sister\w*|brother\w*|friend\w*)\b[^.?!]{0,20}\binstead\b/i;
const CAN_CANCEL =
  /\b(?:can|could|may) (?:i|we)(?: still| please| just)* cancel\b|\bcan (?:that|it|this|they|those|the (?:\w+ )?\w+)(?: still| also)* be cancell?ed\b/i;
const WOULD_BE =
  /\bwould an? (?:black|white|blue|red|green|small|medium|large)(?: one)? be possible\b|\bcould it be an? (?:black|white|blue|red|green|small|large) one\b/i;
const GOT_MONEY =
  /\b(?:if|whether|did|have) (?:i|we)\b.{0,15}\b(?:got|get|gotten|received?|seen?)\b (?:my |the |any )?money(?: back)?\b[^.?!]{0,50}\b(?:cancel\w*|returned|sent back)\b/i;
const CHANGE_FIRST =
  /^(?=[\s\S]*\b(?:change|do) (?:this|it|that) first\b)[\s\S]*?\bbefore i pay[^:,.]{0,20}[:,.]?\s*([\s\S]+)$/i;
const PRICE_AND_CUSTOMS =
  /\b(?:shipping|postage|sending)(?: costs?| price| fees?)? and (?:the )?customs\b|\bcustoms and (?:the )?(?:shipping|postage)\b/i;
const LOOKS_LIKE =
  /\b(?:order|the one|parcel)\b.*\bwhat was (?:that|it|in it)(?: again)?\W*$|\bwhat (?:does|do|did) [^.?!]{0,25}\border\b[^.?!]{0,20}\blooks? like\b/i;
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
  /\bwhat (happens|if|then)\b.{0,20}\b(nobody|no ?one|i'?m not|i am not|we are not|we'?re not)\b.{0,15}\b(home|in|there)\b.*\?.{0,40}\b(lose|lost|goes back|sent back)\b|\b(away|travel\w*|abroad|on (holiday|vacation)|not (at )?home|nobody('s| is)? (home|in|there))\b.{0,80}\b(lost|what happens|sent back|what then)\b.*\?/i;
/** "When may I call it lost?", "after how many days late do you start looking?" */
const CALLS_LOST =
  /\b(when|after how (many|long)|how (many|long))\b.{0,30}\b(i|you|we|it)\b.{0,30}\b(lost(?! (?:signal|connection|internet|it))|missing|start(ed)? (looking|searching)|investigat\w*|look for it)\b/i;
export const HOW_MANY_DAYS = /\bhow (many|much) (more |business )?(days|weeks|longer)\b|\bhow long\b/i;
export const OF_ORDER = /\b(order|parcel|package|deliver\w*|arrive|money|refund|bank|ship\w*|ord\W?\d)\b/i;
const COSTS: ReadonlySet<Act> = new Set(['product-price', 'shipping-price']);
