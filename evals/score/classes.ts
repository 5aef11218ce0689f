// Scores of a classifier over rows: strict and lenient accuracy, per class, confusion, calibration, and how good it is
// where it is surest. Pure.

export interface Judged {
  expected: string;
  /** Other labels that a careful person would accept, too. */
  alt?: readonly string[];
  given: string;
  confidence: number;
}

export interface Score {
  rows: number;
  strict: number;
  lenient: number;
  /** On the most confident 80 and 90 percent of the rows. */
  at80: { strict: number; lenient: number };
  at90: { strict: number; lenient: number };
  /** Expected calibration error over ten bins, against the lenient label. */
  calibrationError: number;
  classes: Record<string, { rows: number; precision: number; recall: number; f1: number }>;
  confusion: Record<string, Record<string, number>>;
}

export function score(rows: readonly Judged[]): Score {
  const surest = [...rows].sort((one, other) => other.confidence - one.confidence);
  const top = (share: number) => accuracies(surest.slice(0, Math.round(rows.length * share)));
  return {
    rows: rows.length,
    ...accuracies(rows),
    at80: top(0.8),
    at90: top(0.9),
    calibrationError: calibrationError(rows),
    classes: classes(rows),
    confusion: confusion(rows),
  };
}

const isLenient = ({ expected, alt, given }: Judged) => given === expected || (alt ?? []).includes(given);

function accuracies(rows: readonly Judged[]): { strict: number; lenient: number } {
  return { strict: share(rows, (row) => row.given === row.expected), lenient: share(rows, isLenient) };
}

function share(rows: readonly Judged[], holds: (row: Judged) => boolean): number {
  return rows.length === 0 ? 0 : round(rows.filter(holds).length / rows.length);
}

function calibrationError(rows: readonly Judged[]): number {
  const bins = Array.from({ length: 10 }, () => ({ rows: 0, confidence: 0, right: 0 }));
  for (const row of rows) {
    const bin = bins[Math.min(9, Math.floor(row.confidence * 10))]!;
    bin.rows += 1;
    bin.confidence += row.confidence;
    bin.right += isLenient(row) ? 1 : 0;
  }
  return round(bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / Math.max(1, rows.length));
}

function classes(rows: readonly Judged[]): Score['classes'] {
  const names = [...new Set(rows.flatMap((row) => [row.expected, row.given]))].sort();
  return Object.fromEntries(
    names.map((name) => {
      const hits = rows.filter((row) => row.expected === name && row.given === name).length;
      const expected = rows.filter((row) => row.expected === name).length;
      const given = rows.filter((row) => row.given === name).length;
      const precision = given === 0 ? 0 : hits / given;
      const recall = expected === 0 ? 0 : hits / expected;
      const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
      return [name, { rows: expected, precision: round(precision), recall: round(recall), f1: round(f1) }];
    }),
  );
}

function confusion(rows: readonly Judged[]): Score['confusion'] {
  const found: Score['confusion'] = {};
  for (const { expected, given } of rows) {
    found[expected] ??= {};
    found[expected][given] = (found[expected][given] ?? 0) + 1;
  }
  return found;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
