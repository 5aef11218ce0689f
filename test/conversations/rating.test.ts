// When customers are asked how satisfied they are, on any channel: once, in a quiet moment, and what the bot settled alone apart
// from what people did.
import assert from 'node:assert/strict';
import { type World, world } from '../support/world.ts';

const QUESTION = /^How satisfied are you/;
const CLOSED = { status: 'resolved', closing: { code: 'solved', by: { id: 'ana', name: 'Ana' }, at: new Date() } };

/** A person has had the case and closed it. */
async function closeCase(its: World): Promise<string> {
  await its.customer('A person please');
  const { id } = its.caseOf()[0]!;
  await its.claim('Ana');
  its.clock.advance(60_000);
  await its.give('bot', { caseId: id, ...CLOSED });
  its.clock.advance(120_000);
  its.said.length = 0;
  return id;
}
const asked = (its: World) => its.said.splice(0).filter((one) => QUESTION.test(one.text)).length;

describe('a rating of a case', () => {
  for (const channel of ['web', 'sms', 'teams', 'slack'])
    it(`is asked for after the end, and told to the desk (${channel})`, async () => {
      const its = world({ channel });
      const caseId = await closeCase(its);
      await its.act('case.rate', { caseId });
      assert.deepEqual(its.said.shift()?.choices, ['5 (very)', '4', '3', '2', '1 (not at all)']);
      await its.customer('2');
      assert.match(its.said.shift()!.text, /told the colleague/);
      assert.equal(its.caseOf()[0]!.satisfaction?.score, 2);
    });

  it('waits while they are in the middle of a new topic', async () => {
    const its = world();
    const caseId = await closeCase(its);
    await its.customer('How much to ship 3kg to LA?');
    its.said.length = 0;
    await its.act('case.rate', { caseId });
    assert.equal(asked(its), 0);
    its.clock.advance(9 * 60_000);
    await its.customer('And to Boston?');
    its.said.length = 0;
    await its.next('rate case');
    assert.equal(asked(its), 0, 'they wrote again a minute ago');
    await its.next('rate case');
    assert.equal(asked(its), 1);
    assert.equal(await its.next('rate case'), false, 'once');
    assert.equal(await its.next('rate session'), false, 'and not about the bot besides');
  });

  it('is not asked for any more when the case was opened again', async () => {
    const its = world();
    const caseId = await closeCase(its);
    await its.customer('A person please');
    its.said.length = 0;
    await its.act('case.rate', { caseId });
    assert.equal(asked(its), 0);
    assert.equal(await its.next('rate case'), false);
  });
});

describe('an answer that comes late', () => {
  const HOUR_MS = 3_600_000;
  const askedFor = async (): Promise<World> => {
    const its = world();
    await its.act('case.rate', { caseId: await closeCase(its) });
    assert.equal(asked(its), 1);
    return its;
  };
  const score = (its: World) => its.caseOf()[0]!.satisfaction?.score;

  for (const hours of [1, 20, 71])
    it(`counts for its case after ${hours} hours`, async () => {
      const its = await askedFor();
      its.clock.advance(hours * HOUR_MS);
      await its.customer('4');
      assert.match(its.said.shift()!.text, /^Thank you/);
      assert.equal(score(its), 4);
      await its.customer('5');
      assert.equal(score(its), 4, 'once');
    });

  it('is none after three days', async () => {
    const its = await askedFor();
    its.clock.advance(73 * HOUR_MS);
    await its.customer('4 stars');
    assert.equal(score(its), undefined);
  });

  it('is none by a bare number once something else was said, whoever said it, and still one by «4 stars»', async () => {
    const others: ((its: World) => Promise<unknown>)[] = [
      (its) => its.customer('How much to ship 3kg to LA?'),
      (its) => its.act('shop.event', { type: 'refund.booked', orderId: 'ORD-12345' }),
      (its) => its.person('One more thing from me.'),
    ];
    for (const say of others) {
      const its = await askedFor();
      its.clock.advance(HOUR_MS);
      await say(its);
      its.said.length = 0;
      await its.customer('2');
      assert.equal(score(its), undefined, say.toString());
      await its.customer('4 stars');
      assert.equal(score(its), 4, say.toString());
    }
  });

  it('is none while the case is open again', async () => {
    const its = await askedFor();
    await its.customer('It is still broken');
    await its.customer('1 star');
    assert.equal(score(its), undefined);
  });
});

describe('a rating of what the bot settled alone', () => {
  it('is asked for when it is quiet, kept on the turn, and not asked again soon', async () => {
    const its = world();
    await its.customer('Where is my order ORD-12345?');
    await its.customer('thanks');
    its.said.length = 0;
    await its.next('rate session');
    assert.equal(asked(its), 1);
    await its.customer('4');
    assert.match(its.said.shift()!.text, /Thank you/);
    assert.equal(its.turns.at(-1)!.rating, 4);
    assert.equal(its.caseOf().length, 0);
    await its.customer('Where is my order ORD-12345?');
    assert.equal(await its.next('rate session'), false);
  });

  it('takes something else for a new question', async () => {
    const its = world();
    await its.customer('Where is my order ORD-12345?');
    await its.next('rate session');
    its.said.length = 0;
    await its.customer('How much to ship 3kg to LA?');
    assert.match(its.said.shift()!.text, /^Shipping 3 kg to LA/);
    assert.equal(its.turns.at(-1)!.rating, undefined);
  });

  it('offers a person after a low one', async () => {
    const its = world();
    await its.customer('Where is my order ORD-12345?');
    await its.next('rate session');
    its.said.length = 0;
    await its.customer('1');
    assert.deepEqual(its.said.shift()?.choices, ['Talk to a person']);
  });

  it('is not asked for after small talk, beside a person, or by SMS', async () => {
    const small = world();
    await small.customer('hello');
    assert.equal(await small.next('rate session'), false);
    const sms = world({ channel: 'sms' });
    await sms.customer('Where is my order ORD-12345?');
    assert.equal(await sms.next('rate session'), false);
    const person = world();
    await person.customer('Where is my order ORD-12345?');
    await person.customer('A person please');
    assert.equal(await person.next('rate session'), false);
  });
});
