// What the recogniser of acts hears in a message, less what our rules know better. Pure.
import type { Act } from '../../agents/acts.ts';
import type { AgentName } from '../../agents/agent.ts';
import { namedKind, ofGoods } from '../../agents/goods.ts';
import { addressIn } from '../../agents/order/address.ts';
import { wantsNoReturn } from '../../agents/order/refuses.ts';
import { readOrderWish } from '../../agents/order/wish.ts';
import { asksOfNewOrder } from '../../agents/shipping/wish.ts';
import type { TurnContext } from '../turn-context.ts';
import { DOERS, forRecogniser, onlyAsks, readWanted, SURE_FROM, type Wanted } from './acts.ts';
import { UNLESS } from './doubts.ts';
import { opensQuestion } from './parts.ts';
import { ruled } from './ruled-acts.ts';
import { HOW_MANY_DAYS, OF_ORDER, WHAT_PART } from './ruled-words.ts';
import { settled } from './settled-acts.ts';
import { ACCESSORY, withoutAccessory } from './topics.ts';

export function wantedOf(context: TurnContext): Wanted[] {
  // "Do you sell those cards?" is answered beside what else is wanted.
  const whole = forRecogniser(context);
  const said = ACCESSORY.test(whole) ? withoutAccessory(whole) : whole;
  if (said === '') return [];
  // "The blanket one" only says which.
  if (BARE_THING().test(said)) return [];
  if (!said.includes('?') && keeps(said)) return doneBeside(said) ?? [{ act: 'leave-as-is', margin: 1, text: said }];
  const byRule = ruled(said, context);
  if (byRule) return byRule;
  const wanted = readWanted(said)
    .map((one) => {
      const act = nearer(one, said, context);
      // What a rule says is sure.
      return act === one.act ? one : { ...one, act, margin: Math.max(SURE_FROM, one.margin) };
    })
    // "Also cancel the headphones, found them cheaper."
    .map((one) =>
      one.act === 'cancel-order' && SAYS_CANCEL.test(one.text) ? { ...one, margin: Math.max(1, one.margin) } : one,
    )
    // "Return both cameras from ORD-20534, and one blanket from ORD-20408."
    .map((one, _at, all) => (isAlike(one, all) ? { ...one, act: 'return-item' as const } : one))
    .filter(({ act, text }) => !UNLESS[act]?.(said, context, text) && !(act === 'trouble' && isOfTheStep(context)))
    // Two parts that ask for the same article are one.
    .filter(({ act }, at, all) => !DOERS[act]?.topic || all.findIndex((other) => other.act === act) === at);
  const isElse = wanted.some(({ act, text }) => !OF_PLACE.has(act) && !GOES_TO.test(text));
  if (!isElse && GOES_TO.test(said) && addressIn(said) !== null)
    return [{ act: 'change-address', margin: 1, text: said }];
  return settled(wanted, said);
}

/** What is surely to be done by this agent; undefined: nothing is, or it is only asked. */
export function doneByAgent(context: TurnContext, agent: AgentName): Act | undefined {
  const wanted = wantedOf(context).find(({ act, margin }) => {
    const doer = DOERS[act];
    return margin >= SURE_FROM && doer?.agent === agent && doer.topic === undefined && !onlyAsks(act);
  });
  return wanted?.act;
}

const keeps = (said: string): boolean => KEEPS_ORDER.test(said) || wantsNoReturn(said);

/** "Do not cancel anything. Please just remove the charger": what is to be done beside that which stays; null: nothing is. */
function doneBeside(said: string): Wanted[] | null {
  // What was taken out of it before left more than one space.
  const parts = said.split(/(?<=[.!;])\s+|\s{2,}/);
  const left = parts.filter((part) => !keeps(part) && !REFUSES.test(part));
  // "I want that order. I just want to know what day it comes."
  const asked = left.filter(opensQuestion);
  const others = (asked.length > 0 ? asked : left).join(' ');
  if (others === said || others === '') return null;
  const wanted = readWanted(others).filter(
    ({ act, margin }) => DOERS[act] && (onlyAsks(act) && asked.length === 0 ? margin >= SURE_FROM : margin > 0),
  );
  return wanted.length > 0 ? wanted : null;
}

