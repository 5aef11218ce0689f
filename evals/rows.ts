// Reads a file of rows and the options of an evaluation, and prints its result: a table for people, one JSON object with
// --json.
import { readFileSync } from 'node:fs';

export interface EvalArguments {
  file: string;
  json: boolean;
}

export function readArguments(usage: string): EvalArguments {
  const rest = process.argv.slice(2).filter((one) => one !== '--');
  const file = rest.find((one) => !one.startsWith('--'));
  if (!file) {
    process.stderr.write(`${usage}\n`);
    process.exit(2);
  }
  return { file, json: rest.includes('--json') };
}

export function readRows<Row>(file: string): Row[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line, at) => {
    try {
      return JSON.parse(line) as Row;
    } catch (cause) {
      throw new Error(`${file}:${at + 1} is not a JSON object`, { cause });
    }
  });
}

// Whoever reads only the head of it has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

/** Judges all rows, and those of each language. */
export function byLanguage<Row extends { language: string }, Score>(
  rows: readonly Row[],
  judge: (rows: Row[]) => Score,
): Record<string, Score> {
  const languages = new Set(rows.map((row) => row.language));
  return Object.fromEntries(
    ['all', ...languages].map((name) => [name, judge(rows.filter((row) => name === 'all' || row.language === name))]),
  );
}

export const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
export const print = (line: string) => process.stdout.write(`${line}\n`);
