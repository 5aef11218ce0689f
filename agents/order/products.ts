// What can be bought: found by the customer's words, one product whole, several in a line each, and what fits them.
import { actWords } from '../../phrases/acts/index.ts';
import { type OrderWords, orderWords } from '../../phrases/order/index.ts';
import { kindOfProduct } from '../../tools/support/read-device.ts';
import type { AgentRequest, Exchange, OfflineStep, ToolAnswer } from '../agent.ts';
import { namedKind, readMake } from '../goods.ts';
import { type Found, keepSeveral, type Memory, tellCheaper, tellKinds, wantsLess } from './browse.ts';
import { factsAsked } from './facts.ts';
import { readOptions } from './options.ts';
import { type ProductWish, QUALITY, readKind, readMostPrice } from './wish.ts';

const MOST_SHOWN = 6;
const CENT = 0.01;

/** Words that name no product. */
const FILLERS =
  /\b(difference|between|compare|compared|versus|vs|cheap|cheaper|cheapest|expensive|affordable|pricey|under|a|all|an|and|any|anything|something|everything|else|other|others|are|at|available|be|can|colou?rs?|come|cost|costs|could|do|does|did|for|get|got|give|guys|has|have|hello|hey|hi|how|i|if|in|is|it|its|just|like|looking|me|more|most|much|my|need|of|offer|ok|on|one|ones|or|please|price|recommend|sell|sizes?|so|some|stock|suggest|tell|thanks|that|the|them|there|these|they|this|those|to|u|under|want|we|what|whats|which|with|would|you|your|about|back|still|also|black|white|blue|red|green|small|medium|large|buy|good|nice|new|gift|dollars?|bucks|below|than|less|carry|sold|out|when|once|as|soon|will|know|let|notify|remind|alert|message|inform|ping|text|email|again|restock\w*)\b/gi;

/** Others of the same kind, in what was asked for. */
const SIMILAR = /\b(similar|alternatives?|something like (it|that|this|them|those))\b/i;

/** "Which of these has the longest battery?" The cheapest is known. */
const COMPARES =
  /\b(which|what)( (one|of (these|them|those|the (two|three))))?\b.{0,25}\b(best|better|biggest|bigger|largest|smallest|lightest|loudest|longest|strongest|fastest|newest|warmest|brightest|most (?!expensive)\w+)\b/i;
/** "A white one like mine": of the kind that was spoken of. */
const LEANS =
  /\b(?:black|white|blue|red|green|small|medium|large) ones?\b|\bones? like\b|\blike mine\b|\b(?:another|any other) ones?\b|\(\w+\)\s*$/i;
