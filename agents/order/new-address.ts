// Another address for an order: read from the message or asked for, then proposed; on its way the carrier is told instead.
import { phrasesFor } from '../../phrases/index.ts';
import type { AgentRequest, OfflineStep, ToolAnswer } from '../agent.ts';
import { addressIn, askRestOfAddress, isWholeAddress, streetIn } from './address.ts';
import { refusal, tooLateForAddress } from './refused.ts';

/** What they say now, or said when it was asked which order. */
export function newAddress(
  request: AgentRequest,
  answers: readonly ToolAnswer[],
  orderId: string,
  also: readonly string[],
): OfflineStep {
  const said = String(request.exchange?.memory.wish ?? '');
  const address = addressIn(request.text) ?? addressIn(said) ?? streetIn(request.text);
  return address ? changeAddress(request, answers, orderId, address) : askAddress(request, answers, orderId, also);
}

/** Nobody is asked for an address that the order can get no more. */
function askAddress(
  request: AgentRequest,
  answers: readonly ToolAnswer[],
  orderId: string,
  also: readonly string[],
): OfflineStep {
  const looked = answers.find(({ name }) => name === 'look_up_order');
  if (!looked) return { call: 'look_up_order', input: { orderId } };
  const tooLate = tooLateForAddress(request, orderId, String(looked.result.status));
  const { askAddress: ask } = phrasesFor(request.classification.language, request.phrases);
  const memory = { orderId, ...(also.length > 0 ? { also } : {}) };
  return tooLate ?? { text: ask({ orderId: [orderId, ...also].join(', ') }), asks: { about: 'new address', memory } };
}

/** It is proposed; what is not whole yet is asked for. */
export function changeAddress(
  request: AgentRequest,
  answers: readonly ToolAnswer[],
  orderId: string,
  address: string,
): OfflineStep {
  if (!isWholeAddress(address)) return askRestOfAddress(request, { orderId, part: address });
  const input = { orderId, address: address.replace(/\s+/g, ' ').trim() };
  const refused = answers.at(-1);
  if (!refused) return { call: 'change_address', input };
  // It has left the house: then the carrier can.
  const isOnItsWay = /shipped|in transit/.test(String(refused.result.refused));
  if (refused.name === 'change_address' && isOnItsWay) return { call: 'change_address_in_transit', input };
  return refusal(request, orderId, refused);
}
