// Choices as a numbered list, for networks without buttons. The dialog understands the number, the words and "the second
// one" alike; what is a number itself (a rating) is not numbered once more, or "2" would mean two things.
import type { Choice } from '../models/activity.ts';

export function numberChoices(choices: readonly Choice[]): string {
  if (choices.length === 1) return `Reply 1: ${choices[0]!.title}`;
  if (choices.every(({ value }) => /^\d$/.test(value))) return choices.map(({ title }) => title).join('\n');
  return choices.map((choice, at) => `${at + 1}. ${choice.title}`).join('\n');
}
