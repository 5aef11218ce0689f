// Each network as the channel contract meets it: the real channel over the network's stand-in, with what it heard kept here
// instead of in a store.
import { readFileSync } from 'node:fs';
import { createConsoleChannel } from '../../channels/console/index.ts';
import { createWebChannel } from '../../channels/web/index.ts';
import { systemClock } from '../../core/clock.ts';
import { readConfig } from '../../core/config.ts';
import { silentLog } from '../../core/log.ts';
import { Secret } from '../../core/secret.ts';
import type { FaultPlan } from '../../emulators/shared/faults.ts';
import type { Attachment, ConversationReference } from '../../models/activity.ts';
import type { AttachmentStore } from '../../models/attachments.ts';
import type { Channel, Receive } from '../../models/channel.ts';
import type { NewEntry } from '../../models/lane.ts';
import { settingsFromConfig } from '../../settings/environment.ts';

export type Trouble = 'none' | 'forged' | 'stale' | 'unsigned';
export type Body = Record<string, unknown>;

export interface ChannelStage {
  channel: Channel;
  /** What the channel handed on. */
  heard: { reference: ConversationReference; entry: NewEntry }[];
  /** Texts that were kept behind a link. */
  kept: string[];
  reference: ConversationReference;
  /** A sample as the network sends it; a text is the raw body, signed as it is. */
  request?(body: Body | string, trouble?: Trouble): Promise<Request>;
  /** What the network shows, oldest first, buttons included. */
  shown(): { id: string; text: string; bytes: number; choices: string[] }[];
  faults?: { set(plan: FaultPlan): void };
  /** Picks the n-th option of the newest message. */
  press?(option: number): Promise<Request>;
  /** Nobody answers there any more. */
  goAway?(): Promise<void>;
  stop(): Promise<void>;
}

export const settings = settingsFromConfig(readConfig({ NODE_ENV: 'test' }));

export function sample<T = Body>(channel: string, name: string): T {
  const file = new URL(`../../channels/${channel}/samples/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

export function quietWorld() {
  const heard: ChannelStage['heard'] = [];
  const kept: string[] = [];
  const receive: Receive = async (reference, entry) => {
    heard.push({ reference, entry });
    return { outcome: 'stored', sequence: heard.length };
  };
  const attachments: AttachmentStore = {
    save: async (content, { name, type }) => {
      kept.push(content.toString('utf8'));
      return { id: `file-${kept.length}`, name, type, bytes: content.length, sha256: '' };
    },
    open: async () => null,
  };
  const linkToFile = (file: Attachment) => `https://support.example.com/files/${file.id}?signature=${'s'.repeat(43)}`;
  const known = { listRecent: async () => [], has: async () => false };
  return { heard, kept, receive, attachments, linkToFile, known, clock: systemClock, log: silentLog };
}

export async function webStage(): Promise<ChannelStage> {
  const parts = quietWorld();
  const channel = createWebChannel({
    ...parts,
    secret: new Secret('a-secret-of-the-test'),
    publicUrl: () => 'http://localhost',
    origins: [],
    transcript: { readAfter: async () => [], readNewest: async () => new Map() },
    bus: { publish: () => undefined, subscribe: () => () => undefined },
    messagesPerMinute: 10_000,
    showTurns: false,
  });
  const begin = async (bearer: string) =>
    (
      await channel.webhook(
        new Request('http://localhost/v3/directline/conversations', {
          method: 'POST',
          headers: { authorization: bearer },
        }),
      )
    ).json() as Promise<{ token: string; conversationId: string }>;
  const mine = await begin('Bearer a-secret-of-the-test');
  const others = await begin('Bearer a-secret-of-the-test');
  const sent: { id: string; text: string; choices: string[] }[] = [];
  const send = channel.send;
  return {
    ...parts,
    channel: {
      ...channel,
      // What the acknowledging update stores is the item as it is.
      send: async (reference, item, given) => {
        const text = item.activity?.text ?? '';
        sent.push({ id: item.id, text, choices: (item.activity?.choices ?? []).map((one) => one.title) });
        return send(reference, item, given);
      },
    },
    reference: { channel: 'web', accountId: 'default', nativeId: mine.conversationId, customer: { id: 'visitor-1' } },
    request: async (body, trouble = 'none') => {
      const token = { none: mine.token, forged: `${mine.token}x`, stale: others.token, unsigned: '' }[trouble];
      return new Request(`http://localhost/v3/directline/conversations/${mine.conversationId}/activities`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(trouble === 'unsigned' ? {} : { authorization: `Bearer ${token}` }),
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
    },
    shown: () => sent.map((one) => ({ ...one, bytes: one.text.length })),
    stop: async () => channel.close(),
  };
}

export async function consoleStage(): Promise<ChannelStage> {
  const lines: string[] = [];
  return {
    ...quietWorld(),
    channel: createConsoleChannel({ write: (text) => lines.push(text) }),
    reference: { channel: 'console', accountId: 'default', nativeId: 'terminal', customer: { id: 'me' } },
    shown: () =>
      lines.map((text, at) => ({
        id: String(at),
        text,
        bytes: text.length,
        choices: [...text.matchAll(/^ {2}\d+\. (.*)$/gm)].map((match) => match[1]!),
      })),
    stop: async () => undefined,
  };
}
