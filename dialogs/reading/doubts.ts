// What sounds like an act to the recogniser and is something else: a doubt for each act, by the words of the part that was heard so,
// of all that was said, and of the talk. Pure.
import type { Act } from '../../agents/acts.ts';
import { wantsNoCancelling, wantsNoReturn } from '../../agents/order/refuses.ts';
import { readOrderWish } from '../../agents/order/wish.ts';
import { soundsBroken } from '../../agents/technical/read-wish.ts';
import { isHouseQuestion } from '../../agents/tell-article.ts';
import type { TurnContext } from '../turn-context.ts';
import { CAME_SO } from './order-signs.ts';
import { KEEPS_IT } from './ruled-words.ts';

type Doubt = (said: string, context: TurnContext, part: string) => boolean;

/** It sounds so, and is something else. */
export const UNLESS: Partial<Record<Act, Doubt>> = {
  // "Now the backpack order.", "the order is ORD-20239": which it is, and no more.
  'cancel-order': (said, _context, part) => wantsNoCancelling(said) || ONLY_WHICH.test(part),
  // "I am only home in the morning", beside something that is asked.
  'change-delivery': (said, _context, part) =>
    said.includes('?') && said.trim() !== part.trim() && !ASKS_FOR_PLACE.test(part) && !WHAT_NOW.test(said),
  // "The white backpack is a bit too small for me", of what they have.
  buy: (_said, _context, part) =>
    /(\b(not|never|no)|n't)( \w+)? (to )?buy\b|\btoo (small|big|large|tight)\b/i.test(part),
  // "I ordered the same twice."
  'charged-twice': (_said, { state }, part) =>
    // "I have used vinegar twice."
    (state.language === 'en' && !OF_CHARGES.test(part)) ||
    (/\border(ed)?\b/i.test(part) && !/\b(charg|pa(y|id)|card|bank|debit|money|took|taken|bill)/i.test(part)),
  // "Black is sold out? When is it back?"
  'refund-when': (said, _context, part) =>
    /\b(it|they|that one) back\b/i.test(part) &&
    /\b(sold out|stock|restock\w*)\b/i.test(said) &&
    !/\b(money|refund\w*|paid)\b/i.test(part),
  // "Not a charger.", "the large is ok for 15.6?"
  'charge-unknown': (_said, { state }, part) =>
    (state.language === 'en' && !OF_CHARGES.test(part)) ||
    /\bchargers?\b/i.test(part) ||
    /\b(ok|fits?|big|large|small|enough) (for|a)\b/i.test(part),
  // "I know they arrived. The right side is dead."
  'missing-parcel': (_said, _context, part) =>
    /\b(arrived|came|got|have|received)\b/i.test(part) &&
    !/\b(no|not|never|nothing|nowhere|where|missing|lost|empty|only)\b|n't\b/i.test(part),
  'late-parcel': (_said, _context, part) => /\btoo late (to|for)\b/i.test(part),
  // "I cancelled an order on Friday", told with what is asked.
  'why-cancelled': (said, _context, part) =>
    said.trim() !== part.trim() && !/\b(why|who|reason|how come)\b|\?/i.test(part),
  // "I bought two, only one does it": told of a fault.
  'product-fact': (_said, _context, part) =>
    /\bonly one (?:of (?:them|the two) )?(?:does|has|is doing) (?:it|that|this)\b/i.test(part) && !part.includes('?'),
  // "Why so much? A kettle is not so expensive", of what was charged.
  'product-price': (said) => /\bwhy (?:is (?:it|that) |was (?:it|that) )?so (?:much|high|expensive)\b/i.test(said),
  'exchange-item': wantsNoReturn,
  // "It is the white Studio Lamp" says which.
  'in-stock': (said, _context, part) =>
    said.split(/\s+/).length <= MOST_WORDS_OF_WHICH &&
    /^\W*(it is|it'?s|this is|that is|they are|mine is)\b/i.test(part) &&
    !part.includes('?'),
  // "And the second one, ORD-20634?": what was asked before is asked of that, too.
  'order-status': (_said, _context, part) => NAMES_ONE.test(part),
  // "That one I have not cancelled" tells which it is not.
  'leave-as-is': (said, _context, part) =>
    (said.includes('?') && said.trim() !== part.trim()) ||
    // "Fine, keep it. What about the watch, can that be cancelled": not everybody writes the mark.
    /[.!;]\s+(and |but |so )?(what|how|when|where|why|which|can|could|do|does|is|are)\b/i.test(said) ||
    /\bkeep(ing)? well\b/i.test(part) ||
    /\b(have|has|had)( not|n't) cancell?ed\b/i.test(said),
  'payment-arrived': (said) =>
    !/\b(pa(y|id|yed|ying|yments?)|money|transfer\w*|cards?|charge[ds]?|bank|dollars?)\b|\$/i.test(said),
  // "It is a present for the tenth" tells when it is needed.
  // "To restate my first question: …"
  undo: (_said, _context, part) => /\b(?:restate|repeat|rephrase)\b/i.test(part),
  // "Which capacity would you advise for two hours of video?"
  recommend: (said) =>
    /\bwhich (?:capacity|setting|size|mode|card)\b/i.test(said) ||
    (/\b(it|this|that)('s| is) a (present|gift)\b/i.test(said) &&
      !/\b(recommend|suggest|idea|which|what)\b/i.test(said)),
  // "Does a bill go in the box?" asks for none.
  // "Is there any price difference I have to pay?", of an exchange.
  'price-drop': (said, { state }) =>
    /\bprice difference\b|\bdifference in price\b/i.test(said) &&
    (state.proposal?.tool === 'exchange_item' || state.lastAct?.act === 'exchange-item'),
  // "Got the invoice, lovely."
  invoice: (_said, _context, part) =>
    (/\b(?:got|received|thanks for|thank you for) (?:the|my|that|your) (?:invoice|receipt)\b/i.test(part) &&
      !part.includes('?')) ||
    /\b(in|inside|into|with) (the |my |its )?(box|parcel|package)\b/i.test(part),
  // The six digits that were asked for are no code of a promotion.
  'promo-code': (said, { state }) => /\bnever ?mind (the|that) code\b/i.test(said) || state.question?.kind === 'code',
  // "How to do?" is about what was said before it.
  'how-to': (said, _context, part) => said.trim() !== part.trim() && part.trim().split(/\s+/).length <= 4,
  'want-refund': (said) => RATHER_NEW.test(said),
  // Who names a number says something new.
  misread: (_said, _context, part) => /\b\d{5}\b/.test(part),
  'pay-now': (_said, _context, part) => /\bbefore i pay\b|\bpay (something|anything|any)? ?(more|extra)\b/i.test(part),
  // "There was no failed payment."
  'payment-failed': (_said, { state }, part) =>
    (state.language === 'en' && !OF_CHARGES.test(part) && !/\border/i.test(part)) ||
    /\bno failed payment\b/i.test(part),
  // "Can I also pay with PayPal?"
  'change-payment': (said, _context, part) =>
    said.trim() !== part.trim() &&
    said.split(/(?<=[.!?])\s+/).some((sentence) => sentence.includes(part) && isHouseQuestion(sentence)),
  // "Back to my speaker: it still blinks."
  'return-item': (said, _context, part) =>
    wantsNoReturn(said) ||
    RATHER_NEW.test(said) ||
    KEEPS_IT.test(said) ||
    /\bback to (my|the|our|that) \w+/i.test(part),
  'return-status': (said, _context, part) =>
    wantsNoReturn(said) ||
    // "I haven't returned anything", "return or fix?"
    /\b(?:have ?n'?t|have not|did ?n'?t|did not|never) (?:yet )?(?:returned|sent)\b|\breturn or\b/i.test(part),
  'return-how': wantsNoReturn,
  'change-address': (said, { state, classification: { entities } }, part) =>
    // "Let one of the two blue ones go instead"
    (state.language === 'en' && !OF_PLACES.test(part)) ||
    entities.emails !== undefined ||
    entities.phones !== undefined ||
    CONTACT.test(said) ||
    SHOW_ADDRESS.test(said) ||
    /\b(when|if|once) i (order|buy)\b|\bnew order\b/i.test(said),
  damaged: (said, _context, part) => !(CAME_SO.test(part) || readOrderWish(part) === 'wrong') || BROKE_IT.test(said),
  // "Will the lamp still come, too?"
  // "Only the headphones", of what is to go back.
  'remove-item': (_said, { state }, part) =>
    // "What about the lamps from the same order"
    (state.language === 'en' && !TAKES_OUT.test(part)) ||
    STILL_COMES.test(part) ||
    (/^\W*(only|just)\b/i.test(part) && OF_RETURNS.has(state.lastAct?.act as Act)),
  'no-trouble': (said) => soundsBroken(said) || !NEGATES.test(said),
};

const OF_CHARGES =
  /\b(?:charg\w+|pa(?:y|id)\w*|cards?|bank|statement|money|debit\w*|amounts?|bill\w*|transactions?|account|took|taken|withdraw\w*|checkout|declined|deduct\w*|cost\w*|invoices?)\b|[$€£]|\b\d+[.,]\d\d\b|\b\d{2,4}\b/i;
const MOST_WORDS_OF_WHICH = 10;
const ONLY_WHICH =
  /^\W*(?:(?:now|so|and|then|ok(?:ay)?|next)\W+)*(?:the|my) (?:\w+ ){0,2}order(?: is)?(?: #?(?:ord)?\W?\d+)?\W*$/i;
const OF_RETURNS: ReadonlySet<Act> = new Set(['exchange-item', 'return-item', 'return-how', 'want-refund']);
const NAMES_ONE =
  /^\W*((oh|and|so|also|what about|what'?s? (is )?with|the|first|second|third|other|last|one|order|for|ord)\W+)*\d{5}\W*$/i;
const OF_PLACES =
  /\b(?:add?res*|deliver\w*|send|sent|ship\w*|redirect\w*|rerout\w*|street|st|road|lane|mov(?:ed?|ing)|homes?|house|flat|apartment|office|work\w*|place|neighbou?r\w*|mother|mom|mum|father|dad|parents?|sister|brother|friend|daughter|son|to my|there|label|hotel|instead of home|zip|postal|pick ?up|locker|shop)\b|\d/i;
const TAKES_OUT =
  /\b(?:remov\w*|take|taken|took|drop|delet\w*|out|without|cancel\w*|less|fewer|only|just|not|nt|instead|off|scratch|reduc\w*|keep|one|enough|away|leave|rid|minus|skip|forget|exclude|too many|no longer|anymore|lose|kick|strike|disappear|1)\b|n't\b/i;
const STILL_COMES =
  /\b(will|does|is|are|do) (the|my|it|they|that|those)\b.{0,40}\b(still|come|coming|arrive|be (there|in it|sent))\b/i;
const WHAT_NOW = /\bwhat (can|should|could|do|shall|am)\b.{0,12}\b(done|do|i|we)\b/i;
const ASKS_FOR_PLACE =
  /[?]|\b(can|could|please|want|would|leave|hold|keep|deliver\w*|send|bring|instead|neighbou?rs?|pick|shop|locker|office|porch|garage)\b/i;
/** "Show me the address." */
const SHOW_ADDRESS =
  /\b(?:is|does) (?:the|my) address (?:on|in|of) my (?:account|profile)\b|\b(show|tell|give|what|which)\b(?!.*\b(new|change|instead|wrong|other|another|different|update)\b).*\baddress\b/i;
const CONTACT = /\b(e-?mail|phone|tele?fono?|courriel|telefon)\b/i;
const BROKE_IT =
  /\b(i|we|he|she|my \w+|our \w+) (accidentally |just )?(broke|dropped|knocked|smashed|spilled|spilt|stepped|sat)\b/i;
const NEGATES =
  /\b(no|not|nothing|never|without|fine|ok(ay)?|works?|stop|neither|dont|isnt|aint|havent|wasnt|nada|ning\w+|bien|rien|pas|plus|aucun\w*|nicht|nichts|kein\w*|gar|gut)\b|n't\b/i;

/** "I'd rather have a new one than the money back." */
const RATHER_NEW =
  /\b(rather|instead of|and not|than)\b.{0,50}\b(the |my )?(money( back)?|refund)\b|\bno (refund|money back)\b/i;
