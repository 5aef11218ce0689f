// What the rest of the house learns from sending. Tells the desk what became of a colleague's words: sent, delivered or failed,
// as an entry of the case's own lane. A report may be lost with a crash; the words are not.
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { Receive } from '../models/channel.ts';
import { type HealthBook, healthKey } from '../models/channel-health.ts';
import type { Message } from '../models/lane.ts';
import { caseReference } from '../models/lane-effects.ts';

const SAID_AS: Partial<Record<NonNullable<Message['delivery']>, string>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  failed: 'failed',
  refused: 'blocked',
};

export function reportToDesk(rows: readonly Message[], receive: Receive, clock: Clock, log: Log): void {
  for (const row of rows) {
    const { caseId, deskMessageId } = (row.activity.channelData ?? {}) as { caseId?: string; deskMessageId?: string };
    const state = SAID_AS[row.delivery ?? 'sent'];
    if (row.role !== 'staff' || !caseId || !deskMessageId || !state) continue;
    const key = `delivery:${row.key}:${state}`;
    const timestamp = clock.now();
    receive(caseReference(caseId), {
      key,
      kind: 'reaction',
      receivedAt: timestamp,
      activity: {
        type: 'event',
        name: 'case.delivery',
        id: key,
        timestamp,
        from: { id: 'frontdesk', role: 'bot' },
        value: {
          messageId: deskMessageId,
          state,
          ...(row.failure ? { detail: row.failure } : {}),
          ...(row.providerId ? { providerId: row.providerId } : {}),
          ...(row.received && row.received.text !== row.activity.text ? { received: row.received } : {}),
        },
      },
    }).catch((error: unknown) => log.warn('report.lost', { caseId, error }));
  }
}

const SYNC_EVERY_MS = 2_000;

/** Keeps what this instance knows about the channels and what the others know together. */
export function keepHealth(book: HealthBook, log: Log) {
  let timer: NodeJS.Timeout | undefined;
  const quietly = () => book.sync().catch((error: unknown) => log.warn('health.unsynced', { error }));
  return {
    /** The way in, with what comes in counted by channel and account. */
    count:
      (receive: Receive): Receive =>
      (reference, entry) => {
        book.note(healthKey(reference.channel, reference.accountId), 'received');
        return receive(reference, entry);
      },
    start: () => {
      timer = setInterval(quietly, SYNC_EVERY_MS);
    },
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await quietly();
    },
  };
}
