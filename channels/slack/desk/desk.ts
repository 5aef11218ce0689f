// The desk in Slack, as the channel that cases are sent to: one card per case, edited in place for ever after; everything
// else in its thread. At most one message a second leaves for a Slack channel, over all instances.
import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Clock } from '../../../core/clock.ts';
import type { Log } from '../../../core/log.ts';
import type { Attachment } from '../../../models/activity.ts';
import type { Case } from '../../../models/case.ts';
import type { LiveConversation } from '../../../models/case-reader.ts';
import type { Channel, Receive, SendResult } from '../../../models/channel.ts';
import type { OutboxItem } from '../../../models/lane.ts';
import type { LinkStore } from '../../../models/links.ts';
import type { Pace } from '../../../models/pace.ts';
import type { DeskSettings } from '../../../models/settings.ts';
import { PRIORITIES, type Priority } from '../../../models/turn.ts';
import { isFinalNo, MAY_NOT_ASK, NEEDS_ADMIN, post, resultOf } from '../client.ts';
import { findMessage, findPosted } from '../find-posted.ts';
import { ITEM_EVENT } from '../parse.ts';
import type { SlackFile } from '../schema.ts';
import { renderCard } from './card.ts';
import { thereOf } from './door.ts';
import { listenAtDesk } from './inbound.ts';
import { type CustomerSaid, customerOf, noteOf, type Whisper, whisperOf } from './lines.ts';
import { createDeskPeople } from './people.ts';
import { routeOf } from './route.ts';

export interface SlackDeskDeps {
  client: WebClient;
  /** The Slack channel's id. */
  channel: string;
  group?: string;
  /** As they are now: who leads, which channel gets which cases, what may be said with one pick. */
  desk(): Pick<DeskSettings, 'leads' | 'routes' | 'savedReplies'>;
  receive: Receive;
  links: LinkStore;
  pace: Pace;
  keepFiles(files: readonly SlackFile[]): Promise<{ kept: Attachment[]; missed: string[] }>;
  listCases(filter: { status?: Case['status'][]; owner?: string; overdueAt?: Date }): Promise<Case[]>;
  /** The case as it stands, for making a deleted card again. */
  readCase(caseId: string): Promise<Case | null>;
  listLive(): Promise<LiveConversation[]>;
  /** A signed link to a file that a customer sent. */
  linkToFile(attachment: Attachment): string;
  /** A link to the whole conversation, for staff who are signed in. */
  linkToTranscript?(subject: Case): string | null;
  clock: Clock;
  log: Log;
}

export interface SlackDesk extends Channel {
  isDesk(channel: string): boolean;
  /** Hangs the desk's listeners on Bolt's app. */
  listen(app: App): void;
}

const EVERY_MS = 1_000;
/** Slack takes a deleted thread_ts without a word and posts into the channel, so that is checked now and then. */
const TRUST_THREAD_MS = 60_000;
const DELIVERY_SIGN: Record<string, string> = {
  queued: 'hourglass_flowing_sand',
  sent: 'envelope',
  delivered: 'white_check_mark',
  failed: 'warning',
  blocked: 'no_entry_sign',
  internal: 'lock',
};
const CAPABILITIES = {
  maxTextLength: 11_000,
  markdown: true,
  choices: 'buttons',
  attachments: true,
  typing: false,
  edits: true,
  idempotentSends: false,
} as const;

/** What only an admin can set right at the desk: cases wait for it, however long. */
const WAITS_FOR_ADMIN: ReadonlySet<string> = new Set([
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'restricted_action',
]);
/** From here on the waits grow by themselves. */
const ADMIN_WAIT_MS = 1_000;

/** Signs and whispers: nothing that was said waits for one that Slack does not take. */
const NICETIES: ReadonlySet<string> = new Set(['case.delivery', 'case.whisper']);

interface Place {
  channel: string;
  ts: string;
}

