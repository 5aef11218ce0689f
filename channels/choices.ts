// Choices as a numbered list, for networks without buttons. The dialog understands the number, the words and "the second
// one" alike.
import type { Choice } from '../models/activity.ts';

export function numberChoices(choices: readonly Choice[]): string {
  if (choices.length === 1) return `Reply 1: ${choices[0]!.title}`;
  return choices.map((choice, at) => `${at + 1}. ${choice.title}`).join('\n');
}
