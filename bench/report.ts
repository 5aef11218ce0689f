// The result of a run: rows that were measured, the gates among them, and how both read on a terminal and on a page.

export interface Row {
  section: string;
  what: string;
  value: string;
  /** What the gate asks; left out where nothing is asked. */
  gate?: string;
  passed?: boolean;
}

export interface Measured {
  rows: Row[];
  /** Everything as numbers, for --json. */
  figures: Record<string, unknown>;
  /** What a reader must know to believe the section. */
  notes: string[];
}

const verdict = (row: Row) => (row.passed === undefined ? '' : row.passed ? 'passed' : 'missed');

/** For the terminal: aligned columns, one heading per section. */
export function renderTable(rows: Row[]): string {
  const width = Math.max(...rows.map((row) => row.what.length));
  const lines: string[] = [];
  let section = '';
  for (const row of rows) {
    if (row.section !== section) lines.push('', row.section);
    section = row.section;
    lines.push(
      `  ${row.what.padEnd(width)}  ${row.value.padStart(14)}  ${(row.gate ?? '').padEnd(28)} ${verdict(row)}`.trimEnd(),
    );
  }
  return lines.join('\n');
}

/** For docs/performance.md, between its markers. */
export function renderPage(parts: {
  rows: Row[];
  notes: Map<string, string[]>;
  machine: string;
  command: string;
}): string {
  const lines = [
    `Written by \`${parts.command}\`; do not edit this part by hand. One run on ${parts.machine}. The absolute figures belong to that`,
    'machine; what is gated are ratios against peers measured in the same run, and counts. Every contender is a process of',
    'its own; the load, with one HTTP client for all, is another.',
  ];
  const missed = parts.rows.filter((row) => row.passed === false);
  lines.push(
    '',
    missed.length === 0 ? 'All gates passed.' : `**Missed: ${missed.map((row) => row.what).join(' · ')}.**`,
  );
  let section = '';
  for (const row of parts.rows) {
    if (row.section !== section) {
      section = row.section;
      lines.push('', `## ${section}`, '');
      for (const note of parts.notes.get(section) ?? []) lines.push(`- ${note}`);
      lines.push('', '| what | measured | gate | |', '|---|---:|---|---|');
    }
    lines.push(`| ${row.what} | ${row.value} | ${row.gate ?? ''} | ${verdict(row)} |`);
  }
  return `${lines.join('\n')}\n`;
}

const BEGIN = '<!-- measured: begin -->';
const END = '<!-- measured: end -->';

/** The page with its measured part replaced; what people wrote around it stays. Throws when a marker is missing. */
export function intoPage(page: string, measured: string): string {
  const from = page.indexOf(BEGIN);
  const to = page.indexOf(END);
  if (from < 0 || to < from) throw new Error(`the page needs ${BEGIN} and ${END}`);
  return `${page.slice(0, from + BEGIN.length)}\n${measured}${page.slice(to)}`;
}
