// What Slack's webhooks lost: the conversations that were alive lately are read again, and in turn every other place that the
// app is in, where somebody may have begun one; and the threads of open cases, for what colleagues wrote. Only words are looked for; a lost press of a button is pressed again.
import type { WebClient } from '@slack/web-api';
import type { ConversationReference } from '../../models/activity.ts';
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
    return [...(await deps.listDeskThreads()), ...recent, ...some.map((channel) => ({ channel }))];
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
    for (const place of await placesToLook(since)) {
      const events = await read(place, since, until).catch((error: unknown) => {
        if (GONE.has(errorName(error))) return [];
        throw error;
      });
      for (const event of events) if (await deps.hear(teamId, event, place.caseLane)) found += 1;
    }
    return found;
  };
}

/** A place that is not there any more has lost nothing. */
const GONE: ReadonlySet<string> = new Set(['channel_not_found', 'thread_not_found', 'not_in_channel', 'is_archived']);

function placeOf({ extras }: ConversationReference): Place {
  return { channel: extras?.channel ?? '', ...(extras?.thread ? { thread: extras.thread } : {}) };
}

function stamp(at: Date): string {
  return (at.getTime() / 1_000).toFixed(6);
}
