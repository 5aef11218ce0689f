// "¿Hablas español?", "in German please": the language that somebody asks to be answered in, and nothing else.
import { fold } from '../../core/fold.ts';
import { phrasesFor } from '../../phrases/index.ts';
import { isTongue } from '../../phrases/tongue.ts';
import { reply, type TurnContext } from '../turn-context.ts';

/** By the names that people write, folded. */
const NAMES: Record<string, string> = {
  english: 'en',
  ingles: 'en',
  anglais: 'en',
  englisch: 'en',
  inglese: 'en',
  spanish: 'es',
  espanol: 'es',
  castellano: 'es',
  espagnol: 'es',
  spanisch: 'es',
  french: 'fr',
  francais: 'fr',
  frances: 'fr',
  franzosisch: 'fr',
  german: 'de',
  deutsch: 'de',
  aleman: 'de',
  allemand: 'de',
  italian: 'it',
  italiano: 'it',
  portuguese: 'pt',
  portugues: 'pt',
  dutch: 'nl',
  nederlands: 'nl',
  polish: 'pl',
  polski: 'pl',
  swedish: 'sv',
  svenska: 'sv',
  danish: 'da',
  dansk: 'da',
  czech: 'cs',
  cesky: 'cs',
  turkish: 'tr',
  turkce: 'tr',
  russian: 'ru',
  русскии: 'ru',
  ukrainian: 'uk',
  arabic: 'ar',
  hindi: 'hi',
  chinese: 'zh',
  japanese: 'ja',
  korean: 'ko',
};
/** Around the name of a language, in a message that asks for it and for nothing else. */
const AROUND =
  /^(do|can|could|you|u|we|i|does|anyone|anybody|somebody|someone|here|speak|speaks|talk|write|answer|reply|chat|understand|in|to|me|please|pls|hi|hello|hey|sorry|my|is|not|so|very|good|bad|well|only|little|no|better|is|it|possible|this|also|available|switch|change|language|english|speaking|habla|hablas|hablan|hablais|puede|puedes|pueden|podemos|en|usted|alguien|hola|por|favor|solo|no|se|parlez|vous|parle|parles|tu|on|peut|francais|bonjour|svp|s'il|plait|quelqu'un|sprechen|sprichst|sie|du|kann|konnen|wir|man|auf|bitte|hallo|jemand|ich|spreche|nur|nicht|kein|prefer|parla|parli|fala|falam|spreekt|u|czy|po)$/;
const MOST_WORDS = 10;

/** null: no language is asked for, or more is said than that. */
export function languageAsked(text: string): string | null {
  const words = fold(text).match(/[\p{L}']+/gu) ?? [];
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  const named = words.filter((word) => word in NAMES);
  // "My English is not good, Spanish?" asks for the other one.
  const wanted = named.findLast((word) => NAMES[word] !== 'en') ?? named.at(-1);
  if (!wanted || words.some((word) => !(word in NAMES) && !AROUND.test(word))) return null;
  return NAMES[wanted]!;
}

/** True: the turn is settled by it. */
export function meetLanguage(context: TurnContext): boolean {
  const language = languageAsked(context.text);
  const { state, services } = context;
  if (!language || state.proposal) return false;
  const words = phrasesFor(language, context.settings.phrases);
  context.route = 'facts:language';
  if (language === 'en' || isTongue(language) || services.readsLanguages) {
    state.facts = { ...state.facts, language: { value: language, at: services.clock.now() } };
    reply(context, words.greeting());
  } else reply(context, words.notMyLanguage(), [words.personChoice()]);
  state.language = language;
  context.classification = { ...context.classification, language };
  context.words = words;
  return true;
}
