// One person over several channels. A number or an address that the shop knows is a weak factor: it names the customer and
// authorises nothing. Who comes to us by another way keeps the open case and what was spoken of, and is told so.
import { namedKind } from '../../agents/goods.ts';
import { soldKinds } from '../../agents/technical/read-wish.ts';
import { deriveId } from '../../core/ids.ts';
import type { OtherConversation } from '../../models/ports.ts';
import type { ConversationState, Whence } from '../conversation-state.ts';
import { tellCase } from '../escalate.ts';
import type { TurnContext } from '../turn-context.ts';

/** Longer ago it is another story. */
const LOOK_BACK_MS = 7 * 24 * 3_600_000;

/** At the first message of a session: who is this, and were they with us somewhere else? */
export async function meetAgain(context: TurnContext): Promise<void> {
  const { state, lane, entries, services } = context;
  const begins = state.session.startedAt.getTime() === entries[0]!.receivedAt.getTime();
  // Where others read along, nobody is known.
  if (!begins || lane.reference.extras?.shared === 'yes') return;
  await recognise(context);
  const shopCustomerId = state.contact.shopCustomerId ?? state.recognised?.shopCustomerId;
  if (!shopCustomerId || !services.identity.listOthers) return;
  const since = new Date(entries[0]!.receivedAt.getTime() - LOOK_BACK_MS);
  const others = await services.identity.listOthers(shopCustomerId, lane._id, since);
  bringAlong(context, others);
}

async function recognise({ state, lane, services }: TurnContext): Promise<void> {
  if (state.contact.level === 'known' || state.recognised) return;
  try {
    const address = await services.identity.addressOf?.(lane.reference);
    const customer = address ? await services.identity.recognise?.(address) : null;
    if (customer && address)
      state.recognised = { shopCustomerId: customer.id, name: customer.name, by: address.phone ? 'phone' : 'email' };
  } catch (error) {
    // A name is good to have, and no reason to leave somebody without an answer.
    services.log.warn('customer.unrecognised', { laneId: lane._id, error });
  }
}

/** The open case comes along; what was spoken of only where it was not proved by more than is proved here. */
function bringAlong(context: TurnContext, others: readonly OtherConversation[]): void {
  const { state } = context;
  const isKnown = state.contact.level === 'known';
  const whence: Whence = {};
  for (const { reference, state: theirs } of others) {
    const other = theirs as ConversationState | null;
    if (!other || reference.extras?.shared === 'yes') continue;
    if (!state.openCase && other.openCase) {
      state.openCase = { ...other.openCase };
      joinCase(context, other.openCase.id);
      Object.assign(whence, { channel: reference.channel, caseId: other.openCase.id });
    }
    const mayTell = isKnown || other.contact.level !== 'known';
    if (
      mayTell &&
      !namesItsOwn(context.text) &&
      state.orderIds.length === 0 &&
      state.leftOff === null &&
      other.orderIds.length > 0
    ) {
      state.orderIds = [...other.orderIds];
      state.leftOff = state.openCase ? null : { question: null, orderIds: [...other.orderIds] };
      Object.assign(whence, { channel: whence.channel ?? reference.channel, orderId: other.orderIds[0] });
    }
    if (mayTell) state.facts = { ...other.facts, ...state.facts };
    if (state.language === '') state.language = other.language;
  }
  if (whence.channel) context.whence = whence;
}

/** "Where are my red headphones?": a message that says what it is about leans on nothing that was spoken of elsewhere. */
function namesItsOwn(text: string): boolean {
  return /\d{2,}/.test(text) || namedKind(text) !== null || soldKinds(text).length > 0;
}

/** The case learns of this conversation: from now on answers come here, too. */
function joinCase(context: TurnContext, caseId: string): void {
  const { lane, entries } = context;
  const key = deriveId(lane._id, entries[0]!.key, 'joined');
  tellCase(context, caseId, 'case.joined', { conversation: lane.reference }, key);
}

/** "You were with us by text message": said once, before the answer. */
export function sayWhence({ whence, words, route }: TurnContext): string | null {
  if (!whence?.channel) return null;
  const { channel, orderId, caseId } = whence;
  if (caseId) return words.caseCameAlong({ network: words.network(channel), caseId });
  const known = words.knownFrom({ network: words.network(channel) });
  // A question about that order follows and names it.
  return orderId && route !== 'session:resumed' ? `${known} ${words.itWasAbout({ orderId })}` : known;
}
