// What a waiting customer wants to know: which case, when, and how many are before them. Also how long a broken line
// goes unmentioned.
import { useEffect, useState } from 'preact/hooks';
import type { Waiting } from '../conversation/state.ts';
import type { Connection } from '../direct-line/stream.ts';
import { ClockIcon } from './icons.tsx';
import { dueText } from './times.ts';

/** A break shorter than this is not worth a word. */
const HICCUP_MS = 1_500;

export function WaitingBanner({ waiting }: { waiting: Waiting | null }) {
  const now = useMinutes();
  if (!waiting) return null;
  const { caseId, dueAt, position } = waiting;
  const place = position === undefined ? '' : position <= 1 ? 'You are next.' : `You are number ${position} in line.`;
  const when = dueAt === undefined ? 'as soon as possible' : dueText(dueAt, now);
  return (
    <div class="waiting" role="status">
      <span class="waiting-icon">
        <ClockIcon />
      </span>
      <div>
        <p class="waiting-when">A person will reply {when}.</p>
        <p class="waiting-what">
          {caseId && (
            <>
              Case <strong>{caseId}</strong>.{' '}
            </>
          )}
          {place || 'You may keep writing.'}
        </p>
      </div>
    </div>
  );
}

/** True once the line has been down for a while. */
export function useLateConnection(connection: Connection): boolean {
  const [late, setLate] = useState(false);
  const down = connection === 'reconnecting';
  useEffect(() => {
    if (!down) {
      setLate(false);
      return;
    }
    const timer = setTimeout(() => setLate(true), HICCUP_MS);
    return () => clearTimeout(timer);
  }, [down]);
  return late;
}

/** Now, to the half minute. */
function useMinutes(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
