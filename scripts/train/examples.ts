// Where examples come from: our own templates with their slots filled, and rows of the development data, of which only
// those whose licence allows it may leave numbers behind.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INTENTS, type Intent } from '../../models/turn.ts';

export interface Example {
  text: string;
  intent: number;
}

export interface Row {
  text: string;
  intent: Intent;
  alt?: Intent[];
  source: string;
}

const FILLERS: Record<string, string[]> = {
  order: ['ORD-12345', 'ord 20077'],
  product: ['headphones', 'speaker', 'watch', 'kettle', 'camera'],
  money: ['$89.99', '45 euros'],
  place: ['LA', 'Berlin', 'Canada'],
};

/** Weights trained on these may ship (the data's own reading of their licences). */
const CLEAN =
  /^(bitext|clinc150|multidogo|banking77|hwu64|dialogflow-smalltalk|ms-chitchat|ms-escalate|carbon|rasa-nlu-data|rasa-nlu-retail)/;

export function isClean(row: Pick<Row, 'source'>): boolean {
  return CLEAN.test(row.source);
}

export function readTemplates(): Example[] {
  const folder = join(import.meta.dirname, '../../agents/classifier/templates');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => {
      const intent = INTENTS.indexOf(name.replace('.txt', '').toUpperCase().replaceAll('-', '_') as Intent);
      if (intent < 0) throw new Error(`${name} is not named after an intent`);
      const lines = readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '');
      return lines.flatMap((line) => fill(line.trim()).map((text) => ({ text, intent })));
    });
}

/** A line once for each value of its slot, or once if it has none. */
function fill(line: string): string[] {
  const slot = /\{(\w+)\}/.exec(line)?.[1];
  if (!slot) return [line];
  return (FILLERS[slot] ?? [slot]).flatMap((value) => fill(line.replace(`{${slot}}`, value)));
}

export function readRows(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const row = JSON.parse(line) as Omit<Row, 'alt'> & { alt?: Intent | Intent[] };
      const alt = row.alt === undefined || row.alt === null ? [] : Array.isArray(row.alt) ? row.alt : [row.alt];
      return { ...row, alt };
    });
}
