// Identifiers: where they come from and how they read. Ids that people type are short and free of look-alikes.
import { createHash, randomUUID } from 'node:crypto';

const READABLE = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A random id, optionally with a prefix: `msg-6f1c…` (122 random bits). */
export function newId(prefix?: string): string {
  const id = randomUUID();
  return prefix ? `${prefix}-${id}` : id;
}

/** The same parts give the same id: what makes a repeated turn produce the very same outbox. 32 hex digits. */
export function deriveId(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 32);
}

/** A short id that a person can read out, derived from parts, so that a repeated turn opens the same case: `ESC-7KQ2MX9T` (40 bits). */
export function deriveReadableId(prefix: string, ...parts: string[]): string {
  const bytes = createHash('sha256').update(parts.join('\u0000')).digest();
  let text = '';
  for (let at = 0; at < 8; at += 1) text += READABLE[bytes[at]! % READABLE.length];
  return `${prefix}-${text}`;
}
