// Several things in one message: what is a part of its own and what is not, and that each part is answered.
import assert from 'node:assert/strict';
import { askedIn, nameWhatItIs, partsOf } from '../../dialogs/reading/parts.ts';
import { questionBehind } from '../../dialogs/reading/run-on.ts';
import { unheardIn } from '../../dialogs/reading/unheard.ts';
import { splitAnswer } from '../../dialogs/steps/answer-and-more.ts';
import { world } from '../support/world.ts';

/** Written with a bar where a part ends. */
const TAKEN_APART = [
  'Where is my classic keyboard | and is it the US layout?',
  'hi can i still add something to my order | and how long is the warranty on the studio headphones',
  'i want to return the compact lamp. | btw does the everyday camera come with a memory card?',
  'Please cancel the keyboard order | and tell me if you have it in white',
  'When do I get my money back for the lamp | and can you send me a label?',
  'My studio watch keeps losing time. | Also do you ship to Canada?',
  'my lamp flickers | and my speaker has no sound',
  'my charger gets really warm when charging is that ok | and how long is the warranty on it',
  'do you have a gift card i can buy instead | and how long is it valid',
  'i only need one now can i send one back when it comes | and how long till i see the money',
  'Hey, thanks so far. I bought a kettle in May. Does it hold two litres? | And how do I descale it?',
  'The first one is fine. I have one more order, ORD-20281. When does that come? | and what do I do if nobody is in?',
];

const ONE_PART = [
  'What is the difference between the two? I am looking at headphones.',
  'one of my speakers crackles, the white ones. what to do',
  'I was charged twice for the lamp. Is that a mistake?',
  'I ordered three instead of two. Is it too late?',
  'can the big order come to my sister instead, 12 Rose Lane in Boston?',
  'where will it be delivered, my house or my daughter?',
  'Do you have SD cards, or should I get them somewhere else?',
  'i have a promo code, where do i enter it',
  'It is cheaper elsewhere, so why would I order it here again?',
  'The headphones and the blue blanket are late',
];

/** What was not understood, what stands behind it, and what is said of it. */
const UNHEARD: [string, string, string | null][] = [
  ['also is it dangerous to keep using it', '', 'is it dangerous to keep using it'],
  ['Hello. I am new here. You send to Poland?', 'How much is it?', 'You send to Poland?'],
  ['and tell me by when it leaves the warehouse.', '', 'tell me by when it leaves the warehouse.'],
  ["and when they'll get here?", '', null],
  ['how long do i have', '', null],
  ['Oh how lovely, thank you dear.', 'And which one is the blanket?', null],
  ['What a shame.', 'Do you sell them?', null],
  ['could you check whether my other pending one', 'the keyboard, has the same trouble?', null],
  ['Remove my data from the kettle?', 'No, not that!', null],
];

/** Without any mark; a bar where a question begins behind what is told. */
const RUN_ON = [
  'i only need one now | can i send one back when it comes',
  'my watch stopped this morning | do you repair these things',
  'what colours of lamps do you have in stock',
  'OK I will do it in the profile',
  'the speaker is what I can see here now',
];

