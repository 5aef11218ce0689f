// Shipping in our own MongoDB: rates, customs, investigations, and parcels sent elsewhere. Each write is one update.
import type { Clock } from '../../../core/clock.ts';
import { deriveReadableId } from '../../../core/ids.ts';
import type { OpenRows } from '../../../models/rows.ts';
import type { CustomsRule, Investigation, ShippingService, ShippingZone } from '../../../models/shop/shipping.ts';
import type { StoredOrder } from '../../../models/shop/shop.ts';
import type { ShippingBackend } from '../shipping.ts';

export function createMongoShipping(open: OpenRows, clock: Clock): ShippingBackend {
  const zones = open<ShippingZone>('shop_zones');
  const services = open<ShippingService>('shop_services');
  const customs = open<CustomsRule>('shop_customs');
  const orders = open<StoredOrder>('shop_orders');
  const investigations = open<Investigation>('shop_investigations');
  const zoneOf = (country: string) => zones.findOne({ countries: country });
  return {
    servicesTo: async (country) => {
      const zone = await zoneOf(country);
      if (!zone) return null;
      return {
        zone: zone.name,
        services: await services.find({ zone: zone._id }).sort({ base: 1 }).limit(20).toArray(),
      };
    },
    customsOf: async (country) => {
      const own = await customs.findOne({ _id: country });
      if (own) return own;
      const zone = await zoneOf(country);
      return zone ? customs.findOne({ _id: zone._id }) : null;
    },
    findByTracking: async (trackingNumber) => {
      const order = await orders.findOne({ trackingNumber });
      return order ? { orderId: order._id } : null;
    },
    investigate: async (orderId, customerId, kind, key) => {
      // One investigation per order: its number is derived, so that a second request finds the first.
      const reference = deriveReadableId('INV', orderId, 'investigation');
      await investigations.updateOne(
        { _id: reference },
        { $setOnInsert: { _id: reference, orderId, customerId, kind, key, at: clock.now() } },
        { upsert: true },
      );
      return { reference };
    },
    intercept: async (orderId, address, key) => {
      const reference = deriveReadableId('RTE', orderId, key);
      const operation = { key, what: 'intercept: new address', at: clock.now(), reference };
      const changed = await orders.updateOne(
        { _id: orderId, status: { $in: ['shipped', 'in transit'] }, 'operations.key': { $ne: key } },
        { $set: { address }, $push: { operations: operation } },
      );
      if (changed.matchedCount === 1) return { done: true, reference };
      const known = await orders.findOne({ _id: orderId, 'operations.key': key });
      return known ? { done: true, reference } : { done: false };
    },
  };
}
