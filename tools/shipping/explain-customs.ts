// explain_customs: duties, papers and what may not be sent to a country. Estimates only; the customs office decides.
import { z } from 'zod';
import type { ShippingBackend } from '../backends/shipping.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { ReadTool } from '../tool.ts';

const input = z.object({ country: z.string().length(2).toUpperCase() });

export function createExplainCustoms(shipping: ShippingBackend): ReadTool<z.infer<typeof input>> {
  return {
    name: 'explain_customs',
    description:
      'Import tax, the value up to which none is due, papers, and what cannot be sent, for a country (ISO 3166).',
    input,
    effect: 'reads',
    level: 'anonymous',
    run: async ({ country }) => {
      const rule = await withRetry('shipping', () => shipping.customsOf(country));
      return rule ? { found: true, country, ...rule } : { found: false, country };
    },
  };
}