const MOST_COMPARED = 3;
const ANYTHING = /^(products?|items?|things?|stuff|catalogu?e|range|kinds?|sorts?|categories)$/i;

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
  if (wish === 'buy') return tellToBuy(request, answers, words);
  if (wish === 'recommend') return recommend(request, answers, words);
  const before = (request.exchange?.memory ?? {}) as Memory;
  const named = SIMILAR.test(request.text) ? (namedKind(before.query ?? '') ?? '') : nameIn(request.text);
  // "What do you sell?": the kinds of it, and they go on from there.
  if (wish === 'range' || ANYTHING.test(named)) return tellKinds(answers, words);
  if (wantsLess(request.text) && readKind(request.text) === null) {
    if (before.shown) return tellCheaper(request, answers, words, before.shown);
    if (before.from) return recommend(request, answers, words, before.from - CENT);
  }
  // Which of several is best at something: what is known of each, and that it does not say more.
  if (COMPARES.test(request.text) && before.query && !before.productId && readKind(request.text) === null) {
    if (!answers[0]) return { call: 'find_products', input: { query: before.query, limit: MOST_COMPARED } };
    const parts = ((answers[0].result.products ?? []) as Found[]).map((product) => words.product({ product }));
    if (parts.length > 0)
      return {
        text: [words.allIKnow(), ...parts].join('\n\n'),
        ...(request.exchange ? { keeps: request.exchange } : {}),
      };
  }
  // Another kind of thing is no longer the one from before.
  const spoken =
    request.history.findLast(({ role, text }) => role === 'customer' && namedKind(text) !== null)?.text ?? '';
  const kind = namedKind(request.text) || before.query ? '' : (readMake(spoken) ?? namedKind(spoken) ?? '');
  const query = [namedKind(named) ? '' : before.query || kind, kind ? '' : named]
    .filter(Boolean)
    .join(' ')
    .slice(0, 200);
  if (query === '' && readMostPrice(request.text)) return recommend(request, answers, words);
  if (query === '') return { text: words.askProduct(), asks: { about: 'which product', memory: {} } };
  const most = readMostPrice(request.text);
  const answer = answers[0];
  // A new name is a new product; without one it is still the one from before.
  const productId = named === '' ? before.productId : undefined;
  if (!answer)
    return {
      call: 'find_products',
      input: {
        query: kind || named || query,
        limit: MOST_SHOWN,
        ...(productId ? { productId } : {}),
        ...(most ? { mostPrice: most } : {}),
      },
    };
  const products = (answer.result.products ?? []) as Found[];
  if (products.length === 0 && most) return { text: words.nothingToRecommend() };
  // "Black is sold out. When is it back?", of what was shown just now.
  const shown = before.query ?? '';
  if (products.length === 0 && shown !== '' && namedKind(request.text) === null && named !== '') {
    const [, second] = answers;
    if (!second) return { call: 'find_products', input: { query: shown, limit: MOST_SHOWN } };
    const one = meant((second.result.products ?? []) as Found[], shown);
    if (one) return tellOne(request, words, one);
  }
  // "Is there no white one like mine any more?", of the thing that they spoke of.
  const [, again] = answers;
  const beside = request.classification.entities.products?.[0] ?? '';
  const spokenKind = namedKind(beside) ?? readMake(spoken) ?? namedKind(spoken);
  const isOfKind = namedKind(named) === null && LEANS.test(request.text);
  if (products.length === 0 && spokenKind && isOfKind) {
    if (!again) return { call: 'find_products', input: { query: spokenKind, limit: MOST_SHOWN } };
    const found = (again.result.products ?? []) as Found[];
    if (found.length > 0) return tellSeveral(request, words, found, spokenKind);
  }
  if (products.length === 0) return { text: words.productUnknown() };
  if (wish === 'compare') return compare(request, words, products, query);
  const isFilter = most !== undefined;
  const one = productId ? products[0] : isFilter ? undefined : meant(products, query);
  if (wish === 'watch' && one) return watch(request, answers, words, one, before.options ?? []);
  return one ? tellOne(request, words, one) : tellSeveral(request, words, products, query);
}

/** What there is of it, and that it is bought in the shop. */
function tellToBuy(request: AgentRequest, answers: readonly ToolAnswer[], words: OrderWords): OfflineStep {
  const kind = readMake(request.text) ?? namedKind(request.text);
  if (!kind) return { text: words.orderInShop() };
  const answer = answers[0];
  if (!answer) return { call: 'find_products', input: { query: kind, limit: MOST_SHOWN } };
  const products = (answer.result.products ?? []) as Found[];
  if (products.length === 0) return { text: words.orderInShop() };
  const one = meant(products, kind);
  const told = tellSeveral(request, words, one ? [one] : products, kind);
  return 'text' in told ? { ...told, text: `${told.text}\n\n${words.orderInShop()}` } : told;
}