describe('several things in one message', () => {
  for (const written of RUN_ON)
    it(`begin where no mark stands: ${written}`, () => {
      const [told, asked] = written.split(' | ');
      const at = questionBehind(asked ? `${told} ${asked}` : told!);
      assert.equal(at, asked ? told!.length + 1 : null);
    });
  for (const written of TAKEN_APART) {
    it(`are taken apart: ${written}`, () => {
      const parts = written.split(' | ');
      // Where a comma stood between two, none is left.
      for (const joint of [' ', ', ']) assert.deepEqual(partsOf(parts.join(joint)), parts);
    });
  }
  for (const text of ONE_PART) {
    it(`is one: ${text}`, () => assert.deepEqual(partsOf(text), [text]));
  }

  it('name the thing that was named before', () => {
    assert.deepEqual(nameWhatItIs(['Where is my classic keyboard', 'and is it the US layout?']), [
      'Where is my classic keyboard',
      'and is it the US layout? (classic keyboard)',
    ]);
  });

  it('are asked without what is told before them, where that says too much', () => {
    assert.equal(askedIn('I bought two blankets (ORD-20333). Can I wash them?'), 'Can I wash them? (blankets)');
    assert.equal(askedIn('Can I wash them?'), null);
  });

  const customer = { shopCustomerId: 'CUS-1018', name: '' };
  const ANSWERED: [string, ...RegExp[]][] = [
    ['How heavy are the travel headphones and when does my classic keyboard arrive?', /260 g/, /ORD-20526/],
    ['Where is my classic keyboard, and is it the US layout?', /ORD-20526/, /Layout: US, UK or German/],
    ['do you do gift wrapping, and what is in the box of the travel camera?', /gift-wrap/, /no memory card/],
    ['Can I still add something to my order? And do you have the studio lamp in red?', /KB-058/, /Studio Lamp/],
  ];
  for (const [text, ...answers] of ANSWERED) {
    it(`are all answered: ${text}`, async () => {
      const w = world({ customer });
      await w.customer(text);
      for (const answer of answers) assert.match(w.said.at(-1)!.text, answer);
    });
  }

  it('are not taken apart where a question of ours is answered', async () => {
    const w = world({ customer });
    await w.customer('i want to return something');
    await w.customer('the travel headphones from 20125, when they are here');
    assert.equal(w.turns.at(-1)!.route.includes('+'), false);
  });

  for (const [part, next, said] of UNHEARD)
    it(`${said ? 'are said not to be understood' : 'are no question of their own'}: ${part}`, () =>
      assert.equal(unheardIn(part, next), said));

  it('are answered as far as they are understood, and what is not is said', async () => {
    const w = world({ customer: { shopCustomerId: 'CUS-1143', name: '' } });
    await w.customer('Is the compact speaker waterproof? And do your drivers wear blue hats');
    assert.match(w.said.at(-1)!.text, /Water:[\s\S]*“do your drivers wear blue hats” I did not understand/);
    assert.match(String(w.said.at(-1)!.choices), /person/i);
  });
});

describe('an answer to a question of ours with another question behind it', () => {
  const SPLIT: [string, string | null][] = [
    ['Birkenweg 4, 10409 Berlin. Is there a chance to pick a day?', 'Is there a chance to pick a day?'],
    ['Still not working. If nothing helps, can I get a new one?', 'If nothing helps, can I get a new one?'],
    ['Is there a chance to pick a day?', null],
    ['No, that did not help.', null],
    // It only goes on.
    ['I can not do that. What now?', null],
  ];
  for (const [text, rest] of SPLIT) {
    it(`${rest === null ? 'is one' : 'is both'}: ${text}`, () => assert.equal(splitAnswer(text)?.rest ?? null, rest));
  }

  it('is taken, and the question is answered', async () => {
    const w = world({ customer: { shopCustomerId: 'CUS-1059', name: '' } });
    await w.customer('could I still change the delivery address of ORD-20446?');
    await w.customer('Birkenweg 4, 10409 Berlin. And when does it arrive?');
    const said = w.said.at(-1)!.text;
    assert.match(said, /deliver order ORD-20446 to Birkenweg 4, 10409 Berlin/);
    assert.match(said, /It should be delivered/);
    await w.customer('yes');
    assert.match(w.said.at(-1)!.text, /^Done/);
  });

  it('leaves the step that is being tried where the thing shall go back', async () => {
    const w = world({ customer: { shopCustomerId: 'CUS-1079', name: '' } });
    await w.customer('my wireless headphones from july, left ear dead, any fix i can try');
    await w.customer('Still not working. Can I just get a new pair?');
    assert.match(w.said.at(-1)!.text, /replaced by the same one/);
  });
});

describe('five digits', () => {
  const customer = { shopCustomerId: 'CUS-1195', name: '' };
  const ORDERS: [string, boolean][] = [
    ['My parcel 20550 says delivered tomorrow', true],
    ['when does 20550 come? I mean the invoice for 20550', true],
    ['where is my parcel 20999', true],
    ['how much is it to send a lamp to 20999?', false],
  ];
  for (const [text, isOrder] of ORDERS) {
    it(`are ${isOrder ? 'an order' : 'none'}: ${text}`, async () => {
      const w = world({ customer });
      await w.customer(text);
      const id = `ORD-${/\d{5}/.exec(text)![0]}`;
      assert.equal(
        w.said
          .map((one) => one.text)
          .join(' ')
          .includes(id),
        isOrder,
      );
    });
  }
});
