// What a customer sees while an answer is made: typing, and after a while that it is being looked up. It may be lost and it
// may be repeated; the answer ends it.
import type { Log } from '../core/log.ts';
import type { Channel, Progress } from '../models/channel.ts';
import type { Entry, Lane } from '../models/lane.ts';

/** Typing is shown when an answer takes longer than this; quicker ones need none. */
const TYPING_AFTER_MS = 150;
/** Teams forgets it after three seconds. */
const TYPING_EVERY_MS = 2_900;

export interface ShowWorkDeps {
  channel: Channel | undefined;
  log: Log;
  progressAfterMs: number;
}

/** Shows it to a customer who has written and whom the bot may answer. @returns what ends it */
export function showWork({ channel, log, progressAfterMs }: ShowWorkDeps, lane: Lane, entries: Entry[]): () => void {
  const isTalk = lane.kind === 'conversation' && entries.some((entry) => entry.kind === 'message');
  if (!isTalk || !channel?.showTyping || (lane.owner !== 'bot' && lane.owner !== 'waiting')) return () => undefined;
  let progress: Progress | undefined;
  const show = () => {
    channel.showTyping?.(lane.reference, progress).catch((error: unknown) => log.debug('typing.lost', { error }));
  };
  const first = setTimeout(show, TYPING_AFTER_MS);
  const again = setInterval(show, TYPING_EVERY_MS);
  const long = setTimeout(() => {
    const spoken = (lane.state as { language?: string } | null)?.language;
    progress = { language: spoken || entries.at(-1)?.activity.locale?.slice(0, 2) || 'en' };
    show();
  }, progressAfterMs);
  return () => {
    clearTimeout(first);
    clearInterval(again);
    clearTimeout(long);
  };
}
