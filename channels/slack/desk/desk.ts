// The desk in Slack, as the channel that cases are sent to: one card per case, edited in place for ever after; everything
// else in its thread. At most one message a second leaves for a Slack channel, over all instances.
import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Clock } from '../../../core/clock.ts';
import type { Log } from '../../../core/log.ts';
import type { Attachment } from '../../../models/activity.ts';
import type { Case } from '../../../models/case.ts';
import type { Channel, Receive, SendResult } from '../../../models/channel.ts';
import type { OutboxItem } from '../../../models/lane.ts';
import type { LinkStore } from '../../../models/links.ts';
import type { Pace } from '../../../models/pace.ts';
import { errorName, post, resultOf } from '../client.ts';
import { ITEM_EVENT } from '../parse.ts';
import { cut, escapeSlack } from '../render.ts';
import type { SlackFile } from '../schema.ts';
import { renderCard } from './card.ts';
import { listenAtDesk, thereOf } from './inbound.ts';
import { createDeskPeople } from './people.ts';

export interface SlackDeskDeps {
  client: WebClient;
  /** The Slack channel's id. */
  channel: string;
  group?: string;
  leads(): readonly string[];
  receive: Receive;
  links: LinkStore;
  pace: Pace;
  keepFiles(files: readonly SlackFile[]): Promise<{ kept: Attachment[]; missed: string[] }>;
  listCases(filter: { status?: Case['status'][]; owner?: string; overdueAt?: Date }): Promise<Case[]>;
  /** The case as it stands, for making a deleted card again. */
  readCase(caseId: string): Promise<Case | null>;
  /** A signed link to a file that a customer sent. */
  linkToFile(attachment: Attachment): string;
  /** A link to the whole conversation, for staff who are signed in. */
  linkToTranscript?(caseId: string): string | null;
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

export function createSlackDesk(deps: SlackDeskDeps): SlackDesk {
  const { client, channel, links, pace, clock } = deps;
  const checked = new Map<string, number>();
  const cardOf = async (caseId: string) => (await links.findThere(`case|${caseId}`))?.split('|')[2] ?? null;

  async function send(caseId: string, item: OutboxItem): Promise<SendResult> {
    const { name, value } = item.activity ?? {};
    try {
      if (name === 'case.card') return await sendCard(item, value as Case);
      const ts = await cardOf(caseId);
      if (!ts) return { outcome: 'refused', code: 'card.missing', permanent: false, retryAfterMs: 1_000 };
      if (name === 'case.whisper') return await whisper(ts, value as { to: string; text: string });
      if (name === 'case.delivery') return await react(value as { messageId: string; state: string });
      if (name === 'case.note')
        return await sayInThread(caseId, item, ts, noteOf(value as { text: string; mention?: string[] }));
      if (name === 'case.customer') return await sayInThread(caseId, item, ts, customerOf(value as CustomerSaid));
      return { outcome: 'refused', code: 'desk.unknown', permanent: true };
    } catch (error) {
      return resultOf(error);
    }
  }

  async function sendCard(item: OutboxItem, subject: Case): Promise<SendResult> {
    const message = renderCard(subject, deps.linkToTranscript);
    const known = await cardOf(subject.id);
    if (known) {
      const updated = await post(() => client.chat.update({ channel, ts: known, ...message } as never));
      // A card that somebody deleted is made again, once.
      if (updated.outcome !== 'refused' || updated.code !== 'message_not_found') return updated;
    }
    return postCard(item, subject);
  }

  function postCard(item: OutboxItem, subject: Case): Promise<SendResult> {
    return postPaced(item, renderCard(subject, deps.linkToTranscript), (ts) =>
      links.put({ here: `case|${subject.id}`, there: thereOf(channel, ts) }),
    );
  }

  /** Posts when the channel's slot is free. `keep` runs before the item counts as sent. */
  async function postPaced(
    item: OutboxItem,
    message: Record<string, unknown>,
    keep?: (ts: string) => Promise<void>,
  ): Promise<SendResult> {
    const waitMs = await pace.take(`slack|${channel}`, EVERY_MS, clock.now());
    if (waitMs > 0) return { outcome: 'refused', code: 'pace', permanent: false, retryAfterMs: waitMs, isPace: true };
    const metadata = { event_type: ITEM_EVENT, event_payload: { id: item.id } };
    const sent = await post(() =>
      client.chat.postMessage({ channel, metadata, unfurl_links: false, unfurl_media: false, ...message } as never),
    );
    if (sent.outcome === 'accepted') await keep?.(sent.providerId);
    return sent;
  }

  async function sayInThread(
    caseId: string,
    item: OutboxItem,
    ts: string,
    message: Record<string, unknown>,
  ): Promise<SendResult> {
    if (clock.nowMs() - (checked.get(ts) ?? 0) > TRUST_THREAD_MS) {
      const parent = await client.conversations.replies({ channel, ts, limit: 1 }).catch((error: unknown) => {
        if (errorName(error) === 'thread_not_found' || errorName(error) === 'message_not_found') return null;
        throw error;
      });
      if (!parent) return remakeCard(caseId, item);
      checked.set(ts, clock.nowMs());
    }
    return postPaced(item, { thread_ts: ts, ...message });
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

  async function whisper(ts: string, { to, text }: { to: string; text: string }): Promise<SendResult> {
    return post(() =>
      client.chat.postEphemeral({ channel, user: to, thread_ts: ts, text: escapeSlack(cut(text, 2_900)) }),
    );
  }

  async function react({ messageId, state }: { messageId: string; state: string }): Promise<SendResult> {
    const name = DELIVERY_SIGN[state] ?? 'grey_question';
    const done = await post(() => client.reactions.add({ channel, timestamp: messageId, name }));
    return done.outcome === 'refused' && done.code === 'already_reacted'
      ? { outcome: 'accepted', providerId: messageId }
      : done;
  }

  function noteOf({ text, mention = [] }: { text: string; mention?: string[] }): Record<string, unknown> {
    const called = mention.map((id) =>
      id === 'here' ? '<!here>' : id.startsWith('S') ? `<!subteam^${id}>` : `<@${id}>`,
    );
    return { text: [...called, escapeSlack(cut(text, 2_900))].join(' ') };
  }

  interface CustomerSaid {
    name: string;
    text: string;
    attachments: Attachment[];
    what: 'said' | 'edited' | 'deleted';
  }

  /** The customer's words under their name; files as links that only we can sign. */
  function customerOf({ name, text, attachments, what }: CustomerSaid): Record<string, unknown> {
    const files = attachments.map(
      (file) => `📎 <${deps.linkToFile(file)}|${escapeSlack(file.name).replaceAll('|', '¦')}>`,
    );
    const said =
      what === 'deleted'
        ? '_(deleted a message)_'
        : what === 'edited'
          ? `_(edited)_ ${escapeSlack(text)}`
          : escapeSlack(text);
    return {
      username: cut(`${name} (customer)`, 80),
      text: cut([said, ...files].filter(Boolean).join('\n'), 3_900) || '…',
    };
  }

  return {
    id: 'desk',
    capabilities: CAPABILITIES,
    isDesk: (id) => id === channel,
    listen: (app) =>
      listenAtDesk({
        app,
        client,
        channel,
        leads: deps.leads,
        people: createDeskPeople(client, deps.group, clock),
        links,
        receive: deps.receive,
        listCases: deps.listCases,
        keepFiles: deps.keepFiles,
        clock,
        log: deps.log,
      }),
    send: (reference, item) => send(reference.nativeId, item),
    lookup: async (reference, item) => {
      const ts = await cardOf(reference.nativeId);
      const options = { channel, include_all_metadata: true, limit: 50 };
      const found = ts
        ? await client.conversations.replies({ ...options, ts })
        : await client.conversations.history(options);
      const messages = (found.messages ?? []) as { ts?: string; metadata?: { event_payload?: { id?: string } } }[];
      const sent = messages.find((message) => message.metadata?.event_payload?.id === item.id)?.ts ?? null;
      if (sent && item.activity?.name === 'case.card')
        await links.put({ here: `case|${reference.nativeId}`, there: thereOf(channel, sent) });
      return sent;
    },
  };
}
