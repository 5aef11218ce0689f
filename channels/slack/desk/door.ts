// What every way into the desk shares: who may act, which case a thread belongs to, how an act becomes an entry of the
// case, and how one person is told something. Only members of the desk may act; whoever else tries is told so privately.
import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Clock } from '../../../core/clock.ts';
import type { Log } from '../../../core/log.ts';
import type { Attachment } from '../../../models/activity.ts';
import type { Case } from '../../../models/case.ts';
import type { LiveConversation } from '../../../models/case-reader.ts';
import type { Receive } from '../../../models/channel.ts';
import { caseReference } from '../../../models/lane-effects.ts';
import type { LinkStore } from '../../../models/links.ts';
import type { SavedReply } from '../../../models/settings.ts';
import { findCaseOf } from '../find-posted.ts';
import { timeOf } from '../parse.ts';
import type { SlackFile } from '../schema.ts';
import type { DeskPeople } from './people.ts';

/** By then a server that died has been started again, and has found its card. */
const WRITTEN_DOWN_AFTER_MS = 10 * 60_000;

export interface CaseFilter {
  status?: Case['status'][];
  owner?: string;
  overdueAt?: Date;
}

export interface DeskInboundDeps {
  app: App;
  client: WebClient;
  /** The desk's own Slack channel. */
  channel: string;
  isDesk(channel: string): boolean;
  /** Ids of people who may approve and force a release; empty: everybody. */
  leads(): readonly string[];
  /** What people may say with one pick, in the customer's language. */
  savedReplies(): readonly SavedReply[];
  people: DeskPeople;
  links: LinkStore;
  receive: Receive;
  /** At most twenty, the most urgent first. */
  listCases(filter: CaseFilter): Promise<Case[]>;
  readCase(caseId: string): Promise<Case | null>;
  /** Conversations in which the bot speaks and somebody wrote lately, the newest first. */
  listLive(): Promise<LiveConversation[]>;
  keepFiles(files: readonly SlackFile[]): Promise<{ kept: Attachment[]; missed: string[] }>;
  clock: Clock;
  log: Log;
}

export type DeskDoor = ReturnType<typeof createDeskDoor>;

export function createDeskDoor(deps: DeskInboundDeps) {
  const { client, people, links, clock, log } = deps;

  async function whisper(channel: string, user: string, thread: string, text: string): Promise<void> {
    await client.chat
      .postEphemeral({ channel, user, text, ...(thread ? { thread_ts: thread } : {}) })
      .catch((error: unknown) => log.debug('desk.whisper.lost', { error }));
  }

  return {
    ...deps,
    whisper,

    /**
     * The case whose card or thread this is. People may be quicker than we are in writing down which card we posted, above all
     * when the server died in between: what is not known of a young message is read from the message itself.
     */
    caseAt: async (channel: string, ts: string): Promise<string | null> => {
      const here = await links.findHere(thereOf(channel, ts));
      if (here) return here.startsWith('case|') ? here.slice('case|'.length) : null;
      const isYoung = clock.nowMs() - Number(ts) * 1_000 < WRITTEN_DOWN_AFTER_MS;
      return isYoung ? await findCaseOf(client, channel, ts) : null;
    },

    allowed: async (userId: string, channel: string, thread: string): Promise<boolean> => {
      if (await people.mayAct(userId)) return true;
      await whisper(channel, userId, thread, 'Only members of the support desk can do that here.');
      return false;
    },

    actor: async (userId: string) => {
      const leads = deps.leads();
      return { ...(await people.find(userId)), isLead: leads.includes(userId) };
    },

    /** Files that somebody brings, kept; they are told which of them could not be fetched. */
    takeFiles: async (
      files: readonly SlackFile[] | null | undefined,
      { channel, user, thread }: { channel: string; user: string; thread: string },
    ): Promise<{ attachments?: Attachment[] }> => {
      if (!files?.length) return {};
      const { kept, missed } = await deps.keepFiles(files);
      if (missed.length > 0)
        await whisper(channel, user, thread, `I could not fetch ${missed.join(', ')}, so it cannot be passed on.`);
      return kept.length > 0 ? { attachments: kept } : {};
    },

    /** When they did it, by Slack's clock, on which their words are timed, too. */
    doneOn: (stamp: string): Date => (/^\d{1,12}\.\d{1,8}$/.test(stamp) ? timeOf(stamp) : clock.now()),

    act: async (
      caseId: string,
      key: string,
      name: string,
      value: { by: { id: string } } & Record<string, unknown>,
      doneAt = clock.now(),
    ): Promise<void> => {
      await deps.receive(caseReference(caseId), {
        key,
        kind: 'action',
        receivedAt: clock.now(),
        activity: { type: 'event', name, id: key, timestamp: doneAt, from: { id: value.by.id, role: 'user' }, value },
      });
    },
  };
}

export function thereOf(channel: string, ts: string): string {
  return `slack|${channel}|${ts}`;
}
