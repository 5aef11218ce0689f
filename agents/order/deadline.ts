// "Will it be here before Saturday?", "by the 20th?": until when something must have come, told against the day of delivery. Pure;
// days are YYYY-MM-DD.

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = '(sun(?:day)?|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?)';
const UNTIL = new RegExp(
  `\\b(before|by|until|in time for)\\s+(?:(?:the|this|next|coming|my)\\s+){0,2}(?:(weekend)|(tomorrow)|(christmas|xmas)|${DAY}\\b|${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+${MONTH}|(\\d{1,2})(?:st|nd|rd|th))\\b`,
  'i',
);
const OF_ARRIVAL =
  /\b(?:arriv\w*|(?:be|get|gets|is|are|it) (?:here|there)|(?:here|there) (?:before|by|on|until|in time)|comes?|coming|deliver\w*|shows? up|make it|reach\w*|lands?|landing|in time|(?:that|it)(?: \S+){0,2} (?:before|by))\b/i;
/** Another day is wished for, or no parcel is meant. */
const OF_ELSE =
  /\b(?:if|when) (?:i|we) (?:order|buy)\b|\b(?:change|move|choose|pick|set|book|reschedule|return|refund|pay|send (?:it|them) back|what (?:do|can|should|happens)\b[^.?!]{0,20}\bif|away|home|tried|attempt\w*|instead|can (?:they|dhl|ups|you) come)\b/i;

export interface Deadline {
  /** The day that is named. */
  on: string;
  /** The last day that is in time. */
  last: string;
}

/** Until when something must have come is asked. */
export const namesDeadline = (text: string): boolean =>
  UNTIL.test(text) && OF_ARRIVAL.test(text) && !OF_ELSE.test(text);

/** null: none is named, or it is not asked of an arrival. */
export function readDeadline(text: string, today: string): Deadline | null {
  const found = namesDeadline(text) ? UNTIL.exec(text) : null;
  if (!found) return null;
  const [, how = '', weekend, tomorrow, christmas, weekday, month, ofMonth, dayFirst, monthLast, dayOnly] = found;
  const on = weekend
    ? nextWeekday(today, 6)
    : tomorrow
      ? plus(today, 1)
      : christmas
        ? nextDate(today, 11, 24)
        : weekday
          ? nextWeekday(today, WEEKDAYS.indexOf(weekday.slice(0, 3).toLowerCase()))
          : dayOnly
            ? nextDay(today, Number(dayOnly))
            : nextDate(today, monthOf(month ?? monthLast ?? ''), Number(ofMonth ?? dayFirst));
  if (on === null) return null;
  const isBefore = how.toLowerCase() === 'before';
  return { on, last: isBefore ? plus(on, -1) : weekend ? plus(on, 1) : on };
}

/** Whether something that comes on that day is in time; null: nothing of the kind is asked. */
export function tellsInTime(text: string, today: string, deliveryOn: string): { on: string; isInTime: boolean } | null {
  const deadline = readDeadline(text, today);
  return deadline && { on: deadline.on, isInTime: deliveryOn <= deadline.last };
}

const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase());
const dateOf = (day: string): Date => new Date(`${day}T12:00:00Z`);
const isoOf = (date: Date): string => date.toISOString().slice(0, 10);

function plus(day: string, days: number): string {
  const date = dateOf(day);
  date.setUTCDate(date.getUTCDate() + days);
  return isoOf(date);
}

function nextWeekday(today: string, weekday: number): string {
  return plus(today, (weekday - dateOf(today).getUTCDay() + 7) % 7 || 7);
}

/** The next 20th that there is; null where a month has no such day. */
function nextDay(today: string, day: number): string | null {
  const from = dateOf(today);
  const isPast = day < from.getUTCDate();
  return nextDate(today, (from.getUTCMonth() + (isPast ? 1 : 0)) % 12, day);
}

function nextDate(today: string, month: number, day: number): string | null {
  const year = dateOf(today).getUTCFullYear();
  const of = (inYear: number) => new Date(Date.UTC(inYear, month, day, 12));
  const date = isoOf(of(year)) < today ? of(year + 1) : of(year);
  return date.getUTCMonth() === month && date.getUTCDate() === day ? isoOf(date) : null;
}
