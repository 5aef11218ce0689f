// What the bot says about shipping: prices, parcels, customs, and parcels that do not come.
import assert from 'node:assert/strict';
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
    bot:      Sending to Germany: nothing is due up to a value of €150.00…The customs office decides.…
  `,
    ));

  const places: [string, string | null][] = [
    ['3kg to LA', 'US'],
    ['send it to the UK please', 'GB'],
    ['ship to München', 'DE'],
    ['to SW1A 1AA', 'GB'],
    ['to 90210', 'US'],
    ['please tell us more', null],
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
