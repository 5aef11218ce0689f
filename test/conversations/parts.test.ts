// Several things in one message: what is a part of its own and what is not, and that each part is answered.
import assert from 'node:assert/strict';
import { nameWhatItIs, partsOf } from '../../dialogs/reading/parts.ts';
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

describe('several things in one message', () => {
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
});
