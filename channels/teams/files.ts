// Files that come by Teams: pictures from the Bot Framework's own hosts with our token, documents from the sender's own
// SharePoint by a link that carries its right to read.
import { within } from '../../core/within.ts';
import type { Attachment } from '../../models/activity.ts';
import type { AttachmentStore } from '../../models/attachments.ts';
import { fetchFile } from '../fetch-file.ts';
import type { TeamsAccount, TeamsAdapter } from './adapter.ts';
import type { TeamsAttachment } from './schema.ts';

const MOST_FILES = 10;
const MOST_BYTES = 20 * 1024 * 1024;
/** Teams waits fifteen seconds for our answer. */
const WHOLE_TIMEOUT_MS = 8_000;
const DOWNLOAD = 'application/vnd.microsoft.teams.file.download.info';

export async function keepFiles(
  files: readonly TeamsAttachment[],
  adapter: TeamsAdapter,
  account: TeamsAccount,
  attachments: AttachmentStore,
  serviceUrl: string,
): Promise<{ kept: Attachment[]; missed: string[] }> {
  const standIns = account.serviceUrls.filter((one) => URL.canParse(one)).map((one) => new URL(one).origin);
  const limits = { maxBytes: MOST_BYTES, timeoutMs: 5_000, standIns };
  async function keepOne(file: TeamsAttachment): Promise<Attachment> {
    const link = (file.content as { downloadUrl?: string } | undefined)?.downloadUrl;
    const isDocument = file.contentType === DOWNLOAD && link;
    const { content, type } = isDocument
      ? await fetchFile(link, {}, { ...limits, hosts: ['.sharepoint.com'] })
      : await fetchFile(
          file.contentUrl ?? '',
          { authorization: `Bearer ${await adapter.tokenFor(serviceUrl)}` },
          { ...limits, hosts: ['smba.trafficmanager.net', '.botframework.com'], expectedType: file.contentType },
        );
    return attachments.save(content, {
      name: file.name ?? 'picture',
      type: isDocument ? type : file.contentType === 'image/*' ? type : file.contentType,
    });
  }
  const all = await Promise.allSettled(
    files.slice(0, MOST_FILES).map((file) => within(WHOLE_TIMEOUT_MS, keepOne(file))),
  );
  const kept: Attachment[] = [];
  const missed = files.slice(MOST_FILES).map((file) => file.name ?? 'file');
  for (const [at, one] of all.entries()) {
    if (one.status === 'fulfilled') kept.push(one.value);
    else missed.push(files[at]!.name ?? 'file');
  }
  return { kept, missed };
}
