// What people do at the desk, from Slack's payloads to entries of the case: words in a thread, buttons, reactions, forms.
// Only members of the desk may act; whoever else tries is told so privately.
import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Clock } from '../../../core/clock.ts';
import type { Log } from '../../../core/log.ts';
import type { Attachment } from '../../../models/activity.ts';
import type { Case } from '../../../models/case.ts';
import type { Receive } from '../../../models/channel.ts';
import type { LinkStore } from '../../../models/links.ts';
import { ITEM_EVENT, plainOf, timeOf } from '../parse.ts';
import { escapeSlack } from '../render.ts';
import {
  blockActionsSchema,
  commandSchema,
  envelopeSchema,
  type MessageEvent,
  messageActionSchema,
  messageEventSchema,
  reactionEventSchema,
  type SlackFile,
  type SlashCommand,
  viewSubmissionSchema,
} from '../schema.ts';
import type { ButtonValue } from './card.ts';
import { assignForm, type Form, holdForm, priorityForm, readButton, readForm, resolveForm } from './forms.ts';
import type { DeskPeople } from './people.ts';

export interface DeskInboundDeps {
  app: App;
  client: WebClient;
  channel: string;
  /** Ids of people who may approve and force a release; empty: everybody. */
  leads(): readonly string[];
  people: DeskPeople;
  links: LinkStore;
  receive: Receive;
  /** At most twenty, the most urgent first. */
  listCases(filter: { status?: Case['status'][]; owner?: string; overdueAt?: Date }): Promise<Case[]>;
  keepFiles(files: readonly SlackFile[]): Promise<{ kept: Attachment[]; missed: string[] }>;
  clock: Clock;
  log: Log;
}

const MOVE_BUTTONS: Record<string, string> = {
  'case:claim': 'claim',
  'case:release': 'release',
  'case:return': 'return',
  'case:reopen': 'reopen',
  'case:dismiss': 'dismiss',
};
const FORMS: Record<string, (value: ButtonValue) => Form> = {
  'case:resolve': resolveForm,
  'case:assign': assignForm,
};
const MORE_FORMS: Record<string, (value: ButtonValue) => Form> = { priority: priorityForm, hold: holdForm };
const REACTIONS: Record<string, 'claim' | 'resolve'> = { eyes: 'claim', white_check_mark: 'resolve' };

