// What the words of this and of earlier messages say of a trouble that is looked at again: what was tried, what goes wrong, and what
// need not be tried. Pure.
import { readDevice } from '../../tools/support/read-device.ts';
import { readSymptom } from '../../tools/support/read-symptom.ts';
import { readTried } from '../../tools/support/read-tried.ts';
import type { AgentRequest } from '../agent.ts';
import type { Trouble } from './memory.ts';

/** What blinks has power. */
const BLINKS = /\b(?:blink|flash)(?:es|ing|s)?\b(?!.{0,12}\bred\b)/i;

/** Steps that the words make needless. */
export const needlessFor = (words: string): string[] => (BLINKS.test(words) ? ['charge-fully'] : []);

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

/** The thing that "it" or "one of them" is; null: nothing was spoken of, or something else is meant. */
export function deviceBefore({ text, history }: AgentRequest): ReturnType<typeof readDevice> {
  if (!/\b(?:it|its|them|they|this one|that one|one of them)\b/i.test(text)) return null;
  const [last] = history.filter(({ role }) => role === 'customer').slice(-1);
  const device = last ? readDevice(last.text) : null;
  return device && device.kind !== 'device' ? device : null;
}
