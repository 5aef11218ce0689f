// Messages that are hardly more than the number of an order, or say that there is none.
import { talkWords } from '../../phrases/talk/index.ts';
import { BARE_NUMBER, otherOrder } from '../reading/order-signs.ts';
import { reply, type TurnContext } from '../turn-context.ts';

/** Asked for a number that they do not have: the truth, and another way. */
export function goWithoutNumber(context: TurnContext): void {
  context.route = 'question:without number';
  context.outcome = 'asked';
  const { words, classification } = context;
  reply(context, talkWords(classification.language).withoutNumber(), [words.personChoice()]);
}

export function lookUpOther(context: TurnContext): void {
  const { entities } = context.classification;
  context.classification = { ...context.classification, entities: { ...entities, orderIds: [otherOrder(context)!] } };
  context.meant = 'where is it';
  context.routes = [{ agent: 'order', intent: 'ORDER_INQUIRY', reason: 'bare:other order' }];
}

function numberIn(text: string): string {
  const [, behind, alone] = BARE_NUMBER.exec(text)!;
  return behind ?? alone!;
}

export function lookUpNumber(context: TurnContext): void {
  const { entities } = context.classification;
  const orderIds = entities.orderIds ?? [`ORD-${numberIn(context.text)}`];
  context.classification = { ...context.classification, entities: { ...entities, orderIds } };
  context.routes = [{ agent: 'order', intent: 'ORDER_INQUIRY', reason: 'bare:order number' }];
}
