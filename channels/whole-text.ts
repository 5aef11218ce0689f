// What does not fit into one message of a network is kept as a file, and the customer gets a signed link to the whole; files
// that go with a message are links, too. Nothing that was said is ever cut off silently.
import type { Activity, Attachment } from '../models/activity.ts';
import type { AttachmentStore } from '../models/attachments.ts';

export interface WholeDeps {
  attachments: Pick<AttachmentStore, 'save'>;
  /** A signed link to a file. */
  linkToFile(attachment: Attachment): string;
}

/** The whole text as a file behind a signed link. */
export async function linkToWhole(text: string, { attachments, linkToFile }: WholeDeps): Promise<string> {
  return linkToFile(await attachments.save(Buffer.from(text, 'utf8'), { name: 'message.txt', type: 'text/plain' }));
}

/** The activity with its files as links below its words, for networks that take no files from us. */
export function withFileLinks<A extends Pick<Activity, 'text' | 'attachments'>>(
  activity: A,
  linkToFile: WholeDeps['linkToFile'],
): A {
  const files = activity.attachments ?? [];
  if (files.length === 0) return activity;
  const lines = files.map((file) => `[${file.name.replace(/[[\]\\]/g, '_')}](${linkToFile(file)})`);
  return {
    ...activity,
    text: [activity.text ?? '', lines.join('\n')].filter((part) => part.trim() !== '').join('\n\n'),
  };
}
