// What a message wants of the things of an order: how many of which become what, and what stays as it is.
import assert from 'node:assert/strict';
import { changesIn, takenOut, withoutKept } from '../../agents/order/changes.ts';
import { afterAnnouncement, withoutThanks } from '../../dialogs/reading/thanks.ts';

const ITEMS = [
  { sku: 'LAMP', name: 'Travel Lamp', options: ['blue'], quantity: 2, price: 54.9, currency: 'USD' },
  { sku: 'BAG', name: 'Studio Backpack', options: ['blue', 'small'], quantity: 2, price: 79, currency: 'USD' },
];

describe('what becomes of the things of an order', () => {
  for (const [text, changes] of [
    [
      'make it one lamp and change one of the backpacks to green small, keep the other one blue',
      [
        { sku: 'LAMP', quantity: 1 },
        { sku: 'BAG', options: ['green', 'small'], count: 1 },
      ],
    ],
    ['Not both backpacks though, only ONE green and one stays blue.', [{ sku: 'BAG', options: ['green'], count: 1 }]],
    [
      'I mean the order change: 1 lamp, 1 backpack blue, 1 backpack green.',
      [
        { sku: 'LAMP', quantity: 1 },
        { sku: 'BAG', options: ['green'], count: 1 },
      ],
    ],
    ['i want the backpacks!! just 1 lamp less', [{ sku: 'LAMP', quantity: 1 }]],
    [
      'the lamps red and the backpacks green',
      [
        { sku: 'LAMP', options: ['red'] },
        { sku: 'BAG', options: ['green'] },
      ],
    ],
    ['make the lamps red', null],
    ['what is in it?', null],
  ] as const)
    it(`«${text}»`, () => assert.deepEqual(changesIn(ITEMS, text, 'items'), changes));

  it('takes out what is named, as many as are named, and never what is kept', () => {
    assert.deepEqual(takenOut(ITEMS, 'take one of the lamps out'), { sku: 'LAMP', quantity: 1 });
    assert.deepEqual(takenOut(ITEMS, 'without the lamps, keep the backpacks'), { sku: 'LAMP', quantity: 0 });
    assert.equal(takenOut(ITEMS, 'i want the lamps'), null);
  });

  it('leaves what is said of the things that stay', () =>
    assert.equal(
      withoutKept('leave the backpacks as they are then, both blue. Just take the one lamp off please').trim(),
      'Just take the one lamp off please',
    ));
});

describe('what is asked behind other words', () => {
  for (const [text, asked] of [
    [
      'That is honest, thank you. Is there one that is good for phone calls?',
      'Is there one that is good for phone calls?',
    ],
    [
      'Monday the 7th is fine, thank you. And the camera, is it on the same day?',
      'And the camera, is it on the same day?',
    ],
    ['Thank you so much, that would be lovely.', null],
    ['My order ORD-12345 came, thank you. Where is the other one now?', null],
    ['It is broken. Can you please send me a new one?', null],
  ] as const)
    it(`thanks: «${text}»`, () => assert.equal(withoutThanks(text), asked));

  for (const [text, asked] of [
    ['Never mind the code then. Different question: will they come before the 8th?', 'will they come before the 8th?'],
    ['I have a question: where is it?', null],
    ['Another thing: ok?', null],
    ['where is my order', null],
  ] as const)
    it(`announced: «${text}»`, () => assert.equal(afterAnnouncement(text), asked));
});
