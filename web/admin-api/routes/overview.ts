// The overview: health, the day in numbers, and what needs somebody.
import { z } from 'zod';
import type { Clock } from '../../../core/clock.ts';
import type { AdminReader } from '../../../models/admin-reader.ts';
import type { AlertStore } from '../../../models/alerts.ts';
import type { CaseReader } from '../../../models/case-reader.ts';
import type { NumbersStore } from '../../../models/numbers.ts';
import { alertAnswer, caseAnswer, caseNumbersAnswer, count, turnNumbersAnswer } from '../answers.ts';
import { type AdminRoute, route } from '../route.ts';

export interface OverviewDeps {
  reader: AdminReader;
  cases: CaseReader;
  numbers: NumbersStore;
  alerts: AlertStore;
  ready(): Promise<{ ok: boolean; reasons: string[] }>;
  clock: Clock;
}

const DAY_MS = 86_400_000;
const MOST_CASES = 50;
const MOST_ALERTS = 20;
const MOST_LETTERS = 100;

const overviewAnswer = z.object({
  health: z.object({ ok: z.boolean(), reasons: z.array(z.string()) }),
  turns: turnNumbersAnswer,
  cases: caseNumbersAnswer,
  open: z.array(caseAnswer),
  alerts: z.array(alertAnswer),
  deadLetters: count,
});

export function overviewRoutes({ reader, cases, numbers, alerts, ready, clock }: OverviewDeps): AdminRoute[] {
  return [
    route({
      method: 'GET',
      path: '/overview',
      role: 'viewer',
      summary: 'Health, today in numbers, open cases, and what needs attention.',
      answer: overviewAnswer,
      run: async () => {
        const today = { from: new Date(clock.nowMs() - DAY_MS), to: new Date(clock.nowMs() + 1_000) };
        const [health, turns, caseNumbers, open, raised, letters] = await Promise.all([
          ready(),
          numbers.turns(today),
          numbers.cases(today),
          cases.list({ status: ['open'] }, MOST_CASES),
          alerts.list(MOST_ALERTS),
          reader.deadLetters(MOST_LETTERS),
        ]);
        const notOver = raised.filter((one) => !one.resolvedAt);
        return { health, turns, cases: caseNumbers, open, alerts: notOver, deadLetters: letters.length };
      },
    }),
  ];
}
