// What is wanted in a message, as the recogniser of acts hears it, whole and in parts; and the order that a thing names.
import assert from 'node:assert/strict';
import { ACTS, actOf } from '../../agents/acts.ts';
import { plainOf } from '../../agents/classifier/plain.ts';
import {
  createRecogniser,
  FEW_BUCKETS,
  fewFeaturesOf,
  NONE,
  readRecogniser,
} from '../../agents/classifier/recogniser.ts';
import { addressIn, bareAddress, correctAddress } from '../../agents/order/address.ts';
import { changesIn, type OrderItem, severalNamed, withoutNamedKept, withoutOrder } from '../../agents/order/changes.ts';
import { readStays } from '../../agents/order/counts.ts';
import { ordersIn, orderWithThing } from '../../agents/running/seen-orders.ts';
import { asksOfHost } from '../../agents/technical/host.ts';
import { readReply } from '../../agents/technical/read-reply.ts';
import { soundsBroken } from '../../agents/technical/read-wish.ts';
import { readWanted, restBeside } from '../../dialogs/reading/acts.ts';
import { readRisk } from '../../dialogs/reading/risks/index.ts';
import { readDanger, readSymptom } from '../../tools/support/read-symptom.ts';

const SAID: [string, string][] = [
  ['when does the refund for my kettle arrive on my card?', 'refund-when'],
  ['please take the lamp out of ORD-20233 and leave the rest', 'remove-item'],
  ['do not cancel my order, leave it as it is', 'leave-as-is'],
  ['why was my card refused?', 'payment-failed'],
  ['it says delivered and there is nothing at my door', 'missing-parcel'],
  ['can I swap the blanket for a larger one, it arrived yesterday', 'exchange-item'],
  ['quiero cancelar mi pedido', 'cancel-order'],
  ['où est ma commande ?', 'order-status'],
  ['ich möchte die Lampe zurückschicken', 'return-item'],
];

describe('the acts', () => {
  for (const [text, act] of SAID) it(`hears ${act} in «${text}»`, () => assert.equal(actOf(text), act));

  it('are those that were learnt', () => {
    const known = new Set<string>(ACTS);
    for (const [text] of SAID) assert.ok(known.has(readRecogniser('acts')(plainOf(text)).name));
  });

  it('hear nothing in what wants nothing', () => {
    for (const text of ['', '1 2 3', 'I was at work then', '84 Linden Street, Albany, NY 12208', 'the second one'])
      assert.equal(actOf(text, 0.5), null, text);
  });

  it('are several where each part wants something of its own, and a reason is none', () => {
    const acts = (text: string) => readWanted(text).map((one) => one.act);
    assert.deepEqual(acts('Where is ORD-20005? And please send me the invoice for it.'), ['order-status', 'invoice']);
    assert.deepEqual(acts('Cancel ORD-20005, I found it cheaper elsewhere.'), ['cancel-order']);
  });

  it('leave what is said beside the talk itself', () => {
    assert.match(restBeside('nothing is broken, I just want to know how big the large one is')!, /how big the large/);
    assert.equal(restBeside('where is my order'), null);
  });

  it('say the same whatever thing, colour or number is named', () => {
    assert.equal(plainOf('Take the RED kettle out of ORD-20233'), plainOf('take the blue lamp out of ord-20417'));
  });
});

describe('a recogniser', () => {
  it('weighs words as much as characters, however many there are', () => {
    const { buckets, values } = fewFeaturesOf('take the kettle out of my order please');
    const squares = (isWord: boolean) =>
      buckets.reduce((sum, bucket, at) => sum + (bucket < FEW_BUCKETS / 2 === isWord ? values[at]! ** 2 : 0), 0);
    assert.ok(Math.abs(squares(true) - 0.5) < 1e-9 && Math.abs(squares(false) - 0.5) < 1e-9);
  });

  it('says how far a kind is before the next one, and before none', () => {
    const reached = (none: number, one: number, other: number) =>
      createRecogniser({
        names: [NONE, 'one', 'other'],
        weights: new Int8Array(3 * FEW_BUCKETS),
        scale: new Float32Array(3),
        bias: Float32Array.from([none, one, other]),
      })('anything');
    assert.deepEqual(reached(-1, 1, 0.5), { name: 'one', margin: 0.5 });
    assert.deepEqual(reached(0.75, 1, -1), { name: 'one', margin: 0.25 });
    assert.deepEqual(reached(1, -1, 0.5), { name: 'other', margin: -0.5 });
  });
});

