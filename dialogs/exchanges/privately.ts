// A conversation that others read along (a Slack channel, a Teams group): nobody is known there and nothing is confirmed there.
// What is personal goes on in a direct message to the one who wrote, and only that is said in front of everybody.
import { deriveId } from '../../core/ids.ts';
import type { ConversationReference } from '../../models/activity.ts';
import { appendTo } from '../../models/lane-effects.ts';
import type { TurnContext } from '../turn-context.ts';

export function isShared({ lane }: Pick<TurnContext, 'lane'>): boolean {
  return lane.reference.extras?.shared === 'yes';
}

/** Passes on what the author said to their own direct messages, where the network has opened them; what is said here. */
export function goPrivate(context: TurnContext): string {
  const { entries, effects, words, lane } = context;
  const last = entries.at(-1)!.activity;
  const place = last.channelData?.privately as ConversationReference | undefined;
  context.outcome = 'settled';
  context.route = 'shared:private';
  if (!place) return words.writePrivately();
  // Two may have written in one breath: only the author's own words go to the author.
  const own = entries.filter((entry) => entry.activity.from.id === last.from.id);
  const id = deriveId(lane._id, own[0]!.key, 'privately');
  if (effects.some((one) => one.id === id)) return words.wentPrivate();
  const text = own.map((entry) => entry.activity.text ?? '').join('\n');
  const { channelData: _shared, replyToId: _thread, ...said } = last;
  effects.push(appendTo(place, { id, entryKind: 'message', activity: { ...said, id, text } }));
  return words.wentPrivate();
}
