// What a model may say, sentence by sentence: values need a source in this conversation, and nothing is promised.
import assert from 'node:assert/strict';
import { findUnfounded, type Sources } from '../../agents/running/review.ts';
import { readNumber } from '../../agents/running/values.ts';

const ORDER = {
  found: true,
  orderId: 'ORD-12345',
  status: 'in transit',
  carrier: 'UPS',
  trackingNumber: '1Z999AA10123456784',
  deliveryOn: '2026-03-04',
  items: [{ name: 'WH-1000 headphones', quantity: 2 }],
  total: 89.99,
  currency: 'USD',
};

function sources(changes: Partial<Sources> = {}): Sources {
  return {
    results: [ORDER],
    asked: [],
    facts: {},
    policy: '',
    replies: [],
    customer: '',
    today: '2026-03-02',
    ...changes,
  };
}

describe('the review of a model’s answer', () => {
  for (const text of [
    'ORD-12345 is in transit with UPS, tracking number 1Z999AA10123456784. It comes on March 4.',
    'Your order **ORD-12345** for $89.99 arrives on Wednesday, 4 March 2026.',
    'It arrives in 2 days, on 04/03/2026.',
    'The total was 89,99 USD.',
    'Would you like me to cancel ORD-12345?',
    'If you confirm, I will refund the $89.99.',
    'I have not changed anything.',
    'I can help with that. How can I help you today?',
    'You can restart the headphones and pair them again.',
    'Ich habe nichts storniert.',
    'No he cancelado nada.',
    'Nothing was changed.',
    'The warranty begins when it is delivered.',
    'Your order has not been refunded.',
    'Once you confirm, I will cancel it.',
    'I will cancel it once you confirm.',
    'Es kommt am 4. März 2026.',
    'Llega el 4 de marzo.',
    'Il arrive le 4 mars.',
  ])
    it(`lets pass: ${text}`, () => assert.deepEqual(findUnfounded(text, sources()), []));

  const INVENTED: [string, string][] = [
    ['Your order ORD-99999 is in transit.', 'ORD-99999'],
    ['Your order ORD-123 is in transit.', 'ORD-123'],
    ['Your order number 54321 is in transit.', '54321'],
    ['The tracking number is 1Z999AA10123456780.', '1Z999AA10123456780'],
    ['It costs $79.99.', '$79.99'],
    ['It costs 89.99 EUR.', '89.99 EUR'],
    ['You paid $2.', '$2'],
    ['It comes on March 5.', 'March 5'],
    ['It comes on 2026-03-05.', '2026-03-05'],
    ['It comes on 4 March 2027.', '4 March 2027'],
    ['It comes on Friday.', 'Friday'],
    ['It comes tomorrow.', 'tomorrow'],
    ['It will be with you next week.', 'next week'],
    ['It takes 3-5 business days.', '3-5 business days'],
    ['A person will look at it within 24 hours.', '24 hours'],
    ['It takes two weeks.', 'two weeks'],
    ['There is 20% off.', '20%'],
    ['See https://example.com/track for more.', 'https://example.com/track'],
    ['Write to help@example.com.', 'help@example.com'],
    ['Hello [name-7], how are you?', '[name-7]'],
    ['Es kommt am 5. März.', '5. März'],
    ['Llega el 5 de marzo.', '5 de marzo'],
    ['Il arrive le 5 mars.', '5 mars'],
  ];
  for (const [text, value] of INVENTED)
    it(`holds back what no tool said: ${text}`, () => assert.deepEqual(findUnfounded(text, sources()), [value]));

  for (const text of [
    "I've refunded the charge.",
    'I have already cancelled your order.',
    'I will send you a replacement.',
    "I'll let you know when it arrives.",
    'We will refund you.',
    "We'll make sure that it arrives.",
    'You will receive a full refund.',
    'You will be contacted by a colleague.',
    'Your money has been refunded.',
    'I guarantee that it arrives.',
    'I am processing your refund.',
    'Shipping is free of charge.',
    'Ich habe Ihre Bestellung storniert.',
    'Wir werden Ihnen den Betrag erstatten.',
    'He cancelado su pedido.',
    'Vamos a reembolsar el importe.',
    'J’ai annulé votre commande.',
    'Nous allons vous rembourser.',
    "I've refunded you, so do not worry.",
    "I've refunded it. If you need anything else, write to me.",
    'I have cancelled it, is that fine?',
    'I will refund you, just tell me if you like.',
  ])
    it(`holds back a promise: ${text}`, () => assert.equal(findUnfounded(text, sources()).length > 0, true));

  it('names back what the customer said only where nothing is claimed about it', () => {
    const said = sources({ results: [{ found: false }], customer: 'Where is ORD-77777? I paid $500.' });
    assert.deepEqual(findUnfounded('I could not find ORD-77777.', said), []);
    assert.deepEqual(findUnfounded("I can't find a charge of $500.", said), []);
    assert.deepEqual(findUnfounded('Ich finde keine Abbuchung von 500 $.', said), []);
    assert.deepEqual(findUnfounded('You say you paid $500. Is that right?', said), []);
    assert.deepEqual(findUnfounded('ORD-77777 is on its way.', said), ['ORD-77777']);
    assert.deepEqual(findUnfounded('Your refund of $500 is on its way.', said), ['$500']);
    assert.deepEqual(findUnfounded("Don't worry, your refund of $500 is on its way.", said), ['$500']);
  });

  it('takes the number that a tool was asked about when the customer named it and the tool answered', () => {
    const answered = { results: [{ status: 'shipped' }], asked: [{ orderId: 'ORD-77777' }] };
    assert.deepEqual(findUnfounded('ORD-77777 is shipped.', sources({ ...answered, customer: 'ord-77777?' })), []);
    assert.deepEqual(findUnfounded('ORD-77777 is shipped.', sources({ ...answered, customer: 'my order?' })), [
      'ORD-77777',
    ]);
  });

  it('stands on earlier replies, the facts and the policy', () => {
    const nothing = { results: [] };
    assert.deepEqual(
      findUnfounded('It comes on March 4.', sources({ ...nothing, replies: ['It comes on 4 March.'] })),
      [],
    );
    assert.deepEqual(
      findUnfounded('Case C-1042 is open.', sources({ ...nothing, facts: { openCase: { id: 'C-1042' } } })),
      [],
    );
    assert.deepEqual(
      findUnfounded('Returns take 30 days.', sources({ ...nothing, policy: 'Returned within 30 days.' })),
      [],
    );
  });

  it('does not take a denial of ours for a source', () => {
    const before = sources({ results: [], replies: ['I cannot find a charge of $500.'] });
    assert.deepEqual(findUnfounded('The charge of $500 is booked.', before), ['$500']);
  });

  it('believes that something was refunded when a result says so', () => {
    const result = sources({ results: [{ state: 'refunded', amount: 89.99, currency: 'USD' }] });
    assert.deepEqual(findUnfounded('The $89.99 was refunded.', result), []);
  });

  it('does not take a quantity for a price', () => {
    assert.deepEqual(findUnfounded('You ordered 2 pieces.', sources()), []);
    assert.deepEqual(findUnfounded('Each costs 2 USD.', sources()), ['2 USD']);
  });

  for (const [text, number] of [
    ['1,299.00', 1299],
    ['1.299,00', 1299],
    ['1,299', 1299],
    ['89,99', 89.99],
    ['89.9', 89.9],
    ['1 299,50', 1299.5],
  ] as const)
    it(`reads ${text} as ${number}`, () => assert.equal(readNumber(text), number));
});
