// The local classifier: intent by a linear machine over hashed features, everything else by rules one can read. No
// network, no model, well under a millisecond.
import { type Classification, INTENTS, type Intent } from '../../models/turn.ts';
import { readEntities, readLanguage } from './entities.ts';
import { BUCKETS, vectorOf } from './features.ts';
import { readPriority } from './priority.ts';
import { readSentiment } from './sentiment.ts';
import { readWeights, type Weights } from './weights.ts';

export interface Classifier {
  /** Never throws; an empty text is OUT_OF_SCOPE without confidence. */
  classify(text: string): Classification;
}

/** Margins become probabilities: larger is surer. */
const SHARPNESS = 4;
/** A second intent counts when it is at least this likely. */
const SECOND_FROM = 0.25;

/** Plain requests for a person need no statistics. */
const PERSON =
  /^\s*(agent|human|person|operator|representative|a (real |live )?(person|human)|real person|supervisor|manager)\b[\s!.,?]*(please|pls|now|asap)?[\s!.?]*$|\b(talk|speak|chat|connect|transfer|put)\b.{0,24}\b(person|human|agent|representative|someone|somebody|manager|supervisor|staff|colleague|operator)\b|\b(want|need|get|give) (me )?(a |an |to |your )?(real |live )?(person|human|agent|representative|manager|supervisor)\b/i;

export function createClassifier(weights: Weights = readWeights()): Classifier {
  return {
    classify: (text) => {
      const sentiment = readSentiment(text);
      const entities = readEntities(text);
      const ranked = rank(text, weights);
      const intents = adjust(ranked, text, sentiment.score, entities.orderIds !== undefined);
      const first = intents[0]!;
      return {
        intents: intents.filter((one, at) => at === 0 || one.confidence >= SECOND_FROM).slice(0, 3),
        priority: readPriority(text, first.intent, sentiment, entities),
        sentiment,
        entities,
        language: readLanguage(text),
        confidence: first.confidence,
      };
    },
  };
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
  if (PERSON.test(text)) return lift(ranked, 'HUMAN_REQUEST', 0.97);
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
