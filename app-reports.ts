// What the rest of the house learns from sending. Tells the desk what became of a colleague's words: sent, delivered or failed, as an entry of the case's own lane. A
// report may be lost with a crash; the words are not.
import type { Clock } from './core/clock.ts';
import type { Log } from './core/log.ts';
import type { Receive } from './models/channel.ts';
import type { Message } from './models/lane.ts';

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
    receive(
      { channel: 'desk', accountId: 'default', nativeId: caseId, customer: { id: 'desk', name: 'Desk' } },
      {
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
            ...(row.received && row.received.text !== row.activity.text ? { received: row.received } : {}),
          },
        },
      },
    ).catch((error: unknown) => log.warn('report.lost', { caseId, error }));
  }
}

/** Refusals that an admin has to do something about. */
const NEEDS_ADMIN =
  /^(invalid_auth|not_authed|account_inactive|token_revoked|token_expired|missing_scope|401|403|20003|ECONNREFUSED|ENOTFOUND)$/;

/** The last such refusal of each channel; gone as soon as something is accepted again. */
export function createFailures(clock: Clock) {
  const failing: Record<string, { code: string; at: Date }> = {};
  return {
    note: (channel: string, outcome: string, code: string | undefined): void => {
      if (outcome === 'accepted') delete failing[channel];
      else if (code && NEEDS_ADMIN.test(code)) failing[channel] ??= { code, at: clock.now() };
    },
    list: () => failing,
  };
}
