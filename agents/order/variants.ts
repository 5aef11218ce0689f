// Which colours and sizes there are of a thing, told with the question which one it shall be. Pure.
import { orderWords, type ProductWords } from '../../phrases/order/index.ts';
import type { AgentRequest, OfflineStep, ToolAnswer } from '../agent.ts';

/** Which there are is told with the question; null: they are known already. */
export function tellVariants(answers: readonly ToolAnswer[], name: string): OfflineStep | null {
  const isKnown = answers.some((one) => one.name === 'find_products');
  return isKnown ? null : { call: 'find_products', input: { query: name, limit: 1 } };
}

/** The question, and which there are. */
export function askedWith({ classification }: AgentRequest, answers: readonly ToolAnswer[], name: string): string {
  const words = orderWords(classification.language);
  const found = answers.findLast((one) => one.name === 'find_products')?.result.products ?? [];
  const products = (found as ProductWords[]).filter((one) => one.name === name);
  const there = products.length > 0 ? [words.products({ products })] : [];
  return [...there, words.askVariant({ name })].join('\n\n');
}
