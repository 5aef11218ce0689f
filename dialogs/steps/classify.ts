// What is it about? One local classification per message; rapid texts that share a turn are understood one by one, so
// that "a person please" is not drowned by what was typed around it.
import { detectLanguage } from '../../agents/classifier/language.ts';
import type { Step } from '../../core/compose.ts';
import { type Classification, type Entities, type Intent, PRIORITIES } from '../../models/turn.ts';
import { phrasesFor } from '../../phrases/index.ts';
import type { TurnContext } from '../turn-context.ts';

export const classify: Step<TurnContext> = async (context, next) => {
  const texts = textsOf(context);
  const each = await Promise.all((texts.length > 0 ? texts : ['']).map((text) => understand(context, text)));
  context.classification = each.length === 1 ? each[0]! : merge(each, texts);
  context.classification = { ...context.classification, language: languageOf(context) };
  context.words = phrasesFor(context.classification.language, context.settings.phrases);
  await next();
};

/** The local classifier, and a model on top where the settings want one and a bot is going to answer. */
async function understand(
  { services, settings, state, lane, signal }: TurnContext,
  text: string,
): Promise<Classification> {
  const local = services.classify(text);
  if (!services.understand || lane.owner !== 'bot') return local;
  const customer = state.contact.shopCustomerId ?? lane._id;
  return services.understand(text, local, { settings: settings.model, customer, signal });
}

/** One text per entry; a single one as the steps before understood it. */
function textsOf({ entries, text }: TurnContext): string[] {
  const texts = entries.length === 1 ? [text] : entries.map((entry) => entry.activity.text ?? '');
  return texts.filter((one) => one.trim() !== '');
}

/** What they asked to be answered in; else what they speak: what says too little to tell is in the language from before. */
function languageOf({ state, text }: TurnContext): string {
  state.language = detectLanguage(text) ?? (state.language || 'en');
  return state.facts.language?.value ?? state.language;
}

const SMALL_TALK: ReadonlySet<Intent> = new Set(['GREETING', 'FEEDBACK', 'OUT_OF_SCOPE']);

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
