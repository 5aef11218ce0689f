// What we read of Slack's payloads; everything else they carry is let through unread.
import { z } from 'zod';

const id = z.string().min(1).max(64);
const ts = z.string().regex(/^\d{1,12}\.\d{1,8}$/);

const fileSchema = z.object({
  id,
  name: z.string().max(300).nullish(),
  mimetype: z.string().max(200).nullish(),
  size: z.number().nullish(),
  url_private_download: z.string().max(2000).nullish(),
  url_private: z.string().max(2000).nullish(),
});
export type SlackFile = z.infer<typeof fileSchema>;

const saidSchema = z.object({
  user: id.nullish(),
  bot_id: id.nullish(),
  app_id: id.nullish(),
  text: z.string().max(60_000).nullish(),
  ts,
  thread_ts: ts.nullish(),
  files: z.array(fileSchema).max(50).nullish(),
  edited: z.object({ ts: z.string().max(40) }).nullish(),
  metadata: z.object({ event_type: z.string().max(100).nullish() }).nullish(),
});

export const messageEventSchema = saidSchema.extend({
  type: z.enum(['message', 'app_mention']),
  subtype: z.string().max(60).nullish(),
  channel: id,
  channel_type: z.string().max(20).nullish(),
  event_ts: ts.nullish(),
  hidden: z.boolean().nullish(),
  message: saidSchema.partial({ ts: true }).nullish(),
  previous_message: saidSchema.partial({ ts: true }).nullish(),
  deleted_ts: ts.nullish(),
});
export type MessageEvent = z.infer<typeof messageEventSchema>;

export const reactionEventSchema = z.object({
  type: z.literal('reaction_added'),
  user: id,
  reaction: z.string().max(100),
  event_ts: ts,
  item: z.object({ type: z.string(), channel: id.optional(), ts: ts.optional() }),
});

export const envelopeSchema = z.object({
  type: z.literal('event_callback'),
  team_id: id,
  api_app_id: id.optional(),
  event_id: id.optional(),
  event: z.object({ type: z.string().max(60) }).loose(),
  authorizations: z
    .array(z.object({ user_id: id.nullish(), team_id: id.nullish(), is_bot: z.unknown() }).loose())
    .optional(),
});
export type Envelope = z.infer<typeof envelopeSchema>;

/**
 * Our own workspace. With Slack Connect the envelope may name that of whoever wrote, and one thread would become two
 * conversations; the authorizations name the one that the app is installed in.
 */
export function homeOf({ team_id, authorizations }: Pick<Envelope, 'team_id' | 'authorizations'>): string {
  return authorizations?.find((one) => one.team_id)?.team_id ?? team_id;
}

/** Bolt keeps its clients by team in a plain object: no id may be a name like `constructor`. */
const slackId = z.string().regex(/^[A-Z0-9]{1,64}$/);
const place = z.object({ id: slackId.nullish() }).loose().nullish();

/** Bolt takes a null for something that is there. */
function withoutNulls<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null)) as T;
}

/** What Bolt looks at before any listener does; it trusts that all of it has its kind. */
export const bodySchema = z
  .object({
    type: z.string().max(60).optional(),
    event: z
      .object({
        type: z.string().max(60),
        team: z.union([slackId, z.object({}).loose()]).nullish(),
        team_id: slackId.nullish(),
        enterprise_id: slackId.nullish(),
        subtype: z.string().max(60).nullish(),
        channel: z.union([z.string(), z.object({}).loose()]).nullish(),
        channel_type: z.string().max(20).nullish(),
        user: z.union([z.string(), z.object({}).loose()]).nullish(),
        item: z.object({}).loose().nullish(),
        message: z.object({}).loose().nullish(),
        assistant_thread: z.object({}).loose().nullish(),
      })
      .loose()
      .transform(withoutNulls)
      .optional(),
    team_id: slackId.nullish(),
    enterprise_id: slackId.or(z.literal('')).nullish(),
    authorizations: z
      .array(z.object({ team_id: slackId.nullish(), enterprise_id: slackId.nullish() }).loose())
      .nullish(),
    authed_users: z.array(z.string()).nullish(),
    team: place,
    enterprise: place,
    user: place,
    channel: place,
    view: z.object({}).loose().nullish(),
    actions: z.array(z.object({ action_id: z.string().max(255).nullish() }).loose()).nullish(),
    command: z.string().max(40).optional(),
    // Requests for the options of a menu: we have none, and Bolt takes apart what only they have, whether it is there or not.
    name: z.undefined().optional(),
  })
  .loose()
  .refine((body) => body.type !== 'block_suggestion')
  .transform(withoutNulls);

const actionSchema = z.object({
  action_id: z.string().max(255),
  text: z.object({ text: z.string().max(300) }).nullish(),
  block_id: z.string().max(255).optional(),
  value: z.string().max(2000).nullish(),
  action_ts: z.string().max(40),
  selected_option: z.object({ value: z.string().max(150) }).nullish(),
  selected_user: id.nullish(),
});

export const blockActionsSchema = z.object({
  type: z.literal('block_actions'),
  user: z.object({ id, name: z.string().max(100).nullish(), username: z.string().max(100).nullish() }),
  team: z.object({ id }).nullish(),
  channel: z.object({ id }).nullish(),
  message: z.object({ ts, thread_ts: ts.nullish() }).loose().nullish(),
  container: z
    .object({ message_ts: ts.nullish(), channel_id: id.nullish(), thread_ts: ts.nullish() })
    .loose()
    .nullish(),
  trigger_id: z.string().max(300).nullish(),
  actions: z.array(actionSchema).min(1).max(10),
});
export type BlockActions = z.infer<typeof blockActionsSchema>;

const viewValue = z
  .object({
    value: z.string().max(3000).nullish(),
    selected_option: z.object({ value: z.string().max(150) }).nullish(),
    selected_user: id.nullish(),
    selected_date_time: z.number().nullish(),
  })
  .loose();

export const viewSubmissionSchema = z.object({
  type: z.literal('view_submission'),
  user: z.object({ id, name: z.string().max(100).nullish() }).loose(),
  team: z.object({ id }).loose().nullish(),
  view: z
    .object({
      id,
      callback_id: z.string().max(255),
      private_metadata: z.string().max(3000),
      hash: z.string().max(100).optional(),
      state: z.object({ values: z.record(z.string(), z.record(z.string(), viewValue)) }),
    })
    .loose(),
});
export type ViewSubmission = z.infer<typeof viewSubmissionSchema>;

export const messageActionSchema = z.object({
  type: z.literal('message_action'),
  callback_id: z.string().max(255),
  user: z.object({ id, name: z.string().max(100).nullish() }).loose(),
  team: z.object({ id }).loose().nullish(),
  channel: z.object({ id }).loose(),
  message: z
    .object({
      ts,
      thread_ts: ts.nullish(),
      text: z.string().max(60_000).nullish(),
      user: id.nullish(),
      files: z.array(fileSchema).max(50).nullish(),
    })
    .loose(),
  action_ts: z.string().max(40),
});

export const commandSchema = z.object({
  command: z.string().max(40),
  text: z.string().max(500).default(''),
  user_id: id,
  user_name: z.string().max(100).optional(),
  team_id: id,
  channel_id: id,
  trigger_id: z.string().max(300).optional(),
});
export type SlashCommand = z.infer<typeof commandSchema>;

export const homeOpenedSchema = z.object({ user: id, tab: z.string().max(20).nullish() });

export const userChangeSchema = z.object({
  user: z.object({ id, deleted: z.boolean().nullish() }).loose(),
  event_ts: z.string().max(40).default(''),
});
