// A function of a text that keeps its last answers: asked once, answered alike, and forgotten in time.
import assert from 'node:assert/strict';
import { remembered } from '../../core/remembered.ts';

describe('what is remembered', () => {
  it('is asked for once while it is among the last ones, nothing included', () => {
    const asked: string[] = [];
    const of = remembered((text) => {
      asked.push(text);
      return text === 'none' ? null : text.length;
    });
    assert.deepEqual([of('one'), of('none'), of('one'), of('none')], [3, null, 3, null]);
    assert.deepEqual(asked, ['one', 'none']);
    for (let at = 0; at < 32; at += 1) of(`text ${at}`);
    assert.equal(of('one'), 3);
    assert.equal(asked.filter((text) => text === 'one').length, 2);
  });
});
