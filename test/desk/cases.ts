// Cases that stand at the desk already, each with its card in the Slack channel and a customer behind it: where a proof is
// not about how they got there.
import { buttonValue } from '../../channels/slack/desk/card.ts';
import { thereOf } from '../../channels/slack/desk/door.ts';
import { BOT, BOT_ID } from '../../emulators/slack/workspace.ts';
import type { ConversationReference } from '../../models/activity.ts';
import type { Case } from '../../models/case.ts';
import { caseReference } from '../../models/lane-effects.ts';
import { createLinkStore } from '../../models/links.ts';
import { DESK, type SlackStage } from '../support/slack-stage.ts';

export interface StandingCase {
  id: string;
  card: string;
  button: string;
  conversation: ConversationReference;
}

/** A case as the bot opens it; `at` is when. */
export function makeCase(id: string, at: Date, changes: Partial<Case> = {}): Case {
  return {
    id,
    status: 'open',
    reason: 'customer asked',
    priority: 'MEDIUM',
    intent: 'BILLING',
    sentiment: { label: 'NEUTRAL', score: 0 },
    language: 'en',
    summary: `What ${id} is about.`,
    tried: [],
    conversation: { channel: 'web', accountId: 'default', nativeId: `c-${id}`, customer: { id: `u-${id}` } },
    openedAt: at,
    dueAt: new Date(at.getTime() + 120 * 60_000),
    owner: null,
    ownershipEpoch: 0,
    recent: [],
    history: [{ at, who: 'bot', what: 'opened: customer asked' }],
    labels: [],
    reminded: [],
    ...changes,
  };
}

/** Opens a case at an instance, as the effect of a conversation's lane does. */
export async function openCase(stage: SlackStage, at: number, subject: Case): Promise<void> {
  const key = `open:${subject.id}`;
  await stage.apps[at % stage.apps.length]!.receive(caseReference(subject.id), {
    key,
    kind: 'action',
    receivedAt: new Date(),
    activity: {
      type: 'event',
      name: 'case.opened',
      id: key,
      timestamp: new Date(),
      from: { id: 'frontdesk', role: 'bot' },
      value: subject,
    },
  });
}

/** Cases whose cards are in the channel: no need to wait for one message a second. */
export async function standCases(stage: SlackStage, count: number, from = 0): Promise<StandingCase[]> {
  const links = createLinkStore(stage.connection);
  const made: StandingCase[] = [];
  for (let at = from; at < from + count; at += 1) {
    const id = `ESC-P${String(at).padStart(5, '0')}`;
    const subject = makeCase(id, new Date());
    const card = stage.slack.workspace.nextTs();
    stage.slack.workspace.posts.push({
      ts: card,
      channel: DESK,
      user: BOT.id,
      botId: BOT_ID,
      text: id,
      files: [],
      reactions: [],
    });
    await links.put({ here: `case|${id}`, there: thereOf(DESK, card) });
    await openCase(stage, at, subject);
    made.push({ id, card, button: buttonValue(subject), conversation: subject.conversation });
  }
  return made;
}

/** People of the desk, as many as wanted, and one customer. */
export function makeStaff(count: number): { people: { id: string; name: string }[]; ids: string[] } {
  const people = Array.from({ length: count }, (_, at) => ({
    id: `U0STAFF${String(at).padStart(2, '0')}`,
    name: `Person ${at + 1}`,
  }));
  return { people: [...people, { id: 'U0CUST001', name: 'Maya Lindqvist' }], ids: people.map((one) => one.id) };
}
