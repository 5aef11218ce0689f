// What the card says that shows a case to its customer, where the network has cards: the truth of this moment, in their language.
import assert from 'node:assert/strict';
import { statusWords } from '../../phrases/status/index.ts';
import { world } from '../support/world.ts';

const ANA = { id: 'U1', name: 'Ana' };

describe("a case's card for its customer", () => {
  it('changes with everything that happens to the case', async () => {
    const its = world({ channel: 'teams', queue: { outlook: () => ({ ahead: 2, minutes: null }) } });
    await its.customer('A person please');
    const { id } = its.caseOf()[0]!;
    await its.desk('desk.move', { what: 'claim', by: ANA });
    await its.desk('desk.move', { what: 'release', by: ANA });
    await its.desk('desk.move', { what: 'claim', by: { id: 'U2', name: 'Ben' } });
    await its.desk('desk.resolve', { by: { id: 'U2', name: 'Ben' }, code: 'solved' });
    await its.desk('desk.move', { what: 'reopen', by: ANA });
    await its.customer('never mind');
    const first = its.statuses.map(({ mood, lines }) => `${mood}: ${lines[0]}`);
    assert.deepEqual(first, [
      'waiting: Waiting for a person',
      'person: Ana is here with you',
      'waiting: Waiting for a person',
      'person: Ben is here with you',
      'over: Closed by Ben',
      'waiting: Waiting for a person',
      'waiting: Waiting for a person',
      'over: Closed',
    ]);
    assert.ok(its.statuses.every((shown) => shown.caseId === id && shown.title === `Your case ${id}`));
    assert.match(its.statuses[0]!.lines.join('|'), /\|2 before you\|Expected by .+\|As of /);
  });

  it('is in their language, and never promises a time that has passed', async () => {
    const its = world({ channel: 'teams' });
    await its.customer('Ich möchte bitte mit einem Menschen sprechen');
    assert.equal(its.statuses[0]!.lines[0], 'Wartet auf einen Menschen');
    its.clock.advance(24 * 3_600_000);
    await its.act('case.delayed', { caseId: its.caseOf()[0]!.id });
    assert.deepEqual(its.statuses[1]!.lines.slice(0, 2), [
      'Wartet auf einen Menschen',
      statusWords('de').takesLonger(),
    ]);
  });

  it('says as what a case goes on that was merged into another one', async () => {
    const its = world({ channel: 'teams' });
    await its.customer('A person please');
    const { id } = its.caseOf()[0]!;
    await its.give('U1', { caseId: 'ESC-OTHER', dueAt: its.clock.now() });
    assert.deepEqual(
      its.statuses.slice(1).map(({ caseId, lines }) => `${caseId}: ${lines[0]}`),
      [`${id}: Goes on as case ESC-OTHER`, 'ESC-OTHER: Ana is here with you'],
    );
  });

  it('is nowhere that the network has no cards', async () => {
    for (const channel of ['web', 'sms', 'slack']) {
      const its = world({ channel });
      await its.customer('A person please');
      await its.desk('desk.move', { what: 'claim', by: ANA });
      assert.deepEqual(its.statuses, []);
    }
  });
});
