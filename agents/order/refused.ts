// Why a write on an order was refused, in words: what is wished can be done no more in the state it is in, or not yet.
import { actWords } from '../../phrases/acts/index.ts';
import { phrasesFor } from '../../phrases/index.ts';
import { orderWords } from '../../phrases/order/index.ts';
import type { AgentRequest, OfflineStep, ToolAnswer } from '../agent.ts';
import type { Own } from './own-orders.ts';
import { describeOrder } from './states.ts';

/** As the tools say it. */
const IN_STATE = /^the order is (.+)$/;
const ON_ITS_WAY: readonly string[] = ['pending', 'processing', 'shipped', 'in transit'];
const WISH_OF_TOOL: Record<string, 'cancel' | 'items' | 'address' | 'payment'> = {
  cancel_order: 'cancel',
  change_items: 'items',
  change_address: 'address',
  change_order_payment: 'payment',
};
const GOES_BACK: readonly string[] = ['return_order', 'exchange_item'];

/** What the tool would say of an order in this state. */
export const refusedIn = (status: string) => ({ refused: `the order is ${status}`, aPersonCould: true });

/** Too late for the shop, and too early or too late for the carrier. */
const OVER: readonly string[] = ['processing', 'delivered', 'cancelled'];

/** An order in this state gets no other address any more; null: it may. */
export function tooLateForAddress(request: AgentRequest, orderId: string, status: string): OfflineStep | null {
  return OVER.includes(status)
    ? refusal(request, orderId, { name: 'change_address', result: refusedIn(status) })
    : null;
}

export function refusal(
  request: AgentRequest,
  orderId: string,
  { name, result }: ToolAnswer,
  deliveryOn: string | null = null,
): OfflineStep {
  const { language } = request.classification;
  const why = String(result.refused ?? result.error ?? 'not found');
  const words = phrasesFor(language, request.phrases);
  const own = orderWords(language);
  const acts = actWords(language);
  const status = IN_STATE.exec(why)?.[1] ?? '';
  const wish = WISH_OF_TOOL[name];
  const isEarly = GOES_BACK.includes(name) && ON_ITS_WAY.includes(status);
  if (isEarly) return { text: acts.returnFromDelivery({ orderId, deliveryOn }), choices: [words.personChoice()] };
  const isUnderway = wish && /shipped|in transit/.test(status) && name !== 'change_address';
  const later =
    wish === 'items' && ON_ITS_WAY.includes(status)
      ? ` ${acts.exchangeLater()}`
      : isUnderway
        ? ` ${own.returnLater()}`
        : '';
  const text =
    status !== '' && wish
      ? acts.tooLateFor({ orderId, wish, status }) + later
      : (own.whyNot({ why }) ?? words.cannotChange({ orderId, why }));
  return result.aPersonCould ? { text, choices: [words.personChoice()] } : { text };
}

/** None of theirs can be cancelled any more: said at once, with what can be done instead. */
export function tellTooLate(request: AgentRequest, orders: readonly Own[]): OfflineStep {
  const { language } = request.classification;
  const lines = orders.map((order) =>
    describeOrder({ name: 'list_orders', result: order }, String(order.orderId), request),
  );
  const { personChoice } = phrasesFor(language, request.phrases);
  return { text: [orderWords(language).noneToCancel(), ...lines].join('\n\n'), choices: [personChoice()] };
}
