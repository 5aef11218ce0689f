// Splits a text that is too long for one message: between paragraphs, then sentences, then words, and inside a word only
// when nothing else is left. Never inside a character.

const BREAKS = [/\n\n+/g, /\n/g, /(?<=[.!?…])\s+/g, /\s+/g];
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Parts for each of which `fits` holds, in order. `fits` must hold for a single character. */
export function splitText(text: string, fits: (part: string) => boolean): string[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  if (fits(trimmed)) return [trimmed];
  const parts: string[] = [];
  for (let left = trimmed; left !== ''; ) {
    const { head, rest } = splitHead(left, fits);
    parts.push(head);
    left = rest;
  }
  return parts;
}

/** The first part and what is left; for those who put the rest elsewhere. */
export function splitHead(text: string, fits: (part: string) => boolean): { head: string; rest: string } {
  const trimmed = text.trim();
  if (trimmed === '' || fits(trimmed)) return { head: trimmed, rest: '' };
  const end = longestHead(trimmed, fits);
  return { head: trimmed.slice(0, end).trimEnd(), rest: trimmed.slice(end).trim() };
}

/** Where the first part ends: at the last good break that still fits. */
function longestHead(text: string, fits: (part: string) => boolean): number {
  for (const at of BREAKS) {
    const ends = [...text.matchAll(at)].map((match) => match.index).filter((end) => end > 0);
    const best = lastThat(ends, (end) => fits(text.slice(0, end).trimEnd()));
    // A very short head is worse than a break of the next kind.
    if (best !== undefined && (best > text.length / 20 || at === BREAKS.at(-1))) return best;
  }
  const ends = [...graphemes.segment(text)].map(({ index, segment }) => index + segment.length);
  return lastThat(ends, (end) => fits(text.slice(0, end))) ?? ends[0]!;
}

/** The last of ascending values for which a condition holds that holds for all smaller ones. */
function lastThat(values: number[], holds: (value: number) => boolean): number | undefined {
  let low = 0;
  let high = values.length - 1;
  let found: number | undefined;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (holds(values[middle]!)) {
      found = values[middle];
      low = middle + 1;
    } else high = middle - 1;
  }
  return found;
}
