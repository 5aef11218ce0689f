// The playground's count: what people wrote in the networks against what this server has heard. It asks the store for each
// message by its key, as the reconciler does.
import type { Clock } from '../../core/clock.ts';
import type { ConversationReference } from '../../models/activity.ts';
import type { KnownMessages } from '../../models/caught-up.ts';

/** Of the stand-ins' state, what the count needs. */
export interface StandInState {
  slack: { team: string; posts: { channel: string; ts: string; user?: string; botId?: string; threadTs?: string }[] };
  twilio: { messages: { sid: string; direction: string; from: string; at: string }[] };
  teams: {
    posts: {
      id: string;
      conversation: string;
      from: string;
      at: string;
      activity: { replyToId?: string; value?: { frontdeskChoice?: string } };
    }[];
  };
}

export interface Tally {
  /** By customers, in the networks that are played. */
  written: number;
  /** Safe in our store. */
  heard: number;
  /** Written a moment ago. */
  underway: number;
  lost: number;
}

interface Written {
  channel: string;
  nativeId: string;
  key: string;
  atMs: number;
}

/** Networks try again for so long. */
const PATIENCE_MS = 60_000;
const MOST_ASKED = 50;

export function createTally(isKnown: KnownMessages['has'], clock: Clock) {
  const heard = new Set<string>();

  async function look({ channel, nativeId, key }: Written): Promise<void> {
    const reference: ConversationReference = { channel, accountId: 'default', nativeId, customer: { id: nativeId } };
    if (await isKnown(reference, key)) heard.add(`${channel} ${key}`);
  }

  return async (state: StandInState): Promise<Tally> => {
    const all = writtenIn(state);
    const open = all.filter((one) => !heard.has(`${one.channel} ${one.key}`));
    await Promise.all(open.slice(-MOST_ASKED).map(look));
    const missing = all.filter((one) => !heard.has(`${one.channel} ${one.key}`));
    const lost = missing.filter((one) => clock.nowMs() - one.atMs > PATIENCE_MS).length;
    return { written: all.length, heard: all.length - missing.length, underway: missing.length - lost, lost };
  };
}

function writtenIn({ slack, twilio, teams }: StandInState): Written[] {
  return [
    ...slack.posts
      .filter((one) => one.channel.startsWith('D') && one.user && !one.botId)
      .map(({ channel, ts }) => ({
        channel: 'slack',
        nativeId: `${slack.team}:${channel}`,
        key: `${channel}:${ts}`,
        atMs: Number(ts) * 1_000,
      })),
    ...twilio.messages
      .filter((one) => one.direction === 'inbound')
      .map(({ sid, from, at }) => ({ channel: 'sms', nativeId: from, key: sid, atMs: Date.parse(at) })),
    ...teams.posts
      .filter((one) => one.from !== 'bot')
      .map(({ id, conversation, at, activity }) => ({
        channel: 'teams',
        nativeId: conversation,
        key: activity.value?.frontdeskChoice ? `${activity.replyToId}:picked` : id,
        atMs: Date.parse(at),
      })),
  ];
}
