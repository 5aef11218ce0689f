// What the recogniser of acts hears in a message, less what our rules know better. Pure.
import type { Act } from '../../agents/acts.ts';
import { addressIn } from '../../agents/order/address.ts';
import { wantsNoCancelling, wantsNoReturn } from '../../agents/order/refuses.ts';
import { readOrderWish } from '../../agents/order/wish.ts';
import { soundsBroken } from '../../agents/technical/read-wish.ts';
import type { TurnContext } from '../turn-context.ts';
import { forRecogniser, readWanted, type Wanted } from './acts.ts';
import { CAME_SO } from './order-signs.ts';

export function wantedOf(context: TurnContext): Wanted[] {
  const said = forRecogniser(context);
  // "The blanket one" only says which.
  if (BARE_THING.test(said)) return [];
  if (!said.includes('?') && (KEEPS_ORDER.test(said) || wantsNoReturn(said)))
    return [{ act: 'leave-as-is', margin: 1, text: said }];
  const wanted = readWanted(said)
    .map((one) => ({ ...one, act: nearer(one, said, context) }))
    .filter(({ act, text }) => !UNLESS[act]?.(said, context, text));
  // "One of the two was broken, I want half my money back": what came so has its own ways.
  if (wanted.length === 0 && GOES_TO.test(said) && addressIn(said) !== null)
    return [{ act: 'change-address', margin: 1, text: said }];
  const back = wanted.find(({ act }) => act === 'want-refund');
  return back && readOrderWish(said) === 'wrong' ? [{ ...back, act: 'damaged', text: said }] : wanted;
}

/** What a rule knows more exactly. */
function nearer({ act, text }: Wanted, said: string, { state }: TurnContext): Act {
  const { proposal, lastAct } = state;
  if (act === 'missing-parcel' && ONLY_ASKS.test(text)) return 'order-status';
  if (act === 'product-price' && state.orderIds.length > 0 && /\bhow much (was|were|did)\b/i.test(text))
    return 'order-contents';
  if (act === 'order-status' && /\b(late|overdue|delayed)\b/i.test(text)) return 'late-parcel';
  // "So roughly how many days?", of money that was spoken of.
  if (act === 'shipping-time' && OF_MONEY.has(lastAct?.act as Act)) return 'refund-when';
  // What sending it back costs, and what it brings: the proposal stands.
  const isProposed = proposal?.tool === 'return_order';
  if (act === 'shipping-price' && (isProposed || lastAct?.act === 'return-item')) return 'return-how';
  if (act === 'return-item' && isProposed && ASKS_FOR_MONEY.test(said)) return 'return-how';
  if (OF_CONTENTS.has(act) && readOrderWish(text) === 'wrong') return 'wrong-item';
  return act === 'undo' && readOrderWish(text) === 'cancel' ? 'cancel-order' : act;
}

/** "It must NOT be cancelled until that is settled." */
const KEEPS_ORDER =
  /\b(must|should|shall|may|please|do|does|is) ?(not|n't)( be| to be)? cancel|\b(never|not) said (to )?cancel|\b(don'?t|dont|do not|not) cancel/i;
/** "Could it be sent to my daughter's instead? 14 Linden Court, …": a whole address, and that it goes there. */
const GOES_TO = /\b(send|sent|deliver(ed)?|ship(ped)?|re-?direct(ed)?|go(es)?|come|address)\b/i;
/** "Was that delivered?" */
const ONLY_ASKS = /^\W*(and |so )?(was|is|has|did|have)\b(?!.*\b(nothing|not|never|n't|nowhere)\b).*\?\s*$/i;

const OF_MONEY: ReadonlySet<Act> = new Set(['refund-when', 'want-refund']);

const ASKS_FOR_MONEY = /\b(do|will|would|can) (i|we) get\b/i;

/** "I ordered two, and only got one." */
const OF_CONTENTS: ReadonlySet<Act> = new Set(['order-contents', 'remove-item', 'change-item', 'add-item']);

type Doubt = (said: string, context: TurnContext, part: string) => boolean;

/** It sounds so, and is something else. */
const UNLESS: Partial<Record<Act, Doubt>> = {
  'cancel-order': wantsNoCancelling,
  'exchange-item': wantsNoReturn,
  'return-item': wantsNoReturn,
  'change-address': (said, { classification: { entities } }) =>
    entities.emails !== undefined || entities.phones !== undefined || CONTACT.test(said),
  damaged: (said, _context, part) => !(CAME_SO.test(part) || readOrderWish(part) === 'wrong') || BROKE_IT.test(said),
  'no-trouble': (said) => soundsBroken(said) || !NEGATES.test(said),
};

const CONTACT = /\b(e-?mail|phone|tele?fono?|courriel|telefon)\b/i;
const BROKE_IT =
  /\b(i|we|he|she|my \w+|our \w+) (accidentally |just )?(broke|dropped|knocked|smashed|spilled|spilt|stepped|sat)\b/i;
const NEGATES =
  /\b(no|not|nothing|never|without|fine|ok(ay)?|works?|stop|neither|dont|isnt|aint|havent|wasnt|nada|ning\w+|bien|rien|pas|plus|aucun\w*|nicht|nichts|kein\w*|gar|gut)\b|n't\b/i;
const BARE_THING =
  /^(?!.*\b(cancel|return|remove|keep|where|when|send|exchange|swap|replace|buy|refund|how|which)\b)\W*((no|and|ok|i mean|only)\W+)*(the |my |that |this )?([a-z]+ ){0,2}(headphones?|headset|speakers?|keyboards?|lamps?|backpacks?|kettles?|cameras?|watch(es)?|blankets?|chargers?)( (one|order|parcel|please))*\W*$/i;
