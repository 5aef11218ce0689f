// Answers as a table that spreadsheets read: comma-separated values, in which no cell is a formula.

type Cell = string | number;

export function csvOf(name: string, head: string[], rows: readonly Cell[][]): Response {
  const lines = [head, ...rows].map((row) => row.map((cell) => quoted(String(cell))).join(','));
  return new Response(`${lines.join('\r\n')}\r\n`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
    },
  });
}

/** Every number by its path, one a row; the definitions are words and stay behind. */
export function flat(value: unknown, path = ''): Cell[][] {
  if (value instanceof Date) return [[path, value.toISOString()]];
  if (typeof value === 'number' || typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    name === 'definitions' ? [] : flat(one, path === '' ? name : `${path}.${name}`),
  );
}

/** A cell that a spreadsheet takes for text, whatever it begins with. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
