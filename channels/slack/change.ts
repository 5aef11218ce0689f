// A correction of what stands in Slack already: changed or deleted in place. What is gone there needs no correction.
import type { WebClient } from '@slack/web-api';
import type { SendResult } from '../../models/channel.ts';
import type { OutboxItem } from '../../models/lane.ts';
import { post } from './client.ts';
import type { SlackMessage } from './render.ts';

/** `message`: the new words, for an update; `channelData.providerId` of the item's activity is the message's ts. */
export async function changeMessage(
  client: WebClient,
  channel: string,
  item: OutboxItem,
  message: SlackMessage | null,
): Promise<SendResult> {
  const ts = String(item.activity?.channelData?.providerId ?? '');
  const changed = await post(() =>
    item.kind === 'delete'
      ? client.chat.delete({ channel, ts })
      : client.chat.update({ channel, ts, ...message } as never),
  );
  const isGone = changed.outcome === 'refused' && changed.code === 'message_not_found';
  return isGone && item.kind === 'delete' ? { outcome: 'accepted', providerId: ts } : changed;
}
