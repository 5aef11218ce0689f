// The people who may use these pages: invited by a one-time link, given a role, shut out. One of them is always an admin.
import { z } from 'zod';
import type { Clock } from '../../../core/clock.ts';
import { type AdminPerson, type AdminStore, ROLES } from '../../../models/admins.ts';
import { refusal } from '../answers.ts';
import { personAnswer, shown } from '../person.ts';
import { type AdminRoute, refuse, route } from '../route.ts';
import { email } from '../sign-in.ts';

export interface PeopleRoutesDeps {
  store: AdminStore;
  newLink(person: Pick<AdminPerson, '_id'>): Promise<string>;
  clock: Clock;
}

export function peopleRoutes(deps: PeopleRoutesDeps): AdminRoute[] {
  return [listPeople(deps), invite(deps), renewLink(deps), changePerson(deps)];
}

const listPeople = ({ store }: PeopleRoutesDeps) =>
  route({
    method: 'GET',
    path: '/people',
    role: 'admin',
    summary: 'The people who may use these pages.',
    answer: z.array(personAnswer),
    run: async () => (await store.people()).map(shown),
  });

const invite = ({ store, newLink, clock }: PeopleRoutesDeps) =>
  route({
    method: 'POST',
    path: '/people',
    role: 'admin',
    summary: 'Invites somebody; answers a one-time link for them.',
    answer: personAnswer.extend({ link: z.string() }),
    refusals: { 409: refusal },
    input: z.object({ email, name: z.string().trim().min(1).max(100), role: z.enum(ROLES) }),
    run: async ({ input, person }) => {
      if (await store.find(input.email))
        throw refuse(409, 'person.known', 'There is somebody with this address already.');
      const made: AdminPerson = { _id: input.email, name: input.name, role: input.role, invitedAt: clock.now() };
      await store.put(made);
      await store.note({
        at: clock.now(),
        who: person._id,
        what: 'invited a person',
        detail: `${input.email} as ${input.role}`,
      });
      return { ...shown(made), link: `/admin#link=${await newLink(made)}` };
    },
  });

const renewLink = ({ store, newLink, clock }: PeopleRoutesDeps) =>
  route({
    method: 'POST',
    path: '/people/:email/link',
    role: 'admin',
    summary: 'A new one-time link for somebody whose first one ran out, or who forgot the password.',
    answer: z.object({ link: z.string() }),
    run: async ({ params, person }) => {
      const known = await store.find(params.email!.toLowerCase());
      if (!known || known.disabled) throw refuse(404, 'person.unknown', 'There is nobody with this address.');
      await store.note({ at: clock.now(), who: person._id, what: 'made a sign-in link', detail: known._id });
      return { link: `/admin#link=${await newLink(known)}` };
    },
  });

const changePerson = ({ store, clock }: PeopleRoutesDeps) =>
  route({
    method: 'PUT',
    path: '/people/:email',
    role: 'admin',
    summary: "Changes somebody's role, or shuts them out; they are signed out.",
    answer: personAnswer,
    refusals: { 409: refusal },
    input: z.object({ role: z.enum(ROLES).optional(), disabled: z.boolean().optional() }),
    run: async ({ input, params, person }) => {
      const known = await store.find(params.email!.toLowerCase());
      if (!known) throw refuse(404, 'person.unknown', 'There is nobody with this address.');
      const after: AdminPerson = {
        ...known,
        ...(input.role ? { role: input.role } : {}),
        ...(input.disabled === undefined ? {} : { disabled: input.disabled }),
      };
      const admins = (await store.people()).filter(
        (one) => one._id !== known._id && one.role === 'admin' && !one.disabled && one.password,
      );
      if ((after.role !== 'admin' || after.disabled) && admins.length === 0)
        throw refuse(409, 'person.last', 'Somebody must remain who is an admin.');
      await store.put(after);
      await store.closeSessionsOf(known._id);
      await store.note({
        at: clock.now(),
        who: person._id,
        what: 'changed a person',
        detail: `${known._id}: ${after.role}${after.disabled ? ', shut out' : ''}`,
      });
      return shown(after);
    },
  });
