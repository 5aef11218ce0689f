// Contact data is replaced before anything leaves for a remote model, and put back in what comes from it.
import assert from 'node:assert/strict';
import { createPlaceholders } from '../../agents/running/placeholders.ts';

describe('placeholders for contact data', () => {
  for (const [text, hidden] of [
    ['Write to ana.torres+shop@example.co.uk please', 'Write to [email-1] please'],
    ['Call +49 30 1234567 or (415) 555-0132', 'Call [phone-1] or [phone-2]'],
    ['my number is 415-555-0132', 'my number is [phone-1]'],
    ['Send it to 12 Oak Street, 90210 Springfield', 'Send it to [address-1]'],
    ['an die Hauptstraße 5, 10115 Berlin', 'an die [address-1]'],
    ['au 12 rue de la Paix, 75002 Paris', 'au [address-1]'],
    ['a@b.co and A@B.CO', '[email-1] and [email-1]'],
  ] as const)
    it(`hides: ${text}`, () => {
      const placeholders = createPlaceholders();
      assert.equal(placeholders.hide(text), hidden);
      assert.equal(placeholders.restore(hidden).toLowerCase(), text.toLowerCase());
    });

  for (const text of [
    'Where is my order ORD-12345?',
    'tracking 1Z999AA10123456784 and 9400111899223197428490',
    'charged $1,299.99 on 2026-03-04 for 3 items',
    '2026-03-04 to 2026-03-09',
    'KB-001, step 2 of 10, 3kg to LA',
  ])
    it(`leaves alone: ${text}`, () => assert.equal(createPlaceholders().hide(text), text));

  it('hides the name of the customer wherever it stands alone', () => {
    const placeholders = createPlaceholders({ name: 'Ana Torres' });
    const hidden = placeholders.hide('Hi, Ana Torres here. ANA again. Banana.');
    assert.doesNotMatch(hidden, /Torres|\bAna\b|ANA/);
    assert.match(hidden, /Banana/);
    assert.equal(placeholders.restore('Hello [name-1]!'), 'Hello Ana Torres!');
  });

  it('reads from the names of fields what is contact data, and leaves a product’s name', () => {
    const placeholders = createPlaceholders();
    const hidden = placeholders.hideIn({
      items: [{ name: 'Headphones', price: 89.99 }],
      customer: { name: 'Ana Torres', email: 'ana@example.com' },
      address: { line1: 'Elm 5', city: 'Springfield' },
      note: 'left with Ana Torres',
    });
    const text = JSON.stringify(hidden);
    assert.doesNotMatch(text, /Torres|ana@|Elm|Springfield/);
    assert.match(text, /"name":"Headphones","price":89.99/);
    assert.equal(placeholders.restoreIn(hidden).note, 'left with Ana Torres');
  });

  it('leaves a placeholder that it never gave as it is', () => {
    assert.equal(createPlaceholders().restore('to [email-3]'), 'to [email-3]');
  });
});
