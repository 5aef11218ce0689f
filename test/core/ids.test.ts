// Ids: random where nothing may repeat, derived where a repeated turn must make the very same thing.
import assert from 'node:assert/strict';
import { deriveId, deriveReadableId, newId } from '../../core/ids.ts';

const READABLE = /^ESC-[2-9A-HJ-NP-Z]{8}$/;

describe('ids', () => {
  it('are new each time', () => {
    const ids = new Set(Array.from({ length: 1000 }, () => newId('msg')));
    assert.equal(ids.size, 1000);
    for (const id of ids) assert.match(id, /^msg-[0-9a-f-]{36}$/);
    assert.match(newId(), /^[0-9a-f-]{36}$/);
  });

  it('that are derived are the same for the same parts and in the same order only', () => {
    assert.equal(deriveId('lane', 'entry', '0'), deriveId('lane', 'entry', '0'));
    assert.match(deriveId('lane'), /^[0-9a-f]{32}$/);
    assert.notEqual(deriveId('lane', 'entry'), deriveId('entry', 'lane'));
  });

  it('that are derived do not mistake one split of a text for another', () => {
    assert.notEqual(deriveId('ab', 'c'), deriveId('a', 'bc'));
    assert.notEqual(deriveId('a', ''), deriveId('a'));
  });

  it('that people read out have no look-alikes', () => {
    for (let count = 0; count < 1000; count += 1) assert.match(deriveReadableId('ESC', String(count)), READABLE);
  });

  it('that are derived and readable are both', () => {
    assert.equal(deriveReadableId('ESC', 'lane', 'entry'), deriveReadableId('ESC', 'lane', 'entry'));
    assert.notEqual(deriveReadableId('ESC', 'lane', 'entry'), deriveReadableId('ESC', 'lane', 'other'));
  });
});
