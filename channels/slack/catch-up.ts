// What Slack's webhooks lost: the conversations that were alive lately are read again, and in turn every other place that the
// app is in, where somebody may have begun one; and the threads of open cases, for what colleagues wrote. Only words are looked
// for; a lost press of a button is pressed again.
import type { WebClient } from '@slack/web-api';
import type { ConversationReference } from '../../models/activity.ts';
import type { StaffMember } from '../../models/case.ts';
import type { KnownMessages } from '../../models/caught-up.ts';
import { errorName } from './client.ts';
import type { MessageEvent } from './schema.ts';
import { messageEventSchema } from './schema.ts';

export interface CatchUpDeps {
  client: WebClient;
  accountId: string;
  known: KnownMessages;
  /** The threads of open cases at the desk, and the lane of each case. */
  listDeskThreads(): Promise<DeskThread[]>;
  /** Hears it if it is a customer's and new, or in a case's thread a colleague's; says whether it was. */
  hear(teamId: string, event: MessageEvent, caseLane?: ConversationReference): Promise<boolean>;
  teamId(): Promise<string>;
  /** Tells a case what was found of it: its thread is gone, or its owner's account has ended. */
  act(caseLane: ConversationReference, key: string, name: string, value: object): Promise<void>;
}

/** Slack lets an app read about fifty histories a minute. */
const MOST_PLACES = 40;
const PAGE = 200;
const MOST_PAGES = 5;
const PLACES = 'im,public_channel,private_channel';
/** Threads that were quiet for longer are not looked at. */
const ALIVE_MS = 24 * 3_600_000;

export interface DeskThread {
  channel: string;
  thread: string;
  caseLane: ConversationReference;
  /** Who has the case. */
  owner?: StaffMember;
}

interface Place {
  channel: string;
  thread?: string;
  caseLane?: ConversationReference;
}

export function createSlackCatchUp(deps: CatchUpDeps) {
  const { client } = deps;
  // Workspaces have more places than one pass may read: each pass takes the next ones.
  let turn = 0;

  async function placesToLook(since: Date): Promise<Place[]> {
    const alive = new Date(Math.min(since.getTime(), since.getTime() - ALIVE_MS));
    const recent = (await deps.known.listRecent('slack', deps.accountId, alive, MOST_PLACES / 2)).map(placeOf);
    const known = new Set(recent.filter((place) => !place.thread).map((place) => place.channel));
    const others = (await listPlaces()).filter((channel) => !known.has(channel));
    const most = MOST_PLACES - recent.length;
    const from = others.length > most ? (turn * most) % others.length : 0;
    turn += 1;
    const some = [...others.slice(from), ...others.slice(0, from)].slice(0, most);
    return [...recent, ...some.map((channel) => ({ channel }))];
  }

  async function listPlaces(): Promise<string[]> {
    try {
      const { channels } = await client.users.conversations({ types: PLACES, exclude_archived: true, limit: 1_000 });
      return (channels ?? []).flatMap(({ id }) => (id ? [id] : []));
    } catch (error) {
      // An app that was installed before the scope was asked for still has its recent conversations.
      if (errorName(error) === 'missing_scope') return [];
      throw error;
    }
  }

  async function read({ channel, thread }: Place, since: Date, until: Date): Promise<MessageEvent[]> {
    const span = { channel, oldest: stamp(since), latest: stamp(until), limit: PAGE, include_all_metadata: true };
    const messages: unknown[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES && (page === 0 || cursor); page += 1) {
      const more = { ...span, ...(cursor ? { cursor } : {}) };
      const found = thread
        ? await client.conversations.replies({ ...more, ts: thread })
        : await client.conversations.history(more);
      messages.push(...(found.messages ?? []));
      cursor = found.response_metadata?.next_cursor || undefined;
    }
    const place = { type: 'message', channel, ...(channel.startsWith('D') ? { channel_type: 'im' } : {}) };
    return messages
      .map((message) => messageEventSchema.safeParse({ ...(message as object), ...place }))
      .flatMap((parsed) => (parsed.success ? [parsed.data] : []))
      .filter(({ ts }) => Number(ts) * 1_000 >= since.getTime() && Number(ts) * 1_000 <= until.getTime())
      .sort((one, other) => Number(one.ts) - Number(other.ts));
  }

  /** How many messages were new. Throws when Slack could not be asked for all of it. */
  return async (since: Date, until: Date): Promise<number> => {
    const teamId = await deps.teamId();
    let found = 0;
    const threads = await deps.listDeskThreads();
    for (const place of [...threads, ...(await placesToLook(since))]) {
      const events = await read(place, since, until).catch(async (error: unknown) => {
        if (!GONE.has(errorName(error))) throw error;
        // A case whose card somebody deleted is shown again, though nothing is said in it.
        if (errorName(error) === 'thread_not_found' && place.caseLane)
          await deps.act(place.caseLane, `slack:lost:${place.thread}`, 'desk.lost', {});
        return [];
      });
      for (const event of events) if (await deps.hear(teamId, event, place.caseLane)) found += 1;
    }
    await releaseFor(threads);
    return found;
  };

  /** Whoever's account has ended answers nobody; Slack tells us so, but its word may have been lost. */
  async function releaseFor(threads: readonly DeskThread[]): Promise<void> {
    const owners = new Map(threads.flatMap(({ owner }) => (owner ? [[owner.id, owner] as const] : [])));
    for (const by of owners.values()) {
      if (!(await hasEnded(by.id))) continue;
      for (const { owner, thread, caseLane } of threads)
        if (owner?.id === by.id)
          await deps.act(caseLane, `slack:gone:${by.id}:${thread}`, 'desk.move', { what: 'release', by });
    }
  }

  async function hasEnded(userId: string): Promise<boolean> {
    try {
      const { user } = (await client.users.info({ user: userId })) as { user?: { deleted?: boolean } };
      return user?.deleted === true;
    } catch (error) {
      // An app that may not ask goes by what Slack tells it.
      if (errorName(error) === 'missing_scope' || errorName(error) === 'user_not_found') return false;
      throw error;
    }
  }
}

/** A place that is not there any more has lost nothing. */
const GONE: ReadonlySet<string> = new Set(['channel_not_found', 'thread_not_found', 'not_in_channel', 'is_archived']);

function placeOf({ extras }: ConversationReference): Place {
  return { channel: extras?.channel ?? '', ...(extras?.thread ? { thread: extras.thread } : {}) };
}

function stamp(at: Date): string {
  return (at.getTime() / 1_000).toFixed(6);
}
