// A case as one card in the customer's chat: posted once, and changed in place ever after. One that somebody deleted is posted
// again with the next change.
import type { Log } from '../../core/log.ts';
import type { ConversationReference } from '../../models/activity.ts';
import type { ShownStatus } from '../../models/case.ts';
import type { SendResult } from '../../models/channel.ts';
import type { LinkStore } from '../../models/links.ts';
import type { TeamsAdapter } from './adapter.ts';
import { statusCard } from './render.ts';
import { resultOf } from './result.ts';

export interface StatusDeps {
  adapter: TeamsAdapter;
  links: Pick<LinkStore, 'put' | 'findThere'>;
  log: Log;
}

/** Throws what the SDK throws. */
export async function showStatus(
  { adapter, links, log }: StatusDeps,
  sdkReference: object,
  { accountId, nativeId, extras }: ConversationReference,
  shown: ShownStatus,
): Promise<SendResult> {
  const here = `teams-case|${shown.caseId}|${accountId}|${nativeId}`;
  const card = { ...statusCard(shown), from: { id: extras?.bot ?? '' }, conversation: { id: nativeId } } as never;
  const known = (await links.findThere(here))?.split('|').at(-1);
  if (known && (await update(known))) return { outcome: 'accepted', providerId: known };
  if (shown.isQuiet) return { outcome: 'accepted', providerId: '' };
  const posted = await adapter.withClient(sdkReference, (client) =>
    client.conversations.sendToConversation(nativeId, card),
  );
  const id = (posted as { id?: string }).id ?? '';
  // It is there, whatever our store says: the next change would post another one at worst.
  await links
    .put({ here, there: `teams|${accountId}|${nativeId}|${id}` })
    .catch((error: unknown) => log.warn('teams.status.unkept', { error }));
  return { outcome: 'accepted', providerId: id };

  /** False: it is not there any more. */
  async function update(id: string): Promise<boolean> {
    try {
      await adapter.withClient(sdkReference, (client) => client.conversations.updateActivity(nativeId, id, card));
      return true;
    } catch (error) {
      if (resultOf(error).code === '404') return false;
      throw error;
    }
  }
}
