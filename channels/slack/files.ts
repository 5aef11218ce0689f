// Files that come by Slack, fetched with the bot's token from Slack's own hosts and kept with us. One that cannot be had
// is named, so that the bot can say so.

import { within } from '../../core/within.ts';
import type { Attachment } from '../../models/activity.ts';
import type { AttachmentStore } from '../../models/attachments.ts';
import { fetchFile } from '../fetch-file.ts';
import type { SlackFile } from './schema.ts';

export interface FileDeps {
  attachments: AttachmentStore;
  token: string;
  apiUrl?: string;
}

const MOST_FILES = 10;
const MOST_BYTES = 20 * 1024 * 1024;
/** Slack wants its answer within three seconds, and the store needs some of them. */
const TIMEOUT_MS = 1_200;
const WHOLE_TIMEOUT_MS = 1_400;

export async function keepFiles(
  files: readonly SlackFile[],
  { attachments, token, apiUrl }: FileDeps,
): Promise<{ kept: Attachment[]; missed: string[] }> {
  const policy = {
    hosts: ['files.slack.com', 'slack-files.com'],
    ...(apiUrl ? { standIns: [new URL(apiUrl).origin] } : {}),
    maxBytes: MOST_BYTES,
    timeoutMs: TIMEOUT_MS,
  };
  async function keepOne(file: SlackFile): Promise<Attachment> {
    const { content, type } = await fetchFile(
      file.url_private_download ?? file.url_private ?? '',
      { authorization: `Bearer ${token}` },
      file.mimetype ? { ...policy, expectedType: file.mimetype } : policy,
    );
    return attachments.save(content, { name: file.name ?? file.id, type: file.mimetype ?? type });
  }
  const all = await Promise.allSettled(
    files.slice(0, MOST_FILES).map((file) => within(WHOLE_TIMEOUT_MS, keepOne(file))),
  );
  const kept: Attachment[] = [];
  const missed = files.slice(MOST_FILES).map(nameOf);
  for (const [at, one] of all.entries()) {
    if (one.status === 'fulfilled') kept.push(one.value);
    else missed.push(nameOf(files[at]!));
  }
  return { kept, missed };
}

function nameOf(file: SlackFile): string {
  return file.name ?? 'file';
}
