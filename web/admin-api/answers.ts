// Shapes that more than one route answers with. What a route's function returns is held to its shape by the compiler, what
// goes out by the tests, which read it in the OpenAPI document.
import { z } from 'zod';
import { type AdminPerson, ROLES } from '../../models/admins.ts';
import { PRIORITIES } from '../../models/turn.ts';

/** It was done, and there is nothing else to say. */
export const done = z.object({ ok: z.literal(true) });

/** Every refusal says what it is about in one stable word, and in a sentence for people. */
export const refusal = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    id: z.string().optional().describe('Stands in the log, too.'),
  }),
});

/** An object that may have more fields than are named; those are not promised. */
export function openObject<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape> {
  return z.looseObject(shape) as unknown as z.ZodObject<Shape>;
}

export const count = z.number().int().min(0);
export const priority = z.enum(PRIORITIES);
export const staff = z.object({ id: z.string(), name: z.string() });

/** Where a conversation is; what its network needs besides stays as it came. */
export const conversationReference = openObject({
  channel: z.string(),
  accountId: z.string(),
  nativeId: z.string(),
  customer: openObject({ id: z.string(), name: z.string().optional() }),
});

/** A case as people see it; what its timers and words on their way keep besides is not promised. */
export const caseAnswer = openObject({
  id: z.string(),
  status: z.enum(['open', 'claimed', 'on hold', 'resolved', 'returned']),
  reason: z.string(),
  priority,
  intent: z.string(),
  language: z.string(),
  summary: z.string(),
  conversation: conversationReference,
  openedAt: z.date(),
  dueAt: z.date(),
  owner: staff.nullable(),
  recent: z.array(openObject({ text: z.string() })),
  history: z.array(z.object({ at: z.date(), who: z.string(), what: z.string() })),
});

export const personAnswer = z.object({
  email: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  invitedAt: z.date(),
  hasPassword: z.boolean(),
  disabled: z.boolean(),
});

/** Somebody without their password, of which nothing is said but whether there is one. */
export function shown({ _id, name, role, invitedAt, password, disabled }: AdminPerson): z.infer<typeof personAnswer> {
  return { email: _id, name, role, invitedAt, hasPassword: Boolean(password), disabled: disabled ?? false };
}
