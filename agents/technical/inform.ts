// What the technical agent says besides a diagnosis: how something is done, a warranty, a report of a fault and its
// state. Pure.

import { actWords } from '../../phrases/acts/index.ts';
import { phrasesFor } from '../../phrases/index.ts';
import { type BugState, technicalWords } from '../../phrases/technical/index.ts';
import type { IssueAnalysis } from '../../tools/support/analyze-issue.ts';
import type { WarrantyState } from '../../tools/support/check-warranty.ts';
import { kindOfProduct, readDevice } from '../../tools/support/read-device.ts';
import type { AgentRequest, OfflineStep, ToolAnswer } from '../agent.ts';
import { namesOrder } from '../classifier/entities.ts';
import { termsIn } from '../glossary/index.ts';
import { ofGoods } from '../goods.ts';
import { articleText, type FoundArticle, keepArticle, offerIn } from '../tell-article.ts';
import { asExchange, EXCHANGES, NO_TROUBLE, type Trouble } from './memory.ts';
import { asksWhen, readBugId } from './read-wish.ts';

/** How something is done: the article's own words and steps, cited. */
export function explain(request: AgentRequest, answers: readonly ToolAnswer[], about = ''): OfflineStep {
  const { language } = request.classification;
  const words = technicalWords(language);
  const found = answers[0];
  const device = readDevice(request.text, language);
  if (!found) {
    const product = device && device.kind !== 'device' ? { product: device.kind } : {};
    const query = about || (termsIn(request.text, language)?.terms ?? request.text);
    return { call: 'search_knowledge', input: { query: query.slice(0, 400), ...product } };
  }
  const articles = (found.result.articles ?? []) as FoundArticle[];
  const [best] = articles;
  if (!best) return { text: words.noArticle(), choices: [phrasesFor(language, request.phrases).personChoice()] };
  const keeps = language.startsWith('en') ? { keeps: keepArticle(best) } : {};
  return { text: articleText(articles, language), ...offerIn(request), ...keeps };
}

/** Until when the customer's own products are covered. */
export const WANTS_NEW = ofGoods(
  ({ thing }) => new RegExp(`\\b(new|replac\\w*|another) (one|${thing})\\b|\\breplace`, 'i'),
);

/** "Is there still warranty on it?", of the thing that was spoken of last; null where the message is about all of them. */
export function spokenDevice({ text, history, classification }: AgentRequest): ReturnType<typeof readDevice> {
  if (!/\b(it|them|this one|that one|new one)\b/i.test(text)) return null;
  const named = history
    .filter(({ role }) => role === 'customer')
    .map((one) => readDevice(one.text, classification.language));
  return named.findLast((one) => one !== null && one.kind !== 'device') ?? null;
}

