// What customers ask a shop in general, without an order in mind. An article may name the topics that it answers; the lines
// that the recogniser of topics learns from are in agents/classifier/templates/topics/.

export const TOPICS = [
  'accounts',
  'after-ordering',
  'compatibility',
  'delivery-places',
  'delivery-times',
  'discounts',
  'disposal',
  'gifts',
  'loyalty',
  'newsletter',
  'no-order-number',
  'our-messages',
  'paying',
  'privacy',
  'product-facts',
  'reordering',
  'repairs',
  'returns',
  'spare-parts',
  'taxes',
  'travel',
  'working-with-us',
] as const;
export type Topic = (typeof TOPICS)[number];

export const isTopic = (name: string): name is Topic => (TOPICS as readonly string[]).includes(name);
