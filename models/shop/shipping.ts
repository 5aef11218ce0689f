// The nouns of shipping: zones, services with their rates, customs rules, and investigations of parcels that do not come.

export interface ShippingZone {
  _id: string;
  name: string;
  /** ISO 3166 codes. */
  countries: string[];
}

export interface ShippingService {
  _id: string;
  name: string;
  zone: string;
  /** US dollars: what the first kilogram costs, and each further one (begun kilograms count whole). */
  base: number;
  perKilogram: number;
  days: [number, number];
  mostKilograms: number;
  /** So many cubic centimetres count as a kilogram; left out, only the weight does. */
  cubicPerKilogram?: number;
}

export interface CustomsRule {
  /** ISO 3166, or a zone's id for all that have none of their own. */
  _id: string;
  dutyFree: number;
  currency: string;
  taxPercent: number;
  papers: string[];
  forbidden: string[];
}

export interface Investigation {
  _id: string;
  orderId: string;
  customerId: string;
  kind: 'delayed' | 'lost';
  key: string;
  at: Date;
}
