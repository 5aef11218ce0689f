// A pressed button is what the customer says. The message then shows what was picked in place of its buttons: made from the press
// itself, safe to repeat and no loss when it fails.
import type { WebClient } from '@slack/web-api';
import type { Log } from '../../core/log.ts';
import { errorName } from './client.ts';
import { keyOf, type Parsed, parseMessage } from './parse.ts';
import { type Block, escapeSlack } from './render.ts';
import type { BlockActions } from './schema.ts';

/** `team`: our own workspace; null for what is no option of a message. */
export function parsePick(body: BlockActions, team: string, accountId: string, receivedAt: Date): Parsed | null {
  const action = body.actions[0]!;
  const { channel, ts } = placeOf(body);
  if (!channel || !ts || !action.value) return null;
  const event = {
    type: 'message' as const,
    channel,
    user: body.user.id,
    text: action.value,
    ts: action.action_ts,
    ...(body.message?.thread_ts ? { thread_ts: body.message.thread_ts } : {}),
  };
  const parsed = parseMessage({ team_id: team }, event, { botUserId: '' }, accountId, receivedAt);
  if (parsed.kind !== 'heard') return null;
  // One message's buttons are pressed once, however often Slack or a finger repeats it.
  parsed.entry.key = `${keyOf(channel, ts)}:picked`;
  parsed.onlyIfKnown = false;
  return parsed;
}

export async function showPick(client: WebClient, body: BlockActions, log: Log): Promise<void> {
  const { channel, ts } = placeOf(body);
  const blocks = body.message?.blocks;
  const title = body.actions[0]!.text?.text;
  if (!channel || !ts || !title || !Array.isArray(blocks)) return;
  const rest = (blocks as Block[]).filter((block) => block.block_id !== 'choices');
  const picked = { type: 'context', elements: [{ type: 'mrkdwn', text: `✓ ${escapeSlack(title)}` }] };
  const text = typeof body.message?.text === 'string' ? body.message.text : title;
  try {
    await client.chat.update({ channel, ts, text, blocks: [...rest, picked] } as never);
  } catch (error) {
    log.info('slack.pick.unshown', { code: errorName(error) });
  }
}

function placeOf({ channel, container, message }: BlockActions): {
  channel?: string | undefined;
  ts?: string | undefined;
} {
  return {
    channel: channel?.id ?? container?.channel_id ?? undefined,
    ts: message?.ts ?? container?.message_ts ?? undefined,
  };
}
