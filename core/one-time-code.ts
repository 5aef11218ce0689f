// One-time codes that nobody keeps: a code is worked out from its challenge under a key, whenever it is needed, and what a
// customer typed is compared by a keyed mark. So no store and no repeated turn ever holds a code.
import { createHmac } from 'node:crypto';
import type { Secret } from './secret.ts';

/** What stands in a text where a code was. */
const HIDDEN_CODE = '[code]';
const DIGITS = 6;

/** Six digits that may be parted by single blanks, dots or dashes, and that belong to no order number, price or date. */
const CODE_LIKE =
  /(?<![\p{L}\d#@/+-]|\b(?:order|ord|invoice|case|pedido|commande|bestellung)[\s#:-]{0,3}(?:number |no\.? ?|id )?)\d(?:[ .-]?\d){5}(?![\p{L}\d@]|[.,-]\d)/giu;

export interface CodeBook {
  /** The six digits of a challenge: the same ones each time. */
  codeOf(challengeId: string): string;
  /** What may be kept of a code. It cannot be turned back without the key. */
  markOf(code: string): string;
}

export function createCodeBook(key: Secret): CodeBook {
  const digest = (what: string, value: string) =>
    createHmac('sha256', key.reveal()).update(`frontdesk ${what}\u0000${value}`);
  return {
    codeOf: (challengeId) => {
      const number = digest('one-time code', challengeId).digest().readUIntBE(0, 6) % 10 ** DIGITS;
      return String(number).padStart(DIGITS, '0');
    },
    markOf: (code) => digest('typed code', code.replace(/\D/g, '')).digest('hex').slice(0, 32),
  };
}

/** What in this text could be a code, as it was typed. */
export function findCodes(text: string): string[] {
  return text.match(CODE_LIKE) ?? [];
}

/** The text without the codes that `isCode` recognises. */
export function hideCodes(text: string, isCode: (typed: string) => boolean): string {
  return text.replace(CODE_LIKE, (typed) => (isCode(typed) ? HIDDEN_CODE : typed));
}
