// What is it about? One local classification per message; rapid texts that share a turn are understood one by one, so
// that "a person please" is not drowned by what was typed around it.
import { detectLanguage } from '../../agents/classifier/language.ts';
import { readSentiment } from '../../agents/classifier/sentiment.ts';
import type { Step } from '../../core/compose.ts';
import { plainQuotes } from '../../core/fold.ts';
import { type Classification, type Entities, PRIORITIES, SMALL_TALK } from '../../models/turn.ts';
import { phrasesFor } from '../../phrases/index.ts';
import { languageOfScript } from '../reading/script.ts';
import { mendSpelling } from '../reading/spelling.ts';
import { readTongue } from '../reading/tongues.ts';
import type { TurnContext } from '../turn-context.ts';

export const classify: Step<TurnContext> = async (context, next) => {
  context.text = plainQuotes(context.text);
  const texts = textsOf(context);
  const each = await Promise.all((texts.length > 0 ? texts : ['']).map((text) => understand(context, text)));
  context.classification = each.length === 1 ? each[0]! : merge(each, texts);
  nameKnownNumbers(context);
  const language = languageOf(context);
  context.classification = { ...readMeaning(context, context.classification), language };
  context.words = phrasesFor(context.classification.language, context.settings.phrases);
  await next();
};

/** "Cancel it. 20344": five digits that are the number of an order of theirs that was told of. */
function nameKnownNumbers({ classification, state, text }: TurnContext): void {
  const known = new Set([...state.seenOrders.map(({ id }) => id), ...state.orderIds, ...state.listedOrders]);
  const named = [...text.matchAll(/(?<![\w.,$€£-])(\d{5})(?![\w]|[.,]\d)/g)].map(([, digits]) => `ORD-${digits}`);
  // The same digits may have been read as a postal code.
  const isPlaced = classification.entities.places?.some((place) => !/^\d{5}\b/.test(place)) ?? false;
  const isOwn = state.contact.shopCustomerId !== undefined && !OF_PLACE.test(text) && !isPlaced;
  const told = isOwn ? [...text.matchAll(SAID_OF)].map(([, digits]) => `ORD-${digits}`) : [];
  const ids = [...new Set([...named.filter((id) => known.has(id)), ...told])].filter(
    (id) => !classification.entities.orderIds?.includes(id),
  );
  if (ids.length === 0) return;
  const { places, ...entities } = classification.entities;
  classification.entities = {
    ...(told.length > 0 ? entities : classification.entities),
    orderIds: [...(classification.entities.orderIds ?? []), ...ids],
  };
}

