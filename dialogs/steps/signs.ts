// Signs that tell what a message is about more surely than its classification: a bare number, the house's own rules, what
// could be bought, an order's address. Each is pure; the table that uses them is in route.ts.
import { readOrderWish, readProductWish } from '../../agents/order/wish.ts';
import { readShippingWish } from '../../agents/shipping/wish.ts';
import { isHouseQuestion } from '../../agents/tell-article.ts';
import type { Classification } from '../../models/turn.ts';
import type { TurnContext } from '../turn-context.ts';

/** Below this the bot asks rather than guesses. */
export const SURE_FROM = 0.5;

/** Several wishes are each their own agent's. */
export function isOneWish({ intents }: Classification): boolean {
  return intents.filter((one) => one.clause !== undefined).length < 2;
}

/** Hello, thanks and goodbye are understood in all languages that we speak. */
export const COURTESY =
  /^\W*((muchas |mil )?gracias|merci( beaucoup)?|(vielen |danke )?dank(e)?( schön)?|hola|bonjour|salut|hallo|guten (tag|morgen|abend)|buen[oa]s? (d[ií]as?|tardes|noches)|adi[oó]s|au revoir|tschüss|auf wiedersehen)\b.{0,12}$/i;

/** Nobody writes a number of five digits for its own sake. */
export const BARE_NUMBER =
  /^\W*(?:(?:order|ord|it'?s|no|number|the number is|here|sorry|oops|oh|wait|i|meant?|actually|my|bad|correct(?:ion)?|is|should be|try)\W+)*(?:ord\W*)?(\d{4,10})\W*$/i;

export function isBareNumber({ text }: TurnContext): boolean {
  return BARE_NUMBER.test(text);
}

/** "When?", just after an order was spoken of. */
const BARE_WHEN =
  /^\W*(?:(?:and|so|ok(?:ay)?|but)\W+)*(when|how long|where|what day|which day|when exactly|where exactly)\W*$/i;

export function isBareWhen({ text, state }: TurnContext): boolean {
  return BARE_WHEN.test(text) && state.orderIds.length > 0;
}

/** A tracking number, and nothing else worth a question. */
export function isBareTracking({ text, classification, settings }: TurnContext): boolean {
  const named = classification.entities.trackingNumbers;
  return named !== undefined && text.trim().split(/\s+/).length <= 4 && !settings.agentsOff.includes('shipping');
}

const MANUAL = /\b(manuals?|user guides?|handbook|instruction (book|manual)s?|instructions for)\b/i;

/** How something works stands in its articles. */
export function isAboutManual({ text, classification, settings }: TurnContext): boolean {
  return MANUAL.test(text) && isOneWish(classification) && !settings.agentsOff.includes('technical');
}

/** A parcel that did not come is a matter of shipping, however it was classified. */
export function isMissing({ text, classification, settings }: TurnContext): boolean {
  const { intents, entities } = classification;
  if (!entities.orderIds || settings.agentsOff.includes('shipping') || intents[0]!.intent === 'COMPLAINT') return false;
  return (
    readShippingWish(text) === 'missing' &&
    intents.every((one) => one.clause === undefined || ['ORDER_INQUIRY', 'SHIPPING'].includes(one.intent))
  );
}

/** How it is done here, for anybody: no order is meant, and nobody has to say who they are. */
export function isAboutHouse({ text, classification, settings }: TurnContext): boolean {
  return (
    isOneWish(classification) &&
    !classification.entities.orderIds &&
    !settings.agentsOff.includes('general') &&
    isHouseQuestion(text)
  );
}

/** "What did I buy in May?" is about their own orders, however it was classified. */
export function isAboutPurchases({ text, classification, settings }: TurnContext): boolean {
  const mayBe = ['OUT_OF_SCOPE', 'GREETING', 'FEEDBACK', 'ACCOUNT'].includes(classification.intents[0]!.intent);
  if (!mayBe || !isOneWish(classification) || settings.agentsOff.includes('order')) return false;
  const wish = readOrderWish(text);
  return wish === 'history' || wish === 'list' || (wish !== 'status' && classification.entities.orderIds !== undefined);
}

/** An address in the account is one thing, that of the order they speak of another. */
export function isMovingHouse({ text, classification, state, settings }: TurnContext): boolean {
  const named = classification.entities.orderIds ?? state.orderIds;
  const { confidence, intents } = classification;
  const mayBe = confidence < SURE_FROM || ['ACCOUNT', 'OUT_OF_SCOPE', 'SHIPPING'].includes(intents[0]!.intent);
  return (
    mayBe &&
    isOneWish(classification) &&
    named.length > 0 &&
    !settings.agentsOff.includes('shipping') &&
    readOrderWish(text) === 'address'
  );
}

/** Something that could be bought: anybody may ask, however the message was classified. */
export function isAboutProducts({ text, classification, settings }: TurnContext): boolean {
  const { intents, entities, confidence } = classification;
  const wish = readProductWish(text);
  if (!wish || entities.orderIds || settings.agentsOff.includes('order')) return false;
  if (!isOneWish(classification) || intents[0]!.intent === 'COMPLAINT') return false;
  return intents[0]!.intent !== 'TECHNICAL_SUPPORT' || confidence < 0.8 || wish === 'availability';
}
