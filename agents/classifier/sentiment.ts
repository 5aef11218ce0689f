// How the customer feels, by words one can read: feelings weigh a lot, problems little, negation turns a word round,
// and words like "really" make it stronger.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import vader from 'vader-sentiment';
import { type Sentiment, sentimentLabelOf } from '../../models/turn.ts';
import { isSarcastic, tellsOfTrouble } from './sarcasm.ts';

/** Weight per word stem; matched at the start of a word. */
const NEGATIVE: Record<string, number> = {
  unhappy: 2,
  unacceptabl: 2.5,
  furious: 3.5,
  outrag: 3,
  disgust: 3,
  terribl: 2.2,
  horribl: 2.2,
  awful: 2.2,
  worst: 2.6,
  pathetic: 2.6,
  ridiculous: 2,
  useless: 2,
  nightmare: 2.2,
  scam: 2.6,
  fraud: 2,
  disgrace: 2.6,
  shame: 1.8,
  asham: 1.8,
  angry: 2,
  hate: 2.2,
  liar: 2.2,
  lying: 2,
  lied: 2,
  disappoint: 1.4,
  unsatisf: 1.4,
  dissatisf: 1.6,
  'fed up': 2,
  'sick of': 2,
  'rip off': 2.2,
  'had enough': 2,
  ignor: 1.3,
  rude: 1.6,
  joke: 1,
  poor: 0.8,
  bad: 0.8,
  frustrat: 0.62,
  annoy: 0.7,
  upset: 1.2,
  complain: 0.6,
  unfair: 1,
  wrong: 0.15,
  incorrect: 0.15,
  damag: 0.5,
  broken: 0.25,
  smashed: 0.5,
  lost: 0.25,
  never: 0.1,
  fail: 0.15,
  'not working': 0.08,
  'still not': 0.08,
  'no reply': 0.5,
  nobody: 0.4,
  'for days': 0.4,
  'for weeks': 0.6,
  delay: 0.25,
  late: 0.2,
  problem: 0.1,
  suck: 1.8,
  crap: 2,
  wtf: 2,
  unbelievabl: 1,
};
const POSITIVE: Record<string, number> = {
  thank: 0.7,
  thx: 0.6,
  great: 0.9,
  awesome: 1.5,
  perfect: 1.2,
  excellent: 1.6,
  amazing: 1.8,
  love: 1.4,
  wonderful: 1.6,
  fantastic: 1.7,
  brilliant: 1.5,
  best: 1.2,
  happy: 1,
  pleased: 1,
  grateful: 1.2,
  appreciat: 0.8,
  nice: 0.6,
  good: 0.5,
  cool: 0.4,
  helpful: 0.8,
  kudos: 1,
  'well done': 1.2,
  glad: 0.7,
  satisf: 0.8,
};
const STRONGER: Record<string, number> = {
  extremely: 1.6,
  very: 1.3,
  really: 1.25,
  so: 1.15,
  absolutely: 1.5,
  completely: 1.4,
  totally: 1.4,
  incredibly: 1.5,
  super: 1.3,
};
const NEGATORS = new Set([
  'not',
  "isn't",
  "wasn't",
  "don't",
  "doesn't",
  "didn't",
  'no',
  'never',
  "can't",
  'cannot',
  'hardly',
  "won't",
  "aren't",
]);
/** "Good morning" and "have a nice day" say nothing about how somebody feels. */
const COURTESY =
  /\b(ignore (all|any|every|the|your|previous|that|this|it|above)|good (morning|afternoon|evening|night|day)|nice (day|evening|weekend)|nice to meet|best regards|thanks in advance|no problem|no (?:deadline|hurry|rush|worries|stress)|happy to)\b/g;

interface Weighed {
  stem: string;
  weight: number;
}

const WORDS: Weighed[] = Object.entries(NEGATIVE)
  .map(([stem, weight]) => ({ stem, weight: -weight }))
  .concat(Object.entries(POSITIVE).map(([stem, weight]) => ({ stem, weight })));
const SINGLE = new Map<string, Weighed[]>();
for (const word of WORDS.filter((one) => !one.stem.includes(' '))) {
  const start = word.stem.slice(0, 3);
  SINGLE.set(
    start,
    [...(SINGLE.get(start) ?? []), word].sort((one, other) => other.stem.length - one.stem.length),
  );
}
const PHRASES = WORDS.filter((one) => one.stem.includes(' '));

