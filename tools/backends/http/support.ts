// The ports to the knowledge base, to technical support and to shipping, as operations over HTTP.
import { z } from 'zod';
import type { KnowledgeBackend } from '../knowledge.ts';
import type { ShippingBackend } from '../shipping.ts';
import type { SupportBackend } from '../support.ts';
import { count, currency, id, key, money, nothing, type Operations, text } from './operation.ts';

const article = z.object({
  id,
  title: text,
  products: z.array(text),
  symptoms: z.array(text),
  topics: z.array(text).exactOptional(),
  minutes: z.number(),
  steps: z.array(text),
  body: z.string().max(200_000),
});

export const KNOWLEDGE: Operations<KnowledgeBackend> = {
  searchArticles: {
    takes: { query: text, options: z.object({ product: text.optional(), topic: text.optional(), limit: count }) },
    gives: z.array(article),
    says: 'Articles that fit the words, best first; `product` prefers those about it; those that answer `topic`, where there are any.',
  },
  findArticle: { takes: { articleId: id }, gives: article.nullable(), says: 'An article by its id.' },
  listArticlesFor: {
    takes: { product: text, symptom: text },
    gives: z.array(article),
    says: 'Articles for a symptom of a kind of product: the most special first.',
  },
};

const bug = z.object({
  id,
  product: text,
  symptom: text,
  state: z.enum(['reported', 'confirmed', 'in progress', 'fixed']),
  signs: z.array(text),
  workaround: text.exactOptional(),
  fixedIn: text.exactOptional(),
});
const reporter = z.object({ laneId: id, shopCustomerId: id.exactOptional() });

export const SUPPORT: Operations<SupportBackend> = {
  findBug: { takes: { bugId: id }, gives: bug.nullable(), says: 'A fault by its number.' },
  listBugs: {
    takes: { product: text, symptom: text },
    gives: z.array(bug),
    says: 'Faults of this product with this symptom, fixed ones too, at most 50.',
  },
  fileReport: {
    takes: { report: z.object({ product: text, symptom: text, text, reporter }), bugId: id.nullable(), key },
    gives: bug,
    says: 'Joins the fault, or opens a new one; once per key.',
  },
  isReporter: { takes: { bugId: id, reporter }, gives: z.boolean(), says: 'Has this customer reported it?' },
  markFixed: { takes: { bugId: id, version: text }, gives: nothing, says: 'The fault is fixed in this version.' },
  listToTell: {
    takes: { bugId: id },
    gives: z.array(reporter.extend({ key })),
    says: 'Those who reported it and were not told yet.',
  },
  markTold: { takes: { bugId: id, reportKey: key }, gives: nothing, says: 'This reporter has been told.' },
  findWarrantyMonths: {
    takes: { product: text },
    gives: z.number().nullable(),
    says: 'Months from delivery; null: this kind of product is not known.',
  },
};

const service = z.object({
  _id: id,
  name: text,
  zone: id,
  base: money,
  perKilogram: money,
  days: z.tuple([count, count]),
  mostKilograms: z.number(),
  cubicPerKilogram: z.number().positive().exactOptional(),
});
const customs = z.object({
  _id: id,
  dutyFree: money,
  currency,
  taxPercent: z.number(),
  papers: z.array(text),
  forbidden: z.array(text),
});

export const SHIPPING: Operations<ShippingBackend> = {
  servicesTo: {
    takes: { country: text },
    gives: z.object({ zone: text, services: z.array(service) }).nullable(),
    says: 'What goes to a country (ISO 3166), with how many cubic centimetres count as a kilogram; null when nothing does.',
  },
  customsOf: { takes: { country: text }, gives: customs.nullable(), says: 'Duties, papers and what cannot be sent.' },
  findByTracking: {
    takes: { trackingNumber: text },
    gives: z.object({ orderId: id }).nullable(),
    says: "An order by its carrier's number.",
  },
  investigate: {
    takes: { orderId: id, customerId: id, kind: z.enum(['delayed', 'lost']), key },
    gives: z.object({ reference: id }),
    says: 'Opens one investigation for an order.',
  },
  intercept: {
    takes: { orderId: id, address: text, key },
    gives: z.object({ done: z.boolean(), reference: id.exactOptional() }),
    says: 'Sends a parcel on its way elsewhere. Not done: it is too late for that.',
  },
};
