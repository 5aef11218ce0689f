// What a waiting customer wants to know: which case, when, and how many are before them. Also how long a broken line
// goes unmentioned.
import { useEffect, useState } from 'preact/hooks';
import type { Waiting } from '../conversation/state.ts';
import type { Connection } from '../direct-line/stream.ts';
import { useTexts } from '../texts/index.ts';
import { ClockIcon } from './icons.tsx';
import { dueText } from './times.ts';

/** A break shorter than this is not worth a word. */
const HICCUP_MS = 1_500;

export function WaitingBanner({ waiting }: { waiting: Waiting | null }) {
  const texts = useTexts();
  const now = useMinutes();
  if (!waiting) return null;
  const { caseId, dueAt, position } = waiting;
  const place = position === undefined ? '' : position <= 1 ? texts.youAreNext : texts.yourPlace(position);
  const when = dueAt === undefined ? texts.soon : dueText(dueAt, now, texts);
  return (
    <div class="waiting" role="status">
      <span class="waiting-icon">
        <ClockIcon />
      </span>
      <div>
        <p class="waiting-when">{texts.personReplies(when)}</p>
        <p class="waiting-what">
          {caseId && (
            <>
              {texts.case} <strong>{caseId}</strong>.{' '}
            </>
          )}
          {place || texts.keepWriting}
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
