// What does not fit into one message of a network is kept as a file, and the customer gets a signed link to the whole; files
// that go with a message are links, too. Nothing that was said is ever cut off silently.
import type { Activity, Attachment } from '../models/activity.ts';
import type { AttachmentStore } from '../models/attachments.ts';
import type { Received } from '../models/lane.ts';
import { renderPlain } from './plain.ts';

/** Of a text that did not fit: enough to know which one it was. */
const MOST_SHOWN = 300;

export interface WholeDeps {
  attachments: Pick<AttachmentStore, 'save'>;
  /** A signed link to a file. */
  linkToFile(attachment: Attachment): string;
}

/** A message as a network shows it that takes no files from us: what does not fit is behind a link, and so are files. */
export async function renderWhole<Rendered extends { isCut: boolean }>(
  activity: Activity,
  deps: WholeDeps,
  render: (activity: Activity, more?: string) => Rendered,
): Promise<{ rendered: Rendered; received?: Received }> {
  const whole = withFileLinks(activity, deps.linkToFile);
  const rendered = render(whole);
  const links = activity.attachments?.length ?? 0;
  const plain = renderPlain(whole.text ?? '');
  if (!rendered.isCut) return { rendered, ...(links > 0 ? { received: { text: plain, links } } : {}) };
  const more = await linkToWhole(whole.text ?? '', deps);
  const text = `${plain.slice(0, MOST_SHOWN).toWellFormed()} … ${more}`;
  return { rendered: render(whole, more), received: { text, ...(links > 0 ? { links } : {}) } };
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
