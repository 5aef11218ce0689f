// The local classifier: intent by a linear machine over hashed features, everything else by rules one can read. No
// network, no model, well under a millisecond.
import { type Classification, INTENTS, type Intent, type Sentiment, SMALL_TALK } from '../../models/turn.ts';
import { ofGoods } from '../goods.ts';
import { type Clause, countWords, splitClauses, splitListed } from './clauses.ts';
import { readEntities, readOrderIds } from './entities.ts';
import { BUCKETS, vectorOf } from './features.ts';
import { detectLanguage } from './language.ts';
import { readPriority } from './priority.ts';
import { isSarcastic } from './sarcasm.ts';
import { readSentiment } from './sentiment.ts';
import { readWeights, type Weights } from './weights.ts';

export interface Classifier {
  /** Never throws; an empty text is OUT_OF_SCOPE without confidence. */
  classify(text: string): Classification;
}

/** Margins become probabilities: larger is surer. */
const SHARPNESS = 3.5;
/** A second intent counts when it is at least this likely. */
const SECOND_FROM = 0.25;

/** Plain requests for a person need no statistics. */
const PERSON =
  /^\s*(agent|human|person|operator|representative|a (real |live )?(person|human)|real person|supervisor|manager)\b[\s!.,?]*(please|pls|now|asap)?[\s!.?]*$|\b(talk|speak|chat|connect|transfer|put)\b.{0,24}\b(person|human|agent|representative|someone|somebody|manager|supervisor|staff|colleague|operator)\b|\b(want|need|get|give) (me )?(a |an |to |your )?(real |live )?(person|human|agent|representative|manager|supervisor)\b/i;

