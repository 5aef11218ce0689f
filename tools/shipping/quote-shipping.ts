// quote_shipping: what it costs and how long it takes, by weight, size and country, for every service that takes it; and which
// one is recommended. A large and light parcel is charged for its room. Prices come from the rates alone.
import { z } from 'zod';
import type { ShippingService } from '../../models/shop/shipping.ts';
import type { ShippingBackend } from '../backends/shipping.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { ReadTool, ToolResult } from '../tool.ts';

const centimetre = z.number().positive().max(1_000);
const input = z.object({
  kilograms: z.number().positive().max(1_000),
  country: z.string().length(2).toUpperCase(),
  urgent: z.boolean().default(false),
  /** Length, width and height of the parcel. */
  centimetres: z.tuple([centimetre, centimetre, centimetre]).optional(),
});

export function createQuoteShipping(shipping: ShippingBackend): ReadTool<z.infer<typeof input>> {
  return {
    name: 'quote_shipping',
    description:
      'Shipping options with price (US dollars) and days for a weight, a size in centimetres if it is known, and a country (ISO 3166), and which one fits.',
    input,
    effect: 'reads',
    level: 'anonymous',
    run: async ({ kilograms, country, urgent, centimetres }) => {
      const found = await withRetry('shipping', () => shipping.servicesTo(country));
      if (!found) return { found: false, country };
      const cubic = Math.round((centimetres ?? [0]).reduce((all, one) => all * one, 1));
      const all = found.services.map((service) => ({ service, charged: chargedKilograms(service, kilograms, cubic) }));
      const options = all
        .filter(({ service, charged }) => charged <= service.mostKilograms)
        .map(({ service, charged }) => ({
          name: service.name,
          price: priceOf(service, charged),
          currency: 'USD',
          days: service.days,
        }))
        .sort((one, other) => one.price - other.price);
      const most = Math.max(0, ...found.services.map((service) => service.mostKilograms));
      const size = cubic > 0 ? { size: { cubicCentimetres: cubic, countsAs: roomsOf(found.services, cubic) } } : {};
      if (options.length === 0) {
        const least = Math.min(...all.map(({ charged }) => charged));
        return { found: true, country, kilograms: least, options, mostKilograms: most, ...size };
      }
      const fastest = options.reduce((best, option) => (option.days[1] < best.days[1] ? option : best));
      const recommended = urgent ? fastest : options[0]!;
      return {
        found: true,
        country,
        zone: found.zone,
        kilograms,
        options,
        recommended: recommended.name,
        because: urgent ? 'fastest' : 'cheapest',
        mostKilograms: most,
        ...size,
      };
    },
  };
}

type Rates = Pick<ShippingService, 'name' | 'cubicPerKilogram'>;

const roomOf = ({ cubicPerKilogram }: Pick<Rates, 'cubicPerKilogram'>, cubic: number): number =>
  cubicPerKilogram ? Math.round((cubic / cubicPerKilogram) * 100) / 100 : 0;

/** The weight, or what the room counts as where that is more. */
export function chargedKilograms(rates: Pick<Rates, 'cubicPerKilogram'>, kilograms: number, cubic: number): number {
  return Math.max(kilograms, roomOf(rates, cubic));
}

/** What the room counts as: services that reckon alike stand together. */
function roomsOf(services: readonly Rates[], cubic: number): ToolResult[] {
  const divisors = [...new Set(services.flatMap((one) => one.cubicPerKilogram ?? []))];
  return divisors.map((cubicPerKilogram) => ({
    kilograms: roomOf({ cubicPerKilogram }, cubic),
    cubicPerKilogram,
    services: services.filter((one) => one.cubicPerKilogram === cubicPerKilogram).map((one) => one.name),
  }));
}

/** Begun kilograms count whole; the first one is in the base. */
export function priceOf(service: Pick<ShippingService, 'base' | 'perKilogram'>, kilograms: number): number {
  const further = Math.max(0, Math.ceil(kilograms) - 1);
  return Math.round((service.base + further * service.perKilogram) * 100) / 100;
}