/** "My parcel 20550", "charged twice for 20527": five digits that are said as an order's, by somebody who has some. */
const SAID_OF =
  /(?:\b(?:parcel|package|delivery|shipment|for|about|of|from|cancel|return|with|is|one)\s|#)(\d{5})\b(?![.,]\d|[-/]|,? [A-Z])/g;
/** Where five digits are a postal code. */
const OF_PLACE =
  /\b(?:zip|postal|post ?code|street|road|avenue|ave|lane|drive|address|city|town|moved?|(?:ship\w*|sen[dt]\w*|deliver\w*|goes?|cost|price|to)\b[^.?!]{0,30}\bto)\b/i;

/**
 * The classifier reads English. What our rules know in other languages takes the place of its guess, and of the text that
 * the agents' rules read; what they do not know is no guess at all.
 */
function readMeaning(context: TurnContext, guess: Classification): Classification {
  const { services, state, text } = context;
  context.meant = text;
  if (services.readsLanguages) return guess;
  if (state.language === 'en') {
    context.meant = mendSpelling(text);
    return guess;
  }
  // "Die Kopfhörer" is no sad word in German.
  guess.sentiment = readSentiment(text, { isEnglish: false });
  if (guess.intents[0]!.intent === 'HUMAN_REQUEST' && guess.confidence >= SURE_PERSON) return guess;
  const [, worded, signed] = ORDER_ELSEWHERE.exec(text) ?? [];
  const named = worded ?? signed;
  if (named && !guess.entities.orderIds) guess.entities = { ...guess.entities, orderIds: [`ORD-${named}`] };
  const meanings = readTongue(text, state.language, (english) => services.classify(english).intents[0]!);
  if (meanings.length === 0)
    return { ...guess, intents: [{ intent: 'OUT_OF_SCOPE', confidence: 0 }], confidence: 0, priority: 'MEDIUM' };
  context.meant = meanings.map((one) => one.says).join('. ');
  const intents = meanings.map(({ intent, says, confidence }) => ({
    intent,
    confidence,
    ...(meanings.length > 1 ? { clause: says } : {}),
  }));
  const complains = meanings.some((one) => one.intent === 'COMPLAINT');
  return {
    ...guess,
    intents,
    confidence: intents[0]!.confidence,
    priority: complains ? 'HIGH' : 'MEDIUM',
    ...(complains && guess.sentiment.score > UPSET.score ? { sentiment: UPSET } : {}),
  };
}

/** An order's number beside the word for it. */
const ORDER_ELSEWHERE =
  /(?<![\p{L}\d])(?:pedido|compra|commande|bestel+ung|bestel+ing|bestel+nummer|auftrag|ordine|encomenda|zam[oó]wieni\p{L}+|ordrenummer|ordre|ordernummer|best[aä]l+ning|objedn[aá]vk\p{L}+|sipari[sş]\p{L}*|заказ\p{L}*|замовленн\p{L}+)\D{0,14}?(\d{4,10})(?!\d)|(?:订单|訂單|注文|주문|طلب|ऑर्डर)\D{0,10}?(\d{4,10})(?!\d)/iu;

/** How far a plain word for a person is trusted. */
const SURE_PERSON = 0.9;
const SURE_ENOUGH = 0.5;
const UPSET: Classification['sentiment'] = { label: 'NEGATIVE', score: -0.5 };

/** The local classifier, and a model on top where the settings want one and a bot is going to answer. */
async function understand(
  { services, settings, state, lane, signal }: TurnContext,
  text: string,
): Promise<Classification> {
  const local = classifyMended(services.classify, text);
  if (!services.understand || lane.owner !== 'bot') return local;
  const customer = state.contact.shopCustomerId ?? lane._id;
  return services.understand(text, local, { settings: settings.model, customer, signal });
}

/** Misspelled words of the trade say what is meant where the text as it stands says little; what is named stays as written. */
function classifyMended(classifyText: TurnContext['services']['classify'], text: string): Classification {
  const local = classifyText(text);
  const mended = mendSpelling(text);
  if (local.confidence >= SURE_ENOUGH || mended === text) return local;
  const better = classifyText(mended);
  return better.confidence > local.confidence ? { ...better, entities: local.entities } : local;
}

/** One text per entry; a single one as the steps before understood it. */
function textsOf({ entries, text }: TurnContext): string[] {
  const texts = entries.length === 1 ? [text] : entries.map((entry) => plainQuotes(entry.activity.text ?? ''));
  return texts.filter((one) => one.trim() !== '');
}

/** What they asked to be answered in; else what they speak: what says too little to tell is in the language from before. */
function languageOf({ state, text }: TurnContext): string {
  state.language = detectLanguage(text) ?? fromScript(text, state.language) ?? (state.language || 'en');
  return state.facts.language?.value ?? state.language;
}

/** A conversation in a language of this writing goes on in it. */
function fromScript(text: string, before: string): string | null {
  const found = languageOfScript(text);
  return found === 'ru' && before === 'uk' ? before : found;
}

/** All subjects in the order of the texts, small talk last; the highest priority, the worst mood, everything named. */
function merge(each: readonly Classification[], texts: readonly string[]): Classification {
  const firsts = each.map((one, at) => ({ clause: texts[at] ?? '', ...one.intents[0]! }));
  const rest = each.flatMap((one) => one.intents.slice(1));
  const ordered = [
    ...firsts.filter((one) => !SMALL_TALK.has(one.intent)),
    ...firsts.filter((one) => SMALL_TALK.has(one.intent)),
    ...rest,
  ];
  const intents = ordered.filter((one, at) => ordered.findIndex((other) => other.intent === one.intent) === at);
  const priority = PRIORITIES[Math.max(...each.map((one) => PRIORITIES.indexOf(one.priority)))]!;
  const sentiment = each.map((one) => one.sentiment).reduce((worst, one) => (one.score < worst.score ? one : worst));
  return {
    intents,
    priority,
    sentiment,
    entities: mergeEntities(each),
    language: each.at(-1)!.language,
    confidence: intents[0]!.confidence,
  };
}

function mergeEntities(each: readonly Classification[]): Entities {
  const merged: Record<string, unknown[]> = {};
  for (const { entities } of each) {
    for (const [kind, values] of Object.entries(entities))
      merged[kind] = [...new Set([...(merged[kind] ?? []), ...(values as unknown[])])];
  }
  return merged as Entities;
}
