// Reads the pages: conversations as customers have them, each with what must hold. A line is one of
//   ## name                     a new conversation
//   as: CUS-1001                who the shop says this is; anonymous when left out
//   given: ORD-50000 pending    an order of CUS-1001 besides the demo shop's; `late`: overdue by three days
//   > text                      the customer writes
//   bot: a | b / c              said in answer: a, and b or c (case does not matter)
//   not: a | b                  said nowhere in answer: neither
//   choices: a                  offered to pick from
//   tools: a b                  the only tools that may be called in this conversation
//   end: ORD-50000.status = x   how the shop stands at this point
//   case: none                  no case may be open at the end; `any`, or its reason: one must be
import { readdirSync, readFileSync } from 'node:fs';

export interface Said {
  text: string;
  checks: { kind: 'bot' | 'not' | 'choices' | 'end'; text: string }[];
}

export interface Page {
  topic: string;
  name: string;
  customerId: string | null;
  given: { id: string; status: string; isLate: boolean }[];
  lines: Said[];
  tools: string[] | null;
  /** null: either is right. */
  case: string | null;
}

const FOLDER = new URL('./pages/', import.meta.url);

/** All pages, by topic and in the order in which they stand. Throws on a line that is none of the above. */
export function readPages(): Page[] {
  const names = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort();
  return names.flatMap((name) => parsePages(name.replace('.txt', ''), readFileSync(new URL(name, FOLDER), 'utf8')));
}

export function parsePages(topic: string, text: string): Page[] {
  const pages: Page[] = [];
  for (const [at, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const begin = /^## (.+)$/.exec(line)?.[1];
    if (begin) {
      pages.push({ topic, name: begin, customerId: null, given: [], lines: [], tools: null, case: null });
      continue;
    }
    const page = pages.at(-1);
    if (!page || !readLine(page, line)) throw new Error(`${topic}:${at + 1} is not a line of a conversation: ${line}`);
  }
  return pages;
}

function readLine(page: Page, line: string): boolean {
  const said = /^> (.+)$/.exec(line)?.[1];
  if (said) {
    page.lines.push({ text: said, checks: [] });
    return true;
  }
  const [, key, value] = /^(\w+): (.+)$/.exec(line) ?? [];
  if (!key || !value) return false;
  switch (key) {
    case 'as':
      page.customerId = value;
      return true;
    case 'given': {
      const [id, ...rest] = value.split(' ');
      const isLate = rest.at(-1) === 'late';
      page.given.push({ id: id!, status: rest.filter((word) => word !== 'late').join(' '), isLate });
      return true;
    }
    case 'tools':
      page.tools = value.split(' ');
      return true;
    case 'case':
      page.case = value;
      return true;
    case 'bot':
    case 'not':
    case 'choices':
    case 'end':
      page.lines.at(-1)?.checks.push({ kind: key, text: value });
      return page.lines.length > 0;
    default:
      return false;
  }
}
