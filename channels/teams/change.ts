// A correction of what stands in Teams already: changed or deleted in place.
import type { ConversationReference } from '../../models/activity.ts';
import type { SendResult } from '../../models/channel.ts';
import type { OutboxItem } from '../../models/lane.ts';
import type { TeamsAdapter } from './adapter.ts';
import type { TeamsMessage } from './render.ts';

/** `message`: the new words, unused for a deletion; `channelData.providerId` of the item's activity is the message's id there. Throws what the SDK throws. */
export async function changeActivity(
  adapter: TeamsAdapter,
  sdkReference: object,
  { nativeId, extras }: ConversationReference,
  item: OutboxItem,
  message: TeamsMessage,
): Promise<SendResult> {
  const providerId = String(item.activity?.channelData?.providerId ?? '');
  await adapter.withClient(sdkReference, async (client) => {
    if (item.kind === 'delete') return void (await client.conversations.deleteActivity(nativeId, providerId));
    await client.conversations.updateActivity(nativeId, providerId, {
      ...message,
      from: { id: extras?.bot ?? '' },
      conversation: { id: nativeId },
    } as never);
  });
  return { outcome: 'accepted', providerId };
}
