// Whether risks are noticed and general questions told apart, on messages that nothing was made with: the floors below what
// docs/answers.md tells.
import assert from 'node:assert/strict';
import { topicOf } from '../../agents/topics.ts';
import { readRisk } from '../../dialogs/reading/risks/index.ts';
import { readRows } from '../../evals/rows.ts';
import { judgeRecognised, type RecognisedRow } from '../../evals/score/recognised.ts';

function rowsOf(file: string): RecognisedRow[] {
  const path = new URL(`../../evals/${file}.jsonl`, import.meta.url).pathname;
  return readRows<{ text: string; risk?: string; topic?: string }>(path).map(({ text, risk, topic }) => ({
    text,
    expected: risk ?? topic ?? 'none',
  }));
}

describe('what is recognised', () => {
  it('risks: nine of ten, in four languages, and few false alarms', () => {
    const { found, named, falseAlarms } = judgeRecognised(rowsOf('risks-unseen'), readRisk);
    assert.ok(found >= 0.87 && named >= 0.83 && falseAlarms <= 0.06, JSON.stringify({ found, named, falseAlarms }));
  });

  it('general questions: nine of ten, and mostly under their own name', () => {
    const { found, named, falseAlarms } = judgeRecognised(rowsOf('topics-unseen'), topicOf);
    assert.ok(found >= 0.88 && named >= 0.86 && falseAlarms <= 0.13, JSON.stringify({ found, named, falseAlarms }));
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