describe('how many of a thing stay', () => {
  const SAID: [string, number | undefined][] = [
    ['I only want one speaker, not two.', 1],
    ['2 × Wireless Speaker down to 1, please', 1],
    ['ONE speaker stays.', 1],
    ['ORD-20607: only 1 Studio Camera, please', 1],
    ['take one out, just keep two', 2],
    ['please take one camera out of the order', undefined],
    ['I only want one taken out', undefined],
    ['just one lamp less please', undefined],
  ];
  for (const [text, stays] of SAID)
    it(`is ${stays ?? 'not said'} in «${text}»`, () => assert.equal(readStays(text), stays));
});

describe('what becomes of each thing of an order', () => {
  const items = [
    { sku: 'CAM', name: 'Compact Camera', options: ['blue'], quantity: 2, price: 254 },
    { sku: 'SPK', name: 'Wireless Speaker', options: ['white'], quantity: 1, price: 59.5 },
    { sku: 'LMP', name: 'Studio Lamp', options: ['red'], quantity: 2, price: 49.9 },
  ] as OrderItem[];
  const CHANGES: [string, Record<string, number> | null][] = [
    ['Then take the speaker out too, at the same time. Just one camera please.', { SPK: 0, CAM: 1 }],
    ['I want ONE camera and NO speaker. So 254 dollars.', { CAM: 1, SPK: 0 }],
    ['just the one camera without the speaker', { CAM: 1, SPK: 0 }],
    ['Reduce to 1 Compact Camera and remove the Wireless Speaker, please.', { CAM: 1, SPK: 0 }],
    ['Just take the one lamp off, and the speaker out', { LMP: 1, SPK: 0 }],
    ['I like the camera and the speaker', null],
  ];
  for (const [said, wanted] of CHANGES)
    it(`is ${JSON.stringify(wanted)} in «${said}»`, () => {
      const changes = changesIn(items, said, 'items');
      const counts = changes && Object.fromEntries(changes.map(({ sku, quantity }) => [sku, quantity]));
      assert.deepEqual(counts, wanted);
    });

  it('is nothing where a thing in two lines keeps all its pieces', () => {
    const lines = [...items, { ...items[2]!, quantity: 1 }];
    assert.deepEqual(changesIn(lines, 'only the lamps, 3 of them. Drop the speaker', 'items'), [
      { sku: 'SPK', quantity: 0 },
    ]);
  });

  const names = (some: readonly { sku: string }[] | null) => some?.map(({ sku }) => sku) ?? null;

  it('goes back where it is named, and stays where it is said to', () => {
    assert.deepEqual(names(severalNamed(items, 'the camera and the speaker')), ['CAM', 'SPK']);
    assert.equal(severalNamed(items, 'the camera'), null, 'one is no part of several');
    assert.deepEqual(names(withoutNamedKept(items, 'everything but the lamps', [])), ['CAM', 'SPK']);
    assert.deepEqual(names(withoutNamedKept(items, 'not the camera', [{ sku: 'CAM' }, { sku: 'LMP' }])), ['LMP']);
    assert.equal(withoutNamedKept(items, 'the camera please', []), null);
  });

  it('is not meant by what only says which order it is', () => {
    assert.equal(withoutOrder('the lamp from the order with the speaker and the camera'), 'the lamp from the order');
    assert.equal(withoutOrder('the order with the lamp, but not the lamp'), 'the order, but not the lamp');
  });
});

describe('the order that a thing names', () => {
  const seen = ordersIn({
    orders: [
      { orderId: 'ORD-1', items: [{ name: 'Compact Kettle' }] },
      { orderId: 'ORD-2', items: [{ name: 'Classic Charger' }] },
      { orderId: 'ORD-3', items: [{ name: 'Studio Lamp' }, { name: 'Travel Lamp' }] },
    ],
  });

  it('is the one that holds it, not the one that was spoken of last', () => {
    assert.equal(orderWithThing(seen, 'my charger did not come', 'ORD-1'), 'ORD-2');
    assert.equal(orderWithThing(seen, 'my kettle did not come', 'ORD-1'), 'ORD-1');
    assert.equal(orderWithThing(seen, 'it did not come', 'ORD-1'), 'ORD-1');
  });

  it('is none where nothing that was told of holds it', () =>
    assert.equal(orderWithThing(seen, 'my watch did not come', 'ORD-1'), undefined));

  it('is the one that holds it in the colour that is named', () => {
    const lookedAt = ordersIn({
      orders: [
        { orderId: 'ORD-4', items: [{ name: 'Travel Blanket', options: ['blue', 'small'] }] },
        { orderId: 'ORD-5', items: [{ name: 'Classic Blanket', options: ['black', 'small'] }] },
      ],
    });
    assert.equal(orderWithThing(lookedAt, 'the black blanket', 'ORD-4'), 'ORD-5');
    assert.equal(orderWithThing(lookedAt, 'the blanket', 'ORD-4'), 'ORD-4');
  });

  it('is left open where the current one was never told of', () =>
    assert.equal(orderWithThing(seen, 'my watch did not come', 'ORD-9'), 'ORD-9'));
});

