// Which language is a message in? A library's n-grams, held back by what short, misspelled English looks like: a wrong
// "German" would silence the classifier, a missed one is told truthfully a sentence later.
import { detectAll } from 'tinyld';

/** The ones worth telling apart; rarer ones would only take English texts away. */
const CANDIDATES = 'en es fr de it pt nl pl tr ru uk ar zh ja ko hi sv da cs'.split(' ');
/** Words that no other of these languages has in common with English, and that few English messages lack. */
const ENGLISH =
  /\b(the|to|my|is|are|was|it|of|for|and|with|you|your|what|when|where|how|not|this|that|have|please|at|from|i'm|i|hello|hey|good|morning|evening|afternoon|thanks|thank|there|need|want|help|would|could|can|does|well|hope|today|anybody|anyone|plz|pls|u|ur|did|got|cancel|refund|refunded|charged|wallet|hacked|shipping|parcel|package|broken|lost|send|acct|bought|arrived|late|wrong|order|ordr|orders|tracking|trackng|they|theyre|there's|theres|thats|just|then|one|same|dont|cant|wont|lol|only|still|again|about|some|any)\b/gi;
const ENGLISH_IS_SURE = 2;
/** Small words that give a short text away where n-grams are not sure; at least two different ones of one language. */
const SMALL_WORDS: Record<string, ReadonlySet<string>> = {
  es: wordsOf(
    'el los las una es está esta mi mis su del por para con quiero dónde donde cuándo cuando cómo pedido y muy ha han he se lo no que me al un la de hola necesito puede cuánto cuesta tienen puedo desde hasta pero también cuál cuánta cuáles qué tengo busco unos unas',
  ),
  fr: wordsOf(
    "le les une est mon ma mes je j'ai vous du pour avec pas où ou quand comment commande et suis été c'est n'est il elle sur que ne un la de qui ce bonjour voudrais peux combien avez puis sans depuis mais très merci votre vos nous quel quelle quels quelles faut puis-je des",
  ),
  de: wordsOf(
    'der die das ein eine ist mein meine meinen ich sie mir mich nicht und mit wo wann wie bestellung habe was soll bitte den dem wurde hat es zu auf für kann noch hallo macht kein keine keinen geht immer schon jetzt danke wir sind im von ihre ihr nach kostet kosten gibt bei möchte auch oder ohne welche welcher welches welchen haben es',
  ),
  it: wordsOf('il lo gli una è mio mia che di per con non dove dov quando ordine sono voglio ancora un la del mi ho'),
  pt: wordsOf(
    'os um uma é meu minha que de para com não onde quando pedido está quero ainda e o do da eu você gostaria',
  ),
  nl: wordsOf('het een is mijn ik u niet en met waar wanneer bestelling heb wil graag hem de van nog kan naar'),
  sv: wordsOf('är min mitt jag och inte var när beställning har den det vill en ett med på för att'),
  da: wordsOf('er min mit jeg og ikke hvor hvornår ordre har den det vil en et med på for at'),
};
const SMALL_WORDS_ARE_SURE = 2;
const SET_APART = /[\u0020\u00a0\u202f][?!]\s*$/;

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
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

/** Too short for n-grams, and said by nobody else. */
const GREETINGS: [string, RegExp][] = [
  ['de', /^\W*(guten (tag|morgen|abend)|hallo|moin|servus|gr(ü|ue)(ß|ss) gott)\W*$/i],
  ['es', /^\W*(hola|buenas|buenos d[ií]as|buenas (tardes|noches)|hola,? buenas)\W*$/i],
  ['fr', /^\W*(bonjour|bonsoir|salut)\W*$/i],
];

function detect(text: string): string | null {
  if (/[¿¡]/.test(text)) return 'es';
  const greeting = GREETINGS.find(([, sign]) => sign.test(text));
  if (greeting) return greeting[0];
  const englishWords = new Set((text.match(ENGLISH) ?? []).map((word) => word.toLowerCase())).size;
  if (englishWords >= ENGLISH_IS_SURE) return 'en';
  const bySmallWords = readSmallWords(text, englishWords);
  if (bySmallWords) return bySmallWords;
  const letters = text.replace(/[^\p{L}]/gu, '').length;
  if (letters < SAYS_LITTLE) return null;
  const guesses = detectAll(text, { only: CANDIDATES });
  const [first] = guesses;
  const english = guesses.find((one) => one.lang === 'en')?.accuracy ?? 0;
  if (!first || first.accuracy < SURE_FROM) return null;
  if (first.lang === 'en') return 'en';
  return first.accuracy >= TIMES_ENGLISH * english ? first.lang : null;
}

/** The language whose small words stand here more often than any other's; null where that is a draw, or too few. */
function readSmallWords(text: string, english: number): string | null {
  const said = new Set(text.toLowerCase().match(/[\p{L}']+/gu) ?? []);
  const counts = Object.entries(SMALL_WORDS)
    .map(([language, words]) => ({ language, count: [...said].filter((word) => words.has(word)).length }))
    .sort((one, other) => other.count - one.count);
  const [first, second] = counts;
  if (!first || first.count < SMALL_WORDS_ARE_SURE || first.count <= english) return null;
  // "Que couvre la garantie ?": only French sets a question mark apart.
  const tied = counts.filter(({ count }) => count === first.count);
  if (tied.length > 1 && SET_APART.test(text) && tied.some(({ language }) => language === 'fr')) return 'fr';
  return first.count > (second?.count ?? 0) ? first.language : null;
}
