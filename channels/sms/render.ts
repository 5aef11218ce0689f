// From an activity to the text of a message: plain, in the cheap alphabet where that loses nothing, at most so many
// segments, then a link to the rest. It never asks for a word that would unsubscribe the customer.
import { SegmentedMessage } from 'sms-segments-calculator';
import type { Activity } from '../../models/activity.ts';
import { numberChoices } from '../choices.ts';
import { renderPlain } from '../plain.ts';
import { splitHead } from '../split.ts';

/** Twilio takes at most 1,600 characters. */
const MOST_CHARACTERS = 1_600;

/** Signs that flip a whole text to 70 characters a segment, though a plain one says the same. */
const CHEAP: [RegExp, string][] = [
  [/[‘’‚‛′]/g, "'"],
  [/[“”„‟″«»]/g, '"'],
  [/[‐‑‒–—―]/g, '-'],
  [/…/g, '...'],
  [/[\u00a0\u2007\u2009\u202f]/g, ' '],
  [/[\u200b-\u200d\ufeff](?!\p{Extended_Pictographic})/gu, ''],
  [/[•‣◦]/g, '-'],
  [/[¦]/g, '|'],
];

export interface SmsBody {
  body: string;
  segments: number;
  /** What did not fit, if anything. */
  rest: string | null;
}

export function normalise(text: string): string {
  return CHEAP.reduce((cheap, [sign, plain]) => cheap.replace(sign, plain), text).trim();
}

export function countSegments(text: string): number {
  return new SegmentedMessage(text).segmentsCount;
}

/** What does not fit is left over; never the choices, nor `links` to files. */
export function renderSms(
  activity: Pick<Activity, 'text' | 'choices'>,
  mostSegments: number,
  links: readonly string[] = [],
): SmsBody & { whole: string } {
  const choices = activity.choices?.length ? numberChoices(activity.choices) : '';
  const last = [...links, choices].filter((part) => part !== '').join('\n\n');
  const whole = normalise([renderPlain(activity.text ?? ''), last].filter((part) => part !== '').join('\n\n'));
  const fits = (part: string) => part.length <= MOST_CHARACTERS && countSegments(part) <= mostSegments;
  if (fits(whole)) return { whole, body: whole, segments: countSegments(whole), rest: null };
  // Room for a link to the whole, and for what the customer must see.
  const tail = last === '' ? '' : `\n\n${normalise(last)}`;
  const head = splitHead(whole.slice(0, whole.length - tail.length), (part) =>
    fits(`${part}${ROOM_FOR_LINK}${tail}`),
  ).head;
  const body = `${head}${tail}`;
  return { whole, body, segments: countSegments(body), rest: whole.slice(head.length).trim() };
}

const ROOM_FOR_LINK = `\n\nMore: https://${'x'.repeat(150)}`;
