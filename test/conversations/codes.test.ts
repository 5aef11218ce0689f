// One-time codes: what hurts most needs one, it goes to a contact that has been on file for a while, and what the customer
// types is seen by nobody, the store included.
import assert from 'node:assert/strict';
import type { ConversationState } from '../../dialogs/conversation-state.ts';
import { codeIn, converse } from '../support/converse.ts';
import { world } from '../support/world.ts';

const MAYA = { shopCustomerId: 'CUS-1001', name: 'Maya Lindqvist' };
const ASKED =
  'This needs one more proof that it is you. I am sending a six-digit code to your e-mail address m…@example.com…';
const PAGE = `
  customer: I want to change my payment method
  bot:      ${ASKED}
  then:     the outcome is asked
`;

type Its = ReturnType<typeof world>;
const stateOf = (its: Its) => its.lane().state as ConversationState;

describe('one-time codes', () => {
  it('stand before a change of how somebody pays, and are asked for once', async () => {
    const its = world({ customer: MAYA });
    await converse(
      its,
      `${PAGE}
      customer: {code}
      bot:      Thank you, that is the code. …Shall I do exactly this?…
      then:     the tool is change_payment_method
      customer: yes
      bot:      …https://pay.example.com/once/…
      customer: please change my payment method again
      bot:      …Shall I do exactly this?…
    `,
    );
    assert.deepEqual(
      its.letters.map((letter) => letter.to),
      ['maya@example.com'],
    );
  });

  it('are asked for after somebody has shown who they are', async () => {
    const its = world();
    await converse(
      its,
      `
      customer: I want to change my payment method
      bot:      Before I can do that I need to know that it is you…
      customer: ORD-12345 maya@example.com 10000
      bot:      Thank you, Maya. ${ASKED}
      customer: my code is {code}
      bot:      Thank you, that is the code. …Shall I do exactly this?…
    `,
    );
    assert.equal(its.letters.length, 1);
  });

  it('are not asked for where knowing the customer is enough', () =>
    converse(
      world({ customer: MAYA }),
      `
      customer: what did I buy last?
      bot:      …ORD-12345…
    `,
    ));

  it('run out after ten minutes, and another one is sent', async () => {
    const its = world({ customer: MAYA });
    await converse(
      its,
      `${PAGE}
      after:    11 minutes
      customer: {code}
      bot:      That code has run out…
      customer: yes
      bot:      I am sending a new code to your e-mail address m…@example.com; only this one counts now…
      customer: {code}
      bot:      Thank you, that is the code.…
    `,
    );
    assert.equal(new Set(its.letters.map((letter) => letter.text)).size, 2);
  });

  it('are tried five times, and then no more', async () => {
    const its = world({ customer: MAYA });
    await converse(
      its,
      `${PAGE}
      customer: {wrong code}
      bot:      That is not the code. You have 4 more tries.…
      customer: {wrong code}
      bot:      That is not the code. You have 3 more tries.…
      customer: {wrong code}
      bot:      That is not the code. You have 2 more tries.…
      customer: {wrong code}
      bot:      That is not the code. You have one more try.…
      customer: {wrong code}
      bot:      That was not the code either…
      customer: {code}
      bot:      I am not waiting for a code…
    `,
    );
    assert.equal(stateOf(its).contact.strongUntil, undefined);
  });

  it('count once: the one before does not, and neither does one that was used', async () => {
    const its = world({ customer: MAYA });
    await converse(its, PAGE);
    const first = codeIn(its);
    await converse(
      its,
      `
      customer: I did not get it
      bot:      I am sending a new code…
      customer: ${first}
      bot:      That is not the code.…
      customer: {code}
      bot:      Thank you, that is the code.…
      customer: no
      bot:      All right, I have changed nothing.
      after:    31 minutes
      customer: {code}
      bot:      I am not waiting for a code…
    `,
    );
  });

  it('are sent three times an hour at most, in however many conversations', async () => {
    const its = world({ customer: MAYA });
    await converse(
      its,
      `${PAGE}
      customer: send a new code
      bot:      I am sending a new code…
      customer: send it again
      bot:      As I said: I am sending a new code…
      customer: send a new code
      bot:      I have sent as many codes as I may within an hour.…
      after:    61 minutes
      customer: I want to change my payment method
      bot:      …I am sending a six-digit code…
    `,
    );
    assert.equal(its.letters.length, 4);
    assert.equal(await its.codes.mayAsk('CUS-1001'), true);
  });

  it('go by text message when that is wished, but never to a number that is being written from', async () => {
    const its = world({ customer: MAYA });
    await converse(
      its,
      `${PAGE}
      customer: send the code by text message
      bot:      I am sending a new code to your phone number ending in 00;…
      customer: {code}
      bot:      Thank you, that is the code.…
    `,
    );
    assert.deepEqual(
      its.letters.map((letter) => letter.to),
      ['maya@example.com', '+15551000000'],
    );
    const bySms = world({ customer: MAYA, channel: 'sms' });
    assert.deepEqual(
      (await bySms.codes.waysTo('CUS-1001', 'sms')).map((one) => one.way),
      ['email'],
    );
  });

  it('never go to what was changed this week: the other contact is used, and without one a person takes over', async () => {
    const its = world({ customer: MAYA });
    const changed = (what: string) =>
      its.rows('shop_customers').updateOne({ _id: 'CUS-1001' }, { $set: { [what]: its.clock.now() } });
    await changed('emailChangedAt');
    await converse(
      its,
      `
      customer: I want to change my payment method
      bot:      …to your phone number ending in 00.…
      customer: never mind
      bot:      All right, I have changed nothing.
    `,
    );
    await changed('phoneChangedAt');
    await converse(
      its,
      `
      customer: I want to change my payment method
      bot:      This needs a code to an e-mail address or a phone number that has been on file for more than a week…
      then:     the reason is policy
    `,
    );
    its.clock.advance(7 * 86_400_000);
    assert.equal((await its.codes.waysTo('CUS-1001', 'web')).length, 2);
  });

  it('are not sent when the contact was changed after they were asked for', async () => {
    const its = world({ customer: MAYA, senders: {} });
    await its.rows('shop_customers').updateOne({ _id: 'CUS-1001' }, { $set: { emailChangedAt: its.clock.now() } });
    const effect = { type: 'code', challengeId: 'c', customerId: 'CUS-1001', way: 'email', language: 'en' } as const;
    const result = await its.codes.deliver({ ...effect, expiresAt: new Date(its.clock.nowMs() + 1_000) }, 'lane');
    assert.deepEqual(result, { outcome: 'refused', code: 'code.unreachable', permanent: true });
  });

  it('that cannot be sent are told of, and can be tried again', async () => {
    const answers = [{ outcome: 'refused' as const, code: 'smtp.550', permanent: true }];
    const sent: string[] = [];
    const email = {
      name: 'smtp',
      send: async ({ id, text }: { id: string; text: string }) => {
        sent.push(text);
        return answers.shift() ?? { outcome: 'accepted' as const, providerId: id };
      },
    };
    const its = world({ customer: MAYA, senders: { email } });
    await converse(
      its,
      `${PAGE}
      bot:      I could not send the code. Shall I try once more, or bring in a colleague?
      customer: yes please, a new one
      bot:      I am sending a new code…
    `,
    );
    assert.equal(new Set(sent).size, 2);
  });

  it('are the same when a turn is repeated after a crash, and leave once', async () => {
    const its = world({ customer: MAYA });
    await converse(its, PAGE);
    const { challengeId, expiresAt } = stateOf(its).question as { challengeId: string; expiresAt: Date };
    const effect = {
      type: 'code',
      challengeId,
      customerId: 'CUS-1001',
      way: 'email',
      language: 'en',
      expiresAt,
    } as const;
    for (let again = 0; again < 3; again += 1)
      assert.equal((await its.codes.deliver(effect, its.lane()._id)).outcome, 'accepted');
    assert.equal(its.letters.length, 1);
  });

  it('stand nowhere: not in the state, the transcript, the case or the store', async () => {
    const its = world({ customer: MAYA });
    await converse(its, PAGE);
    const code = codeIn(its);
    await converse(
      its,
      `
      customer: {wrong code}
      bot:      That is not the code.…
      customer: the code is ${code.slice(0, 3)} ${code.slice(3)}, thanks
      bot:      Thank you, that is the code.…
      customer: a person please
      bot:      …
    `,
    );
    const kept = JSON.stringify([
      its.lane(),
      its.caseOf(),
      its.turns,
      await its.rows('one_time_codes').find({}).toArray(),
    ]);
    assert.ok(kept.includes('[code]'));
    assert.ok(!kept.includes(code) && !kept.includes(`${code.slice(0, 3)} ${code.slice(3)}`));
  });

  it('leave room for something else, and can be dropped', () =>
    converse(
      world({ customer: MAYA }),
      `${PAGE}
      customer: where is my order ORD-12345?
      bot:      …UPS…
      customer: no
      bot:      All right, I have changed nothing.
    `,
    ));

  for (const [language, asked, wrong, thanks] of [
    ['spanish', 'Para esto necesito una prueba más', 'Ese no es el código.', 'Gracias, ese es el código.'],
    ['french', 'Il me faut encore une preuve', 'Ce n’est pas le code.', 'Merci, c’est le bon code.'],
    ['german', 'Dafür brauche ich noch einen Nachweis', 'Das ist nicht der Code.', 'Danke, das ist der Code.'],
  ] as const)
    it(`are asked for in the language of the customer (${language})`, () =>
      converse(
        world({ customer: MAYA }),
        `
        customer: please write in ${language}
        bot:      …
        customer: change my e-mail address to maya.new@example.org
        bot:      ${asked}…m…@example.com…
        customer: {wrong code}
        bot:      ${wrong}…
        customer: {code}
        bot:      ${thanks}…maya.new@example.org…
      `,
      ));
});
