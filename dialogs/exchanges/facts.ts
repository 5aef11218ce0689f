// What a customer told us about themselves: kept with its day, shown when they ask, gone when they say so. Nothing is
// guessed; what the shop keeps is another matter, and a person's (see protect).
import { factWords } from '../../phrases/facts/index.ts';
import type { ConversationState, Facts } from '../conversation-state.ts';
import { reply, type TurnContext } from '../turn-context.ts';

const ASKS =
  /\bwhat (all )?(do|did|have) you (know|remember|noted?|saved?|stored?|learn(ed|t)?)\b.{0,20}\b(about|of|on) me\b|\bwhat do you remember\b|\bwhat('?s| is) my name\b|\b(qué sabe(s)? de mí|que savez-vous (de|sur) moi|was wei(ß|ss)t du über mich|was wissen sie über mich)\b/i;
const FORGET =
  /^\W*(please |can you |could you |i want you to )?(forget|delete) (about )?(me|my name|everything( about me| (i|I) (told|said).{0,20})?|what (i|you) (told|know).{0,25})( please| again| now)?\W*$|\b(olv[ií]d(a|e)(me| mi nombre)|oubliez(-| )moi|vergi(ss|ß) mich|vergessen sie mich)\b/i;

const NAME =
  /\b(?:[Mm]y name(?:'s| is)|MY NAME IS|[Cc]all me|[Ii] am called|[Ii]'m called|[Mm]e llamo|[Jj]e m'appelle|[Mm]ein [Nn]ame ist|[Ii]ch heiße)\s+(\p{L}[\p{L}'-]{1,30}(?:\s+\p{Lu}[\p{L}'-]{1,30}){0,2})/u;
const LANGUAGE =
  /\b(?:(?:please )?(?:write|reply|answer|speak|talk|respond)(?: to me)?|prefer|i speak|can we (?:talk|speak|write))\s+(?:in\s+)?(english|spanish|french|german)\b/i;
const CHANNEL =
  /\bi (?:prefer|would prefer|'d prefer|like)\s+(?:to be (?:contacted|written to|reached) (?:by|on|over|via)\s+)?(sms|text messages?|e-?mail|phone|slack|teams|whatsapp|web chat)\b|\b(?:contact|reach|write to|text) me (?:by|on|over|via)\s+(sms|text|e-?mail|phone|slack|teams|whatsapp|web chat)\b/i;
const CODES: Record<string, string> = { english: 'en', spanish: 'es', french: 'fr', german: 'de' };
/** Words that follow "call me" and name nobody. */
const NOBODY = /^(back|later|now|a|an|the|when|if|at|on|tomorrow|today|asap|please|not|when)\b/i;
/** Around a fact, in a message that says nothing else. */
const MOST_WORDS = 9;

/** True: the turn is settled by it. */
export function meetFacts(context: TurnContext): boolean {
  const { state, text, services } = context;
  if (ASKS.test(text)) return tell(context);
  if (FORGET.test(text)) return forget(context);
  const told = factIn(text);
  if (!told) return false;
  state.facts = { ...state.facts, [told.kind]: { value: told.value, at: services.clock.now() } };
  if (text.trim().split(/\s+/).length > MOST_WORDS || /\?/.test(text) || state.question || state.proposal) return false;
  context.route = `facts:${told.kind}`;
  const language = told.kind === 'language' ? told.value : context.classification.language;
  reply(context, factWords(language).noted(told));
  return true;
}

function factIn(text: string): { kind: keyof Facts; value: string } | null {
  const name = NAME.exec(text)?.[1];
  if (name && !NOBODY.test(name)) return { kind: 'name', value: name };
  const language = LANGUAGE.exec(text)?.[1];
  if (language) return { kind: 'language', value: CODES[language.toLowerCase()]! };
  const channel = CHANNEL.exec(text);
  return channel ? { kind: 'channel', value: (channel[1] ?? channel[2])!.toLowerCase() } : null;
}

function tell(context: TurnContext): true {
  const { state, classification } = context;
  const facts = (Object.entries(state.facts) as [keyof Facts, Facts['name']][]).flatMap(([kind, fact]) =>
    fact ? [{ kind, value: fact.value, on: new Date(fact.at).toISOString().slice(0, 10) }] : [],
  );
  context.route = 'facts:told';
  reply(
    context,
    factWords(classification.language).known({
      facts,
      shopName: state.contact.level === 'anonymous' ? null : (state.contact.name ?? null),
      orders: state.orderIds,
      caseId: state.openCase?.id ?? null,
    }),
  );
  return true;
}

/** An open case stays: a person works on it. */
function forget(context: TurnContext): true {
  const { state } = context;
  const gone: Partial<ConversationState> = {
    facts: {},
    contact: { level: 'anonymous' },
    orderIds: [],
    problems: [],
    topics: [],
    said: [],
    lastAbout: null,
    question: null,
    proposal: null,
    nextProposals: [],
  };
  Object.assign(state, gone);
  context.route = 'facts:forgotten';
  reply(context, factWords(context.classification.language).forgotten());
  return true;
}
