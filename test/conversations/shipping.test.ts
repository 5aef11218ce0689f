// What the bot says about shipping: prices, parcels, customs, and parcels that do not come.
import assert from 'node:assert/strict';
import { readSize } from '../../agents/shipping/size.ts';
import { readPlace } from '../../tools/shipping/places.ts';
import { priceOf } from '../../tools/shipping/quote-shipping.ts';
import { converse, onEveryChannel } from '../support/converse.ts';
import { order, world } from '../support/world.ts';

const MAYA = { shopCustomerId: 'CUS-1001', name: 'Maya Lindqvist' };

describe('shipping', () => {
  onEveryChannel(
    'quotes a parcel with options and a recommendation',
    `
    customer: How much to ship 3kg to LA?
    bot:      Shipping 3 kg to LA: - **Ground**: $9.30, 3–5 business days - **Two-Day**: $19.30, 2 business days - **Overnight**: $38.00, 1 business day I recommend Ground: it is the cheapest…
    then:     the agent is shipping
    then:     the tool is quote_shipping
    then:     there is no case
  `,
  );

  it('goes on from the last price when only what is different is said', () =>
    converse(
      world(),
      `
    customer: How much to ship 3kg to LA?
    bot:      Shipping 3 kg to LA:…
    customer: and to Germany?
    bot:      Shipping 3 kg to Germany:…
    customer: thanks
    bot:      …
    customer: what about 5 kg
    bot:      Shipping 5 kg to Germany:…
    customer: and where is my order ORD-99999?
    bot:      I can't find an order ORD-99999.…
  `,
    ));

  it('asks for what is missing, and understands the bare answer', () =>
    converse(
      world(),
      `
    customer: how much is shipping to Berlin?
    bot:      How heavy is it, for Berlin?…
    customer: 2 kg
    bot:      Shipping 2 kg to Berlin: …Standard…$28.00…Express…
  `,
    ));

  it('charges for the room of a parcel where that is more than its weight, and says how it comes about', () =>
    converse(
      world(),
      `
    customer: how much for a box 40x30x20 cm, 3 kg to Berlin
    bot:      Shipping 3 kg to Berlin:…**Standard**: $44.50…Its size of 40 × 30 × 20 cm counts as 4.8 kg (24,000 cm³ / 5,000); whichever is more, size or weight, is charged.…
    then:     the tool is quote_shipping
    customer: what about 5 kg
    bot:      Shipping 5 kg to Berlin:…**Standard**: $44.50…counts as 4.8 kg…
    customer: and to LA
    bot:      Shipping 5 kg to LA:…**Ground**: $11.70…counts as 4 kg with Ground (24,000 cm³ / 6,000), 4.8 kg with Two-Day and Overnight (24,000 cm³ / 5,000);…
    customer: and 100 x 100 x 100 cm?
    bot:      166.67 kg is more than we send in one parcel (30 kg at most).…
  `,
    ));

  it('asks for the weight of a size, and reads inches', () =>
    converse(
      world(),
      `
    customer: do you charge by size?
    bot:      Yes, size counts, too:…
    customer: 16 by 12 by 8 inches to Chicago
    bot:      How heavy is it, for Chicago?…
    customer: 2 kg
    bot:      Shipping 2 kg to Chicago:…Its size of 40.6 × 30.5 × 20.3 cm…
  `,
    ));

  for (const [text, size] of [
    ['40x30x20 cm', [40, 30, 20]],
    ['40 cm x 30 cm x 20 cm', [40, 30, 20]],
    ['0.4 x 0.3 x 0.2 m', [40, 30, 20]],
    ['400 × 300 × 200 mm', [40, 30, 20]],
    ['10 by 10 by 10 inches', [25.4, 25.4, 25.4]],
    ['40,5 x 30 x 20', [40.5, 30, 20]],
    ['30x40 cm', null],
    ['ORD-40x30x20', null],
    ['9999x1x1 m', null],
  ] as const)
    it(`reads ${text} as a size: ${size}`, () => assert.deepEqual(readSize(text), size));

  it('recommends the fastest when it is urgent', () =>
    converse(
      world(),
      `
    customer: how much to ship 1 kg to Chicago, it is urgent
    bot:      …I recommend Overnight: it is the fastest.…
  `,
    ));

  it('finds a parcel by its tracking number, and shows a stranger nothing private', () =>
    converse(
      world(),
      `
    customer: where is the package with tracking number 1Z999AA1234567890
    bot:      Your order ORD-12345 is in transit…What happened so far:…handed to UPS…
  `,
    ));

  it('opens an investigation for a parcel that is overdue, after a yes', () =>
    converse(
      world({ customer: MAYA, orders: [order('ORD-50000', { deliveryDay: -9, trackingNumber: '1Z999AA1234500000' })] }),
      `
    customer: my package with tracking number 1Z999AA1234500000 is lost, where is it?
    bot:      …It is 9 days overdue. Shall I open an investigation with the carrier?…
    customer: yes
    bot:      Open an investigation for order ORD-50000: it is 9 days overdue and counts as lost. Shall I do exactly this?
    customer: yes
    bot:      Done: the investigation for order ORD-50000 is open under INV-…
  `,
    ));

  it('explains customs', () =>
    converse(
      world(),
      `
    customer: do I have to pay customs duties when you ship to Germany?
    bot:      Sending to Germany: no customs duty is due up to a value of €150.00…The customs office decides.…
  `,
    ));

  const places: [string, string | null][] = [
    ['3kg to LA', 'US'],
    ['send it to the UK please', 'GB'],
    ['ship to München', 'DE'],
    ['to SW1A 1AA', 'GB'],
    ['to 90210', 'US'],
    ['please tell us more', null],
    ['1 pair of headphones to brooklyn 11215', 'US'],
    ['to Leipzig', 'DE'],
    ['in north carolina', 'US'],
    ['Smallville 55123', 'US'],
    ['my order 12345', null],
    ['it would be nice to split it in most cases', null],
    ['reading it was nice', null],
    ['nach Österreich', 'AT'],
    ['what a lovely day', null],
  ];
  for (const [text, country] of places)
    it(`reads ${country ?? 'no place'} out of «${text}»`, () =>
      assert.equal(readPlace(text)?.country ?? null, country));

  it('counts a begun kilogram whole', () => {
    const rate = { base: 10, perKilogram: 2 };
    assert.deepEqual(
      [0.2, 1, 1.1, 2, 2.5].map((kilograms) => priceOf(rate, kilograms)),
      [10, 10, 12, 12, 14],
    );
  });
});
