// The one card of a case, as Slack blocks: who, what, how urgent, what was tried, and the buttons that fit its state. It
// stays within Slack's limits with any content, and its buttons carry the case and its epoch, nothing about the customer.
import type { Case } from '../../../models/case.ts';
import type { SavedReply } from '../../../models/settings.ts';
import { type Block, cut, escapeSlack, section } from '../render.ts';

const PRIORITY_SIGN: Record<Case['priority'], string> = { URGENT: '🔴', HIGH: '🟠', MEDIUM: '🟡', LOW: '🟢' };
const CHANNEL_NAME: Record<string, string> = {
  web: 'web chat',
  sms: 'SMS',
  slack: 'Slack',
  teams: 'Teams',
  console: 'console',
};
const MOST_LINES = 6;

/** What stands on a button: enough to find the case, and to notice that the card is stale. */
export interface ButtonValue {
  case: string;
  epoch: number;
}

export function buttonValue(subject: Case): string {
  return JSON.stringify({ case: subject.id, epoch: subject.ownershipEpoch } satisfies ButtonValue);
}

export interface CardExtras {
  linkTo?: ((subject: Case) => string | null) | undefined;
  savedReplies?: readonly SavedReply[];
}

/** Slack says nothing of it, and refuses messages whose blocks are longer than about this. */
const MOST_BLOCKS = 12_500;
/** How much of the long texts is shown: less, until it fits. */
const ROOMS = [1, 0.7, 0.45, 0.25, 0.1];
const MOST_SAVED = 20;

/** The text is what notifications show. */
export function renderCard(subject: Case, extras: CardExtras = {}): { text: string; blocks: Block[] } {
  const { id, priority, intent, status } = subject;
  const text = cut(escapeSlack(`${id} · ${priority} · ${named(intent)} · ${status}`), 300);
  let blocks: Block[] = [];
  for (const room of ROOMS) {
    blocks = blocksOf(subject, extras, room);
    if (JSON.stringify(blocks).length <= MOST_BLOCKS) break;
  }
  return { text, blocks };
}

function blocksOf(subject: Case, { linkTo, savedReplies = [] }: CardExtras, room: number): Block[] {
  const { id, priority, intent } = subject;
  const title = cut(`${PRIORITY_SIGN[priority]} ${id} · ${priority} · ${named(intent)}`, 150);
  const within = (most: number) => Math.floor(most * room);
  return [
    { type: 'header', text: { type: 'plain_text', text: title, emoji: true } },
    { type: 'section', fields: fields(subject, within(400)) },
    section(cut(`*What it is about*\n${escapeSlack(subject.summary) || '—'}`, within(1_500))),
    ...known(subject, within(900)),
    ...tried(subject, within(1_500)),
    ...approval(subject, within(1_500)),
    ...recent(subject, within(2_900)),
    ...suggested(subject, within(900)),
    { type: 'context', elements: [{ type: 'mrkdwn', text: cut(statusLine(subject), within(1_900)) }] },
    ...actions(subject, linkTo?.(subject) ?? null, savedReplies.slice(0, Math.ceil(MOST_SAVED * room))),
  ];
}

function fields(subject: Case, most: number): Block[] {
  const waiting =
    subject.status === 'open'
      ? ['Waiting since', when(subject.waitsSince ?? subject.openedAt)]
      : ['Opened', when(subject.openedAt)];
  const { label, score } = subject.sentiment;
  const pairs: string[][] = [
    [
      'Customer',
      `${escapeSlack(subject.customerName ?? subject.conversation.customer.name ?? 'not known')}${proofOf(subject)}`,
    ],
    [
      'Channel',
      `${CHANNEL_NAME[subject.conversation.channel] ?? subject.conversation.channel} · ${escapeSlack(subject.language)}`,
    ],
    ['Mood', `${named(label)} (${score.toFixed(1)})`],
    ['Reason', escapeSlack(subject.reason)],
    waiting,
    ['Due', when(subject.dueAt)],
  ];
  return pairs.map(([name, value]) => ({ type: 'mrkdwn', text: cut(`*${name}*\n${value}`, most) }) as Block);
}

