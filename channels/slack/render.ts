// From an activity to Slack's text and blocks. The text is always there, for notifications; blocks carry the buttons.
// Nothing that a customer or an agent wrote can mention anybody or become a link of its own.
import type { Activity, Choice } from '../../models/activity.ts';
import { type Format, renderMarkdown } from '../markdown.ts';
import { renderPlain } from '../plain.ts';
import { splitHead } from '../split.ts';

export interface Block {
  type: string;
  [field: string]: unknown;
}

export interface SlackMessage {
  text: string;
  blocks?: Block[];
}

/** A section takes 3,000 characters. */
const MOST_SECTION = 2_900;
/** Of all blocks as JSON; 13,200 is where Slack says msg_blocks_too_long. */
const MOST_BLOCKS = 12_500;
const ROOM_FOR_LINK = 600;
const MOST_PLAIN = 3_900;
const MOST_BUTTON_TEXT = 75;
const MOST_BUTTON_VALUE = 2_000;
const MOST_BUTTONS = 25;

/** & < > as Slack wants them; an @here that somebody typed stays a word. */
export function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Signs of mrkdwn next to letters do nothing, so marks get a thin space where words touch them. */
const wrap = (mark: string) => (text: string) => (text.trim() === '' ? text : `${mark}${text}${mark}`);

const MRKDWN: Format = {
  escape: escapeSlack,
  bold: wrap('*'),
  italic: wrap('_'),
  strike: wrap('~'),
  code: (text) => `\`${escapeSlack(text)}\``,
  block: (text) => `\`\`\`${escapeSlack(text)}\`\`\``,
  link: (text, url) => `<${escapeSlack(url).replaceAll('|', '%7C')}|${text.replaceAll('|', '¦')}>`,
  heading: wrap('*'),
  bullet: '•',
  quote: (text) => `> ${text.replaceAll('\n', '\n> ')}`,
};

export function renderMrkdwn(markdown: string): string {
  return renderMarkdown(markdown, MRKDWN);
}

export interface RenderedMessage extends SlackMessage {
  /** Not all of it is in there: the whole belongs behind a link. */
  isCut: boolean;
}

/** `more`: where the whole can be read, when it does not fit. */
export function renderMessage(activity: Pick<Activity, 'text' | 'choices' | 'from'>, more?: string): RenderedMessage {
  const text = activity.text ?? '';
  const plain = cut(escapeSlack(renderPlain(text)), MOST_PLAIN) || '…';
  const choices = activity.choices ?? [];
  const last = [
    ...(more ? [section(`… <${escapeSlack(more)}>`)] : []),
    ...(choices.length > 0 ? [buttons(choices)] : []),
  ];
  const room = MOST_BLOCKS - JSON.stringify(choices.length > 0 ? [buttons(choices)] : []).length - ROOM_FOR_LINK;
  const sections: Block[] = [];
  let left = text;
  for (let used = 0; left.trim() !== ''; ) {
    const fits = (part: string) => {
      const said = renderMrkdwn(part);
      return said.length <= MOST_SECTION && used + JSON.stringify(section(said)).length < room;
    };
    const { head, rest } = splitHead(left, fits);
    if (!fits(head)) break;
    const made = section(renderMrkdwn(head) || '…');
    used += JSON.stringify(made).length + 1;
    sections.push(made);
    left = rest;
  }
  const blocks = [...sections, ...last];
  return { text: plain, ...(blocks.length > 0 ? { blocks } : {}), isCut: left.trim() !== '' };
}

export function section(mrkdwn: string): Block {
  return { type: 'section', text: { type: 'mrkdwn', text: mrkdwn } };
}

/** A line that fits where Slack counts characters. */
export function cut(text: string, most: number): string {
  const signs = [...text];
  return text.length <= most
    ? text
    : `${signs
        .slice(0, most - 1)
        .join('')
        .slice(0, most - 1)}…`;
}

function buttons(choices: readonly Choice[]): Block {
  return {
    type: 'actions',
    block_id: 'choices',
    elements: choices.slice(0, MOST_BUTTONS).map((choice, at) => ({
      type: 'button',
      action_id: `choose:${at}`,
      text: { type: 'plain_text', text: cut(choice.title, MOST_BUTTON_TEXT), emoji: true },
      value: choice.value.slice(0, MOST_BUTTON_VALUE),
    })),
  };
}
