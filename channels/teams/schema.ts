// What we read of a Bot Framework activity; everything else it carries is let through unread.
import { z } from 'zod';

const id = z.string().min(1).max(1_000);
const account = z
  .object({ id, name: z.string().max(300).nullish(), aadObjectId: z.string().max(100).nullish() })
  .loose();

const attachmentSchema = z
  .object({
    contentType: z.string().max(200),
    contentUrl: z.string().max(4_000).nullish(),
    name: z.string().max(300).nullish(),
    content: z.unknown().optional(),
  })
  .loose();
export type TeamsAttachment = z.infer<typeof attachmentSchema>;

export const activitySchema = z
  .object({
    type: z.string().max(60),
    id: id.optional(),
    timestamp: z.string().max(60).nullish(),
    serviceUrl: z.string().max(500),
    channelId: z.string().max(60),
    from: account,
    recipient: account,
    conversation: z
      .object({ id, tenantId: z.string().max(100).nullish(), conversationType: z.string().max(40).nullish() })
      .loose(),
    text: z.string().max(60_000).nullish(),
    textFormat: z.string().max(40).nullish(),
    locale: z.string().max(40).nullish(),
    name: z.string().max(200).nullish(),
    value: z.unknown().optional(),
    replyToId: id.nullish(),
    attachments: z.array(attachmentSchema).max(50).nullish(),
    entities: z
      .array(
        z
          .object({
            type: z.string().max(60),
            text: z.string().max(500).nullish(),
            mentioned: z.object({ id }).loose().nullish(),
          })
          .loose(),
      )
      .max(200)
      .nullish(),
    channelData: z
      .object({ eventType: z.string().max(60).nullish(), tenant: z.object({ id }).loose().nullish() })
      .loose()
      .nullish(),
  })
  .loose();
export type TeamsActivity = z.infer<typeof activitySchema>;

/** What a card's button sends back. */
export const pickSchema = z
  .object({
    frontdeskChoice: z.string().min(1).max(2_000),
    frontdeskShown: z.object({ said: z.string().max(2_000), title: z.string().max(300) }).optional(),
  })
  .loose();
export const invokeSchema = z
  .object({ action: z.object({ data: pickSchema, verb: z.string().max(100).optional() }).loose() })
  .loose();
