// Which stretches of time make up a range: whole days, hours and tens of minutes, UTC, and what is left at the edges.

export const LEVELS = { unit: 600_000, hour: 3_600_000, day: 86_400_000 } as const;
export type Level = keyof typeof LEVELS;

/** The begin of the stretch that `at` lies in. */
export function floor(at: Date, level: Level): Date {
  return new Date(Math.floor(at.getTime() / LEVELS[level]) * LEVELS[level]);
}

export function next(at: Date, level: Level): Date {
  return new Date(at.getTime() + LEVELS[level]);
}

interface Span {
  level: Level | 'raw';
  from: Date;
  to: Date;
}

/** The range as whole days in the middle, hours beside them, stretches beside those, and single turns at the edges. */
export function spansOf(from: Date, to: Date, coarsest: Level): Span[] {
  const levels = (['day', 'hour', 'unit'] as const).slice(['day', 'hour', 'unit'].indexOf(coarsest));
  const cover = (begin: Date, end: Date, depth: number): Span[] => {
    if (begin >= end) return [];
    const level = levels[depth];
    if (!level) return [{ level: 'raw', from: begin, to: end }];
    const first = new Date(Math.ceil(begin.getTime() / LEVELS[level]) * LEVELS[level]);
    const last = floor(end, level);
    if (first >= last) return cover(begin, end, depth + 1);
    return [...cover(begin, first, depth + 1), { level, from: first, to: last }, ...cover(last, end, depth + 1)];
  };
  return cover(from, to, 0);
}
