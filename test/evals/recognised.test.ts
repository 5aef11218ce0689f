// Whether risks are noticed, general questions told apart and wishes heard, on messages that nothing, or next to nothing, was
// made with: the floors below what docs/answers.md tells.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { topicOf } from '../../agents/topics.ts';
import { readWanted, SURE_FROM } from '../../dialogs/reading/acts.ts';
import { readRisk } from '../../dialogs/reading/risks/index.ts';
import { ruled } from '../../dialogs/reading/ruled-acts.ts';
import { readRows } from '../../evals/rows.ts';
import { type ActRow, judgeActs } from '../../evals/score/acts.ts';
import { judgeRecognised, type RecognisedRow } from '../../evals/score/recognised.ts';

const pathOf = (file: string) => new URL(`../../evals/${file}.jsonl`, import.meta.url).pathname;

function rowsOf(file: string): RecognisedRow[] {
  return readRows<{ text: string; risk?: string; topic?: string }>(pathOf(file)).map(({ text, risk, topic }) => ({
    text,
    expected: risk ?? topic ?? 'none',
  }));
}

describe('what is recognised', () => {
  it('risks: nine of ten, in four languages, and few false alarms', () => {
    const { found, named, falseAlarms } = judgeRecognised(rowsOf('risks-unseen'), readRisk);
    assert.ok(found >= 0.88 && named >= 0.84 && falseAlarms <= 0.04, JSON.stringify({ found, named, falseAlarms }));
  });

  it('general questions: nine of ten, and mostly under their own name', () => {
    const { found, named, falseAlarms } = judgeRecognised(rowsOf('topics-unseen'), topicOf);
    assert.ok(found >= 0.88 && named >= 0.86 && falseAlarms <= 0.13, JSON.stringify({ found, named, falseAlarms }));
  });

  for (const [file, named, surelyWrong] of [
    ['acts-unseen', 0.58, 0.22],
    ['acts-known', 0.75, 0.12],
  ] as const)
    it(`wishes in the middle of a talk: ${file}`, () => {
      const score = judgeActs(readRows<ActRow>(pathOf(file)), readWanted, SURE_FROM);
      assert.ok(score.named >= named && score.surelyWrong <= surelyWrong, JSON.stringify(score));
    });

  it('rules that go before take next to none of its lines for another act', () => {
    const context = {
      classification: { entities: {} },
      state: { lastReply: '', said: [], orderIds: ['ORD-20001'] },
    } as never;
    const folder = new URL('../../agents/classifier/templates/acts/', import.meta.url);
    const taken = readdirSync(folder).flatMap((file) =>
      readFileSync(new URL(file, folder), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .filter((line) => ruled(line, context)?.some(({ act }) => `${act}.txt` !== file))
        .map((line) => `${file}: ${line}`),
    );
    assert.ok(taken.length <= 3, taken.join('\n'));
  });

  it('wishes are judged by whether just they were heard', () => {
    const heard: Record<string, [string, number][]> = {
      a: [['invoice', 0.9]],
      b: [['invoice', 0.9]],
      c: [['invoice', 0.1]],
      e: [
        ['order-status', 0.6],
        ['invoice', 0.6],
      ],
      f: [['invoice', 0.9]],
    };
    const rows: ActRow[] = [
      { text: 'a', act: 'invoice' },
      { text: 'b', act: 'pay-now' },
      { text: 'c', act: 'pay-now' },
      { text: 'd', act: 'pay-now' },
      { text: 'e', act: 'several', all: ['invoice', 'order-status'] },
      { text: 'f', act: null },
    ];
    const hear = (text: string) => (heard[text] ?? []).map(([act, margin]) => ({ act, margin }));
    assert.deepEqual(judgeActs(rows, hear, 0.5), {
      rows: { one: 4, several: 1, none: 1 },
      named: 0.25,
      silent: 0.25,
      surelyWrong: 0.25,
      several: 1,
      falseAlarms: 1,
    });
  });

  it('is judged by three shares', () => {
    const rows = [
      { text: 'a', expected: 'danger' },
      { text: 'b', expected: 'fraud' },
      { text: 'c', expected: 'fraud' },
      { text: 'd', expected: 'none' },
    ];
    const given: Record<string, string> = { a: 'danger', b: 'danger', d: 'legal' };
    assert.deepEqual(
      judgeRecognised(rows, (text) => given[text] ?? null),
      { rows: 4, found: 0.667, named: 0.333, falseAlarms: 1 },
    );
  });
});
