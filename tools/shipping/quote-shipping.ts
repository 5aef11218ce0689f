// quote_shipping: what it costs and how long it takes, by weight and country, for every service that takes it; and which
// one is recommended. Prices come from the rates alone.
import { z } from 'zod';
import type { ShippingService } from '../../models/shop/shipping.ts';
import type { ShippingBackend } from '../backends/shipping.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { ReadTool } from '../tool.ts';

const input = z.object({
  kilograms: z.number().positive().max(1_000),
  country: z.string().length(2).toUpperCase(),
  urgent: z.boolean().default(false),
});

export function createQuoteShipping(shipping: ShippingBackend): ReadTool<z.infer<typeof input>> {
  return {
    name: 'quote_shipping',
    description:
      'Shipping options with price (US dollars) and days for a weight and a country (ISO 3166), and which one fits.',
    input,
    effect: 'reads',
    level: 'anonymous',
    run: async ({ kilograms, country, urgent }) => {
      const found = await withRetry('shipping', () => shipping.servicesTo(country));
      if (!found) return { found: false, country };
      const options = found.services
        .filter((service) => kilograms <= service.mostKilograms)
        .map((service) => ({
          name: service.name,
          price: priceOf(service, kilograms),
          currency: 'USD',
          days: service.days,
        }))
        .sort((one, other) => one.price - other.price);
      const most = Math.max(0, ...found.services.map((service) => service.mostKilograms));
      if (options.length === 0) return { found: true, country, options, mostKilograms: most };
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
      };
    },
  };
}

/** Begun kilograms count whole; the first one is in the base. */
export function priceOf(service: Pick<ShippingService, 'base' | 'perKilogram'>, kilograms: number): number {
  const further = Math.max(0, Math.ceil(kilograms) - 1);
  return Math.round((service.base + further * service.perKilogram) * 100) / 100;
}
