// The terminal as a channel, and as a desk until there is a better one. Both write to what they are given; nothing they
// print goes through the log.
import type { Case } from '../../models/case.ts';
import type { Channel } from '../../models/channel.ts';

type Write = (text: string) => void;

const CAPABILITIES = {
  maxTextLength: 100_000,
  markdown: false,
  choices: 'numbers',
  attachments: false,
  typing: false,
  edits: true,
  idempotentSends: false,
} as const;

/** Prints what the bot says; choices as a numbered list. */
export function createConsoleChannel({ write }: { write: Write }): Channel {
  return {
    id: 'console',
    capabilities: CAPABILITIES,
    send: async (_reference, item) => {
      const choices = (item.activity?.choices ?? []).map((choice, at) => `\n  ${at + 1}. ${choice.title}`);
      write(`${item.activity?.text ?? ''}${choices.join('')}`);
      return { outcome: 'accepted', providerId: item.id };
    },
  };
}

/** Prints each case's card, and one line for each change of it. */
export function createConsoleDesk({ write }: { write: Write }): Channel {
  return {
    id: 'desk',
    capabilities: { ...CAPABILITIES, idempotentSends: true },
    send: async ({ nativeId: caseId }, item) => {
      if (item.activity?.name === 'case.card') {
        const subject = item.activity.value as Case;
        write(item.kind === 'update' ? renderUpdate(subject) : renderCard(subject));
      } else write(renderLine(caseId, item.activity?.value as { text?: string; name?: string } | undefined));
      return { outcome: 'accepted', providerId: item.id };
    },
  };
}

/** The card as a box of plain text. */
export function renderCard(subject: Case): string {
  const who = `${subject.customerName ?? 'anonymous customer'} · ${subject.conversation.channel} · ${subject.language}`;
  const lines = [
    `${subject.id} · ${subject.priority} · ${subject.intent} · ${subject.sentiment.label} (${subject.sentiment.score})`,
    `Customer: ${who}`,
    `Reason:   ${subject.reason}`,
    `Due:      ${subject.dueAt.toISOString()}`,
    subject.summary,
    ...subject.tried.map((tried) => `Tried:    ${tried}`),
    ...subject.recent.slice(-4).map((line) => `${line.who.padEnd(9)} ${line.text}`),
    // A line break of the customer's must not break the box; the columns stay.
  ].map((line) => line.replace(/[^\S ]+/g, ' ').slice(0, 110));
  const width = Math.max(...lines.map((line) => line.length));
  const edge = (left: string, right: string) => `${left}${'─'.repeat(width + 2)}${right}`;
  return [edge('┌', '┐'), ...lines.map((line) => `│ ${line.padEnd(width)} │`), edge('└', '┘')].join('\n');
}

/** Several cases share the terminal: each line says whose it is. */
function renderLine(caseId: string, said: { text?: string; name?: string } | undefined): string {
  return `${caseId} · ${said?.name ? `${said.name}: ` : ''}${(said?.text ?? '').replace(/\s+/g, ' ').slice(0, 100)}`;
}

function renderUpdate(subject: Case): string {
  return `${subject.id} · ${subject.status}${subject.owner ? ` · ${subject.owner.name}` : ''}`;
}
