// Which language is a message in? A library's n-grams, held back by what short, misspelled English looks like: a wrong
// "German" would silence the classifier, a missed one is told truthfully a sentence later.
import { detectAll } from 'tinyld';

/** The ones worth telling apart; rarer ones would only take English texts away. */
const CANDIDATES = 'en es fr de it pt nl pl tr ru uk ar zh ja ko hi sv da cs'.split(' ');
/** Words that no other of these languages has in common with English, and that few English messages lack. */
const ENGLISH =
  /\b(the|to|my|is|are|was|it|of|for|and|with|you|your|what|when|where|how|not|this|that|have|please|at|from|i'm|i|hello|hey|good|morning|evening|afternoon|thanks|thank|there|need|want|help|would|could|can|does|well|hope|today|anybody|anyone)\b/gi;
const ENGLISH_IS_SURE = 2;
/** Shares of the detector below which its first guess is no better than its second (measured on 6,700 English rows). */
const SURE_FROM = 0.3;
const TIMES_ENGLISH = 3;
/** Letters below which n-grams say nothing: "ok", "hallo", "bye!". */
const SAYS_LITTLE = 12;

/** A turn asks twice about the same text, and the detector is the dearest part of understanding it. */
let last: { text: string; language: string | null } = { text: '', language: null };

/** ISO 639-1, or null where the text says too little to tell. */
export function detectLanguage(text: string): string | null {
  if (last.text !== text) last = { text, language: detect(text) };
  return last.language;
}

function detect(text: string): string | null {
  if (/[¿¡]/.test(text)) return 'es';
  const englishWords = new Set((text.match(ENGLISH) ?? []).map((word) => word.toLowerCase())).size;
  if (englishWords >= ENGLISH_IS_SURE) return 'en';
  const letters = text.replace(/[^\p{L}]/gu, '').length;
  if (letters < SAYS_LITTLE) return null;
  const guesses = detectAll(text, { only: CANDIDATES });
  const [first] = guesses;
  const english = guesses.find((one) => one.lang === 'en')?.accuracy ?? 0;
  if (!first || first.accuracy < SURE_FROM) return null;
  if (first.lang === 'en') return 'en';
  return first.accuracy >= TIMES_ENGLISH * english ? first.lang : null;
}
