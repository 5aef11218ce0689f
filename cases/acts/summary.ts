// A closed case in a few lines, from what is on record: what it was, how long it took, how it ended, what was promised.
import type { Case, Closing } from '../../models/case.ts';

const MINUTE_MS = 60_000;

export function summaryOf(subject: Case, closing: Closing): string {
  const { id, reason, intent, openedAt, claimedAt, firstReplyAt, summary } = subject;
  const opened = new Date(openedAt).getTime();
  const after = (what: string, at: Date | undefined) =>
    at ? [`${what} after ${lasting(new Date(at).getTime() - opened)}`] : [];
  const times = [...after('claimed', claimedAt), ...after('first reply', firstReplyAt), ...after('closed', closing.at)];
  return [
    `Summary of ${id} (${intent.toLowerCase().replaceAll('_', ' ')}, ${reason}): ${summary}`,
    `${times.join(', ')}, by ${closing.by.name}: ${closing.code}.`,
    ...(closing.promised ? [`Promised: ${closing.promised}`] : []),
    ...(closing.facts ? [`The bot now knows: ${closing.facts}`] : []),
    ...(closing.note ? [`Note: ${closing.note}`] : []),
  ].join('\n');
}

function lasting(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS);
  if (minutes < 1) return 'less than a minute';
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
