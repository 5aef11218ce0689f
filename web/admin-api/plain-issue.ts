// What is wrong with an input, in the words of somebody who fills in a page: where it stands, and what would be right. A schema's
// own sentence goes first; the library's are for programmers.
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What the library says by itself begins like this. */
const LIBRARYS = /^(Invalid|Too small|Too big|Unrecognized)/;
const KINDS: Record<string, string> = {
  date: 'is a day such as 2026-12-25',
  datetime: 'is a time such as 2026-12-25T10:00:00Z',
  email: 'is an e-mail address such as ana@example.com',
  url: 'is an address that begins with https://',
};
const TYPES: Record<string, string> = {
  string: 'is a text',
  number: 'is a number',
  int: 'is a whole number',
  boolean: 'is yes or no',
  array: 'is a list',
};

export function plainIssue(issue: Issue): string {
  const where = placeOf(issue.path);
  return LIBRARYS.test(issue.message) ? `${where} ${rightOf(issue)}` : `${where}: ${issue.message}`;
}

/** `values.hours.holidays.0` → `Hours, holidays, no. 1`. */
function placeOf(path: readonly PropertyKey[]): string {
  const parts = path
    .filter((part, at) => at > 0 || part !== 'values')
    .map((part) => (typeof part === 'number' ? `no. ${part + 1}` : wordsOf(String(part))));
  const place = parts.join(', ') || 'input';
  return place[0]!.toUpperCase() + place.slice(1);
}

/** camelCase as words; names in capitals, such as those of variables, as they are. */
function wordsOf(name: string): string {
  return /^[A-Z]/.test(name) ? name : name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function rightOf(issue: Issue): string {
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string' && Number(issue.minimum) === 1) return 'may not be empty';
      return `is ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${unitOf(issue.origin)}`;
    case 'too_big':
      return `is ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}${unitOf(issue.origin)}`;
    case 'invalid_type':
      return TYPES[issue.expected] ?? 'is missing, or something else than is asked for';
    case 'invalid_format':
      return KINDS[issue.format] ?? 'is not written as it should be';
    case 'invalid_value':
      return `is one of ${issue.values.join(', ')}`;
    case 'unrecognized_keys':
      return `has nothing by the name of ${issue.keys.join(', ')}`;
    default:
      return 'is not as it should be';
  }
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters long';
  return origin === 'array' ? ' entries long' : '';
}
