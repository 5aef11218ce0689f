// A case with several conversations of one customer: all of them learn what happens to it, and a conversation is told apart by
// its channel and account, too.
import assert from 'node:assert/strict';
import { type ConversationReference, laneIdOf } from '../../models/activity.ts';
import { ANA, desk } from './lane.ts';

const at = (channel: string, nativeId: string, accountId = 'default'): ConversationReference => ({
  channel,
  accountId,
  nativeId,
  customer: { id: 'u' },
});
const WEB = at('web', 'c-1');
const PHONE = at('sms', '+15557654321');
const TEAMS = at('teams', 'a:maya');

type Its = ReturnType<typeof desk>;

/** Whom the owner of which conversation was told to be, and whether the customer reads of it there. */
async function owners(its: Its, doing: () => Promise<unknown>): Promise<Record<string, string>> {
  await doing();
  return Object.fromEntries(
    its
      .effects()
      .filter((effect) => effect.entryKind === 'owner')
      .map((effect) => {
        const { isQuiet } = effect.activity.value as { isQuiet?: boolean };
        return [laneIdOf(effect.reference), `${effect.owner}${isQuiet ? ', quietly' : ''}`];
      }),
  );
}

describe('a case that has several conversations', () => {
  const settled = async (): Promise<Its> => {
    const its = desk({}, { conversation: WEB, others: [PHONE, TEAMS] });
    await its.open();
    await its.move('claim');
    await its.act('desk.resolve', { by: ANA, code: 'solved' });
    return its;
  };

  it('tells all but the one in which the customer came back with it that it waits again', async () => {
    const its = await settled();
    const dueAt = its.clock.now();
    assert.deepEqual(await owners(its, () => its.act('case.reopened', { dueAt, conversation: PHONE })), {
      [laneIdOf(WEB)]: 'waiting, quietly',
      [laneIdOf(TEAMS)]: 'waiting, quietly',
    });
    assert.equal(its.subject().status, 'open');
  });

  it('takes over a conversation of the same name on another channel or account, and no second time its own', async () => {
    const its = desk({}, { conversation: at('slack', 'same') });
    await its.open();
    await its.move('claim');
    const merged = (from: string, conversation: ConversationReference, others: ConversationReference[] = []) =>
      its.act('case.merged', { from, conversation, others, recent: [], summary: 'x' });
    await merged('ESC-2', at('teams', 'same'));
    await merged('ESC-3', at('slack', 'same', 'second'));
    await merged('ESC-4', at('slack', 'same'));
    await merged('ESC-5', at('teams', 'same'));
    assert.deepEqual(its.subject().others?.map(laneIdOf), ['teams|default|same', 'slack|second|same']);
  });

  it('brings all its conversations along when it is merged into another case', async () => {
    const its = desk({}, { conversation: WEB, others: [PHONE] });
    await its.open();
    await its.act('desk.merge', { by: ANA, into: 'ESC-2' });
    const told = its.told().find((activity) => activity.name === 'case.merged')!;
    const into = desk({}, { id: 'ESC-2', conversation: TEAMS });
    await into.open();
    await into.move('claim');
    assert.deepEqual(await owners(into, () => into.act('case.merged', told.value as object)), {
      [laneIdOf(WEB)]: 'U1',
      [laneIdOf(PHONE)]: 'U1, quietly',
    });
    assert.deepEqual(into.subject().others?.map(laneIdOf), [WEB, PHONE].map(laneIdOf));
  });

  it('has what was approved done where it was asked for, though the customer went on elsewhere', async () => {
    const its = desk({}, { conversation: WEB });
    await its.open();
    await its.act('case.recovery', {
      agent: 'billing',
      tool: 'refund_charge',
      input: {},
      summary: 'x',
      key: 'k',
      expiresAt: new Date(its.clock.nowMs() + 1_000),
      conversation: WEB,
    });
    await its.act('case.joined', { conversation: PHONE });
    await its.act('desk.decide', { by: ANA, verdict: 'approved' });
    const done = its.effects().filter((effect) => effect.activity.name === 'case.decided');
    assert.deepEqual(
      done.map((effect) => laneIdOf(effect.reference)),
      [laneIdOf(WEB)],
    );
  });

  it('keeps a blocked customer out of each of them', async () => {
    const its = desk({}, { conversation: WEB, others: [PHONE, TEAMS] });
    await its.open();
    await its.act('desk.block', { by: ANA, reason: 'threats', days: 3 });
    const blocked = its.effects().filter((effect) => effect.activity.name === 'customer.blocked');
    assert.deepEqual(
      blocked.map((effect) => laneIdOf(effect.reference)),
      [WEB, PHONE, TEAMS].map(laneIdOf),
    );
  });
});
