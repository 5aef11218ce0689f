// What people press at the desk, from Slack's payloads to entries of the case: buttons, reactions, forms and a message's
// own menu. A form is the one synchronous answer; what is submitted in it is an entry like any other.
import { plainOf } from '../parse.ts';
import { blockActionsSchema, messageActionSchema, reactionEventSchema, viewSubmissionSchema } from '../schema.ts';
import type { ButtonValue } from './card.ts';
import { listenToCommands } from './commands.ts';
import { createDeskDoor, type DeskDoor, type DeskInboundDeps } from './door.ts';
import {
  assignForm,
  blockForm,
  changeForm,
  type Form,
  holdForm,
  intentForm,
  mergeForm,
  priorityForm,
  readButton,
  readForm,
  resolveForm,
  returnForm,
} from './forms.ts';
import { listenToReplies } from './replies.ts';
import { listenToThreads } from './thread.ts';

const MOVE_BUTTONS: Record<string, string> = {
  'case:claim': 'claim',
  'case:release': 'release',
  'case:reopen': 'reopen',
  'case:dismiss': 'dismiss',
};
const FORMS: Record<string, (value: ButtonValue) => Form> = {
  'case:resolve': resolveForm,
  'case:assign': assignForm,
  'case:return': returnForm,
  'case:change': changeForm,
};
const MORE_FORMS: Record<string, (value: ButtonValue) => Form> = {
  priority: priorityForm,
  hold: holdForm,
  merge: mergeForm,
  block: blockForm,
  'wrong intent': intentForm,
};
const REACTIONS: Record<string, 'claim' | 'resolve'> = { eyes: 'claim', white_check_mark: 'resolve' };
const VERDICTS: Record<string, string> = { 'case:approve': 'approved', 'case:decline': 'declined' };

export function listenAtDesk(deps: DeskInboundDeps): void {
  const door = createDeskDoor(deps);
  listenToThreads(door);
  listenToCommands(door);
  listenToReplies(door);
  listenToReactions(door);
  listenToButtons(door);
  listenToForms(door);
  listenToMenus(door);
}

function listenToReactions(door: DeskDoor): void {
  door.app.event('reaction_added', async ({ body }) => {
    const event = reactionEventSchema.safeParse((body as { event?: unknown }).event);
    const { channel, ts } = event.data?.item ?? {};
    if (!event.success || !channel || !ts || !door.isDesk(channel)) return;
    const { reaction, user, event_ts: stamp } = event.data;
    const what = REACTIONS[reaction];
    const caseId = what ? await door.caseAt(channel, ts) : null;
    if (!what || !caseId || !(await door.allowed(user, channel, ts))) return;
    const by = await door.actor(user);
    const key = `slack:reaction:${ts}:${user}:${stamp}`;
    if (what === 'claim') await door.act(caseId, key, 'desk.move', { what, by }, door.doneOn(stamp));
    else await door.act(caseId, key, 'desk.resolve', { by, code: 'solved' });
  });
}

function listenToButtons(door: DeskDoor): void {
  door.app.action(/^case:/, async ({ body, ack, respond }) => {
    await ack();
    const parsed = blockActionsSchema.safeParse(body);
    if (!parsed.success) return door.log.debug('slack.ignored', { why: 'unreadable button' });
    const { user, actions, trigger_id: trigger, container } = parsed.data;
    const action = actions[0]!;
    if (action.action_id.startsWith('case:say')) return; // replies.ts
    const channel = container?.channel_id ?? parsed.data.channel?.id ?? '';
    const thread = container?.thread_ts ?? container?.message_ts ?? parsed.data.message?.ts ?? '';
    if (!(await door.allowed(user.id, channel, thread))) return;
    const key = `slack:${action.action_ts}:${user.id}`;
    const doneAt = door.doneOn(action.action_ts);
    const more = action.selected_option?.value.split('|');
    const value = more ? { case: more[1] ?? '', epoch: Number(more[2]) } : readButton(action.value);
    if (!value) return;
    const open = more ? MORE_FORMS[more[0]!] : FORMS[action.action_id];
    // The one synchronous answer: a form, made of what stood on the button alone.
    if (open)
      return void (trigger && (await door.client.views.open({ trigger_id: trigger, view: open(value) as never })));
    const by = await door.actor(user.id);
    if (more) {
      if (more[0] !== 'transcript') await door.act(value.case, key, 'desk.label', { by, label: more[0] });
      return;
    }
    if (action.action_id === 'case:undo') {
      await door.act(
        value.case,
        key,
        'desk.undo',
        { by, messageId: ('message' in value && value.message) || '' },
        doneAt,
      );
      // The offer is gone with its time; that it stays would do no harm.
      await respond({ delete_original: true }).catch((error: unknown) => door.log.debug('desk.offer.kept', { error }));
      return;
    }
    const verdict = VERDICTS[action.action_id];
    if (verdict) return door.act(value.case, key, 'desk.decide', { by, verdict });
    const what = MOVE_BUTTONS[action.action_id];
    if (what) await door.act(value.case, key, 'desk.move', { what, by, epoch: value.epoch }, doneAt);
  });
}

