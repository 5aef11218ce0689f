// Somebody of the house, as the API shows them.
import { z } from 'zod';
import { type AdminPerson, ROLES } from '../../models/admins.ts';

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
