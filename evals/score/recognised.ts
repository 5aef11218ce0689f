// How surely a few kinds of messages are told from everything else: what is found, under its own name, and what is taken for
// one and is none.

export interface RecognisedRow {
  text: string;
  /** The kind, or "none". */
  expected: string;
}

export interface RecognisedScore {
  rows: number;
  /** Of the messages of a kind, 0 to 1: those that were found at all, and those under their own name. */
  found: number;
  named: number;
  /** Of the messages of no kind: those that were taken for one. */
  falseAlarms: number;
}

export function judgeRecognised(
  rows: readonly RecognisedRow[],
  recognise: (text: string) => string | null,
): RecognisedScore {
  const judged = rows.map(({ text, expected }) => ({ expected, given: recognise(text) ?? 'none' }));
  const of = judged.filter((one) => one.expected !== 'none');
  const none = judged.filter((one) => one.expected === 'none');
  const share = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((part / whole) * 1_000) / 1_000);
  return {
    rows: rows.length,
    found: share(of.filter((one) => one.given !== 'none').length, of.length),
    named: share(of.filter((one) => one.given === one.expected).length, of.length),
    falseAlarms: share(none.filter((one) => one.given !== 'none').length, none.length),
  };
}