export function listenAtDesk(deps: DeskInboundDeps): void {
  const { app, client, people, links, clock, log } = deps;

  app.event('message', async ({ body }) => {
    const envelope = envelopeSchema.safeParse(body);
    const event = messageEventSchema.safeParse(envelope.data?.event);
    if (envelope.success && event.success && event.data.channel === deps.channel) await hearThread(event.data);
  });

  async function hearThread(event: MessageEvent): Promise<void> {
    const said = !event.subtype || ['file_share', 'thread_broadcast', 'me_message'].includes(event.subtype);
    // Ours are known by their metadata and bot id; top-level talk in the desk's channel is nobody's case.
    if (!said || !event.user || event.bot_id || event.metadata?.event_type === ITEM_EVENT || !event.thread_ts) return;
    const caseId = await caseAt(event.thread_ts);
    if (!caseId) return;
    if (!(await allowed(event.user, event.thread_ts))) return;
    const { kept, missed } = event.files?.length ? await deps.keepFiles(event.files) : { kept: [], missed: [] };
    if (missed.length > 0)
      await whisper(event.user, event.thread_ts, `I could not fetch ${missed.join(', ')}, so it cannot be passed on.`);
    await deps.receive(referenceOf(caseId), {
      key: `slack:${event.ts}`,
      kind: 'staff',
      receivedAt: clock.now(),
      activity: {
        type: 'message',
        id: event.ts,
        timestamp: timeOf(event.ts),
        from: { ...(await people.find(event.user)), role: 'user' },
        text: plainOf(event.text ?? '', { botUserId: '' }),
        ...(kept.length > 0 ? { attachments: kept } : {}),
      },
    });
  }

  /** `/cases`, `/cases mine`, `/cases open`, `/cases overdue`: seen by the one who asked only. */
  app.command('/cases', async ({ body, ack }) => {
    const command = commandSchema.safeParse(body);
    if (!command.success) return void (await ack());
    if (!(await people.mayAct(command.data.user_id))) {
      await ack({ response_type: 'ephemeral', text: 'Only members of the support desk can do that here.' });
      return;
    }
    await ack({ response_type: 'ephemeral', text: await listCases(command.data) });
  });

  async function listCases({ text, user_id: userId }: SlashCommand): Promise<string> {
    const what = text.trim().toLowerCase() || 'open';
    const taken: Case['status'][] = ['claimed', 'on hold'];
    const filters: Record<string, Parameters<typeof deps.listCases>[0]> = {
      mine: { status: taken, owner: userId },
      open: { status: ['open'] },
      overdue: { status: ['open'], overdueAt: clock.now() },
    };
    const filter = filters[what];
    if (!filter) return 'Try `/cases mine`, `/cases open` or `/cases overdue`.';
    const found = await deps.listCases(filter);
    if (found.length === 0) return `No cases are ${what}.`;
    const lines = found.map(
      (one) =>
        `• *${one.id}* · ${one.priority} · ${escapeSlack(one.intent)} · due <!date^${Math.floor(new Date(one.dueAt).getTime() / 1000)}^{date_short_pretty} {time}|${new Date(one.dueAt).toISOString()}>`,
    );
    return [`*Cases (${what})*`, ...lines].join('\n').slice(0, 3_900);
  }

  app.event('reaction_added', async ({ body }) => {
    const event = reactionEventSchema.safeParse((body as { event?: unknown }).event);
    if (!event.success || event.data.item.channel !== deps.channel || !event.data.item.ts) return;
    const what = REACTIONS[event.data.reaction];
    const caseId = what ? await caseAt(event.data.item.ts) : null;
    if (!what || !caseId || !(await allowed(event.data.user, event.data.item.ts))) return;
    const by = await actor(event.data.user);
    const key = `slack:reaction:${event.data.item.ts}:${event.data.user}:${event.data.event_ts}`;
    if (what === 'claim') await act(caseId, key, 'desk.move', { what, by }, doneOn(event.data.event_ts));
    else await act(caseId, key, 'desk.resolve', { by, code: 'solved' });
  });

  app.action(/^case:/, async ({ body, ack }) => {
    await ack();
    const parsed = blockActionsSchema.safeParse(body);
    if (!parsed.success) return log.debug('slack.ignored', { why: 'unreadable button' });
    const { user, actions, trigger_id: trigger } = parsed.data;
    const action = actions[0]!;
    const thread = parsed.data.container?.message_ts ?? parsed.data.message?.ts ?? '';
    if (!(await allowed(user.id, thread))) return;
    const key = `slack:${action.action_ts}:${user.id}`;
    const doneAt = doneOn(action.action_ts);
    const more = action.selected_option?.value.split('|');
    const value = more ? { case: more[1] ?? '', epoch: Number(more[2]) } : readButton(action.value);
    if (!value) return;
    const open = more ? MORE_FORMS[more[0]!] : FORMS[action.action_id];
    // The one synchronous answer: a form, made of what stood on the button alone.
    if (open) return void (trigger && (await client.views.open({ trigger_id: trigger, view: open(value) as never })));
    const by = await actor(user.id);
    if (more) {
      if (more[0] !== 'transcript') await act(value.case, key, 'desk.label', { by, label: more[0] });
      return;
    }
    const verdict = { 'case:approve': 'approved', 'case:decline': 'declined' }[action.action_id];
    if (verdict) return act(value.case, key, 'desk.decide', { by, verdict });
    const what = MOVE_BUTTONS[action.action_id];
    if (what) await act(value.case, key, 'desk.move', { what, by, epoch: value.epoch }, doneAt);
  });

  app.view(/^case:/, async ({ body, ack }) => {
    await ack();
    const parsed = viewSubmissionSchema.safeParse(body);
    const read = parsed.success ? readForm(parsed.data) : null;
    if (!parsed.success || !read) return log.debug('slack.ignored', { why: 'unreadable form' });
    const { view, user } = parsed.data;
    if (!(await people.mayAct(user.id))) return;
    const by = await actor(user.id);
    const { fields, value } = read;
    const key = `slack:view:${view.id}`;
    if (view.callback_id === 'case:resolve') await act(value.case, key, 'desk.resolve', { by, ...fields });
    if (view.callback_id === 'case:priority')
      await act(value.case, key, 'desk.priority', { by, priority: fields.priority });
    if (view.callback_id === 'case:hold')
      await act(value.case, key, 'desk.hold', { by, until: new Date(Number(fields.until) * 1000).toISOString() });
    if (view.callback_id === 'case:assign' && fields.to)
      await act(value.case, key, 'desk.move', {
        what: 'assign',
        by,
        to: await people.find(fields.to),
        epoch: value.epoch,
      });
  });

  /** «Send to customer», from a message's own menu. */
  app.shortcut('case_send', async ({ body, ack }) => {
    await ack();
    const parsed = messageActionSchema.safeParse(body);
    if (!parsed.success || parsed.data.channel.id !== deps.channel) return;
    const { message, user, action_ts: at } = parsed.data;
    const caseId = await caseAt(message.thread_ts ?? message.ts);
    if (!caseId || !(await allowed(user.id, message.thread_ts ?? message.ts))) return;
    const text = plainOf(message.text ?? '', { botUserId: '' }).replace(/^\s*(!|note:|internal:)\s*/i, '');
    await act(caseId, `slack:${at}:${user.id}`, 'desk.send', { by: await actor(user.id), text, messageId: message.ts });
  });

  async function caseAt(ts: string): Promise<string | null> {
    const here = await links.findHere(thereOf(deps.channel, ts));
    return here?.startsWith('case|') ? here.slice('case|'.length) : null;
  }

  async function allowed(userId: string, thread: string): Promise<boolean> {
    if (await people.mayAct(userId)) return true;
    await whisper(userId, thread, 'Only members of the support desk can do that here.');
    return false;
  }

  async function whisper(user: string, thread: string, text: string): Promise<void> {
    await client.chat
      .postEphemeral({ channel: deps.channel, user, text, ...(thread ? { thread_ts: thread } : {}) })
      .catch((error: unknown) => log.debug('desk.whisper.lost', { error }));
  }

  async function actor(userId: string) {
    const leads = deps.leads();
    return { ...(await people.find(userId)), isLead: leads.length === 0 ? false : leads.includes(userId) };
  }

  function doneOn(stamp: string): Date {
    return /^\d{1,12}\.\d{1,8}$/.test(stamp) ? timeOf(stamp) : clock.now();
  }

  /** `doneAt`: when they did it by Slack's clock, on which their words are timed, too. */
  async function act(
    caseId: string,
    key: string,
    name: string,
    value: Record<string, unknown>,
    doneAt = clock.now(),
  ): Promise<void> {
    await deps.receive(referenceOf(caseId), {
      key,
      kind: 'action',
      receivedAt: clock.now(),
      activity: {
        type: 'event',
        name,
        id: key,
        timestamp: doneAt,
        from: { id: (value.by as { id: string }).id, role: 'user' },
        value,
      },
    });
  }
}

export function thereOf(channel: string, ts: string): string {
  return `slack|${channel}|${ts}`;
}

/** The case's own lane. */
export function referenceOf(caseId: string) {
  return { channel: 'desk', accountId: 'default', nativeId: caseId, customer: { id: 'desk', name: 'Desk' } };
}
