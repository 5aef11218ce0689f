// Conversations as transcripts that anyone can read. A send that no line asserts fails, a scripted model step that is
// never used fails, an unknown `then:` fails before anything runs; on failure the page prints with >> at the line.
import assert from 'node:assert/strict';
import { literally } from '../../core/literally.ts';
import { checks } from './checks.ts';
import { type World, type WorldOptions, world } from './world.ts';

const KINDS = ['customer', 'model', 'bot', 'desk', 'then', 'person', 'after'] as const;
type Kind = (typeof KINDS)[number];

interface Line {
  at: number;
  kind: Kind;
  text: string;
}

const CHANNELS = ['web', 'sms', 'teams', 'slack', 'console'];

/** Plays a page in a world; rejects with the page and a mark at the line that did not hold. */
export async function converse(inWorld: World, page: string): Promise<void> {
  const lines = parsePage(page);
  inWorld.state.scripted = lines.some((line) => line.kind === 'model');
  for (const [index, line] of lines.entries()) {
    try {
      await play(inWorld, line, lines.slice(index + 1));
    } catch (error) {
      throw new Error(`${(error as Error).message}\n\n${mark(page, line.at)}`, { cause: error });
    }
  }
  assertNothingLeft(inWorld, 'at the end of the page');
}

/** One test per channel for the same page. */
export function onEveryChannel(name: string, page: string, options: WorldOptions = {}): void {
  for (const channel of CHANNELS) it(`${name} (${channel})`, () => converse(world({ ...options, channel }), page));
}

function parsePage(page: string): Line[] {
  const lines: Line[] = [];
  for (const [at, raw] of page.split('\n').entries()) {
    if (raw.trim() === '') continue;
    const match = /^\s*(\w+):\s*(.*)$/.exec(raw);
    const kind = match?.[1] as Kind;
    if (!match || !KINDS.includes(kind))
      throw new Error(`line ${at + 1} is not a line of a conversation: ${raw.trim()}`);
    if (kind === 'then' && !checks.some((check) => check.pattern.test(match[2]!)))
      throw new Error(`line ${at + 1}: nobody knows how to check «${match[2]}»`);
    lines.push({ at, kind, text: match[2]!.trim() });
  }
  return lines;
}

async function play(inWorld: World, line: Line, rest: Line[]): Promise<void> {
  switch (line.kind) {
    case 'customer': {
      assertNothingLeft(inWorld, 'before the customer writes again');
      for (const next of rest) {
        if (next.kind === 'customer') break;
        if (next.kind === 'model') inWorld.script.push(next.text);
      }
      // « / » stands between texts that were typed in one breath and share a turn.
      // What stands in the last letter, or what surely does not.
      const text = line.text.replace('{code}', () => codeIn(inWorld)).replace('{wrong code}', () => wrongCode(inWorld));
      await (text.includes(' / ') ? inWorld.customerRapidly(text.split(' / ')) : inWorld.customer(text));
      return;
    }
    case 'model':
      return; // queued with the customer's line above it
    case 'bot': {
      const next = inWorld.said.shift();
      assert.ok(next, 'the bot said nothing more');
      return assertLike(next.text, line.text);
    }
    case 'desk': {
      const card = inWorld.cards.shift();
      assert.ok(card, 'nothing more reached the desk');
      return assertLike(
        card
          .replace(/[│┌┐└┘─]+/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
        line.text,
      );
    }
    case 'person': {
      const claims = /^(?:(\w+) )?claims the case$/.exec(line.text);
      await (claims ? inWorld.claim(claims[1] ?? 'Ana') : inWorld.person(line.text));
      return;
    }
    case 'after':
      inWorld.clock.advance(durationMs(line.text));
      return;
    case 'then':
      for (const check of checks) {
        const match = check.pattern.exec(line.text);
        if (match) return check.run(inWorld, match.slice(1));
      }
  }
}

/** The code of the last letter. */
export function codeIn({ letters }: World): string {
  const code = /\b\d{6}\b/.exec(letters.at(-1)?.text ?? '')?.[0];
  assert.ok(code, 'no letter with a code has left');
  return code;
}

function wrongCode(inWorld: World): string {
  return String((Number(codeIn(inWorld)) + 1) % 1_000_000).padStart(6, '0');
}

function assertNothingLeft(inWorld: World, when: string): void {
  assert.deepEqual(
    inWorld.said.map((one) => one.text),
    [],
    `the bot said more than the page, ${when}`,
  );
  assert.deepEqual(inWorld.script, [], `the model was not asked for all of its lines, ${when}`);
  // Cards are asserted where a page cares for them; what is left when the customer goes on is let go.
  inWorld.cards.length = 0;
}

/** `…` stands for anything; white space is folded. */
function assertLike(actual: string, expected: string): void {
  const fold = (text: string) => text.replace(/\s+/g, ' ').trim();
  const pattern = fold(expected).split('…').map(literally).join('.*');
  assert.ok(new RegExp(`^${pattern}$`, 's').test(fold(actual)), `expected: ${expected}\n  actual: ${fold(actual)}`);
}

function durationMs(text: string): number {
  const match = /^(\d+) (second|minute|hour|day)s?$/.exec(text);
  if (!match) throw new Error(`«${text}» is not a span of time`);
  return Number(match[1]) * { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 }[match[2] as 'second']!;
}

function mark(page: string, at: number): string {
  return page
    .split('\n')
    .map((line, index) => `${index === at ? '>>' : '  '} ${line.trim()}`)
    .join('\n');
}