/** Slack shows the time in the reader's own zone. */
function when(at: Date | string): string {
  const date = new Date(at);
  return `<!date^${Math.floor(date.getTime() / 1000)}^{date_short_pretty} {time}|${date.toISOString()}>`;
}

function known({ known: facts = [] }: Case, most: number): Block[] {
  if (facts.length === 0) return [];
  return [section(cut(`*Known of them*\n${facts.slice(0, 8).map(escapeSlack).join(' · ')}`, most))];
}

function tried(subject: Case, most: number): Block[] {
  if (subject.tried.length === 0) return [];
  const lines = subject.tried.slice(0, 8).map((one) => `• ${escapeSlack(cut(one, 150))}`);
  return [section(cut(`*Tried so far*\n${lines.join('\n')}`, most))];
}

function recent(subject: Case, most: number): Block[] {
  const lines = subject.recent.slice(-MOST_LINES).map(({ who, text, attachments }) => {
    const files = (attachments ?? []).map((file) => ` 📎 ${file.name}`).join('');
    return `*${WHO[who]}* ${escapeSlack(cut(`${text}${files}`.replace(/\s+/g, ' '), 300))}`;
  });
  // The newest lines matter most.
  while (lines.length > 1 && lines.join('\n').length > most) lines.shift();
  return lines.length > 0 ? [section(cut(lines.join('\n'), most))] : [];
}

const WHO = { customer: 'Customer:', bot: 'Bot:', staff: 'Colleague:' } as const;

function approval(subject: Case, most: number): Block[] {
  const { approval: asked } = subject;
  if (!asked) return [];
  const title = asked.isApology ? 'To make up for it' : 'For approval';
  const said = section(cut(`*${title}*\n${escapeSlack(asked.summary)}`, most));
  if (asked.decided) {
    const text = `${VERDICT[asked.decided.verdict]}${asked.decided.amount === undefined ? '' : ` to ${asked.decided.amount}`} by ${escapeSlack(asked.decided.by.name)}`;
    return [said, { type: 'context', elements: [{ type: 'mrkdwn', text: cut(text, 300) }] }];
  }
  return [
    said,
    {
      type: 'actions',
      block_id: 'case-approval',
      elements: [
        button('case:approve', 'Approve', subject, 'primary'),
        ...(asked.amount && !asked.isApology ? [button('case:change', 'Change…', subject)] : []),
        button('case:decline', 'Decline', subject, 'danger'),
      ],
    },
  ];
}

const VERDICT = { approved: '✅ Approved', declined: '❌ Declined', changed: '✏️ Changed' } as const;

function statusLine(subject: Case): string {
  const owner = escapeSlack(subject.owner?.name ?? '');
  const { closing, satisfaction } = subject;
  switch (subject.status) {
    case 'open':
      return '⏳ Waiting for somebody. What is written in this thread stays internal until the case is claimed.';
    case 'claimed':
      return `🙋 ${owner} has it since ${when(subject.claimedAt ?? subject.openedAt)}. Their plain replies in this thread go to the customer; \`!\` keeps a line internal.`;
    case 'on hold':
      return `⏸️ ${owner} has it, on hold${heldInWords(subject)}.`;
    case 'resolved': {
      const stars = satisfaction?.score ? ` · rated ${satisfaction.score} of 5` : '';
      return `✅ Resolved by ${escapeSlack(closing?.by.name ?? owner)}: ${escapeSlack(closing?.code ?? '')}${stars}`;
    }
    case 'returned':
      return `🤖 Back with the bot${closing ? `, by ${escapeSlack(closing.by.name)}` : ''}.`;
  }
}

function heldInWords({ heldUntil, heldFor }: Case): string {
  const event =
    heldFor === 'customer' ? ' until the customer writes' : heldFor ? ' until the shop reports something' : '';
  const time = heldUntil ? ` ${when(heldUntil)}` : '';
  return event ? `${event}${time ? `, at the latest${time}` : ''}` : time ? ` until${time}` : '';
}

/** A draft, shown to whoever thinks of taking it; it leaves only through somebody's hands. */
function suggested({ suggested: draft, status }: Case, most: number): Block[] {
  if (!draft || status === 'resolved' || status === 'returned') return [];
  return [section(cut(`*Suggested reply* (a draft)\n>${escapeSlack(cut(draft, 600)).replaceAll('\n', '\n>')}`, most))];
}

