// The door's mask: card numbers, passwords and one-time codes leave a customer's text before it is stored anywhere, the
// spill included. A code leaves its keyed mark, by which the turn can tell whether it is the right one.

import { maskSecrets } from '../core/mask.ts';
import { findCodes, hideCodes } from '../core/one-time-code.ts';
import { within } from '../core/within.ts';
import type { NewEntry } from '../models/lane.ts';
import type { CodeDoor } from '../models/ports.ts';

/** The entry as it may be stored. Codes are looked up for `patienceMs` at most; then whatever looks like one is hidden. */
export async function maskEntry(
  entry: NewEntry,
  laneId: string,
  codes: CodeDoor | undefined,
  patienceMs: number,
): Promise<NewEntry> {
  const { text } = entry.activity;
  if (text === undefined) return entry;
  const typed = codes ? findCodes(text) : [];
  const hidden = typed.length > 0 ? await marksToHide(typed, laneId, codes!, patienceMs) : [];
  // Before the passwords: a code that hides behind "my passcode is" must still be recognised.
  const withoutCodes = hidden.length > 0 ? hideCodes(text, (one) => hidden.includes(codes!.markOf(one))) : text;
  const masked = maskSecrets(withoutCodes);
  if (masked === text) return entry;
  return {
    ...entry,
    activity: { ...entry.activity, text: masked, ...(hidden.length > 0 ? { codes: hidden } : {}) },
  };
}

async function marksToHide(typed: string[], laneId: string, codes: CodeDoor, patienceMs: number): Promise<string[]> {
  const marks = typed.map((one) => codes.markOf(one));
  if (patienceMs === 0) return marks;
  try {
    return await within(patienceMs, codes.toHide(laneId, marks));
  } catch {
    // Nobody can say whether a code is awaited: an order number lost is better than a code kept.
    return marks;
  }
}
