// The general questions that an article may answer, in words for those who write it.
import type { Topic } from '../../../models/shop/topics.ts';

export const TOPIC_WORDS: Record<Topic, string> = {
  accounts: 'Needing, making or merging an account',
  'after-ordering': 'Holding, combining or adding to an order',
  compatibility: 'What it works with',
  'delivery-places': 'PO boxes, pick-up, neighbours',
  'delivery-times': 'Delivery days, times, deadlines',
  discounts: 'Discounts, sales, price matching',
  disposal: 'Recycling and packaging',
  gifts: 'Gift wrapping, messages, gift cards',
  loyalty: 'Points, membership, referrals',
  newsletter: 'Newsletter, unsubscribing',
  'no-order-number': 'No order number, guest orders',
  'our-messages': 'Is this message from you?',
  paying: 'Ways to pay, when the card is charged',
  privacy: 'How data is used',
  'product-facts': 'Size, weight, voltage, what is in the box',
  reordering: 'Ordering again, by phone or in the chat',
  repairs: 'Repairs',
  returns: 'Conditions of returning',
  'spare-parts': 'Spare parts and accessories',
  taxes: 'Taxes in the price',
  travel: 'Planes, luggage, abroad',
  'working-with-us': 'Jobs, press, suppliers',
};
