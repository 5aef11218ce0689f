// Slack's Web API as the real SDK meets it: every method answers `ok` or one of Slack's own errors.
import type { Call } from '../shared/serve.ts';
import { scopesFor } from './scopes.ts';
import { faultOfBlocks, faultOfView } from './validate.ts';
import { APP_ID, BOT, BOT_ID, SCOPES, type SlackPost, TEAM, type Workspace } from './workspace.ts';

export type Arguments = Record<string, unknown>;
type Result = Record<string, unknown>;

export class SlackFailure extends Error {}

export interface WebApiDeps {
  workspace: Workspace;
  url(): string;
  tell(event: Record<string, unknown>): void;
  /** A view was opened for somebody. */
  onView(view: Arguments, userId: string): void;
  /** trigger_id → who pressed; each good once, for three seconds. */
  triggers: Map<string, { userId: string; until: number }>;
}

/** The arguments of a call: JSON or a form whose fields may be JSON. */
export function argumentsOf(call: Call): Arguments {
  const type = call.headers['content-type'] ?? '';
  const text = call.body.toString('utf8');
  if (type.includes('json')) return text ? (JSON.parse(text) as Arguments) : {};
  const form = new URLSearchParams(text);
  for (const [name, value] of call.query) if (!form.has(name)) form.set(name, value);
  return Object.fromEntries([...form].map(([name, value]) => [name, /^[[{]/.test(value) ? parse(value) : value]));
}

function parse(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch (error) {
    throw new SlackFailure('invalid_arguments', { cause: error });
  }
}

export function createWebApi({ workspace, tell, onView, triggers, url }: WebApiDeps) {
  const room = (id: unknown) => {
    const found =
      workspace.rooms.get(String(id)) ?? (String(id).startsWith('U') ? workspace.direct(String(id)) : undefined);
    if (!found) throw new SlackFailure('channel_not_found');
    return found;
  };
  const writable = (id: unknown) => {
    const found = room(id);
    if (found.archived) throw new SlackFailure('is_archived');
    if (!found.members.has(BOT.id)) throw new SlackFailure('not_in_channel');
    return found;
  };
  const postOf = (channel: unknown, ts: unknown): SlackPost => {
    const found = workspace.find(room(channel).id, String(ts));
    if (!found) throw new SlackFailure('message_not_found');
    return found;
  };
  const checkSaid = ({ text, blocks }: Arguments) => {
    if (!text && !(blocks as unknown[] | undefined)?.length) throw new SlackFailure('no_text');
    if (String(text ?? '').length > 40_000) throw new SlackFailure('msg_too_long');
    const fault = faultOfBlocks(blocks);
    if (fault) throw new SlackFailure(fault);
  };

  const methods: Record<string, (input: Arguments, granted: readonly string[]) => Result> = {
    'auth.test': () => ({
      url: 'https://stand-in.slack.com/',
      team: 'Stand-in',
      user: BOT.name,
      team_id: TEAM,
      user_id: BOT.id,
      bot_id: BOT_ID,
      is_enterprise_install: false,
    }),
    'api.test': () => ({}),
    'chat.postMessage': (input) => {
      const { id } = writable(input.channel);
      checkSaid(input);
      const post: SlackPost = {
        ts: workspace.nextTs(),
        channel: id,
        user: BOT.id,
        botId: BOT_ID,
        text: String(input.text ?? ''),
        files: [],
        reactions: [],
        ...(input.username ? { username: String(input.username) } : {}),
        ...(input.blocks ? { blocks: input.blocks as unknown[] } : {}),
        // A thread that is gone is no error at Slack: the message lands in the channel.
        ...(input.thread_ts && workspace.find(id, String(input.thread_ts))
          ? { threadTs: String(input.thread_ts) }
          : {}),
        ...(input.metadata ? { metadata: input.metadata } : {}),
      };
      workspace.posts.push(post);
      tell({ what: 'posted', post });
      return { channel: id, ts: post.ts, message: shown(post, true) };
    },
    'chat.update': (input) => {
      const post = postOf(writable(input.channel).id, input.ts);
      if (post.botId !== BOT_ID) throw new SlackFailure('cant_update_message');
      checkSaid(input);
      post.text = String(input.text ?? post.text);
      if (input.blocks) post.blocks = input.blocks as unknown[];
      post.editedTs = workspace.nextTs();
      tell({ what: 'updated', post });
      return { channel: post.channel, ts: post.ts, text: post.text };
    },
    'chat.delete': (input) => {
      const post = postOf(input.channel, input.ts);
      workspace.remove(post.channel, post.ts);
      tell({ what: 'deleted', channel: post.channel, ts: post.ts });
      return { channel: post.channel, ts: post.ts };
    },
    'chat.postEphemeral': (input) => {
      const { id, members } = writable(input.channel);
      if (!members.has(String(input.user))) throw new SlackFailure('user_not_in_channel');
      checkSaid(input);
      const post: SlackPost = {
        ts: workspace.nextTs(),
        channel: id,
        user: BOT.id,
        botId: BOT_ID,
        text: String(input.text ?? ''),
        files: [],
        reactions: [],
        only: String(input.user),
        ...(input.blocks ? { blocks: input.blocks as unknown[] } : {}),
        ...(input.thread_ts ? { threadTs: String(input.thread_ts) } : {}),
      };
      workspace.posts.push(post);
      tell({ what: 'posted', post });
      return { message_ts: post.ts };
    },
    'conversations.history': (input) => {
      const { id } = room(input.channel);
      const found = workspace.posts.filter((post) => post.channel === id && !post.only && !post.threadTs);
      return page(found.reverse(), input);
    },
    'conversations.replies': (input) => {
      const { id } = room(input.channel);
      const ts = String(input.ts);
      if (!workspace.find(id, ts)) throw new SlackFailure('thread_not_found');
      return page(
        workspace.posts.filter((post) => post.channel === id && !post.only && (post.ts === ts || post.threadTs === ts)),
        input,
        true,
      );
    },
    'conversations.info': (input) => {
      const found = room(input.channel);
      return {
        channel: {
          id: found.id,
          name: found.name,
          is_im: found.isDirect,
          is_archived: found.archived,
          is_member: found.members.has(BOT.id),
        },
      };
    },
    'users.conversations': (input) => ({
      channels: [...workspace.rooms.values()]
        .filter(
          (one) =>
            one.members.has(BOT.id) && String(input.types ?? 'public_channel').includes(one.isDirect ? 'im' : 'public'),
        )
        .map(({ id, isDirect }) => ({ id, is_im: isDirect })),
    }),
    'conversations.open': (input) => ({ channel: { id: workspace.direct(String(input.users).split(',')[0]!).id } }),
    'users.info': (input, granted) => {
      const person = workspace.people.get(String(input.user));
      if (!person) throw new SlackFailure('user_not_found');
      return {
        user: {
          id: person.id,
          name: person.name.toLowerCase(),
          real_name: person.name,
          team_id: TEAM,
          is_email_confirmed: person.email !== undefined,
          profile: {
            display_name: person.name,
            real_name: person.name,
            ...(person.email && granted.includes('users:read.email') ? { email: person.email } : {}),
          },
          is_bot: person.isBot ?? false,
          deleted: person.deleted ?? false,
        },
      };
    },
    'users.list': () => ({
      members: [...workspace.people.values()].map(({ id, name }) => ({ id, name, real_name: name })),
    }),
    'usergroups.users.list': (input) => {
      if (input.usergroup !== workspace.group.id) throw new SlackFailure('no_such_subteam');
      return { users: workspace.group.members };
    },
    'views.open': (input) => {
      const trigger = triggers.get(String(input.trigger_id));
      if (!trigger) throw new SlackFailure('invalid_trigger');
      triggers.delete(String(input.trigger_id));
      if (trigger.until < Date.now()) throw new SlackFailure('expired_trigger_id');
      const fault = faultOfView(input.view);
      if (fault) throw new SlackFailure(fault);
      const view = {
        ...(input.view as Arguments),
        id: `V${workspace.nextTs().replace('.', '')}`,
        hash: workspace.nextTs(),
      };
      onView(view, trigger.userId);
      return { view };
    },
    'views.publish': (input) => {
      const fault = faultOfView(input.view);
      if (fault) throw new SlackFailure(fault);
      workspace.homes.set(String(input.user_id), input.view);
      tell({ what: 'home', user: input.user_id, view: input.view });
      return { view: { ...(input.view as Arguments), id: `V${workspace.nextTs().replace('.', '')}` } };
    },
    'reactions.add': (input) => {
      const post = postOf(input.channel, input.timestamp);
      const known = post.reactions.find((one) => one.name === input.name);
      if (known?.users.includes(BOT.id)) throw new SlackFailure('already_reacted');
      if (known) known.users.push(BOT.id);
      else post.reactions.push({ name: String(input.name), users: [BOT.id] });
      tell({ what: 'updated', post });
      return {};
    },
    'reactions.remove': (input) => {
      const post = postOf(input.channel, input.timestamp);
      const known = post.reactions.find((one) => one.name === input.name);
      if (!known?.users.includes(BOT.id)) throw new SlackFailure('no_reaction');
      known.users = known.users.filter((user) => user !== BOT.id);
      tell({ what: 'updated', post });
      return {};
    },
    'files.getUploadURLExternal': (input) => ({ upload_url: `${url()}/upload/${input.filename}`, file_id: 'F0UP' }),
    'files.completeUploadExternal': (input) => ({ files: input.files }),
  };

  function page(posts: SlackPost[], input: Arguments, isThread = false): Result {
    const most = Math.min(Number(input.limit ?? 100), 1_000);
    const oldest = Number(input.oldest ?? 0);
    const latest = Number(input.latest ?? Number.POSITIVE_INFINITY);
    const found = posts.filter((post) => Number(post.ts) > oldest && Number(post.ts) < latest);
    const withMetadata = input.include_all_metadata === true || input.include_all_metadata === 'true';
    const some = isThread && found.length > most ? [found[0]!, ...found.slice(-(most - 1))] : found.slice(0, most);
    return { messages: some.map((post) => shown(post, withMetadata)), has_more: found.length > most };
  }

  return {
    scopes: SCOPES,
    call: (name: string, input: Arguments, granted: readonly string[]): Result => {
      const method = methods[name];
      if (!method) throw new SlackFailure('unknown_method');
      const missing = scopesFor(name, input).find((scope) => !granted.includes(scope));
      if (missing) throw new SlackFailure('missing_scope');
      return method(input, granted);
    },
  };
}

/** A post as the API shows it. */
export function shown(post: SlackPost, withMetadata = false): Record<string, unknown> {
  return {
    type: 'message',
    ts: post.ts,
    text: post.text,
    ...(post.user ? { user: post.user } : {}),
    ...(post.botId ? { bot_id: post.botId, app_id: APP_ID } : {}),
    ...(post.username ? { username: post.username, subtype: 'bot_message' } : {}),
    ...(post.blocks ? { blocks: post.blocks } : {}),
    ...(post.threadTs ? { thread_ts: post.threadTs } : {}),
    ...(post.editedTs ? { edited: { user: post.user, ts: post.editedTs } } : {}),
    ...(post.files.length > 0 ? { files: post.files } : {}),
    ...(post.reactions.length > 0 ? { reactions: post.reactions } : {}),
    ...(withMetadata && post.metadata ? { metadata: post.metadata } : {}),
  };
}
