// What people in Teams send: activities as the Bot Connector hands them on, with pictures that stay at Teams until the bot comes
// for them with its token.
import { randomUUID } from 'node:crypto';
import type { PersonFile, PersonSays } from './shapes.ts';

export interface KeptFile {
  content: Buffer;
  type: string;
}

export function createFiles(url: () => string) {
  const kept = new Map<string, KeptFile>();
  return {
    find: (path: string): KeptFile | undefined =>
      kept.get(/^\/teams\/v3\/attachments\/([^/]+)\/views\/original$/.exec(path)?.[1] ?? ''),
    keep: (files: readonly PersonFile[]): Record<string, unknown>[] =>
      files.map(({ name, type, base64 }) => {
        const id = randomUUID();
        kept.set(id, { content: Buffer.from(base64, 'base64'), type });
        return { contentType: type, contentUrl: `${url()}/teams/v3/attachments/${id}/views/original`, name };
      }),
  };
}

interface Around {
  url: string;
  bot: { id: string; name: string };
  tenantId: string;
  nextId(): string;
  attachments: Record<string, unknown>[];
}

export function makeActivity(input: PersonSays, around: Around): Record<string, unknown> {
  const { url, bot, tenantId, nextId, attachments } = around;
  const type = input.type ?? 'personal';
  const mention = input.mentionBot ? `<at>${bot.name}</at> ` : '';
  return {
    type: 'message',
    id: input.id ?? nextId(),
    timestamp: new Date().toISOString(),
    localTimestamp: new Date().toISOString(),
    serviceUrl: `${url}/teams/`,
    channelId: 'msteams',
    from: { id: `29:${input.user.id}`, name: input.user.name, aadObjectId: input.user.id },
    recipient: bot,
    conversation: {
      id: input.conversation ?? `a:${input.user.id}`,
      conversationType: type,
      tenantId,
      isGroup: type !== 'personal',
    },
    textFormat: 'plain',
    locale: 'en-US',
    text: `${mention}${input.text}`,
    ...(input.mentionBot ? { entities: [{ type: 'mention', text: `<at>${bot.name}</at>`, mentioned: bot }] } : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(input.value === undefined ? {} : { value: input.value }),
    ...(input.replyToId ? { replyToId: input.replyToId } : {}),
    channelData: { tenant: { id: tenantId } },
  };
}
