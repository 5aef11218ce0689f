// Questions that the bot had no answer to, grouped by what they are about: the raw material of the next article. Shown to
// the desk's own people only, with secrets and addresses taken out.
import { maskSecrets } from '../core/mask.ts';
import type { Message } from './lane.ts';
import type { Models } from './schemas.ts';
import { SURE_FROM, type TurnRecord } from './turn.ts';

export interface QuestionGroup {
  /** The words that most of them share, the most telling first. */
  about: string[];
  count: number;
  intent: string;
  language: string;
  examples: string[];
  lastAt: Date;
}

export interface UnansweredReader {
  groups(from: Date, to: Date, limit: number): Promise<QuestionGroup[]>;
}

export interface Question {
  text: string;
  intent: string;
  language: string;
  at: Date;
}

const MOST_TURNS = 2_000;
/** Two questions are about the same when they share this much of their words. */
const ALIKE = 0.34;
const FILLERS = new Set(
  'a about an and any are be can could do does for from get have help hello hi how i if in is it me my need not of on or our please so some tell that the there this to want was what when where which who why will with would you your und oder ich der die das ein eine ist wie wo was kann mein meine bitte el la los las un una como donde que es mi por para le les des une est mon ma comment ou je vous pour'.split(
    ' ',
  ),
);

export function createUnansweredReader(models: Models): UnansweredReader {
  return {
    groups: async (from, to, limit) => {
      const turns = (await models.turns.collection
        .find(
          {
            at: { $gte: from, $lt: to },
            outcome: { $in: ['settled', 'asked', 'escalated', 'poison'] },
            $or: [
              { 'intents.0.intent': 'OUT_OF_SCOPE' },
              { 'intents.0.confidence': { $lt: SURE_FROM } },
              { outcome: 'poison' },
              { 'tools.outcome': 'failed' },
            ],
          },
          { sort: { at: -1 }, limit: MOST_TURNS },
        )
        .toArray()) as unknown as TurnRecord[];
      const rows = (await models.messages.collection
        .find(
          {
            $or: [{ _id: null }, ...turns.map((turn) => ({ laneId: turn.laneId, key: { $in: turn.entries } }))],
          } as never,
          { projection: { laneId: 1, key: 1, 'activity.text': 1 } },
        )
        .toArray()) as unknown as Message[];
      const textOf = new Map(rows.map((row) => [`${row.laneId} ${row.key}`, row.activity.text ?? '']));
      const questions = turns.map((turn) => ({
        text: turn.entries.map((key) => textOf.get(`${turn.laneId} ${key}`) ?? '').join(' '),
        intent: turn.intents[0]?.intent ?? 'OUT_OF_SCOPE',
        language: turn.language,
        at: turn.at,
      }));
      return groupQuestions(questions).slice(0, limit);
    },
  };
}

/** The biggest groups first; a question that is like no other is a group of one. */
export function groupQuestions(questions: readonly Question[]): QuestionGroup[] {
  const groups: { words: Map<string, number>; questions: Question[] }[] = [];
  for (const question of questions) {
    const words = wordsOf(question.text);
    if (words.size === 0) continue;
    const home = groups
      .filter((group) => group.questions[0]!.language === question.language)
      .map((group) => ({ group, likeness: likenessOf(words, group) }))
      .sort((one, other) => other.likeness - one.likeness)[0];
    const group = home && home.likeness >= ALIKE ? home.group : { words: new Map<string, number>(), questions: [] };
    if (group.questions.length === 0) groups.push(group);
    group.questions.push(question);
    for (const word of words) group.words.set(word, (group.words.get(word) ?? 0) + 1);
  }
  return groups
    .map(({ words, questions: list }) => ({
      about: [...words]
        .sort((one, other) => other[1] - one[1])
        .slice(0, 4)
        .map(([stem]) => spelled(stem, list)),
      count: list.length,
      intent: list[0]!.intent,
      language: list[0]!.language,
      examples: [...new Set(list.map((one) => shown(one.text)))].slice(0, 5),
      lastAt: list[0]!.at,
    }))
    .sort((one, other) => other.count - one.count);
}

/** Shared words of all words, counted by how many of the group use them. */
function likenessOf(words: ReadonlySet<string>, group: { words: Map<string, number>; questions: unknown[] }): number {
  let shared = 0;
  let typical = 0;
  for (const [word, count] of group.words) {
    const weight = count / group.questions.length;
    if (words.has(word)) shared += weight;
    typical += weight;
  }
  return shared / Math.max(1, (words.size + typical) / 2);
}

function wordsOf(text: string): Set<string> {
  return new Set(
    plainWordsOf(text)
      .map(stemOf)
      .filter((word) => word.length > 2),
  );
}

function plainWordsOf(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter((word) => !FILLERS.has(word));
}

function stemOf(word: string): string {
  return word.replace(/(ing|es|s|e)$/, '');
}

/** As people write it, in its shortest form; alike is what has the same stem. */
function spelled(stem: string, questions: readonly Question[]): string {
  const written = questions.flatMap(({ text }) => plainWordsOf(text).filter((word) => stemOf(word) === stem));
  return written.sort((one, other) => one.length - other.length)[0] ?? stem;
}

/** Without what tells who asked. */
function shown(text: string): string {
  return maskSecrets(text)
    .replace(/[\w.+-]+@[\w-]+\.[\w.]+/g, '[e-mail]')
    .replace(/\+?\d[\d ()-]{6,}\d/g, '[number]')
    .slice(0, 200);
}