/** Saved replies in the customer's language; picking one opens a form. */
function saved(subject: Case, replies: readonly SavedReply[]): Block[] {
  if (replies.length === 0) return [];
  const options = replies.map(({ name }, at) => ({
    text: { type: 'plain_text', text: cut(name, 75) },
    value: `${at}|${subject.id}|${subject.ownershipEpoch}`,
  }));
  const placeholder = { type: 'plain_text', text: 'Saved replies…' };
  return [{ type: 'static_select', action_id: 'case:say-saved', placeholder, options } as unknown as Block];
}

function actions(subject: Case, transcript: string | null, replies: readonly SavedReply[]): Block[] {
  const elements: Block[] = [];
  if (subject.status === 'open')
    elements.push(
      button('case:claim', 'Claim', subject, 'primary'),
      button('case:assign', 'Assign…', subject),
      button('case:dismiss', 'Not a case', subject),
    );
  if (subject.status === 'claimed' || subject.status === 'on hold')
    elements.push(
      button('case:say', 'Reply…', subject),
      ...saved(subject, replies),
      button('case:resolve', 'Resolve…', subject, 'primary'),
      button('case:release', 'Release', subject),
      button('case:assign', 'Assign…', subject),
      button('case:return', 'Return to bot…', subject),
    );
  if (subject.status === 'resolved' || subject.status === 'returned')
    elements.push(button('case:reopen', 'Reopen', subject));
  elements.push(...more(subject, transcript));
  return [{ type: 'actions', block_id: 'case-actions', elements }];
}

function button(actionId: string, title: string, subject: Case, style?: 'primary' | 'danger'): Block {
  return {
    type: 'button',
    action_id: actionId,
    text: { type: 'plain_text', text: title, emoji: true },
    value: buttonValue(subject),
    ...(style ? { style } : {}),
  };
}

type Option = [value: string, text: string, url?: string];

/** Values are at most 150 characters: what, case and epoch. */
function optionsOf({ id, ownershipEpoch }: Case, options: Option[]) {
  return options.map(([value, text, url]) => ({
    text: { type: 'plain_text', text },
    value: `${value}|${id}|${ownershipEpoch}`,
    ...(url ? { url } : {}),
  }));
}

/** At most five options. */
function overflow(actionId: string, subject: Case, options: Option[]): Block {
  return { type: 'overflow', action_id: actionId, options: optionsOf(subject, options.slice(0, 5)) };
}

function select(actionId: string, title: string, subject: Case, options: Option[]): Block {
  const placeholder = { type: 'plain_text', text: title };
  return { type: 'static_select', action_id: actionId, placeholder, options: optionsOf(subject, options) };
}

function more(subject: Case, transcript: string | null): Block[] {
  const isOver = subject.status === 'resolved' || subject.status === 'returned';
  const further: Option[] = [
    ...(transcript ? ([['transcript', 'Transcript', transcript]] as Option[]) : []),
    ['priority', 'Change priority…'],
    ...(subject.status === 'claimed' ? ([['hold', 'On hold…']] as Option[]) : []),
    ...(isOver ? [] : ([['merge', 'Merge…']] as Option[])),
    ['block', 'Block the customer…'],
  ];
  // What staff think of the bot's part; changing the priority says by itself that it was wrong.
  const labels: Option[] = [
    ['wrong intent', 'Wrong intent'],
    ['wrong priority', 'Wrong priority'],
    ['should not have escalated', 'Should not have escalated'],
  ];
  // Two menus of three dots could not be told apart: this one says what it is.
  return [overflow('case:more', subject, further), select('case:label', 'Label…', subject, labels)];
}

/** By what we know who it is: proof, or only their number or address. */
function proofOf({ shopCustomerId, recognisedBy }: Case): string {
  if (shopCustomerId) return ` (${escapeSlack(shopCustomerId)})`;
  return recognisedBy ? ` (by ${recognisedBy === 'phone' ? 'number' : 'e-mail address'}, not proved)` : '';
}

function named(constant: string): string {
  const words = constant.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
