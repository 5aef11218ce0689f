// What we read of Twilio's requests. Everything is text there.
import { z } from 'zod';

const sid = z.string().regex(/^(SM|MM)[0-9a-f]{32}$/i);
const address = z.string().regex(/^(whatsapp:)?\+?[\w.-]{1,40}$/);

export const inboundSchema = z
  .object({
    MessageSid: sid,
    AccountSid: z.string().max(64),
    From: address,
    To: address,
    Body: z.string().max(10_000).default(''),
    NumMedia: z.coerce.number().int().min(0).max(20).default(0),
    OptOutType: z.enum(['STOP', 'START', 'HELP']).optional(),
    ProfileName: z.string().max(200).optional(),
    FromCountry: z.string().max(8).optional(),
  })
  .loose();
export type Inbound = z.infer<typeof inboundSchema>;

export const statusSchema = z
  .object({
    MessageSid: sid,
    AccountSid: z.string().max(64),
    MessageStatus: z.string().max(40),
    ErrorCode: z.string().max(10).optional(),
    To: address.optional(),
  })
  .loose();
export type Status = z.infer<typeof statusSchema>;
