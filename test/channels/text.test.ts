// One Markdown, many formats: nothing raw reaches a customer, and what is too long is split where it hurts least.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renderPlain } from '../../channels/plain.ts';
import { splitText } from '../../channels/split.ts';

describe('plain text', () => {
  const table: [string, string][] = [
    ['**Your order** is _on its way_', 'Your order is on its way'],
    ['# Steps\n\n1. Restart\n2. Reset', 'Steps\n\n1. Restart\n2. Reset'],
    ['- one\n- two', '- one\n- two'],
    ['see [the guide](https://example.com/a)', 'see the guide https://example.com/a'],
    ['<https://example.com>', 'https://example.com'],
    ['[x](javascript:alert)', 'x'],
    ['`ORD-1` ~~old~~', 'ORD-1 old'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', '- a: 1, b: 2'],
    ['5 &lt; 6 &amp; 7', '5 < 6 & 7'],
    ['line one\nline two', 'line one\nline two'],
  ];
  for (const [markdown, plain] of table)
    it(`renders ${JSON.stringify(markdown)}`, () => assert.equal(renderPlain(markdown), plain));
});

describe('splitting', () => {
  const most = (length: number) => (part: string) => part.length <= length;

  it('prefers paragraphs, then sentences, then words', () => {
    assert.deepEqual(splitText('One two.\n\nThree four.', most(12)), ['One two.', 'Three four.']);
    assert.deepEqual(splitText('One two. Three four.', most(12)), ['One two.', 'Three four.']);
    assert.deepEqual(splitText('one two three four', most(8)), ['one two', 'three', 'four']);
    assert.deepEqual(splitText('abcdefghij', most(4)), ['abcd', 'efgh', 'ij']);
  });

  it('never cuts an emoji of several code points', () => {
    for (const part of splitText('👨‍👩‍👧‍👦'.repeat(5), most(11))) assert.equal(part, '👨‍👩‍👧‍👦');
  });

  it('loses nothing and keeps every part within the limit', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'binary' }), fc.integer({ min: 8, max: 60 }), (text, length) => {
        const parts = splitText(text, (part) => [...part].length <= length);
        assert.equal(parts.join('').replace(/\s/g, ''), text.replace(/\s/g, ''));
      }),
    );
  });
});
