// From an activity to Slack's text and blocks. The text is always there, for notifications; blocks carry the buttons.
// Nothing that a customer or an agent wrote can mention anybody or become a link of its own.
import type { Activity, Choice } from '../../models/activity.ts';
import { type Format, renderMarkdown } from '../markdown.ts';
import { renderPlain } from '../plain.ts';
import { splitText } from '../split.ts';

export interface Block {
  type: string;
  [field: string]: unknown;
}

export interface SlackMessage {
  text: string;
  blocks?: Block[];
}

/** A section takes 3,000 characters; the whole of a message breaks at about 13,000, though 40,000 are documented. */
export const MOST_SECTION = 2_900;
const MOST_TEXT = 11_000;
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

export function renderMessage(activity: Pick<Activity, 'text' | 'choices' | 'from'>): SlackMessage {
  const text = activity.text ?? '';
  const body = renderMrkdwn(text).slice(0, MOST_TEXT);
  const plain = escapeSlack(renderPlain(text)).slice(0, 3_900) || '…';
  const sections = splitText(body, (part) => part.length <= MOST_SECTION).map(section);
  const choices = activity.choices ?? [];
  const blocks = [...sections, ...(choices.length > 0 ? [buttons(choices)] : [])];
  return blocks.length > 0 ? { text: plain, blocks } : { text: plain };
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
