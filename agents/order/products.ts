// What can be bought: found by the customer's words, one product whole, several in a line each, and what fits them.
import { type OrderWords, orderWords, type ProductWords } from '../../phrases/order/index.ts';
import type { AgentRequest, Exchange, OfflineStep, ToolAnswer } from '../agent.ts';
import { type ProductWish, readKind, readMostPrice, readOptions } from './wish.ts';

const MOST_SHOWN = 6;

type Found = ProductWords & { id: string };

/** Words that name no product. */
const FILLERS =
  /\b(difference|between|compare|compared|versus|vs|cheap|cheaper|under|a|an|and|any|are|at|available|be|can|colou?rs?|come|cost|costs|could|do|does|did|for|get|got|give|guys|has|have|hello|hey|hi|how|i|if|in|is|it|its|just|like|looking|me|more|most|much|my|need|of|offer|ok|on|one|ones|or|please|price|recommend|sell|sizes?|so|some|something|stock|suggest|tell|thanks|that|the|them|there|these|they|this|those|to|u|under|want|we|what|whats|which|with|would|you|your|about|back|still|also|black|white|blue|red|green|small|medium|large|buy|good|nice|new|gift|dollars?|bucks|below|than|less|carry|sold|out|when|once|as|soon|will|know|let|notify|remind|alert|message|inform|ping|text|email|again|restock\w*)\b/gi;

const ANYTHING = /^(products?|items?|things?|stuff|catalogu?e|range)$/i;

/** Is this about the product that was spoken of just now? */
export function goesOnAboutProduct(text: string, hasOrder: boolean): boolean {
  return !hasOrder && text.trim().split(/\s+/).length <= 10;
}

export function tellProducts(
  request: AgentRequest,
  answers: readonly ToolAnswer[],
  wish: ProductWish | null,
): OfflineStep {
  const words = orderWords(request.classification.language);
  if (wish === 'buy') return { text: words.orderInShop() };
  if (wish === 'recommend') return recommend(request, answers, words);
  const before = (request.exchange?.about === 'product' ? request.exchange.memory : {}) as Memory;
  const named = nameIn(request.text);
  const query = [before.query, named].filter(Boolean).join(' ').slice(0, 200);
  // "What do you sell?": some of it, and they go on from there.
  if (ANYTHING.test(named)) return recommend(request, answers, words);
  if (query === '') return { text: words.askProduct(), asks: { about: 'which product', memory: {} } };
  const answer = answers[0];
  // A new name is a new product; without one it is still the one from before.
  const productId = named === '' ? before.productId : undefined;
  if (!answer)
    return {
      call: 'find_products',
      input: { query: named || query, limit: MOST_SHOWN, ...(productId ? { productId } : {}) },
    };
  const products = (answer.result.products ?? []) as Found[];
  if (products.length === 0) return { text: words.productUnknown(), asks: { about: 'which product', memory: {} } };
  if (wish === 'compare') return compare(words, products, query);
  const isFilter = named === '' && readMostPrice(request.text) !== undefined;
  const one = productId ? products[0] : isFilter ? undefined : meant(products, query);
  if (wish === 'watch' && one) return watch(request, answers, words, one, before.options ?? []);
  return one ? tellOne(request, words, one) : tellSeveral(request, words, products, query);
}

interface Memory {
  productId?: string;
  /** What it should be like, as it was asked for last. */
  options?: string[];
  query?: string;
}

/** What is left of the words when those that name nothing are gone. */
function nameIn(text: string): string {
  return text
    .replace(/[$€£]?\d+([.,]\d+)?/g, ' ')
    .replace(/[^\p{L}\s-]/gu, ' ')
    .replace(FILLERS, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The only one found, or the one whose whole name was said. */
function meant(products: Found[], query: string): Found | undefined {
  if (products.length === 1) return products[0];
  const said = query.toLowerCase();
  return products.find(({ name }) =>
    name
      .toLowerCase()
      .split(/\s+/)
      .every((word) => said.includes(word.replace(/s$/, ''))),
  );
}

/** Those whose whole names were said, side by side. */
function compare(words: OrderWords, products: Found[], query: string): OfflineStep {
  const said = query.toLowerCase();
  const named = products.filter(({ name }) =>
    name
      .toLowerCase()
      .split(/\s+/)
      .every((word) => said.includes(word.replace(/s$/, ''))),
  );
  const each = named.length > 0 ? named : products;
  const parts = each.map((product) => words.product({ product }));
  return { text: parts.join('\n\n'), keeps: { about: 'product', memory: { query } } };
}

function tellOne({ text }: AgentRequest, words: OrderWords, product: Found): OfflineStep {
  const wanted = readOptions(text);
  const keeps: Exchange = {
    about: 'product',
    memory: { productId: product.id, query: product.name, ...(wanted.length > 0 ? { options: wanted } : {}) },
  };
  if (wanted.length === 0) return { text: words.product({ product }), keeps };
  const fitting = product.variants.filter((variant) => wanted.every((word) => variant.options.includes(word)));
  if (fitting.length === 1) return { text: words.variant({ name: product.name, variant: fitting[0]! }), keeps };
  if (fitting.length > 1) return { text: words.product({ product: { ...product, variants: fitting } }), keeps };
  return {
    text: words.noVariant({ name: product.name, wanted: wanted.join(', '), variants: product.variants }),
    keeps,
  };
}

/** The one that is sold out and fits the words, now or before; asked for where several do. */
function watch(
  { text }: AgentRequest,
  answers: readonly ToolAnswer[],
  words: OrderWords,
  product: Found,
  before: string[],
): OfflineStep {
  const refused = answers.find((answer) => answer.name === 'watch_stock');
  if (refused) return { text: words.product({ product }) };
  const named = readOptions(text);
  const wanted = named.length > 0 ? named : before;
  const gone = product.variants.filter(
    ({ stock, options }) => stock === 'none' && wanted.every((word) => options.includes(word)),
  );
  if (gone.length === 0) return { text: words.product({ product }) };
  if (gone.length > 1) return { text: words.product({ product: { ...product, variants: gone } }) };
  return { call: 'watch_stock', input: { productId: product.id, sku: gone[0]!.sku } };
}

/** Those that come in what was asked for, if there are any. */
function tellSeveral({ text }: AgentRequest, words: OrderWords, products: Found[], query: string): OfflineStep {
  const wanted = readOptions(text);
  const most = readMostPrice(text) ?? Number.POSITIVE_INFINITY;
  const inIt = products
    .map((product) => ({
      ...product,
      variants: product.variants.filter(
        ({ options, price }) => wanted.every((word) => options.includes(word)) && price <= most,
      ),
    }))
    .filter((product) => product.variants.length > 0);
  return {
    text: words.products({ products: inIt.length > 0 ? inIt : products }),
    keeps: { about: 'product', memory: { query } },
  };
}

function recommend(request: AgentRequest, answers: readonly ToolAnswer[], words: OrderWords): OfflineStep {
  const answer = answers[0];
  if (!answer) {
    const mostPrice = readMostPrice(request.text) ?? request.classification.entities.money?.[0]?.amount;
    return {
      call: 'recommend_products',
      input: {
        query: readKind(request.text) ?? nameIn(request.text).slice(0, 200),
        ...(mostPrice ? { mostPrice } : {}),
      },
    };
  }
  const { products, because } = answer.result as { products?: Found[]; because?: string };
  if (!products?.length) return { text: words.nothingToRecommend() };
  const query = products.map((one) => one.name).join(' ');
  return {
    text: words.recommend({ products, because: because ?? null }),
    keeps: { about: 'product', memory: { query } },
  };
}
