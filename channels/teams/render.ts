// From an activity to what Teams shows: its own dialect of Markdown for words, an Adaptive Card where there is something
// to choose. Nothing that was written elsewhere can mention anybody.
import type { Activity, Choice } from '../../models/activity.ts';
import type { ShownStatus } from '../../models/case.ts';
import { numberChoices } from '../choices.ts';
import { type Format, renderMarkdown } from '../markdown.ts';
import { renderPlain } from '../plain.ts';
import { splitHead } from '../split.ts';

/** Teams refuses messages of more than about 28 KB, cards and all. */
const MOST_BYTES = 25_000;
const ROOM_FOR_LINK = 600;
const MOST_ACTIONS = 6;
/** What each button carries of its card, so that the card can be shown again without buttons. */
const MOST_SAID = 1_000;
/** Beside larger choices there is no room for it. */
const MOST_CHOSEN = 3_000;

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

export interface RenderedMessage {
  message: TeamsMessage;
  /** Not all of it is in there: the whole belongs behind a link. */
  isCut: boolean;
}

/** `more`: where the whole can be read, when it does not fit. */
export function renderMessage(activity: Pick<Activity, 'text' | 'choices' | 'from'>, more?: string): RenderedMessage {
  const who = activity.from.role === 'user' && activity.from.name ? `**${escapeTeams(activity.from.name)}:** ` : '';
  const choices = activity.choices ?? [];
  const put = (markdown: string) => {
    const said = `${who}${renderMarkdown(markdown, TEAMS)}${more ? `\n\n[…](${more})` : ''}`;
    return toMessage(said.trim() || '…', markdown, choices);
  };
  const fits = (part: string) => Buffer.byteLength(JSON.stringify(put(part)), 'utf8') <= MOST_BYTES - ROOM_FOR_LINK;
  const { head, rest } = splitHead(activity.text ?? '', fits);
  return { message: put(head), isCut: rest !== '' };
}

function toMessage(said: string, markdown: string, choices: readonly Choice[]): TeamsMessage {
  if (choices.length === 0) return { type: 'message', text: said, textFormat: 'markdown' };
  const isSmall = said.length <= MOST_SAID && JSON.stringify(choices).length <= MOST_CHOSEN;
  const actions = choices.slice(0, MOST_ACTIONS).map((choice) => {
    const title = [...choice.title].slice(0, 80).join('');
    return {
      type: 'Action.Submit',
      title,
      data: {
        frontdeskChoice: choice.value,
        ...(isSmall ? { frontdeskShown: { said, title } } : {}),
        msteams: { type: 'messageBack', displayText: choice.title, text: choice.value },
      },
    };
  });
  return cardMessage(renderPlain(markdown), bodyOf(said, choices), actions);
}

/** The same card once a button was pressed: what was picked stands where the buttons were. */
export function pickedCard({ said, title }: { said: string; title: string }): TeamsMessage {
  const picked = { type: 'TextBlock', text: `✓ ${escapeTeams(title)}`, wrap: true, isSubtle: true };
  return cardMessage(`✓ ${title}`, [...bodyOf(said, []), picked], []);
}

const MOOD_COLOR = { waiting: 'Warning', person: 'Good', over: 'Default' } as const;

/** A case as its customer sees it. */
export function statusCard({ title, mood, lines }: ShownStatus): TeamsMessage {
  const [now = '', ...rest] = lines.map(escapeTeams);
  const body = [
    { type: 'TextBlock', text: escapeTeams(title), weight: 'Bolder', size: 'Medium', wrap: true },
    { type: 'TextBlock', text: now, color: MOOD_COLOR[mood], weight: 'Bolder', wrap: true, spacing: 'Small' },
    ...rest.map((text) => ({ type: 'TextBlock', text, isSubtle: true, wrap: true, spacing: 'None' })),
  ];
  return cardMessage([title, ...lines].join(' · '), body, []);
}

function cardMessage(summary: string, body: object[], actions: object[]): TeamsMessage {
  return {
    type: 'message',
    summary: summary.slice(0, 300).toWellFormed() || '…',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          type: 'AdaptiveCard',
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          version: '1.5',
          // For clients that show no such cards.
          fallbackText: summary.slice(0, 1_000).toWellFormed() || '…',
          body,
          actions,
        },
      },
    ],
  };
}

/** A card takes six buttons: what comes after them can be picked by its number. */
function bodyOf(said: string, choices: readonly Choice[]) {
  const all = choices.length > MOST_ACTIONS ? [said, escapeTeams(numberChoices(choices))] : [said];
  return all
    .join('\n\n')
    .split('\n\n')
    .map((part) => ({ type: 'TextBlock', text: part, wrap: true }));
}
