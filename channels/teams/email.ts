// The e-mail address of somebody who writes to us, as their organisation's directory has it; the tenant was checked at the door.
import type { Log } from '../../core/log.ts';
import { within } from '../../core/within.ts';
import type { ConversationReference } from '../../models/activity.ts';
import type { TeamsAdapter } from './adapter.ts';
import { resultOf } from './result.ts';

const PATIENCE_MS = 1_500;

/** Null when Teams does not say it, or not in time: then nobody is recognised, and everything else goes on. */
export async function findEmail(
  begin: () => Promise<TeamsAdapter>,
  sdkReference: object,
  { nativeId, customer }: ConversationReference,
  log: Log,
): Promise<{ email: string } | null> {
  try {
    const members = await within(
      PATIENCE_MS,
      begin().then((adapter) =>
        adapter.withClient(sdkReference, (client) => client.conversations.getConversationMembers(nativeId)),
      ),
    );
    const found = (members as { aadObjectId?: string; id?: string; email?: string }[]).find(
      (one) => one.aadObjectId === customer.id || one.id === customer.id,
    );
    return found?.email ? { email: found.email } : null;
  } catch (error) {
    log.info('teams.address.unknown', { code: resultOf(error).code });
    return null;
  }
}