describe('an address in a sentence', () => {
  const WHOLE = '84 Linden Street, Albany, NY 12208';
  for (const said of [
    `I want to change the delivery address of ORD-20176 to ${WHOLE}.`,
    `The address is just ${WHOLE}, without the sentence before it.`,
    `The label should read only: ${WHOLE}. Please correct it.`,
    `same one. ${WHOLE}`,
    `Could it be sent to my daughter's house instead? ${WHOLE}`,
    `${WHOLE} as well`,
    WHOLE,
  ])
    it(`begins at the house number: «${said}»`, () => assert.equal(bareAddress(said), WHOLE));

  it('stands in one sentence, and the talk around it is no part of it', () => {
    const said = 'My address is wrong for the kettle. It is Lindenstrasse 14, 3rd floor, 50674 Koeln';
    assert.equal(addressIn(said), 'Lindenstrasse 14, 3rd floor, 50674 Koeln');
    assert.equal(
      addressIn('Send it to 12 Elm St. Apt 5B. Boston, MA 02110 please'),
      '12 Elm St. Apt 5B. Boston, MA 02110',
    );
    assert.equal(addressIn('12 Elm Street, Apt 5B, Boston, MA 02110'), '12 Elm Street, Apt 5B, Boston, MA 02110');
    for (const none of [
      'my address is wrong for 2 of my orders',
      'When do ORD-20522 and ORD-20524 and 20581 come to me?',
    ])
      assert.equal(addressIn(none), null, none);
  });

  it('is corrected by a number, a town, or with an apology', () => {
    assert.equal(
      correctAddress(WHOLE, 'Apologies, it is number 48, not 84. Otherwise yes.'),
      WHOLE.replace('84', '48'),
    );
    assert.equal(correctAddress(WHOLE, 'Springfield 16422'), '84 Linden Street, Springfield 16422');
  });
});

describe('what the words say of a step', () => {
  it('is that it is so already, or that the phone is meant', () => {
    assert.equal(readReply('the balance is in the middle already'), 'failed');
    assert.equal(readReply('it works already'), 'worked');
    assert.ok(asksOfHost('How do I restart a telephone? I only switch the screen off'));
    assert.ok(!asksOfHost('How do I restart the speaker?'));
  });

  it('is no danger where it is denied', () => {
    assert.ok(readDanger('there is smoke coming out'));
    assert.ok(!readDanger('there is no smoke or anything, it just blinks'));
    assert.ok(readDanger('there is no smoke, but it is swollen'));
    assert.equal(readRisk("No, I'd like to keep it, I'm fond of it."), null);
    assert.equal(readRisk('le plastique fond'), 'danger');
  });

  it('is no matter of privacy where another address is wished for, or it is denied', () => {
    assert.equal(readRisk('can u get it to a different address, ill be at my office wed'), null);
    assert.equal(readRisk('no i just want it delivered to my office. nothing about personal data'), null);
    assert.equal(readRisk('I got a letter with a different address and a stranger’s invoice in it'), 'privacy');
    assert.equal(readRisk('please delete all my personal data'), 'privacy');
  });

  it('is no trouble of charging where it was charged', () => {
    assert.equal(readSymptom('it was charged all night and still blinks blue', 'speaker'), 'no-connection');
    assert.equal(readSymptom('it is not charging', 'speaker'), 'charging');
  });
});

describe('trouble with a thing', () => {
  it('is told by what fails, not by a "not"', () => {
    for (const said of ['it does not turn on', 'my kettle leaks', "the left side won't play", 'no funciona'])
      assert.ok(soundsBroken(said), said);
    for (const said of ['not the kettle', 'I do not own it yet', 'nothing is broken', 'nichts ist kaputt'])
      assert.ok(!soundsBroken(said), said);
  });
});
