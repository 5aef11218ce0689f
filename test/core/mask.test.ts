// Secrets are taken out at the door; everything else stays as the customer wrote it.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { maskSecrets } from '../../core/mask.ts';

const CASES: [string, string][] = [
  ['my card is 4111 1111 1111 1111 thanks', 'my card is [card ending 1111] thanks'],
  ['4111-1111-1111-1111', '[card ending 1111]'],
  ['amex 378282246310005.', 'amex [card ending 0005].'],
  ['5555.5555.5555.4444', '[card ending 4444]'],
  ['card 4111111111111111, cvv 123', 'card [card ending 1111], cvv [hidden]'],
  ['my password is hunter2 ok', 'my password is [hidden] ok'],
  ['password: "a b c" ok', 'password: [hidden] ok'],
  ['mi contraseña es secreto123', 'mi contraseña es [hidden]'],
  ['the verification code is 482 913', 'the verification code is [hidden]'],
  ['security code: 1234', 'security code: [hidden]'],
];

const KEPT = [
  'where is 1Z999AA1234567890',
  'order ORD-12345 of 2026-11-23',
  '4111 1111 1111 1112 is no card',
  'tracking 9400111899223857264321',
  'I forgot my password',
  'reset my password please',
  'call me on +1 555 123 4567 890',
  'JD014610000001',
  'the pin of the plug is bent',
];

describe('masking', () => {
  for (const [text, masked] of CASES) it(`hides «${text}»`, () => assert.equal(maskSecrets(text), masked));
  for (const text of KEPT) it(`keeps «${text}»`, () => assert.equal(maskSecrets(text), text));

  it('never lets a card number through, however it is grouped', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 14, maxLength: 14 }),
        fc.constantFrom('', ' ', '-'),
        (middle, by) => {
          const body = `4${middle.join('')}`;
          const check = [...Array(10).keys()].find((digit) => sumOf(body + digit) % 10 === 0)!;
          const digits = body + check;
          const shown = maskSecrets(`pay with ${digits.match(/.{4}/g)!.join(by)} now`);
          assert.ok(!shown.replace(/\D/g, '').includes(digits));
        },
      ),
    );
  });

  it('changes nothing twice', () => {
    fc.assert(fc.property(fc.string(), (text) => assert.equal(maskSecrets(maskSecrets(text)), maskSecrets(text))));
  });
});

function sumOf(digits: string): number {
  return [...digits]
    .reverse()
    .map((digit, at) => (at % 2 === 1 ? Number(digit) * 2 : Number(digit)))
    .reduce((sum, digit) => sum + (digit > 9 ? digit - 9 : digit), 0);
}