export function tellWarranty(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep {
  const { language, entities } = request.classification;
  const words = technicalWords(language);
  const device =
    readDevice(request.text, language) ??
    readDevice((entities.products ?? []).join(' '), language) ??
    spokenDevice(request);
  const checked = answers[0];
  if (!checked) {
    const orderId = entities.orderIds?.[0];
    const product = device && device.kind !== 'device' ? { product: device.kind } : {};
    return { call: 'check_warranty', input: { ...product, ...(orderId ? { orderId } : {}) } };
  }
  // Of another order than the one that was spoken of last.
  const isNone = ((checked.result.products ?? []) as unknown[]).length === 0;
  const isSpoken = entities.orderIds !== undefined && !namesOrder(request.text, entities.orderIds[0]);
  const again = answers.filter(({ name }) => name === 'check_warranty')[1];
  if (isNone && isSpoken && !again && device && device.kind !== 'device')
    return { call: 'check_warranty', input: { product: device.kind } };
  const found = again ?? checked;
  const products = ofMake(request, (found.result.products ?? []) as WarrantyState[]);
  if (products.length === 0) return tellTerms(request, answers.slice(again ? 2 : 1), device);
  const lines = products.map((one) => words.warranty({ ...one, today: request.today }));
  const [first] = products;
  // Who wants a new one is told how that is done.
  const isNew = first && WANTS_NEW().test(request.text);
  const choices = isNew ? { choices: [phrasesFor(language, request.phrases).personChoice()] } : {};
  const more = isNew ? [actWords(language).sameAgain({ name: first.product })] : [];
  const accident = ACCIDENT.test(request.text) ? [words.accident()] : [];
  const told = [[...new Set(lines)].join('\n'), ...accident, words.warrantyRule(), ...more];
  return { text: told.join('\n\n'), ...choices };
}

/** "My cat knocked it off the table, is that covered?" */
const ACCIDENT =
  /\b(?:dropped|fell|fallen|knocked (?:it|them|off|over|down|the|my)|smashed|spill(?:ed|s)|spilt|(?:sat|stepped|trod|drove|ran) (?:on|over)|threw|(?:in|into) the (?:toilet|pool|bath|sea|sink|washing machine|dishwasher)|my (?:own )?(?:fault|mistake)|heruntergefallen|fallen gelassen|se me cay[oó]|est tomb[eé]e?)\b/i;

/** "The studio ones", or the make of such a thing that they spoke of last: those only, where they have some. */
function ofMake({ text, history }: AgentRequest, products: WarrantyState[]): WarrantyState[] {
  const said = [...history.filter(({ role }) => role === 'customer').map((one) => one.text), text].slice(-MOST_BACK);
  const kinds = products.map(({ product }) => kindOfProduct(product));
  const makes = said.flatMap((one) =>
    [...one.matchAll(MAKE())].flatMap(([, make = '', thing = '']) =>
      /^ones?$/i.test(thing) || kinds.includes(kindOfProduct(thing)) ? [make.toLowerCase()] : [],
    ),
  );
  const named = products.filter(({ product }) => product.toLowerCase().startsWith(makes.at(-1) ?? '-'));
  return named.length > 0 ? named : products;
}

const MOST_BACK = 8;
const MAKE = ofGoods(({ make, thing }) => new RegExp(`\\b(${make}) (${thing}|ones?)\\b`, 'gi'));

const IS_THEIRS = /\b(my|mine|our|bought|got|ordered|received|mi|mis|mon|ma|mes|mein\w*|gekauft|achet\w*|compr\w*)\b/i;
const WARRANTY_TERMS = 'what the warranty covers: months, years, electronics, textiles';

/** Of a thing that they have not bought: how long it is for any; where they say that it is theirs, that it was not found. */
function tellTerms(
  request: AgentRequest,
  [found]: readonly ToolAnswer[],
  device: ReturnType<typeof readDevice>,
): OfflineStep {
  const { language } = request.classification;
  const words = technicalWords(language);
  if (!found) return { call: 'search_knowledge', input: { query: WARRANTY_TERMS } };
  const articles = ((found.result.articles ?? []) as FoundArticle[]).slice(0, 1);
  const terms = articles.length > 0 ? articleText([{ ...articles[0]!, steps: [] }], language) : words.warrantyRule();
  const isTheirs =
    IS_THEIRS.test(request.text) && !/\b(not|n't|never) (even )?(buy|bought|have|ordered)\b/i.test(request.text);
  const none = isTheirs ? [words.noWarranty({ device: words.yourDevice(device ?? { kind: 'device' }) })] : [];
  return {
    text: [...none, terms].join('\n\n'),
    choices: [phrasesFor(language, request.phrases).personChoice()],
  };
}

/** A report: what it is about is understood first, then it is proposed. `before`: a problem that was being looked at. */
export function reportFault(
  request: AgentRequest,
  answers: readonly ToolAnswer[],
  before: Trouble | null,
): OfflineStep {
  const { language } = request.classification;
  const words = technicalWords(language);
  const bugId = readBugId(request.text) ?? undefined;
  const text = [before?.words ?? '', request.text]
    .filter((part) => part !== '')
    .join('. ')
    .slice(0, 500);
  const analysed = answers.find((answer) => answer.name === 'analyze_issue');
  if (!analysed) return { call: 'analyze_issue', input: { text, ...(before?.kind ? { product: before.kind } : {}) } };
  const refused = answers.find((answer) => answer.name === 'report_bug');
  if (refused) return { text: words.noArticle(), choices: [phrasesFor(language, request.phrases).personChoice()] };
  const analysis = analysed.result as unknown as Partial<IssueAnalysis>;
  const kind = analysis.product?.kind ?? before?.kind ?? null;
  const symptom = before?.symptom ?? analysis.symptom ?? null;
  const name = analysis.product?.name ?? before?.name ?? null;
  const isAsked = before !== null;
  // A number says enough; without one, a report needs a product and what is wrong with it.
  if ((kind === null || symptom === null) && !bugId && !isAsked) {
    const trouble: Trouble = { ...NO_TROUBLE, kind, name, symptom, words: kind || symptom ? text : '' };
    return { text: words.askBug(), asks: asExchange(EXCHANGES.fault, trouble) };
  }
  return {
    call: 'report_bug',
    input: {
      product: kind ?? 'device',
      symptom: symptom ?? 'other',
      text,
      ...(name ? { name: name.slice(0, 60) } : {}),
      ...(bugId ? { bugId } : {}),
    },
  };
}

/** Where a reported fault stands. */
export function tellBugState(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep {
  const words = technicalWords(request.classification.language);
  const bugId = readBugId(request.text) ?? request.facts.bugId!;
  const found = answers[0];
  if (!found) return { call: 'get_bug_state', input: { bugId } };
  if (found.result.found !== true) return { text: words.noSuchBug({ bugId }) };
  const { state, workaround, fixedIn, willBeTold } = found.result as {
    state: BugState;
    workaround: string | null;
    fixedIn: string | null;
    willBeTold: boolean;
  };
  if (state === 'fixed') return { text: words.alreadyFixed({ bugId, version: fixedIn }) };
  const told = words.bugState({ bugId, state: words.stateOf(state), workaround, willBeTold });
  return { text: asksWhen(request.text) ? `${told} ${words.noDateForIt()}` : told };
}
