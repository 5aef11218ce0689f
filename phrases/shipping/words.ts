// Every sentence of shipping that a customer can read, as one type: a language that lacks one does not compile.
export interface QuoteOption {
  name: string;
  price: number;
  days: [number, number];
}

/** What the room of a parcel counts as; services that reckon alike stand together. */
export interface SizeWords {
  centimetres: [number, number, number];
  cubicCentimetres: number;
  countsAs: { kilograms: number; cubicPerKilogram: number; services: string[] }[];
}

export interface ShippingWords {
  askWeight(words: { place: string | null }): string;
  askPlace(words: { kilograms: number | null }): string;
  askBoth(): string;
  quote(words: {
    kilograms: number;
    place: string;
    options: QuoteOption[];
    recommended: string;
    because: 'cheapest' | 'fastest';
  }): string;
  /** The one that was asked for. */
  oneService(words: { kilograms: number; place: string; option: QuoteOption }): string;
  /** How its size counts beside its weight. */
  bySize(words: SizeWords): string;
  /** That it counts at all. */
  sizeCounts(): string;
  /** Yes, and with what. */
  shipsTo(words: { place: string; options: QuoteOption[] }): string;
  tooHeavy(words: { kilograms: number; most: number }): string;
  noService(words: { place: string }): string;
  askParcel(): string;
  parcelUnknown(): string;
  events(words: { events: { what: string; on: string }[] }): string;
  late(words: { days: number }): string;
  customs(words: {
    place: string;
    dutyFree: number;
    currency: string;
    taxPercent: number;
    papers: string[];
    forbidden: string[];
  }): string;
  customsNone(words: { place: string }): string;
  proposeIntercept(words: { orderId: string; address: string; fee: number }): string;
  intercepted(words: { orderId: string; address: string; reference: string }): string;
  interceptTooLate(words: { orderId: string }): string;
  proposeInvestigation(words: { orderId: string; kind: 'delayed' | 'lost'; days: number }): string;
  investigating(words: { orderId: string; reference: string }): string;
  /** The carrier has not been at the door, as far as its events tell. */
  noAttempt(words: { orderId: string }): string;
  notLateYet(words: { orderId: string }): string;
  /** The carrier says that it has come, and our record does not. */
  otherRecord(): string;
  markedDelivered(words: { orderId: string }): string;
  times(): string;
}