/** What is left of the words when those that name nothing are gone. */
function nameIn(text: string): string {
  return text
    .replace(/[$€£]?\d+([.,]\d+)?/g, ' ')
    .replace(/[^\p{L}\s-]/gu, ' ')
    .replace(new RegExp(QUALITY, 'gi'), ' ')
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
function compare(
  { text: asked, classification: { language } }: AgentRequest,
  words: OrderWords,
  products: Found[],
  query: string,
): OfflineStep {
  const said = query.toLowerCase();
  const named = products.filter(({ name }) =>
    name
      .toLowerCase()
      .split(/\s+/)
      .every((word) => said.includes(word.replace(/s$/, ''))),
  );
  const each = named.length > 0 ? named : products;
  const kinds = new Set(each.map(({ name }) => namedKind(name)?.toLowerCase().replace(/s$/, '')));
  const facts = kinds.size === 1 ? factsAsked(asked, each[0]!.facts) : [];
  // "Which is the lightest?": in what the shop knows they are alike, and a list says which there are.
  if (facts.length > 0) {
    const alike = actWords(language).allAlike({
      kind: `${namedKind(each[0]!.name)!.toLowerCase().replace(/s$/, '')}s`,
    });
    return {
      text: [alike, ...facts, '', words.products({ products: each })].join('\n'),
      keeps: keepSeveral(each, query),
    };
  }
  // "Which one boils faster?": that is told by none of what the shop knows.
  const unknown = COMPARATIVE.test(asked) ? [words.allIKnow()] : [];
  const parts =
    each.length > MOST_COMPARED
      ? [words.products({ products: each })]
      : each.map((product) => words.product({ product }));
  return { text: [...unknown, ...parts].join('\n\n'), keeps: keepSeveral(each, query) };
}

/** "Faster", "the lightest", "better for travelling". */
const COMPARATIVE =
  /\b(?!after|other|another|over|under|never|order|larger?\b|smaller?\b|cheap)[a-z]{3,}(?:er|est) ?(?:than|one|for|of|in|to|\?|$)|\b(better|best|more|most) \w+/i;

/** "It's small. Do you have large?": of two sizes the last one. */
function lastSize(options: string[]): string[] {
  const sizes = options.filter((one) => SIZES.has(one));
  return options.filter((one) => !SIZES.has(one) || one === sizes.at(-1));
}

const SIZES: ReadonlySet<string> = new Set(['small', 'medium', 'large']);

function tellOne({ text }: AgentRequest, words: OrderWords, product: Found): OfflineStep {
  const wanted = lastSize(readOptions(text));
  const keeps: Exchange = {
    about: 'product',
    memory: {
      productId: product.id,
      shown: product.id,
      query: product.name,
      ...(wanted.length > 0 ? { options: wanted } : {}),
    },
  };
  const asked = QUALITY.exec(text)?.[0];
  const isTold = !asked || product.description.toLowerCase().includes(asked.toLowerCase().slice(0, 5));
  const said = words.product({ product });
  if (wanted.length === 0) return { text: isTold ? said : `${words.allIKnow()}\n\n${said}`, keeps };
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

/** Named now, or spoken of just before; else what fits what they like. */
function kindMeant({ text, exchange }: AgentRequest): string | null {
  const { shown, query = '' } = (exchange?.about === 'product' ? exchange.memory : {}) as Memory;
  // Of several kinds that were shown, none is meant.
  const before = shown ? query : '';
  return namedKind(text) ?? namedKind(before) ?? readKind(text);
}

const CHEAPEST = /\b(?:cheapest|least expensive|lowest price)\b/i;
const priceOf = ({ variants }: Found) => Math.min(...variants.map(({ price }) => price));

/** Those that come in what was asked for, if there are any. */
function tellSeveral({ text }: AgentRequest, words: OrderWords, found: Found[], query: string): OfflineStep {
  // "Wireless headphones": a wireless lamp is none.
  const kind = namedKind(query);
  const alike = kind ? found.filter(({ name }) => kindOfProduct(name) === kindOfProduct(kind)) : [];
  const products = alike.length > 0 ? alike : found;
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
  const all = inIt.length > 0 ? inIt : products;
  // "What's the cheapest one?"
  const each = CHEAPEST.test(text) ? [...all].sort((one, other) => priceOf(one) - priceOf(other)).slice(0, 1) : all;
  // "Noise cancelling headphones": whether any of them is, where the shop knows it.
  const facts = factsAsked(text, each[0]!.facts);
  return { text: [words.products({ products: each }), ...facts].join('\n'), keeps: keepSeveral(each, query) };
}

function recommend(
  request: AgentRequest,
  answers: readonly ToolAnswer[],
  words: OrderWords,
  below?: number,
): OfflineStep {
  const answer = answers[0];
  if (!answer) {
    const mostPrice = readMostPrice(request.text) ?? below ?? request.classification.entities.money?.[0]?.amount;
    return {
      call: 'recommend_products',
      input: {
        query: kindMeant(request) ?? (below ? '' : nameIn(request.text).slice(0, 200)),
        ...(mostPrice ? { mostPrice } : {}),
      },
    };
  }
  const { products, because } = answer.result as { products?: Found[]; because?: string };
  if (!products?.length) return { text: words.nothingToRecommend() };
  const query = products.map((one) => one.name).join(' ');
  return { text: words.recommend({ products, because: because ?? null }), keeps: keepSeveral(products, query) };
}
