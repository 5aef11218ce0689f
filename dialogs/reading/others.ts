// The parts of a message in which no act is heard, and which surely want something all the same: by what they were classified as.
// Pure.
import { withoutKept } from '../../agents/order/changes.ts';
import { readOrderWish } from '../../agents/order/wish.ts';
import { readShippingWish } from '../../agents/shipping/wish.ts';
import { soundsBroken } from '../../agents/technical/read-wish.ts';
import { type Intent, SMALL_TALK } from '../../models/turn.ts';
import type { Route, TurnContext } from '../turn-context.ts';
import { DOERS, GOES_BACK, LONG_DONE, type Wanted } from './acts.ts';
import { ASKS_STATE } from './by-intent.ts';

/** A part of which no act is known, and which surely wants something: by what it was classified as. */
export function othersBeside({ classification, services }: TurnContext, wanted: readonly Wanted[]): Route[] {
  return classification.intents.flatMap(({ intent, confidence, clause }): Route[] => {
    if (clause === undefined || BESIDE.has(intent) || confidence < OTHER_FROM || LEANS.test(clause)) return [];
    // "I'm keeping the blankets."
    if (withoutKept(clause).trim() === '') return [];
    if (intent === 'TECHNICAL_SUPPORT' && (!soundsBroken(clause) || wanted.some(({ act }) => GOES_BACK.has(act))))
      return [];
    // "I have a new card now": told, and nothing that is asked of an order or a parcel.
    const isTold = intent === 'SHIPPING' || (intent === 'ORDER_INQUIRY' && readOrderWish(clause) === 'status');
    const asks = ASKS_STATE.test(clause.replace(/\?/g, ' ')) || /\b(order|parcel|package|delivery)\b.*\?/i.test(clause);
    if (isTold && !asks && readShippingWish(clause) === null) return [];
    const isKnown = wanted.some(({ text }) => text.includes(clause) || clause.includes(text));
    const agent = Object.values(services.agents).find((one) => one.name !== 'general' && one.handles.includes(intent));
    // "I had an order cancelled four days before, and see no money."
    if (intent === 'ORDER_INQUIRY' && readOrderWish(clause) === 'cancel' && LONG_DONE.test(clause)) return [];
    // "The return label. I have no printer": how it is done is told.
    const isOfReturn = wanted.some(({ act }) => act === 'return-how') && readOrderWish(clause) === 'return';
    if (isOfReturn && !/\b(?:i|we) (?:want|would like|need)\b/i.test(clause)) return [];
    // "Don't send it to my neighbour, leave it at the parcel shop."
    const isOfDelivery = wanted.some(({ act }) => act === 'change-delivery');
    if (isOfDelivery && intent === 'ORDER_INQUIRY' && /\b(?:send|deliver|leave|bring)\b/i.test(clause)) return [];
    // "I paid with my card, but now I'd rather …"
    if (intent === 'BILLING' && /^\W*i (?:already |have )?paid\b[^?]*$/i.test(clause)) return [];
    // "There was no failed payment."
    if (
      /\bthere (?:was|is|are|were) no\b|\bno failed\b|^\W*(?:huh\W+)?not an? \w+\W*$/i.test(clause) &&
      !clause.includes('?')
    )
      return [];
    // The same agent is told already what is wanted of it.
    const isSame = wanted.some(({ act }) => DOERS[act]?.agent === agent?.name);
    // "Send both back, and give me the money": the money comes with it.
    if (intent === 'BILLING' && wanted.some(({ act }) => GOES_BACK.has(act)) && /\b(money|refund\w*)\b/i.test(clause))
      return [];
    return isKnown || !agent || (isSame && intent === 'BILLING') || IS_FINE.test(clause)
      ? []
      : [{ agent: agent.name, intent, reason: `intent:${intent}`, text: clause }];
  });
}

/** "The charge is fine." */
const IS_FINE =
  /\b(is|are|was) (all |quite |perfectly )?(fine|ok|okay|right|correct|good)\b(?!.*\?)|\bnot in question\b|\b(?:it|they) charges? (?:just |perfectly )?(?:fine|well|ok)|^\W*(?:i )?(?:got|received|have) (?:the|my|that|your) (?:invoice|receipt|label|refund|money)\b[^?]*$/i;
const OTHER_FROM = 0.8;
/** About what was said before it. */
const LEANS = /\b(it|them|that|this|those|these)\b/i;
/** Mood and manners are no wishes. */
const BESIDE: ReadonlySet<Intent> = new Set([...SMALL_TALK, 'COMPLAINT', 'HUMAN_REQUEST']);