/** Yes, no, a number, an address: an answer to something, and no wish by itself. */
const BARE_ANSWER =
  /^\W*(yes|yeah|yep|sure|ok|okay|no|nope|nah|maybe)\b[\s,!.]*(please|thanks|thank you|pls)?\W*$|^[\s#]*\d{1,12}\W*$|^\W*\d{1,5}\s+\p{L}[\p{L}\s.'-]{2,40},?\s+\d{4,6}\s+\p{L}[\p{L}\s.-]{1,40}$/iu;

/** "Am I talking to a human?" asks what we are; it does not ask for somebody else. */
const ASKS_WHO_WE_ARE =
  /^\W*(so )?(am i|are you|is this|is it|are we) (really |actually |still |just )?(talking|speaking|chatting|taking|writing|a|an|the|human|real|some|with|to|real)\b.{0,40}\b(human|person|bot|robot|machine|real|ai|computer|someone)\b\W*$/i;

export interface ClassifierOptions {
  weights?: Weights;
}

export function createClassifier({ weights = readWeights() }: ClassifierOptions = {}): Classifier {
  return {
    classify: (text) => {
      const felt = readSentiment(text);
      const entities = readEntities(text);
      const ranked = rank(text, weights);
      const intents = adjust(ranked, text, felt.score, entities.orderIds !== undefined);
      const first = intents[0]!;
      const sentiment = first.intent === 'COMPLAINT' && first.confidence >= SURE_COMPLAINT ? displeased(felt) : felt;
      const several = findSeveral(text, weights, first, sentiment.score);
      return {
        intents: several ?? intents.filter((one, at) => at === 0 || one.confidence >= SECOND_FROM).slice(0, 3),
        priority: readPriority(text, first.intent, sentiment, entities),
        sentiment,
        entities,
        language: detectLanguage(text) ?? 'en',
        confidence: (several?.[0] ?? first).confidence,
      };
    },
  };
}

/** Who surely complains is not pleased, in whatever calm words. */
const SURE_COMPLAINT = 0.8;
const CALM_COMPLAINT: Sentiment = { label: 'NEGATIVE', score: -0.25 };

function displeased(felt: Sentiment): Sentiment {
  return Math.abs(felt.score) < 0.2 ? CALM_COMPLAINT : felt;
}

/** Talks to the machine, not to the shop. */
export const TO_THE_MACHINE =
  /\b(ignore|disregard|forget|override)\b.{0,30}\b(instructions?|rules|prompts?|guidelines|policies)\b|\b(system prompt|developer mode|jailbreak)\b/i;

/** "Where is my camera?", of something that was bought. */
const WHERE_IS_MINE = ofGoods(
  ({ make, thing }) =>
    new RegExp(`\\bwhere(?:'?s| is| are) my (?:new )?(?:${make} )?${thing}\\b(?! (?:button|switch|manual))`, 'i'),
);

/** Asks when or where "it" is, without naming a parcel, a weight or a place. */
const ABOUT_IT =
  /^(?=.*\b(it|they|them|that|this|my order|the order)\b)(?=.*\b(when|where|how long|arrive|delivered|get here|come)\b)(?!.*\b(kg|lbs?|cost|price|how much|parcel|package|address|customs)\b)/i;

/** A part counts as a wish of its own when it is this sure, and about something else than the others. */
const CLAUSE_FROM = 0.5;
const ANNOUNCED_FROM = 0.4;
/** Parts between commas must each be sure, and about different things. */
const LISTED_FROM = 0.75;
const MOST_CLAUSES = 8;

/** Who is this angry tells what happened; who merely wants to file a complaint may want something else, too. */
const ANGRY_TO = -0.4;
const SURELY_FROM = 0.85;

/** In a complaint only what is asked for, or announced, is a wish beside it. */
const REQUEST =
  /^\W*(please|pls|can|could|would|will|how|what|when|where|which|why|who|is|are|do|does|did|i('d| would)? (need|want|like|have to|am trying|'m trying)|i'm trying|need|want|wanna|help|give|tell|send|close|cancel|delete|change)\b|\?\W*$/i;

/** Several wishes in one message, each with its part of the text; null when it is about one thing. */
function findSeveral(
  text: string,
  weights: Weights,
  whole: Ranked[number],
  mood: number,
): Classification['intents'] | null {
  const clauses = splitClauses(text).flatMap((clause) => listed(clause, weights));
  if (clauses.length < 2 || clauses.length > MOST_CLAUSES) return null;
  const isComplaint = whole.intent === 'COMPLAINT';
  const found: Classification['intents'] = [];
  for (const { text: clause, isAnnounced } of clauses) {
    if (countWords(clause) < 3 && readOrderIds(clause).length === 0) continue;
    const first = read(clause, weights);
    if (SMALL_TALK.has(first.intent) || first.confidence < (isAnnounced ? ANNOUNCED_FROM : CLAUSE_FROM)) continue;
    // A complaint beside a question is its mood, unless it says by itself what went wrong.
    if (first.intent === 'COMPLAINT' && countWords(clause) < 6 && !isComplaint) continue;
    const isWish = isAnnounced || REQUEST.test(clause) || (mood > ANGRY_TO && first.confidence >= SURELY_FROM);
    if (isComplaint && first.intent !== 'COMPLAINT' && !isWish) continue;
    const known = found.find((one) => one.intent === first.intent);
    if (known) known.clause = `${known.clause}, ${clause}`;
    else found.push({ ...first, clause });
  }
  // "When will it be delivered?" beside a question about an order asks about that order.
  const order = found.find((one) => one.intent === 'ORDER_INQUIRY');
  const when = found.find((one) => one.intent === 'SHIPPING' && ABOUT_IT.test(one.clause ?? ''));
  if (order && when) found.splice(found.indexOf(when), 1);
  if (found.length < 2) return null;
  // Who complains wants to be heard first.
  const place = (one: { intent: Intent }) => (one.intent === 'COMPLAINT' ? 0 : 1);
  return isComplaint ? found.sort((one, other) => place(one) - place(other)) : found;
}

/** Hardly anybody asks a shop about the weather in the same breath: of a part, "out of scope" must be this sure. */
const SURELY_ELSEWHERE = 0.9;

function read(clause: string, weights: Weights): Ranked[number] {
  const { score } = readSentiment(clause);
  const ranked = adjust(rank(clause, weights), clause, score, readOrderIds(clause).length > 0);
  const first = ranked[0]!;
  if (first.intent !== 'OUT_OF_SCOPE' || first.confidence >= SURELY_ELSEWHERE) return first;
  const wish = ranked.find((one) => !SMALL_TALK.has(one.intent)) ?? first;
  return { intent: wish.intent, confidence: round(wish.confidence / (1 - first.confidence)) };
}

/** A clause as its parts between commas, where each of them is surely a wish and they are about more than one thing. */
function listed(clause: Clause, weights: Weights): Clause[] {
  const parts = splitListed(clause.text);
  if (!parts) return [clause];
  const firsts = parts.map((part) => read(part, weights));
  const isList =
    firsts.every((one) => one.confidence >= LISTED_FROM && !SMALL_TALK.has(one.intent) && one.intent !== 'COMPLAINT') &&
    new Set(firsts.map((one) => one.intent)).size > 1;
  return isList ? parts.map((text) => ({ text, isAnnounced: clause.isAnnounced })) : [clause];
}

type Ranked = { intent: Intent; confidence: number }[];

function rank(text: string, { rarity, weights, scale, bias }: Weights): Ranked {
  const { buckets, values } = vectorOf(text, rarity);
  if (buckets.length === 0) return [{ intent: 'OUT_OF_SCOPE', confidence: 0 }];
  const margins = INTENTS.map((_, intent) => {
    let sum = 0;
    const from = intent * BUCKETS;
    for (let at = 0; at < buckets.length; at += 1) sum += weights[from + buckets[at]!]! * values[at]!;
    return sum * scale[intent]! + bias[intent]!;
  });
  const most = Math.max(...margins);
  const powers = margins.map((margin) => Math.exp((margin - most) * SHARPNESS));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return INTENTS.map((intent, at) => ({ intent, confidence: round(powers[at]! / total) })).sort(
    (one, other) => other.confidence - one.confidence,
  );
}

/** Where a rule knows better than statistics. */
function adjust(ranked: Ranked, text: string, score: number, namesOrder: boolean): Ranked {
  if (BARE_ANSWER.test(text))
    return lift(ranked, 'GREETING', 0.3).map((one) => ({ ...one, confidence: Math.min(one.confidence, 0.3) }));
  if (ASKS_WHO_WE_ARE.test(text)) return lift(ranked, 'GREETING', 0.9);
  if (TO_THE_MACHINE.test(text)) return lift(ranked, 'OUT_OF_SCOPE', 0.9);
  if (WHERE_IS_MINE().test(text) && ranked[0]!.intent !== 'SHIPPING') return lift(ranked, 'ORDER_INQUIRY', 0.8);
  if (PERSON.test(text)) return lift(ranked, 'HUMAN_REQUEST', 0.97);
  // Mocked thanks are no feedback.
  if (SMALL_TALK.has(ranked[0]!.intent) && score <= -0.2 && isSarcastic(text)) return lift(ranked, 'COMPLAINT', 0.8);
  // Fury is a complaint whatever it is about, unless something is merely broken.
  if (score <= -0.6 && ranked[0]!.intent !== 'TECHNICAL_SUPPORT') return lift(ranked, 'COMPLAINT', 0.9);
  if (namesOrder && ranked[0]!.confidence < 0.5 && ['GREETING', 'OUT_OF_SCOPE', 'FEEDBACK'].includes(ranked[0]!.intent))
    return lift(ranked, 'ORDER_INQUIRY', 0.75);
  return ranked;
}

function lift(ranked: Ranked, intent: Intent, least: number): Ranked {
  const present = ranked.find((one) => one.intent === intent)?.confidence ?? 0;
  const confidence = Math.max(present, least);
  const left = round((1 - confidence) / Math.max(1 - present, 0.001));
  const others = ranked
    .filter((one) => one.intent !== intent)
    .map((one) => ({ intent: one.intent, confidence: round(one.confidence * left) }));
  return [{ intent, confidence }, ...others];
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
