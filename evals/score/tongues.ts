// How much of other languages is understood, and how often wrongly: three shares that make one.
import type { Classifier } from '../../agents/classifier/index.ts';
import { readTongue } from '../../dialogs/reading/tongues.ts';

export interface TongueRow {
  language: string;
  text: string;
  intent: string;
}

export interface TongueScore {
  rows: number;
  /** Shares of the rows, 0 to 1. */
  right: number;
  wrong: number;
  silent: number;
}

/** Without a classifier only rules and articles read. */
export function judgeTongues(rows: readonly TongueRow[], classify?: Classifier['classify']): TongueScore {
  const guess = classify && ((english: string) => classify(english).intents[0]!);
  const judged = rows.map(({ language, text, intent }) => {
    const read = readTongue(text, language, guess).map((one) => one.intent as string);
    if (read.length === 0) return intent === 'OUT_OF_SCOPE' ? 'right' : 'silent';
    return read.includes(intent) ? 'right' : 'wrong';
  });
  const share = (verdict: string) => judged.filter((one) => one === verdict).length / Math.max(1, rows.length);
  return { rows: rows.length, right: share('right'), wrong: share('wrong'), silent: share('silent') };
}
