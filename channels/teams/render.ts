// From an activity to what Teams shows: its own dialect of Markdown for words, an Adaptive Card where there is something
// to choose. Nothing that was written elsewhere can mention anybody.
import type { Activity } from '../../models/activity.ts';
import { type Format, renderMarkdown } from '../markdown.ts';
import { renderPlain } from '../plain.ts';

/** Teams cuts at about 28 KB with a card; text alone stays well below. */
const MOST_TEXT = 12_000;
const MOST_CHOICES = 6;

function escapeTeams(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const TEAMS: Format = {
  escape: escapeTeams,
  bold: (text) => `**${text}**`,
  italic: (text) => `_${text}_`,
  strike: (text) => `~~${text}~~`,
  code: (text) => `\`${escapeTeams(text)}\``,
  block: (text) => `\`\`\`\n${escapeTeams(text)}\n\`\`\``,
  link: (text, url) => `[${text.replace(/[[\]]/g, '')}](${encodeURI(decodeURISafe(url)).replaceAll(')', '%29')})`,
  heading: (text) => `**${text}**`,
  bullet: '-',
  quote: (text) => `> ${text.replaceAll('\n', '\n> ')}`,
};

function decodeURISafe(url: string): string {
  return /%[0-9a-f]{2}/i.test(url) ? url.replaceAll('%', '%25').replaceAll('%25', '%') : url;
}

export interface TeamsMessage {
  type: 'message';
  text?: string;
  textFormat?: 'markdown';
  /** Read out and shown in notifications. */
  summary?: string;
  attachments?: { contentType: string; content: unknown }[];
}

export function renderMessage(activity: Pick<Activity, 'text' | 'choices' | 'from'>): TeamsMessage {
  const who = activity.from.role === 'user' && activity.from.name ? `**${escapeTeams(activity.from.name)}:** ` : '';
  const text = `${who}${renderMarkdown(activity.text ?? '', TEAMS)}`.slice(0, MOST_TEXT);
  const choices = activity.choices ?? [];
  if (choices.length === 0) return { type: 'message', text, textFormat: 'markdown' };
  return {
    type: 'message',
    summary: renderPlain(activity.text ?? '').slice(0, 300),
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          type: 'AdaptiveCard',
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          version: '1.5',
          body: text.split('\n\n').map((part) => ({ type: 'TextBlock', text: part, wrap: true })),
          actions: choices.slice(0, MOST_CHOICES).map((choice) => ({
            type: 'Action.Submit',
            title: choice.title.slice(0, 80),
            data: {
              frontdeskChoice: choice.value,
              msteams: { type: 'messageBack', displayText: choice.title, text: choice.value },
            },
          })),
        },
      },
    ],
  };
}
