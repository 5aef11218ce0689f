// What people do in the workspace: they write, edit, press, react, fill in forms; the app is told as Slack tells it.
import type { Faults } from '../shared/faults.ts';
import { ANSWER_WITHIN_MS, createDelivery } from './delivery.ts';
import { shown } from './web-api.ts';
import { APP_ID, BOT, type SlackPost, TEAM, type Workspace } from './workspace.ts';

export interface PeopleDeps {
  workspace: Workspace;
  requestUrl(): string;
  signingSecret: string;
  faults: Faults;
  tell(event: Record<string, unknown>): void;
  url(): string;
  triggers: Map<string, { userId: string; until: number }>;
  retryAfterMs?: readonly number[];
}

export type SlackPeople = ReturnType<typeof createPeople>;

export function createPeople(deps: PeopleDeps) {
  const { workspace } = deps;
  const views = new Map<string, { view: Record<string, unknown>; userId: string }>();
  const { deliver, interact, post, next } = createDelivery(deps);

  const personOf = (id: string) => {
    const person = workspace.people.get(id);
    if (!person) throw new Error(`nobody is called ${id}`);
    return { id, name: person.name.toLowerCase(), username: person.name.toLowerCase(), team_id: TEAM };
  };

  function eventOf(made: SlackPost): Record<string, unknown> {
    const room = workspace.rooms.get(made.channel)!;
    return { ...shown(made), channel: made.channel, channel_type: room.isDirect ? 'im' : 'channel', event_ts: made.ts };
  }

  return {
    /** Writes as a person. `to`: a channel's id, or `dm` for the app's direct messages. */
    write: async (input: {
      user: string;
      to: string;
      text: string;
      threadTs?: string;
      file?: { name: string; type: string; base64: string };
    }) => {
      personOf(input.user);
      const room = input.to === 'dm' ? workspace.direct(input.user) : workspace.rooms.get(input.to);
      if (!room) throw new Error(`there is no channel ${input.to}`);
      const files = input.file ? [keepFile(input.file)] : [];
      const made: SlackPost = {
        ts: workspace.nextTs(),
        channel: room.id,
        user: input.user,
        text: input.text,
        files,
        reactions: [],
        ...(input.threadTs ? { threadTs: input.threadTs } : {}),
      };
      workspace.posts.push(made);
      deps.tell({ what: 'posted', post: made });
      const event = { ...eventOf(made), ...(files.length > 0 ? { subtype: 'file_share' } : {}) };
      const delivered = await deliver(event);
      // In a channel a mention comes twice: as a message, and as a mention.
      if (!room.isDirect && input.text.includes(`<@${BOT.id}>`)) await deliver({ ...event, type: 'app_mention' });
      return { ts: made.ts, channel: made.channel, ...delivered };
    },
    edit: async (input: { channel: string; ts: string; text: string }) => {
      const made = workspace.find(input.channel, input.ts);
      if (!made) throw new Error('there is no such message');
      const before = shown(made);
      made.text = input.text;
      made.editedTs = workspace.nextTs();
      deps.tell({ what: 'updated', post: made });
      const room = workspace.rooms.get(made.channel)!;
      return deliver({
        type: 'message',
        subtype: 'message_changed',
        hidden: true,
        channel: made.channel,
        channel_type: room.isDirect ? 'im' : 'channel',
        ts: made.editedTs,
        event_ts: made.editedTs,
        message: shown(made),
        previous_message: before,
      });
    },
    remove: async (input: { channel: string; ts: string }) => {
      const made = workspace.find(input.channel, input.ts);
      if (!made) throw new Error('there is no such message');
      workspace.remove(made.channel, made.ts);
      deps.tell({ what: 'deleted', channel: made.channel, ts: made.ts });
      const room = workspace.rooms.get(made.channel)!;
      const ts = workspace.nextTs();
      return deliver({
        type: 'message',
        subtype: 'message_deleted',
        hidden: true,
        channel: made.channel,
        channel_type: room.isDirect ? 'im' : 'channel',
        ts,
        event_ts: ts,
        deleted_ts: made.ts,
        previous_message: shown(made),
      });
    },
    react: async (input: { user: string; channel: string; ts: string; name: string }) => {
      const made = workspace.find(input.channel, input.ts);
      if (!made) throw new Error('there is no such message');
      made.reactions.push({ name: input.name, users: [input.user] });
      deps.tell({ what: 'updated', post: made });
      return deliver({
        type: 'reaction_added',
        user: input.user,
        reaction: input.name,
        item_user: made.user,
        event_ts: workspace.nextTs(),
        item: { type: 'message', channel: made.channel, ts: made.ts },
      });
    },
    /** Presses a button (by its action id) of a message; for a menu, `option` is the option's value. */
    press: async (input: { user: string; channel: string; ts: string; action: string; option?: string }) => {
      const made = workspace.findFor(input.user, input.channel, input.ts);
      if (!made) throw new Error('there is no such message');
      const elements = ((made.blocks ?? []) as { block_id?: string; elements?: Record<string, unknown>[] }[]).flatMap(
        (block) => (block.elements ?? []).map((element) => ({ block_id: block.block_id, ...element })),
      );
      const element = elements.find((one) => (one as { action_id?: string }).action_id === input.action) as
        | Record<string, unknown>
        | undefined;
      if (!element) throw new Error(`there is no button ${input.action} on this message`);
      const trigger = next('trigger.');
      deps.triggers.set(trigger, { userId: input.user, until: Date.now() + ANSWER_WITHIN_MS });
      const chosen = (element.options as { value: string }[] | undefined)?.find(
        (one) => one.value === input.option || one.value.split('|')[0] === input.option,
      );
      return interact({
        type: 'block_actions',
        api_app_id: APP_ID,
        team: { id: TEAM, domain: 'stand-in' },
        user: personOf(input.user),
        channel: { id: made.channel, name: workspace.rooms.get(made.channel)!.name },
        message: shown(made),
        container: {
          type: 'message',
          message_ts: made.ts,
          channel_id: made.channel,
          is_ephemeral: made.only !== undefined,
          ...(made.threadTs ? { thread_ts: made.threadTs } : {}),
        },
        trigger_id: trigger,
        response_url: `${deps.url()}/response/${next('R')}`,
        actions: [
          {
            type: element.type,
            action_id: input.action,
            block_id: element.block_id,
            action_ts: workspace.nextTs(),
            ...(element.text === undefined ? {} : { text: element.text }),
            ...(element.value === undefined ? {} : { value: element.value }),
            ...(chosen ? { selected_option: chosen } : {}),
          },
        ],
      });
    },
    /** Submits the form that is open for somebody, or this one. */
    submit: async (input: { user: string; viewId?: string; fields: Record<string, string> }) => {
      const found = input.viewId
        ? views.get(input.viewId)
        : [...views.values()].findLast((one) => one.userId === input.user);
      if (!found) throw new Error('no form is open');
      const values: Record<string, Record<string, unknown>> = {};
      for (const block of (found.view.blocks ?? []) as {
        block_id?: string;
        element?: { type: string; action_id: string };
      }[]) {
        const { element, block_id: id } = block;
        const given = id ? input.fields[id] : undefined;
        if (!id || !element || given === undefined) continue;
        const value =
          element.type === 'static_select'
            ? { selected_option: { value: given } }
            : element.type === 'users_select'
              ? { selected_user: given }
              : element.type === 'datetimepicker'
                ? { selected_date_time: Number(given) }
                : { value: given };
        values[id] = { [element.action_id]: { type: element.type, ...value } };
      }
      views.delete(String(found.view.id));
      deps.tell({ what: 'form.closed', user: found.userId, view: found.view.id });
      return interact({
        type: 'view_submission',
        team: { id: TEAM },
        user: personOf(input.user),
        api_app_id: APP_ID,
        view: { ...found.view, state: { values } },
      });
    },
    /** Closes a form without submitting it. */
    dismiss: (input: { viewId: string }) => {
      views.delete(input.viewId);
    },
    command: async (input: { user: string; channel: string; command: string; text: string }) => {
      const trigger = next('trigger.');
      deps.triggers.set(trigger, { userId: input.user, until: Date.now() + ANSWER_WITHIN_MS });
      const body = new URLSearchParams({
        command: input.command,
        text: input.text,
        user_id: input.user,
        user_name: personOf(input.user).name,
        team_id: TEAM,
        channel_id: input.channel,
        trigger_id: trigger,
        response_url: `${deps.url()}/response/${next('R')}`,
      }).toString();
      return { ...(await post(body, 'application/x-www-form-urlencoded')), retries: 0 };
    },
    /** A message's own menu. */
    shortcut: async (input: { user: string; channel: string; ts: string; callbackId: string }) => {
      const made = workspace.find(input.channel, input.ts);
      if (!made) throw new Error('there is no such message');
      return interact({
        type: 'message_action',
        callback_id: input.callbackId,
        team: { id: TEAM },
        user: personOf(input.user),
        channel: { id: made.channel },
        message: shown(made),
        action_ts: workspace.nextTs(),
        trigger_id: next('trigger.'),
      });
    },
    /** The forms that are open, for whom. */
    forms: () => [...views.values()],
    openView: (view: Record<string, unknown>, userId: string) => {
      views.set(String(view.id), { view, userId });
      deps.tell({ what: 'form', user: userId, view });
    },
    /** Somebody's account ends. */
    deactivate: (input: { user: string }) => {
      const person = workspace.people.get(input.user);
      if (person) person.deleted = true;
      return deliver({
        type: 'user_change',
        user: { ...personOf(input.user), deleted: true },
        event_ts: workspace.nextTs(),
      });
    },
    home: (input: { user: string }) =>
      deliver({
        type: 'app_home_opened',
        user: input.user,
        channel: workspace.direct(input.user).id,
        tab: 'home',
        event_ts: workspace.nextTs(),
      }),
  };

  function keepFile(file: { name: string; type: string; base64: string }) {
    const id = next('F');
    const content = Buffer.from(file.base64, 'base64');
    workspace.files.set(id, { content, type: file.type, name: file.name });
    return {
      id,
      name: file.name,
      mimetype: file.type,
      size: content.length,
      url_private_download: `${deps.url()}/files/${id}/${encodeURIComponent(file.name)}`,
    };
  }
}
