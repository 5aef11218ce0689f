// How urgent a message is, by rules one can read from top to bottom: the first that fits decides.
import type { Entities, Intent, Priority, Sentiment } from '../../models/turn.ts';

const DANGER =
  /\b(on fire|smoke|smoking|explod\w*|electric shock|injur\w*|hurt (myself|him|her)|kill myself|suicid\w*|fraud\w*|stolen|hacked|identity theft)\b/i;
const PRESSING = /\b(urgent(ly)?|asap|emergency|immediately|right now|right away|today at the latest)\b/i;
const STUCK =
  /\b(still (not|isn't|doesn't|won't|broken)|tried everything|again and again|third time|nothing works|not working)\b/i;
const QUIET: ReadonlySet<Intent> = new Set(['GREETING', 'FEEDBACK', 'OUT_OF_SCOPE']);

export function readPriority(text: string, intent: Intent, sentiment: Sentiment, _entities: Entities): Priority {
  if (DANGER.test(text)) return 'URGENT';
  if (intent === 'COMPLAINT' && sentiment.label === 'VERY_NEGATIVE') return 'URGENT';
  if (PRESSING.test(text)) return 'URGENT';
  if (intent === 'COMPLAINT' || intent === 'HUMAN_REQUEST') return 'HIGH';
  if (sentiment.label === 'VERY_NEGATIVE' || sentiment.label === 'NEGATIVE') return 'HIGH';
  if (intent === 'TECHNICAL_SUPPORT' && STUCK.test(text)) return 'HIGH';
  return QUIET.has(intent) ? 'LOW' : 'MEDIUM';
}
