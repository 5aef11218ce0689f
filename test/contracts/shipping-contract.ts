// What every shipping system promises: rates and customs by country, one investigation an order, and a parcel that is sent
// elsewhere once a key, while it is on its way.
import assert from 'node:assert/strict';
import type { ShippingBackend } from '../../tools/backends/shipping.ts';

/** `open`: a backend over a fresh copy of the demo shop. */
export function shippingContract(name: string, open: () => Promise<ShippingBackend>): void {
  describe(`shipping contract: ${name}`, () => {
    let shipping: ShippingBackend;
    beforeEach(async () => {
      shipping = await open();
    });

    it('names the services to a country, and null where nothing goes', async () => {
      const found = await shipping.servicesTo('US');
      assert.deepEqual(found?.services.map((one) => one.name).sort(), ['Ground', 'Overnight', 'Two-Day']);
      assert.equal(await shipping.servicesTo('AQ'), null);
    });

    it('says of each service how much room counts as a kilogram', async () => {
      const found = await shipping.servicesTo('DE');
      assert.deepEqual(
        found?.services.map(({ name, cubicPerKilogram }) => [name, cubicPerKilogram]),
        [
          ['Standard', 5_000],
          ['Express', 5_000],
        ],
      );
      const ground = (await shipping.servicesTo('US'))?.services.find(({ name }) => name === 'Ground');
      assert.equal(ground?.cubicPerKilogram, 6_000);
    });

    it("names a country's customs, or those of its zone", async () => {
      assert.equal((await shipping.customsOf('GB'))?.dutyFree, 135);
      assert.equal((await shipping.customsOf('DE'))?.dutyFree, 150);
      assert.equal(await shipping.customsOf('AQ'), null);
    });

    it('finds an order by the number of its carrier', async () => {
      assert.deepEqual(await shipping.findByTracking('1Z999AA1234567890'), { orderId: 'ORD-12345' });
      assert.equal(await shipping.findByTracking('1Z0'), null);
    });

    it('opens one investigation for an order', async () => {
      const first = await shipping.investigate('ORD-12345', 'CUS-1001', 'delayed', 'k1');
      assert.deepEqual(await shipping.investigate('ORD-12345', 'CUS-1001', 'delayed', 'k1'), first);
      assert.deepEqual(await shipping.investigate('ORD-12345', 'CUS-1001', 'lost', 'k2'), first);
    });

    it('sends a parcel elsewhere while it is on its way, once a key', async () => {
      const first = await shipping.intercept('ORD-12345', '5 Oak Road, 20001 Springfield', 'k1');
      assert.equal(first.done, true);
      assert.deepEqual(await shipping.intercept('ORD-12345', '5 Oak Road, 20001 Springfield', 'k1'), first);
      assert.equal((await shipping.intercept('ORD-0', '5 Oak Road, 20001 Springfield', 'k2')).done, false);
    });
  });
}