/** Sarcasm alone is displeasure, and never fury. */
const SCORN = 0.9;
const MOST_SCORN = -0.55;
const MERELY_POLITE = 0.1;
/** Of words such as "thanks"; praise weighs more. */
const MOST_POLITE = 0.85;

/** Score −1 … 1 and its label; exactly 0 when nothing is said either way. The second opinion reads English only. */
export function readSentiment(text: string, { isEnglish = true } = {}): Sentiment {
  const plain = text.toLowerCase().replace(/[’`]/g, "'").replace(COURTESY, ' ');
  const words = plain.split(/[^\p{L}']+/u).filter((word) => word !== '');
  let negative = 0;
  let positive = 0;
  const add = (weight: number) => {
    if (weight < 0) negative -= weight;
    else positive += weight;
  };
  for (const phrase of PHRASES) if (plain.includes(phrase.stem)) add(phrase.weight);
  for (let at = 0; at < words.length; at += 1) {
    const weight = weightOf(words[at]!);
    if (weight !== 0) add(inContext(weight, words, at));
  }
  const sarcastic = isSarcastic(text);
  if (sarcastic) {
    // What praises means the opposite, less loudly.
    negative += positive * 0.8 + SCORN;
    positive = 0;
  }
  if (negative > 0) negative += Math.min(3, plain.split('!').length - 1) * 0.06 + shouting(text);
  const own = Math.round((positive / (positive + 2) - negative / (negative + 2)) * 100) / 100;
  if (sarcastic) {
    const scornful = Math.max(own, MOST_SCORN);
    return { score: scornful, label: sentimentLabelOf(scornful) };
  }
  const felt = Math.abs(own) >= 0.2 || !isEnglish ? own : secondOpinion(text, own);
  // "Thanks. It is still not here."
  const score = felt >= 0.2 && positive <= MOST_POLITE && tellsOfTrouble(text) ? MERELY_POLITE : felt;
  return { score: score === 0 ? 0 : score, label: sentimentLabelOf(score) };
}

/** Words that a lexicon takes for feelings and a shop for business. */
const BUSINESS =
  /\b(charg\w*|cancel\w*|return\w*|exchang\w*|disput\w*|refund\w*|fees?|debit\w*|pay\w*|shar\w*|support\w*|help\w*|please|interest\w*|like|want\w*|need\w*|free|value|save|saved|gift\w*|card|warranty|lost|missing|drop\w*|no|stop\w*|demand|failed|order\w*)\b/gi;

/** VADER's own words, so that it is asked only where it has something to say: most questions hold none of them. */
const FELT: ReadonlySet<string> = new Set(
  readFileSync(createRequire(import.meta.url).resolve('vader-sentiment/vader_lexicon.txt'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t')[0]!.toLowerCase()),
);

function isFelt(token: string): boolean {
  const word = token.toLowerCase();
  return FELT.has(word) || FELT.has(word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));
}

/** Where our own words say little: VADER's lexicon, weakly. It never makes somebody very angry or delighted. */
function secondOpinion(text: string, own: number): number {
  const plain = text.replace(COURTESY, ' ').replace(BUSINESS, ' ');
  if (!plain.split(/\s+/).some(isFelt)) return own;
  const { compound } = vader.SentimentIntensityAnalyzer.polarity_scores(plain);
  if (compound <= -0.05) return Math.round((-0.2 + compound * 0.25) * 100) / 100;
  if (compound >= 0.35) return Math.round((0.2 + compound * 0.25) * 100) / 100;
  return own;
}

function weightOf(word: string): number {
  return SINGLE.get(word.slice(0, 3))?.find((one) => word.startsWith(one.stem))?.weight ?? 0;
}

function inContext(weight: number, words: string[], at: number): number {
  const before = words.slice(Math.max(0, at - 3), at);
  const louder = before.reduce((most, word) => Math.max(most, STRONGER[word] ?? 1), 1);
  if (!before.some((word) => NEGATORS.has(word))) return weight * louder;
  // "not happy" hurts; "not bad" is faint praise.
  return weight > 0 ? -weight : -weight * 0.3;
}

function shouting(text: string): number {
  const letters = text.replace(/[^\p{L}]/gu, '');
  const capitals = letters.replace(/[^\p{Lu}]/gu, '');
  return letters.length > 12 && capitals.length / letters.length > 0.7 ? 0.8 : 0;
}
