// When a person will have reacted, in the customer's words and never better than it is: the target, what the last ones really
// waited, who is before them, and whether anybody is there at this hour.
import { isOpen, whenOpen } from '../cases/due.ts';
import { talkWords } from '../phrases/talk/index.ts';
import type { TurnContext } from './turn-context.ts';

const MINUTE_MS = 60_000;
/** A few minutes more or less are nothing to be told. */
const STEP_MINUTES = 5;

export type Waiting = Pick<TurnContext, 'services' | 'settings' | 'words'>;

/** `withPlace` false: the sentence around it says how many are ahead. */
export function dueInWords(context: Waiting, dueAt: Date, withPlace = true): string {
  const { services, settings, words } = context;
  const now = services.clock.now();
  const opensAt = isOpen(settings.hours, now) ? null : whenOpen(settings.hours, now);
  const { ahead = 0, minutes = null, overdueMinutes = 0 } = services.casePort.outlook?.(dueAt) ?? {};
  const lately = opensAt || minutes === null ? null : Math.ceil(minutes);
  const late = opensAt || lately !== null ? 0 : Math.ceil(overdueMinutes);
  const asides = [
    withPlace && ahead > 0 ? words.casesAhead({ count: ahead }) : '',
    lately === null ? '' : words.latelyAfter({ minutes: Math.max(1, lately) }),
    late > 0 ? words.waitsAlready({ minutes: late }) : '',
    opensAt ? words.closedUntil({ at: opensAt, timeZone: settings.hours.timeZone }) : '',
  ].filter((aside) => aside !== '');
  const when = whenInWords(context, dueAt, lately ?? late);
  return asides.length > 0 ? `${when} (${asides.join('; ')})` : when;
}

function promisedAt(nowMs: number, dueAt: Date, leastMinutes: number): number {
  return Math.max(dueAt.getTime(), nowMs + leastMinutes * MINUTE_MS);
}

/** The same as a time of day; null when it has passed. */
export function expectedAt({ services, settings }: Omit<Waiting, 'words'>, dueAt: Date): Date | null {
  const now = services.clock.now();
  if (dueAt <= now) return null;
  const { minutes = null, overdueMinutes = 0 } = services.casePort.outlook?.(dueAt) ?? {};
  const least = isOpen(settings.hours, now) ? (minutes ?? overdueMinutes) : 0;
  return new Date(promisedAt(now.getTime(), dueAt, least));
}

const MOST_CLOSED = 3;

/** When people are there; empty where nobody ever is. */
export function hoursInWords({ services, settings, classification }: TurnContext): string {
  const { hours } = settings;
  const now = services.clock.now();
  const today = now.toISOString().slice(0, 10);
  return talkWords(classification.language).peopleAreHere({
    week: hours.week,
    timeZone: hours.timeZone,
    closedOn: hours.holidays
      .filter((day) => day >= today)
      .sort()
      .slice(0, MOST_CLOSED),
    opensAt: isOpen(hours, now) ? null : whenOpen(hours, now),
  });
}

/** The target, or what the last ones waited where that was longer: nothing is promised that others did not get. */
function whenInWords({ services, settings, words }: Waiting, dueAt: Date, least: number): string {
  const nowMs = services.clock.nowMs();
  if (dueAt.getTime() <= nowMs) return words.laterThanSaid();
  const promised = promisedAt(nowMs, dueAt, least);
  const minutes = Math.max(STEP_MINUTES, Math.round((promised - nowMs) / MINUTE_MS));
  const target = Math.max(...Object.values(settings.firstReplyMinutes));
  if (minutes <= target) return words.withinMinutes(minutes);
  return words.byTime({ at: new Date(promised), timeZone: settings.hours.timeZone });
}