function listenToForms(door: DeskDoor): void {
  door.app.view(/^case:/, async ({ body, ack }) => {
    await ack();
    const parsed = viewSubmissionSchema.safeParse(body);
    const read = parsed.success ? readForm(parsed.data) : null;
    if (!parsed.success || !read) return door.log.debug('slack.ignored', { why: 'unreadable form' });
    const { view, user } = parsed.data;
    if (!(await door.people.mayAct(user.id))) return;
    const by = await door.actor(user.id);
    const { fields, value } = read;
    const act = (name: string, given: Record<string, unknown>) =>
      door.act(value.case, `slack:view:${view.id}`, name, { by, ...given });
    const assignTo = async (to: string) => {
      if (to && (await door.people.mayAct(to)))
        return act('desk.move', { what: 'assign', to: await door.people.find(to), epoch: value.epoch });
      await door.whisper(door.channel, user.id, '', 'Only members of the support desk can have a case.');
    };
    const mergeInto = async (into: string) => {
      if (await door.readCase(into)) return act('desk.merge', { into });
      await door.whisper(door.channel, user.id, '', `There is no case ${into.slice(0, 40)}, so nothing was merged.`);
    };
    switch (view.callback_id) {
      case 'case:resolve':
        return act('desk.resolve', fields);
      case 'case:return':
        return act('desk.resolve', { ...fields, code: 'returned', returnToBot: true });
      case 'case:priority':
        return act('desk.priority', fields);
      case 'case:intent':
        return act('desk.label', { label: 'wrong intent', right: fields.right });
      case 'case:hold':
        return act('desk.hold', {
          ...(fields.until ? { until: new Date(Number(fields.until) * 1000).toISOString() } : {}),
          ...(fields.event ? { event: fields.event } : {}),
        });
      case 'case:merge':
        return mergeInto((fields.into ?? '').trim().toUpperCase());
      case 'case:block':
        return act('desk.block', { reason: fields.reason ?? '', days: Number(fields.days) });
      case 'case:change':
        return act('desk.decide', { verdict: 'changed', amount: Number((fields.amount ?? '').replace(',', '.')) });
      case 'case:assign':
        return assignTo(fields.to ?? '');
      case 'case:say':
        return act('desk.send', { text: fields.text ?? '', messageId: '' });
    }
  });
}

/** «Send to customer» and «Undo», from a message's own menu. */
function listenToMenus(door: DeskDoor): void {
  door.app.shortcut(/^case_(send|undo)$/, async ({ body, ack }) => {
    await ack();
    const parsed = messageActionSchema.safeParse(body);
    if (!parsed.success || !door.isDesk(parsed.data.channel.id)) return;
    const { message, user, action_ts: at, channel, callback_id: what } = parsed.data;
    const thread = message.thread_ts ?? message.ts;
    const caseId = await door.caseAt(channel.id, thread);
    if (!caseId || !(await door.allowed(user.id, channel.id, thread))) return;
    const by = await door.actor(user.id);
    const key = `slack:${at}:${user.id}`;
    if (what === 'case_undo') return door.act(caseId, key, 'desk.undo', { by, messageId: message.ts });
    const text = plainOf(message.text ?? '', { botUserId: '' }).replace(/^\s*(!|note:|internal:|intern:)\s*/i, '');
    const files = await door.takeFiles(message.files, { channel: channel.id, user: user.id, thread });
    await door.act(caseId, key, 'desk.send', { by, text, messageId: message.ts, ...files }, door.doneOn(at));
  });
}
