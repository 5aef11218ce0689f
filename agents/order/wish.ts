// What a customer wants done about an order, read from their words; asking where it is comes last, since every wish
// mentions the order, too.

export type OrderWish = 'status' | 'cancel' | 'return' | 'address' | 'other';

const WISHES: [Exclude<OrderWish, 'status'>, RegExp][] = [
  [
    'address',
    /\b((change|update|correct|fix|modify|edit|wrong|new|different|another)\b.{0,40}\b(address|street|house number|zip|postal code)|(address|street|house number) (is|was) wrong|(send|ship|deliver)\b.{0,40}\b(different|another|new|other) (address|place|location)|moved? (house|to a new))\b/i,
  ],
  ['return', /\b(return|send (it|them|this|that) back|sending (it|them) back|bring back|give (it|them) back)\b/i],
  ['cancel', /\b(cancel\w*|call off|do ?n'?t want (it|this|that|the order) any ?more|stop (the|my|this) order)\b/i],
  [
    'other',
    /\b(exchange|swap|add (an|another|a) |remove (an|one|the) |change (the|my) (order|items?|size|colou?r|payment))\b/i,
  ],
];

export function readOrderWish(text: string): OrderWish {
  return WISHES.find(([, sign]) => sign.test(text))?.[0] ?? 'status';
}
