// The shipping system as the tools need it. Implementations: our MongoDB, and a shop's own system over HTTP.
import type { CustomsRule, ShippingService } from '../../models/shop/shipping.ts';

export interface ShippingBackend {
  /** What goes to a country (ISO 3166); null when nothing does. */
  servicesTo(country: string): Promise<{ zone: string; services: ShippingService[] } | null>;
  customsOf(country: string): Promise<CustomsRule | null>;
  /** An order by its carrier's number. */
  findByTracking(trackingNumber: string): Promise<{ orderId: string } | null>;
  /** Opens one investigation for an order; the same key, or the same order, answers the first one's number. */
  investigate(
    orderId: string,
    customerId: string,
    kind: 'delayed' | 'lost',
    key: string,
  ): Promise<{ reference: string }>;
  /** Sends a parcel on its way elsewhere; once per key. Not done: it is too late for that. */
  intercept(orderId: string, address: string, key: string): Promise<{ done: boolean; reference?: string }>;
}

/** What a carrier takes for sending a parcel elsewhere, in US dollars. */
export const INTERCEPT_FEE = 12.5;
