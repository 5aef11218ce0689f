// The demo shop's rates and customs rules. The shop ships from the United States.
import type { CustomsRule, ShippingService, ShippingZone } from './shipping.ts';

const ZONES: ShippingZone[] = [
  { _id: 'us', name: 'United States', countries: ['US'] },
  { _id: 'ca-mx', name: 'Canada and Mexico', countries: ['CA', 'MX'] },
  {
    _id: 'europe',
    name: 'Europe',
    countries: ['GB', 'IE', 'DE', 'FR', 'ES', 'IT', 'NL', 'BE', 'AT', 'CH', 'PT', 'SE', 'DK', 'NO', 'FI', 'PL'],
  },
  { _id: 'world', name: 'the rest of the world', countries: ['AU', 'NZ', 'JP', 'BR', 'IN', 'SG', 'ZA', 'AE'] },
];

const SERVICES: [string, string, number, number, [number, number], number][] = [
  ['us', 'Ground', 6.9, 1.2, [3, 5], 30],
  ['us', 'Two-Day', 14.5, 2.4, [2, 2], 30],
  ['us', 'Overnight', 29, 4.5, [1, 1], 20],
  ['ca-mx', 'Standard', 14.9, 3.5, [5, 8], 30],
  ['ca-mx', 'Express', 32, 6, [2, 3], 30],
  ['europe', 'Standard', 22.5, 5.5, [7, 12], 20],
  ['europe', 'Express', 48, 9, [2, 4], 30],
  ['world', 'Standard', 28, 7.5, [10, 18], 20],
  ['world', 'Express', 62, 12, [3, 6], 30],
];

const INVOICE = 'commercial invoice';
const FORBIDDEN = ['loose lithium batteries', 'aerosols', 'perfume'];

const CUSTOMS: CustomsRule[] = [
  { _id: 'us', dutyFree: 0, currency: 'USD', taxPercent: 0, papers: [], forbidden: FORBIDDEN },
  { _id: 'CA', dutyFree: 40, currency: 'CAD', taxPercent: 13, papers: [INVOICE], forbidden: FORBIDDEN },
  { _id: 'MX', dutyFree: 50, currency: 'USD', taxPercent: 19, papers: [INVOICE], forbidden: FORBIDDEN },
  {
    _id: 'GB',
    dutyFree: 135,
    currency: 'GBP',
    taxPercent: 20,
    papers: [INVOICE, 'customs form CN23'],
    forbidden: FORBIDDEN,
  },
  {
    _id: 'CH',
    dutyFree: 65,
    currency: 'CHF',
    taxPercent: 8.1,
    papers: [INVOICE, 'customs form CN23'],
    forbidden: FORBIDDEN,
  },
  {
    _id: 'europe',
    dutyFree: 150,
    currency: 'EUR',
    taxPercent: 21,
    papers: [INVOICE, 'customs form CN23'],
    forbidden: FORBIDDEN,
  },
  {
    _id: 'world',
    dutyFree: 0,
    currency: 'USD',
    taxPercent: 10,
    papers: [INVOICE, 'customs form CN23'],
    forbidden: [...FORBIDDEN, 'used electronics'],
  },
];

/** Trucks have more room than planes. */
const CUBIC_PER_KILOGRAM = 5_000;
const CUBIC_PER_KILOGRAM_GROUND = 6_000;

export function makeDemoShipping(): { zones: ShippingZone[]; services: ShippingService[]; customs: CustomsRule[] } {
  const services = SERVICES.map(([zone, name, base, perKilogram, days, mostKilograms]) => ({
    _id: `${zone} ${name}`,
    name,
    zone,
    base,
    perKilogram,
    days,
    mostKilograms,
    cubicPerKilogram: name === 'Ground' ? CUBIC_PER_KILOGRAM_GROUND : CUBIC_PER_KILOGRAM,
  }));
  return { zones: ZONES, services, customs: CUSTOMS };
}
