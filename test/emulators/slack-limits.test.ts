// Our Slack stand-in against Slack's own words: the limits as the comments of @slack/types give them, taken exactly, and refused
// one above.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { faultOfBlocks, faultOfView } from '../../emulators/slack/validate.ts';

const folder = join(dirname(createRequire(import.meta.url).resolve('@slack/types')), 'block-kit');

/** The number in the comment above a field: a maximum of characters or of items. */
function limitOf(file: string, owner: string, field: string): number {
  const text = readFileSync(join(folder, `${file}.d.ts`), 'utf8');
  const body = text.slice(text.indexOf(`interface ${owner} `));
  const comment = new RegExp(`/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*${field}\\??:`).exec(body)?.[1] ?? '';
  const words = comment.replace(/\s*\*\s*/g, ' ');
  const found = /maximum(?: length| number of items| of)[^.]{0,60}?(\d+)/i.exec(words)?.[1];
  assert.ok(found, `${owner}.${field} has no limit in @slack/types: ${words}`);
  return Number(found);
}

const long = (length: number) => 'x'.repeat(length);
const words = (length: number) => ({ type: 'plain_text', text: long(length) });
const button = (more: object = {}) => ({ type: 'button', action_id: 'a', text: words(3), ...more });
const actions = (...elements: object[]) => [{ type: 'actions', elements }];
const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

type Case = [what: string, limit: number, make: (size: number) => unknown];

describe("the Slack stand-in and Slack's own limits", () => {
  const cases: Case[] = [
    [
      'text of a section',
      limitOf('blocks', 'SectionBlock', 'text'),
      (size) => [{ type: 'section', text: words(size) }],
    ],
    [
      'fields of a section',
      limitOf('blocks', 'SectionBlock', 'fields'),
      (size) => [{ type: 'section', fields: times(size, () => words(3)) }],
    ],
    ['text of a header', limitOf('blocks', 'HeaderBlock', 'text'), (size) => [{ type: 'header', text: words(size) }]],
    [
      'elements of actions',
      limitOf('blocks', 'ActionsBlock', 'elements'),
      (size) => actions(...times(size, (at) => button({ action_id: `a${at}` }))),
    ],
    [
      'elements of a context',
      limitOf('blocks', 'ContextBlock', 'elements'),
      (size) => [{ type: 'context', elements: times(size, () => words(3)) }],
    ],
    [
      'id of a block',
      limitOf('blocks', 'Block', 'block_id'),
      (size) => [{ type: 'section', block_id: long(size), text: words(3) }],
    ],
    ['text of a button', limitOf('block-elements', 'Button', 'text'), (size) => actions(button({ text: words(size) }))],
    [
      'value of a button',
      limitOf('block-elements', 'Button', 'value'),
      (size) => actions(button({ value: long(size) })),
    ],
    [
      'id of an action',
      limitOf('extensions', 'Action', 'action_id'),
      (size) => actions(button({ action_id: long(size) })),
    ],
    [
      'text of an option',
      limitOf('composition-objects', 'PlainTextOption', 'text'),
      (size) => actions({ type: 'static_select', action_id: 'a', options: [{ text: words(size), value: 'v' }] }),
    ],
  ];
  for (const [what, limit, make] of cases)
    it(`takes ${what} up to ${limit}, and not ${limit + 1}`, () => {
      assert.equal(faultOfBlocks(make(limit)), null);
      assert.equal(faultOfBlocks(make(limit + 1)), 'invalid_blocks');
    });

  it('takes 50 blocks in a message, 100 in a view, and a title of 24 characters', () => {
    const divider = () => ({ type: 'divider' });
    assert.equal(faultOfBlocks(times(50, divider)), null);
    assert.equal(faultOfBlocks(times(51, divider)), 'invalid_blocks');
    const view = (title: number, blocks: number) => ({
      type: 'modal',
      title: words(title),
      blocks: times(blocks, divider),
    });
    assert.equal(faultOfView(view(24, 100)), null);
    assert.equal(faultOfView(view(25, 1)), 'invalid_arguments');
    assert.equal(faultOfView(view(24, 101)), 'invalid_arguments');
  });
});
