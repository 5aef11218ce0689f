// What may come in at the web door. Unknown fields are dropped; sizes are capped before anything is stored.
import { z } from 'zod';

/** Longest text of one message, in UTF-16 units. */
const MOST_TEXT = 10_000;
const id = z.string().min(1).max(256);
const name = z.string().max(256);

const account = z.object({ id: id.optional(), name: name.optional() });

/** Body of POST …/activities, as Direct Line clients send it. */
export const activityBody = z.object({
  type: z.enum([
    'message',
    'event',
    'typing',
    'endOfConversation',
    'conversationUpdate',
    'messageReaction',
    'invoke',
    'trace',
  ]),
  text: z.string().max(MOST_TEXT, `is longer than ${MOST_TEXT} characters`).optional(),
  locale: z.string().max(35).optional(),
  name: name.optional(),
  from: account.optional(),
  value: z.unknown().optional(),
  channelData: z.object({ clientActivityID: z.string().min(1).max(128).optional() }).optional(),
});

export type ActivityBody = z.infer<typeof activityBody>;

/** Body of POST tokens/generate, tokens/anonymous and conversations; everything in it is optional. */
export const tokenBody = z.object({
  user: account.optional(),
  identityToken: z.string().min(1).max(8_192).optional(),
});

/** What a shop's login says of its visitor. */
export const identityClaims = z.object({
  sub: id,
  email: z.email().max(320).optional(),
  name: name.optional(),
  exp: z.number(),
});

/** What our own token carries. */
export const tokenClaims = z.object({
  conv: id,
  user: id,
  name: name.optional(),
  identity: z.object({ shopCustomerId: id, email: z.string().optional(), name: name.optional() }).optional(),
});

export const watermark = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