const REFUSES = /\b(not (changing|what)|i only (asked|wanted to know)|that('s| is) not)\b/i;
/** No more is said of it than which one it is, beside what goes back. */
const isAlike = ({ act, text }: Wanted, all: readonly Wanted[]): boolean =>
  act === 'remove-item' &&
  all.some((other) => other.act === 'return-item') &&
  !/\b(?:remov\w*|take|drop|cancel\w*|out)\b/i.test(text);
const SAYS_CANCEL =
  /^\W*(?:(?:ok(?:ay)?|also|and|pls|plz|please|so|then|now|no|just|well|hi|hello)\W+)*cancel (?:the|my|that|this|it|order)\b/i;
const _MOST_WORDS_OF_WHICH = 10;

/** "Nothing, no light", of the step that was tried. */
const isOfTheStep = ({ state: { question }, meant }: TurnContext): boolean =>
  question?.kind === 'agent' && question.agent === 'technical' && namedKind(meant) === null;

/** What a rule knows more exactly. */
function nearer({ act, text }: Wanted, said: string, { state, classification }: TurnContext): Act {
  const { entities } = classification;
  const { proposal, lastAct } = state;
  // "Can it arrive before the 12th if I order today?"
  if (act === 'order-status' && asksOfNewOrder(text)) return 'shipping-time';
  // "When do those come?", of numbers that stand beside it.
  if (act === 'in-stock' && COMES.test(said) && !OF_STOCK.test(said)) return 'order-status';
  if (act === 'in-stock' && entities.orderIds && /\b(come|coming|arrive)\b/i.test(text)) return 'order-status';
  if (act === 'want-refund' && IF_NEVER.test(said)) return 'return-how';
  // "Can I refuse it at the door, and would I get the full price back?"
  if (act === 'want-refund' && GETS_BACK.test(text) && /\?|\b(?:if|refuse\w*)\b/i.test(text)) return 'return-how';
  // "Whether you deliver to Switzerland, and how long it takes"
  if (act === 'shipping-time' && entities.places && /\b(?:deliver|ship|send)\w*\b/i.test(text) && !entities.orderIds)
    return 'shipping-price';
  // "Just return them and give me my money back."
  if (act === 'want-refund' && RETURNS_IT.test(text) && !/\bcancel/i.test(said)) return 'return-item';
  if (act === 'order-status' && OF_ATTEMPT.test(text)) return 'late-parcel';
  if (act === 'missing-parcel' && (ONLY_ASKS.test(text) || /\bdelivered tomorrow\b/i.test(text))) return 'order-status';
  if (act === 'product-price' && state.orderIds.length > 0 && /\bhow much (was|were|did)\b/i.test(text))
    return 'order-contents';
  if (act === 'order-status' && /\b(?<!(?:too|so) )(late|overdue|delayed)\b/i.test(said)) return 'late-parcel';
  // "What is the price for ground then? 260 g to Brooklyn."
  if (act === 'product-price' && (entities.weights || OF_SENDING.test(text))) return 'shipping-price';
  // "So roughly how many days?", of money that was spoken of.
  const isOfIt =
    act === 'shipping-time' ||
    (HOW_MANY_DAYS.test(text) && !/\b(order|parcel|package|deliver\w*|arrive)\b/i.test(text));
  const isOfMoney = OF_MONEY.has(lastAct?.act as Act) || (/\b(money|refund)\b/i.test(said) && !OF_SENDING.test(said));
  if (isOfIt && isOfMoney) return 'refund-when';
  // What sending it back costs, and what it brings: the proposal stands.
  const isProposed = proposal?.tool === 'return_order';
  if (act === 'shipping-price' && /\b(returns?|(?:send|giv|ship)\w* (?:[\w']+ ){1,3}back)\b/i.test(said))
    return 'return-how';
  if (act === 'shipping-price' && (isProposed || lastAct?.act === 'return-item')) return 'return-how';
  // "What bulb goes in the red lamp?"
  if (act === 'how-to' && WHAT_PART.test(text)) return 'product-fact';
  if (act === 'return-item' && isProposed && ASKS_FOR_MONEY.test(said)) return 'return-how';
  // "Otherwise can I give it back after?" asks; nothing is to be proposed.
  if (act === 'return-item' && IF_LATER.test(text)) return 'return-how';
  // "Can I still return the two green lamps? I don't like the colour."
  if (act === 'change-item' && /\b(?:can|could|may) (?:i|we) (?:still |please )?return\b/i.test(text))
    return 'return-item';
  // "I'll return the other one instead."
  if (act === 'return-status' && /\bi(?:'ll| will)(?: just| rather)? (?:return|send)\b/i.test(said))
    return 'return-item';
  if (OF_CONTENTS.has(act) && readOrderWish(text) === 'wrong') return 'wrong-item';
  // "The Travel Camera, what is in the box?"
  if (act === 'order-contents' && /\bin the box\b/i.test(text) && !OF_ORDER.test(text)) return 'product-fact';
  if (act === 'exchange-item' && (IF_LATER.test(text) || IS_FREE.test(text))) return 'return-how';
  // "I never cancelled it! Who did that, and can you put it back?"
  if (act === 'undo' && /\b(?:who|never|did ?n'?t|not)\b[^.?!]*\bcancel/i.test(said)) return 'why-cancelled';
  return act === 'undo' && readOrderWish(text) === 'cancel' ? 'cancel-order' : act;
}

const OF_STOCK =
  /\b(?:again|back|restock\w*|in stock|available|sell|(?:you|u|shop|they)(?: guys| still| even)? (?:have|got)|have you got)\b/i;
/** "When will the two blue watches be here?" */
const COMES =
  /\bwhen\b[^.?!]{0,60}\b(be here|arrives?|comes?|coming|ships?|shipped|leaves?|get here|delivered|sent)\b/i;

const GETS_BACK = /\b(?:would|do|will) (?:i|we) get\b[^.?!]{0,30}\bback\b/i;
const RETURNS_IT =
  /^\W*(?:\w+\W+){0,6}?(?:just |please |then )?(?:return|send back|take back) (?:it|them|em|that|those|these|both)\b|\b(?:send|take) (?:it|them|em|that|those|these|both) back\b[^.?!]*\b(?:money|refund)/i;
/** "Do I get my money back if the parcel never comes?" asks how it is. */
const IF_NEVER =
  /\b(if|in case|wenn|falls|si)\b[^.?!]{0,30}\b(parcel|package|order|it|paket|es|colis|il|paquete|pedido)\b[^.?!]{0,25}\b(not|never|n't|nicht|pas|jamais|no|nunca)\b|\bsi (el|mi) (paquete|pedido) no\b/i;
/** "Has DHL tried to deliver it already?" */
const OF_ATTEMPT = /\b(tried|try|attempt\w*)\b.{0,20}\bdeliver/i;
const OF_SENDING = /\b(shipping|postage|ground|two-day|overnight|express|delivery|cost to (?:send|ship|post))\b/i;

/** "It must NOT be cancelled until that is settled." */
const KEEPS_ORDER =
  /\b(must|should|shall|may|please|do|does|is) ?(not|n't)( be| to be)? cancel(?!l?ed\b)|\b(must|should|shall|may)( ?not|n't) be cancel|\b(never|not) said (to )?cancel|\b(don'?t|dont|do not|not) cancel(?!l?ed\b)/i;
/** "Could it be sent to my daughter's instead? 14 Linden Court, …": a whole address, and that it goes there. */
const GOES_TO = /\b(send|sent|deliver(ed)?|ship(ped)?|re-?direct(ed)?|go(es)?|come|address)\b/i;
/** "Was that delivered?" */
const ONLY_ASKS = /^\W*(and |so )?(was|is|has|did|have)\b(?!.*\b(nothing|not|never|n't|nowhere)\b).*\?\s*$/i;

/** What an address that is given beside it makes of them. */
const OF_PLACE: ReadonlySet<Act> = new Set(['change-address', 'change-item', 'change-delivery', 'order-status', 'buy']);

const OF_MONEY: ReadonlySet<Act> = new Set(['refund-when', 'want-refund']);

const IF_LATER =
  /\b(can|could|may|will) (i|we)\b.{0,20}\b(exchange|swap)\b.{0,25}\b(after|afterwards|later|once|when|if)\b|\b(i|we)('ll| will)\b.{0,20}\b(return|send)\b.{0,15}\b(after|when|once)\b|\b(can|could|may|will) (i|we)\b.{0,30}\b(return|back)\b.{0,25}\b(after|afterwards|later|then|once|when|if)\b|\b(otherwise|if not|in case|and if)\b.{0,20}\b(can|could|may) (i|we)\b/i;

const IS_FREE = /\b(is|are|would be)\b.{0,20}\b(exchang\w*|swap\w*|returns?)\b.{0,12}\b(free|paid|included)\b/i;

const ASKS_FOR_MONEY = /\b(do|will|would|can) (i|we) get\b/i;

/** "I ordered two, and only got one." */
const OF_CONTENTS: ReadonlySet<Act> = new Set(['order-contents', 'remove-item', 'change-item', 'add-item']);

const BARE_THING = ofGoods(
  ({ thing }) =>
    new RegExp(
      `^(?!.*\\b(cancel|return|remove|keep|where|when|send|exchange|swap|replace|buy|refund|how|which)\\b)\\W*((no|and|ok|i mean|only)\\W+)*(the |my |that |this )?([a-z]+ ){0,2}${thing}( (one|order|parcel|please))*\\W*$`,
      'i',
    ),
);
