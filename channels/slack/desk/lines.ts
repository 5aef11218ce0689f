// What is said in a case's thread, as Slack takes it: the bot's notes, the customer's words under their name, and words for
// one person only, with one button where something can be done about them.
import type { Attachment } from '../../../models/activity.ts';
import { type Block, cut, escapeSlack, section } from '../render.ts';

export interface CustomerSaid {
  name: string;
  text: string;
  translated?: string;
  attachments: Attachment[];
  what: 'said' | 'edited' | 'deleted';
}

export interface Whisper {
  to: string;
  text: string;
  offer?: { what: 'claim' | 'undo'; caseId: string; epoch: number; messageId?: string };
}

const OFFERS = { claim: 'Claim it', undo: 'Undo' } as const;

export function noteOf({ text, mention = [] }: { text: string; mention?: string[] }): Record<string, unknown> {
  const called = mention.map((id) =>
    id === 'here' ? '<!here>' : id.startsWith('S') ? `<!subteam^${id}>` : `<@${id}>`,
  );
  return { text: [...called, escapedWithin(text, 2_900)].join(' ') };
}

/** The customer's words under their name; files as links that only we can sign. */
export function customerOf(
  { name, text, translated, attachments, what }: CustomerSaid,
  linkToFile: (file: Attachment) => string,
): Record<string, unknown> {
  const files = attachments.map((file) => `📎 <${linkToFile(file)}|${escapeSlack(file.name).replaceAll('|', '¦')}>`);
  const said =
    what === 'deleted'
      ? '_(deleted a message)_'
      : what === 'edited'
        ? `_(edited)_ ${escapeSlack(text)}`
        : escapeSlack(text);
  const inOurs = translated ? [`🌐 _Translated automatically:_ ${escapeSlack(translated)}`] : [];
  return {
    username: cut(`${name} (customer)`, 80),
    text: cut([said, ...inOurs, ...files].filter(Boolean).join('\n'), 3_900) || '…',
  };
}

/** Signs that mean something to Slack grow when they are made harmless; the whole stays within `most`. */
function escapedWithin(text: string, most: number): string {
  let length = most;
  let said = escapeSlack(cut(text, length));
  while (said.length > most) {
    length = Math.floor((length * most) / said.length) - 1;
    said = escapeSlack(cut(text, length));
  }
  return said;
}

export function whisperOf({ to, text, offer }: Whisper): Record<string, unknown> {
  const said = escapedWithin(text, 2_900);
  if (!offer) return { user: to, text: said };
  const { what, caseId, epoch, messageId } = offer;
  const value = JSON.stringify({ case: caseId, epoch, ...(messageId ? { message: messageId } : {}) });
  const button = {
    type: 'button',
    action_id: `case:${what}`,
    text: { type: 'plain_text', text: OFFERS[what] },
    value,
  } as unknown as Block;
  const blocks = [section(said), { type: 'actions', block_id: 'case-offer', elements: [button] } as Block];
  return { user: to, text: said, blocks };
}
