// What the words of this and of earlier messages say of a trouble that is looked at again: what was tried, what goes wrong, and what
// need not be tried. Pure.
import { readDevice } from '../../tools/support/read-device.ts';
import { readSymptom } from '../../tools/support/read-symptom.ts';
import { readTried } from '../../tools/support/read-tried.ts';
import type { AgentRequest } from '../agent.ts';
import type { Trouble } from './memory.ts';

/** What blinks has power. */
const BLINKS = /\b(?:blink|flash)(?:es|ing|s)?\b(?!.{0,12}\bred\b)/i;

/** A key that gives nothing has the right layout. */
const DEAD_KEYS =
  /\bdrop(?:s|ping)? letters\b|\bletters\b[^.?!]{0,20}\bshow\b|\bstuck keys?\b|\bkeys?\b[^.?!]{0,40}(?:\b(?:dead|nothing|stuck|sticks?|not (?:work|respond|react|do)\w*|no longer (?:work|respond)\w*)\b|n't (?:work|respond|react|do))/i;
/** No battery, and no radio. */
const BY_CABLE = /\b(?:by|on|over|via|with) (?:the |a )?(?:usb|cable)\b|\bwired\b/i;

/** Steps that the words make needless. */
export const needlessFor = (words: string): string[] => [
  ...(BLINKS.test(words) ? ['charge-fully'] : []),
  ...(DEAD_KEYS.test(words) ? ['keyboard-layout'] : []),
  ...(BY_CABLE.test(words) ? ['replace-batteries', 'move-receiver'] : []),
];

/** Water from underneath: no step mends that (KB-028). */
export const leaksBelow = (words: string): boolean =>
  /\b(?:underneath|from below|(?:at|from|under|through) the (?:bottom|base))\b/i.test(words) &&
  /\b(?:leak\w*|drip\w*|water)\b/i.test(words);

/** What they said, before it came to this, that they tried with the same kind of thing. */
export function triedBefore({ history }: AgentRequest, kind: Trouble['kind']): string[] {
  return history.flatMap(({ role, text }) =>
    role === 'customer' && kind !== null && readDevice(text)?.kind === kind ? readTried(text) : [],
  );
}

/** "Still blinks", of what was told of the same kind of thing before. */
export function symptomBefore({ history }: AgentRequest, kind: Trouble['kind']): Trouble['symptom'] {
  const told = history.flatMap(({ role, text }) =>
    role === 'customer' && kind !== null && readDevice(text)?.kind === kind ? (readSymptom(text, kind) ?? []) : [],
  );
  return told.at(-1) ?? null;
}

/** "The flickering", of a thing that was spoken of. */
export const namesFault = (text: string): boolean =>
  /\bthe (?:flicker|crackl|leak|drip|blink|buzz|rattl|squeak)\w*\b/i.test(text);

/** The thing that "it" or "one of them" is; null: nothing was spoken of, or something else is meant. */
export function deviceBefore({ text, history }: AgentRequest): ReturnType<typeof readDevice> {
  if (!/\b(?:it|its|them|they|this one|that one|one of them)\b/i.test(text) && !namesFault(text)) return null;
  const last = history.findLast(({ role }) => role === 'customer');
  const device = last ? readDevice(last.text) : null;
  return device && device.kind !== 'device' ? device : null;
}
