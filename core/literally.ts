// A text as a regular expression that matches it and nothing else.

/** The source of a pattern: what would be a sign of patterns in it stands for itself. */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
