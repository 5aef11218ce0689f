// One person everywhere: what is kept about them, handed out or taken away. Both are noted; the log does not say whom it was.
import { z } from 'zod';
import type { Clock } from '../../../core/clock.ts';
import type { AdminStore } from '../../../models/admins.ts';
import type { Erasure } from '../../../models/erasure.ts';
import { count, openObject } from '../answers.ts';
import { type AdminRoute, refuse, route } from '../route.ts';

export interface CustomerRoutesDeps {
  store: AdminStore;
  erasure: Erasure;
  clock: Clock;
}

const summaryAnswer = z.object({
  conversations: z.array(z.object({ channel: z.string(), changedAt: z.date() })),
  messages: count,
  turns: count,
  cases: count,
  files: count,
  contacts: count,
});

const rows = z.array(openObject({}));
/** A person's own file: rows as they are kept. */
const fileAnswer = z.object({
  lanes: rows,
  messages: rows,
  turns: rows,
  cases: rows,
  contacts: rows,
  consents: rows,
  attachments: z.array(z.object({ id: z.string(), name: z.string(), bytes: count })),
  reports: rows,
});

const unknown = () => refuse(404, 'customer.unknown', 'Nothing is kept about this person.');

export function customerRoutes({ store, erasure, clock }: CustomerRoutesDeps): AdminRoute[] {
  const note = (who: string, what: string, detail?: string) =>
    store.note({ at: clock.now(), who, what, ...(detail ? { detail } : {}) });
  return [
    route({
      method: 'GET',
      path: '/customers/:key/summary',
      role: 'admin',
      summary: 'How much is kept about one person, without what it says.',
      answer: summaryAnswer,
      run: async ({ params }) => {
        const found = await erasure.find(params.key!);
        if (found.lanes.length + found.contacts.length === 0) throw unknown();
        return {
          conversations: found.lanes.map(({ reference, changedAt }) => ({ channel: reference.channel, changedAt })),
          messages: found.messages.length,
          turns: found.turns.length,
          cases: found.cases.length,
          files: found.attachments.length,
          contacts: found.contacts.length,
        };
      },
    }),
    route({
      method: 'GET',
      path: '/customers/:key',
      role: 'admin',
      summary: 'Everything that is kept about one person, as a file.',
      answer: fileAnswer,
      run: async ({ params, person }) => {
        const found = await erasure.find(params.key!);
        if (found.lanes.length + found.contacts.length === 0) throw unknown();
        await note(person._id, 'exported a customer');
        return Response.json(found, { headers: { 'content-disposition': 'attachment; filename="customer.json"' } });
      },
    }),
    route({
      method: 'DELETE',
      path: '/customers/:key',
      role: 'admin',
      summary: 'Erases one person everywhere: conversations, turns, cases, files, contacts, consent, reports.',
      answer: z.object({ conversations: count }),
      run: async ({ params, person }) => {
        const conversations = await erasure.erase(params.key!);
        if (conversations === 0) throw unknown();
        await note(person._id, 'erased a customer', `${conversations} conversations`);
        return { conversations };
      },
    }),
  ];
}