export function createSlackDesk(deps: SlackDeskDeps): SlackDesk {
  const { client, links, pace, clock } = deps;
  const checked = new Map<string, number>();
  /** Slack channels that did not take the last message. */
  const suspect = new Set<string>();
  const cardOf = async (caseId: string): Promise<Place | null> => {
    const [, channel, ts] = (await links.findThere(`case|${caseId}`))?.split('|') ?? [];
    return channel && ts ? { channel, ts } : null;
  };

  async function send(caseId: string, item: OutboxItem): Promise<SendResult> {
    const { name, value } = item.activity ?? {};
    try {
      if (name === 'case.card') return await sendCard(item, value as Case);
      const card = await cardOf(caseId);
      if (!card) return { outcome: 'refused', code: 'card.missing', permanent: false, retryAfterMs: 1_000 };
      if (name === 'case.whisper') return await whisper(card, value as Whisper);
      if (name === 'case.delivery') return await react(card, value as { messageId: string; state: string });
      if (name === 'case.note')
        return await sayInThread(caseId, item, card, noteOf(value as { text: string; mention?: string[] }));
      if (name === 'case.customer')
        return await sayInThread(caseId, item, card, customerOf(value as CustomerSaid, deps.linkToFile));
      return { outcome: 'refused', code: 'desk.unknown', permanent: true };
    } catch (error) {
      return resultOf(error);
    }
  }

  async function sendCard(item: OutboxItem, subject: Case): Promise<SendResult> {
    const known = await cardOf(subject.id);
    if (known) {
      const message = renderCard(subject, extras());
      const updated = await post(() => client.chat.update({ ...known, ...message } as never));
      // A card that somebody deleted is made again, once.
      if (updated.outcome !== 'refused' || updated.code !== 'message_not_found') return updated;
    }
    return postCard(item, subject);
  }

  function extras() {
    return { linkTo: deps.linkToTranscript, savedReplies: deps.desk().savedReplies };
  }

  function postCard(item: OutboxItem, subject: Case): Promise<SendResult> {
    const channel = routeOf(subject, deps.desk().routes, deps.channel);
    return postPaced(item, channel, renderCard(subject, extras()), subject, (ts) =>
      links.put({ here: `case|${subject.id}`, there: thereOf(channel, ts) }),
    );
  }

  /**
   * Posts when the channel's slot is free: the most urgent first. While Slack does not take it, the line stays as it is, and
   * whoever is at its head tries once a second. `keep` runs before the item counts as sent.
   */
  async function postPaced(
    item: OutboxItem,
    channel: string,
    message: Record<string, unknown>,
    { id: who, priority }: Pick<Case, 'id' | 'priority'>,
    keep: (ts: string) => Promise<void>,
  ): Promise<SendResult> {
    const place = `slack|${channel}`;
    const urgency = PRIORITIES.length - PRIORITIES.indexOf(priority);
    const claim = { who, rank: `${urgency}|${item.createdAt.toISOString()}` };
    const inLine = async (code: string): Promise<SendResult> => {
      const waitMs = (await pace.take(place, EVERY_MS, clock.now(), claim)) || EVERY_MS;
      return { outcome: 'refused', code, permanent: false, retryAfterMs: waitMs, isPace: true, urgency };
    };
    const waitMs = await pace.take(place, EVERY_MS, clock.now(), claim);
    if (waitMs > 0)
      return { outcome: 'refused', code: 'pace', permanent: false, retryAfterMs: waitMs, isPace: true, urgency };
    if (suspect.has(channel)) {
      // Asked first, so that a message whose fate would be unknown is not even tried. An app that may not ask just tries.
      const asked = await post(() => client.conversations.info({ channel }));
      if (asked.outcome !== 'accepted' && !MAY_NOT_ASK.has(asked.code)) return inLine(asked.code);
    }
    const isCard = item.activity?.name === 'case.card';
    const metadata = { event_type: ITEM_EVENT, event_payload: { id: item.id, ...(isCard ? { case: who } : {}) } };
    const sent = await post(() =>
      client.chat.postMessage({ channel, metadata, unfurl_links: false, unfurl_media: false, ...message } as never),
    );
    if (sent.outcome === 'accepted') {
      suspect.delete(channel);
      await keep(sent.providerId);
      return sent;
    }
    suspect.add(channel);
    if (sent.outcome === 'ambiguous' || (sent.permanent && !WAITS_FOR_ADMIN.has(sent.code))) return sent;
    if (sent.code === 'ratelimited') await pace.hold(place, new Date(clock.nowMs() + (sent.retryAfterMs ?? EVERY_MS)));
    return inLine(sent.code);
  }

  async function sayInThread(
    caseId: string,
    item: OutboxItem,
    { channel, ts }: Place,
    message: Record<string, unknown>,
  ): Promise<SendResult> {
    if (clock.nowMs() - (checked.get(ts) ?? 0) > TRUST_THREAD_MS) {
      const parent = await findMessage(client, channel, ts);
      if (!parent) return remakeCard(caseId, item);
      checked.set(ts, clock.nowMs());
    }
    const priority = (item.activity?.channelData?.priority as Priority | undefined) ?? 'MEDIUM';
    return postPaced(item, channel, { thread_ts: ts, ...message }, { id: caseId, priority }, (own) =>
      links.put({ here: `said|${item.id}`, there: thereOf(channel, own) }),
    );
  }

  /** The thread is gone: the card is made again, and what was to be said follows in the new thread. */
  async function remakeCard(caseId: string, item: OutboxItem): Promise<SendResult> {
    const subject = await deps.readCase(caseId);
    if (!subject) return { outcome: 'refused', code: 'case.missing', permanent: true };
    const made = await postCard({ ...item, id: `${item.id}-card` }, subject);
    return made.outcome === 'accepted'
      ? { outcome: 'refused', code: 'thread.remade', permanent: false, retryAfterMs: 1_000 }
      : made;
  }

  async function whisper({ channel, ts }: Place, value: Whisper): Promise<SendResult> {
    return post(() => client.chat.postEphemeral({ channel, thread_ts: ts, ...whisperOf(value) } as never));
  }

  async function react(
    { channel }: Place,
    { messageId, state }: { messageId: string; state: string },
  ): Promise<SendResult> {
    const accepted = { outcome: 'accepted' as const, providerId: messageId };
    // Words that were written in a form stand in no message.
    if (!/^\d+\.\d+$/.test(messageId)) return accepted;
    const name = DELIVERY_SIGN[state] ?? 'grey_question';
    const done = await post(() => client.reactions.add({ channel, timestamp: messageId, name }));
    if (done.outcome === 'refused' && !MESSAGE_GONE.has(done.code)) return done;
    if (state !== 'queued')
      await post(() => client.reactions.remove({ channel, timestamp: messageId, name: DELIVERY_SIGN.queued! }));
    return accepted;
  }

  return {
    id: 'desk',
    capabilities: CAPABILITIES,
    isDesk: (id) => id === deps.channel || deps.desk().routes.some((route) => route.channel === id),
    listen(app) {
      const people = createDeskPeople(client, deps.group, clock);
      const { leads, savedReplies } = { leads: () => deps.desk().leads, savedReplies: () => deps.desk().savedReplies };
      listenAtDesk({ ...deps, app, people, isDesk: this.isDesk, leads, savedReplies });
    },
    send: async (reference, item) => {
      const result = await send(reference.nativeId, item);
      if (NICETIES.has(item.activity?.name ?? '') && result.outcome === 'refused' && isFinalNo(result.code))
        return { ...result, permanent: true };
      const waits = result.outcome === 'refused' && (WAITS_FOR_ADMIN.has(result.code) || NEEDS_ADMIN.has(result.code));
      if (!waits) return result;
      return { ...result, permanent: false, retryAfterMs: ADMIN_WAIT_MS };
    },
    lookup: async (reference, item) => {
      const card = await cardOf(reference.nativeId);
      const subject = item.activity?.name === 'case.card' ? (item.activity.value as Case) : null;
      const channel = card?.channel ?? (subject ? routeOf(subject, deps.desk().routes, deps.channel) : deps.channel);
      const sent = await findPosted(client, { channel, thread: card?.ts }, item.id);
      if (sent && subject) await links.put({ here: `case|${subject.id}`, there: thereOf(channel, sent) });
      return sent;
    },
  };
}

/** Signs on a message that is gone, or has them, need no further try. */
const MESSAGE_GONE: ReadonlySet<string> = new Set(['already_reacted', 'message_not_found', 'bad_timestamp']);
