// A case that was closed lately comes back when the customer writes about it, and only then.
import assert from 'node:assert/strict';
import { type World, world } from '../support/world.ts';

const HOUR_MS = 3_600_000;

async function closed(first = 'A person please', hours = 1): Promise<World> {
  const its = world();
  await its.customer(first);
  const { id } = its.caseOf()[0]!;
  await its.desk('desk.move', { what: 'claim', by: { id: 'ana', name: 'Ana' } });
  await its.desk('desk.resolve', { by: { id: 'ana', name: 'Ana' }, code: 'solved', promised: 'a call on Friday' });
  assert.equal(its.caseOf()[0]!.status, 'resolved');
  assert.equal(its.caseOf()[0]!.id, id);
  its.clock.advance(hours * HOUR_MS);
  its.said.length = 0;
  its.cards.length = 0;
  return its;
}

describe('a case that a colleague opens again', () => {
  it('is told with a time that is true, and not as if somebody had left', async () => {
    const its = await closed('A person please', 5);
    await its.desk('desk.move', { what: 'reopen', by: { id: 'U2', name: 'Ben' } });
    const { id } = its.caseOf()[0]!;
    assert.deepEqual(
      its.said.map(({ text }) => text),
      [`A colleague has opened your case ${id} again; a person will write to you here within 60 minutes.`],
    );
    await its.customer('how long is the wait?');
    assert.match(its.said.at(-1)!.text, /within 60 minutes/);
  });
});

describe('a case that was closed lately', () => {
  for (const text of [
    'it is still broken, a person please',
    'A person please',
    'the problem is not solved',
    'your colleague promised me a call',
    'es funktioniert immer noch nicht',
  ])
    it(`opens again with «${text}», and its person is mentioned`, async () => {
      const its = await closed();
      await its.customer(text);
      const cases = its.caseOf();
      assert.equal(cases.length, 1, 'no second case');
      assert.equal(cases[0]!.status, 'open');
      assert.match(its.said.shift()!.text, new RegExp(`${cases[0]!.id}`));
      assert.equal(its.lane().owner, 'waiting');
      assert.ok(its.cards.some((line) => line.includes('open again')));
    });

  it('opens again by its number', async () => {
    const its = await closed();
    await its.customer(`what about ${its.caseOf()[0]!.id.toLowerCase()}?`);
    assert.equal(its.caseOf()[0]!.status, 'open');
  });

  for (const text of [
    'thanks',
    'Thank you, still happy with it!',
    'Where is my order ORD-12345?',
    'How much to ship 3kg to LA?',
  ])
    it(`stays closed after «${text}»`, async () => {
      const its = await closed();
      await its.customer(text);
      assert.deepEqual(
        its.caseOf().map((one) => one.status),
        ['resolved'],
      );
    });

  it('is a new one after seventy-two hours', async () => {
    const its = await closed('A person please', 73);
    await its.customer('A person please');
    assert.deepEqual(
      its.caseOf().map((one) => one.status),
      ['resolved', 'open'],
    );
  });

  it('leaves a new wish beside the call for a person to a new case', async () => {
    const its = await closed();
    await its.customer('Where is my order ORD-12345? And get me a person please');
    assert.deepEqual(
      its.caseOf().map((one) => one.status),
      ['resolved', 'open'],
    );
  });

  for (const text of ['what did your colleague promise me?', 'was wurde mir versprochen?', 'what was agreed?'])
    it(`knows what was promised: «${text}»`, async () => {
      const its = await closed();
      await its.customer(text);
      assert.match(its.said.shift()!.text, /a call on Friday/);
      assert.deepEqual(
        its.caseOf().map((one) => one.status),
        ['resolved'],
      );
    });
});
