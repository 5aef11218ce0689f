// Alerts, and who looks after them; and the audit log, in which this is noted like every other act.
import { z } from 'zod';
import type { Clock } from '../../../core/clock.ts';
import type { AdminStore } from '../../../models/admins.ts';
import type { AlertStore } from '../../../models/alerts.ts';
import { alertAnswer, done } from '../answers.ts';
import { type AdminRoute, refuse, route } from '../route.ts';

export interface AlertRoutesDeps {
  store: AdminStore;
  alerts: AlertStore;
  clock: Clock;
}

const MOST_ALERTS = 100;

const auditAnswer = z.array(
  z.object({ at: z.date(), who: z.string(), what: z.string(), detail: z.string().optional() }),
);

export function alertRoutes({ store, alerts, clock }: AlertRoutesDeps): AdminRoute[] {
  return [
    route({
      method: 'GET',
      path: '/alerts',
      role: 'viewer',
      summary: 'Alerts, newest first.',
      answer: z.array(alertAnswer),
      run: () => alerts.list(MOST_ALERTS),
    }),
    route({
      method: 'POST',
      path: '/alerts/:id/acknowledge',
      role: 'operator',
      summary: 'Somebody looks after it.',
      answer: done,
      run: async ({ params, person }) => {
        if (!(await alerts.acknowledge(params.id!, person._id, clock.now())))
          throw refuse(404, 'alert.unknown', 'There is no such alert.');
        await store.note({
          at: clock.now(),
          who: person._id,
          what: 'acknowledged an alert',
          detail: params.id!,
        });
        return { ok: true as const };
      },
    }),
    route({
      method: 'GET',
      path: '/audit',
      role: 'admin',
      summary: 'Who did what, newest first.',
      input: z.object({
        before: z.iso.datetime().optional(),
        limit: z.coerce.number().int().min(1).max(500).default(100),
      }),
      answer: auditAnswer,
      run: ({ input }) => store.audit(input.limit, input.before ? new Date(input.before) : undefined),
    }),
  ];
}
