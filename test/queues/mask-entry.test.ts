// The door's mask: what a customer should never have written is gone before anything is stored, and a code leaves a mark.
import assert from 'node:assert/strict';
import { createCodeBook } from '../../core/one-time-code.ts';
import { Secret } from '../../core/secret.ts';
import type { CodeDoor } from '../../models/ports.ts';
import { maskEntry } from '../../queues/mask-entry.ts';

const book = createCodeBook(new Secret('a key'));
const CODE = book.codeOf('challenge');
const MARK = book.markOf(CODE);

/** `awaited`: in this lane; otherwise only the very code is known. */
const doorOf = (awaited: boolean, toHide?: CodeDoor['toHide']): CodeDoor => ({
  markOf: book.markOf,
  toHide: toHide ?? (async (_lane, marks) => (awaited ? [...marks] : marks.filter((mark) => mark === MARK))),
});

async function kept(text: string, door: CodeDoor | undefined, patienceMs = 1_000) {
  const activity = { type: 'message' as const, id: 'm', timestamp: new Date(), from: { id: 'u' }, text };
  const entry = { key: 'm', kind: 'message' as const, activity, receivedAt: new Date() };
  const { text: masked, codes } = (await maskEntry(entry, 'web|default|c1', door, patienceMs)).activity;
  return { text: masked, codes };
}

describe('the door', () => {
  const spaced = `${CODE.slice(0, 3)} ${CODE.slice(3)}`;
  for (const typed of [CODE, spaced, `${CODE.slice(0, 3)}-${CODE.slice(3)}`, [...CODE].join(' ')])
    it(`takes a code away however it is typed: ${typed.replace(/\d/g, '0')}`, async () => {
      assert.deepEqual(await kept(`here it is: ${typed}, thanks`, doorOf(true)), {
        text: 'here it is: [code], thanks',
        codes: [MARK],
      });
    });

  it('takes a code away behind the words that hide it, too', async () => {
    for (const words of ['my verification code is', 'otp:', 'the passcode is', 'one-time password'])
      assert.deepEqual((await kept(`${words} ${CODE}`, doorOf(true))).codes, [MARK]);
  });

  it('takes the wrong code away while one is awaited: it may be right but for one digit', async () => {
    assert.equal((await kept('123456', doorOf(true))).text, '[code]');
  });

  it('knows the very code in every conversation, and leaves other numbers alone', async () => {
    assert.equal((await kept(`I got ${CODE}`, doorOf(false))).text, 'I got [code]');
    assert.equal((await kept('it is 123456', doorOf(false))).text, 'it is 123456');
  });

  it('leaves order numbers, prices, dates and parcel numbers alone even while a code is awaited', async () => {
    for (const text of [
      'ORD-123456',
      'order 123456',
      '#123456',
      '2026-11-28',
      '123456.78',
      '1Z999AA1234567890',
      '12345678',
    ])
      assert.equal((await kept(text, doorOf(true))).text, text);
  });

  it('hides what could be a code when nobody can say whether one is awaited', async () => {
    const away = doorOf(false, () => Promise.reject(new Error('MongoDB is away')));
    const silent = doorOf(false, () => new Promise(() => undefined));
    assert.equal((await kept('123456', away)).text, '[code]');
    assert.equal((await kept('123456', silent, 5)).text, '[code]');
    assert.equal((await kept('123456', silent, 0)).text, '[code]');
  });

  it('asks nobody about a text without six digits', async () => {
    const never = doorOf(false, () => Promise.reject(new Error('was asked')));
    assert.equal((await kept('where is ORD-12345?', never)).text, 'where is ORD-12345?');
  });

  it('takes cards and passwords away, with codes or without', async () => {
    assert.equal((await kept('card 4111 1111 1111 1111', undefined)).text, 'card [card ending 1111]');
    assert.equal((await kept(`password: hunter2 and ${CODE}`, doorOf(true))).text, 'password: [hidden] and [code]');
  });
});

describe('a code', () => {
  it('follows from its challenge and the key alone', () => {
    assert.match(CODE, /^\d{6}$/);
    assert.equal(createCodeBook(new Secret('a key')).codeOf('challenge'), CODE);
    assert.notEqual(createCodeBook(new Secret('another key')).codeOf('challenge'), CODE);
    const many = new Set(Array.from({ length: 1_000 }, (_, at) => book.codeOf(`challenge-${at}`)));
    assert.ok(many.size > 990, `${many.size} of 1000 differ`);
  });

  it('cannot be read from its mark without the key', () => {
    assert.equal(book.markOf(spacedOf(CODE)), MARK);
    assert.notEqual(createCodeBook(new Secret('another key')).markOf(CODE), MARK);
  });
});

const spacedOf = (code: string) => [...code].join(' ');
