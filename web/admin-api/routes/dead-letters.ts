// What could not be handled after all its tries: why, the message itself, and what an operator may do about it. Who reads the
// message is noted as for a transcript, by the conversation, so that erasing a customer finds it.
import { z } from 'zod';
import type { Clock } from '../../../core/clock.ts';
import type { AdminReader } from '../../../models/admin-reader.ts';
import type { AdminStore } from '../../../models/admins.ts';
import type { Receive } from '../../../models/channel.ts';
import { count, done } from '../answers.ts';
import type { NoteReading } from '../readings.ts';
import { type AdminRoute, refuse, route } from '../route.ts';
import { messageAnswer } from './conversations.ts';

export interface DeadLetterRoutesDeps {
  store: AdminStore;
  reader: AdminReader;
  receive: Receive;
  noteReading: NoteReading;
  clock: Clock;
}

const MOST_LETTERS = 200;

const letterAnswer = z.object({
  _id: z.string(),
  laneId: z.string(),
  entries: z.array(z.string()),
  reason: z.string(),
  cause: z.string(),
  detail: z.string().optional(),
  tries: count.optional(),
  at: z.date(),
});

export function deadLetterRoutes(deps: DeadLetterRoutesDeps): AdminRoute[] {
  return [listLetters(deps), readLetter(deps), retryLetter(deps), discardLetter(deps)];
}

const unknown = () => refuse(404, 'letter.unknown', 'There is no such dead letter.');

const listLetters = ({ reader }: DeadLetterRoutesDeps) =>
  route({
    method: 'GET',
    path: '/dead-letters',
    role: 'operator',
    summary: 'What could not be handled after three tries.',
    answer: z.array(letterAnswer),
    run: () => reader.deadLetters(MOST_LETTERS),
  });

const readLetter = ({ reader, noteReading }: DeadLetterRoutesDeps) =>
  route({
    method: 'GET',
    path: '/dead-letters/:id',
    role: 'operator',
    summary: 'One of them with the messages that could not be handled. Reading it is noted.',
    answer: z.object({ letter: letterAnswer, messages: z.array(messageAnswer) }),
    run: async ({ params, person }) => {
      const found = await reader.deadLetter(params.id!);
      if (!found) throw unknown();
      await noteReading(person._id, 'read a dead letter', found.letter.laneId);
      return { letter: found.letter, messages: found.messages };
    },
  });

const retryLetter = ({ store, reader, receive, clock }: DeadLetterRoutesDeps) =>
  route({
    method: 'POST',
    path: '/dead-letters/:id/retry',
    role: 'operator',
    summary: 'Puts the entries back into their conversation.',
    answer: done,
    run: async ({ params, person }) => {
      const found = await reader.deadLetter(params.id!);
      if (!found?.lane || found.messages.length === 0)
        throw refuse(404, 'letter.unknown', 'Nothing of this is kept any more.');
      // Under its own key it would count as a second delivery.
      for (const message of found.messages)
        await receive(found.lane.reference, {
          key: `${message.key}~${clock.nowMs().toString(36)}`,
          kind: 'message',
          activity: message.activity,
          receivedAt: clock.now(),
        });
      await reader.discard(params.id!);
      await store.noteOfLane({
        at: clock.now(),
        who: person._id,
        what: 'retried a dead letter',
        detail: found.letter.laneId,
      });
      return { ok: true as const };
    },
  });

const discardLetter = ({ store, reader, clock }: DeadLetterRoutesDeps) =>
  route({
    method: 'DELETE',
    path: '/dead-letters/:id',
    role: 'operator',
    summary: 'Takes it off the list.',
    answer: done,
    run: async ({ params, person }) => {
      const found = await reader.deadLetter(params.id!);
      if (!found || !(await reader.discard(params.id!))) throw unknown();
      await store.noteOfLane({
        at: clock.now(),
        who: person._id,
        what: 'discarded a dead letter',
        detail: found.letter.laneId,
      });
      return { ok: true as const };
    },
  });
