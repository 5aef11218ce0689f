// A risk that is told while a case is open: the case is urgent from then on, and somebody is called.
import assert from 'node:assert/strict';
import { world } from '../support/world.ts';
import { ANA, desk } from './lane.ts';

describe('a risk that is told while a case is open', () => {
  it('makes the case urgent, calls whoever is on call, or has it, and is watched anew', async () => {
    const its = desk({ onCall: ['U8'], leads: ['U9'] }, { priority: 'LOW' });
    await its.open();
    await its.next('due soon');
    const dueAt = new Date(its.clock.nowMs() + 60_000);
    await its.act('case.raised', { risk: 'self-harm', dueAt: dueAt.toISOString() });
    assert.equal(its.subject().priority, 'URGENT');
    assert.deepEqual(its.subject().dueAt, dueAt);
    assert.equal(its.subject().reminded.includes('due soon'), false);
    const [said] = its.shown('case.note');
    assert.match(String(said!.text), /self-harm/);
    assert.deepEqual(said!.mention, ['U8', 'U9']);
    await its.move('claim');
    await its.act('case.raised', { risk: 'danger', dueAt });
    assert.deepEqual(its.shown('case.note')[0]!.mention, [ANA.id]);
  });

  it('is promised as soon as in a new case, once', async () => {
    const its = world();
    await its.customer('A person please');
    assert.equal(its.caseOf()[0]!.priority, 'HIGH');
    for (const text of ['I want to kill myself', 'I really want to kill myself']) {
      its.said.length = 0;
      await its.customer(text);
      assert.match(its.said[0]!.text, /within 15 minutes/);
    }
    const [opened] = its.caseOf();
    assert.equal(opened!.priority, 'URGENT');
    assert.equal(opened!.history.filter(({ what }) => what.startsWith('risk:')).length, 1);
  });

  it('calls whoever has the case, while the bot stays silent', async () => {
    const its = world();
    await its.customer('A person please');
    await its.claim('Ana');
    its.said.length = 0;
    await its.customer('my invoice is wrong');
    assert.equal(its.caseOf()[0]!.priority, 'HIGH');
    await its.customer('I want to kill myself');
    assert.deepEqual(its.said, []);
    assert.equal(its.caseOf()[0]!.priority, 'URGENT');
  });
});
