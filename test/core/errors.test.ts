// One error type: what is ours keeps its code and kind, what is foreign counts as a bug and keeps its cause.
import assert from 'node:assert/strict';
import { asSupportError, SupportError } from '../../core/errors.ts';

describe('errors', () => {
  it('carry code, kind and when to come back', () => {
    const cause = new Error('socket closed');
    const error = new SupportError('store.unavailable', 'the store is away', {
      kind: 'transient',
      retryAfterMs: 500,
      cause,
    });
    assert.equal(error.name, 'SupportError');
    assert.deepEqual(
      [error.code, error.kind, error.retryAfterMs, error.status],
      ['store.unavailable', 'transient', 500, undefined],
    );
    assert.equal(error.cause, cause);
  });

  it('pass through unchanged when they are ours', () => {
    const error = new SupportError('a', 'b', { kind: 'refused', status: 400 });
    assert.equal(asSupportError(error), error);
  });

  it('count as a bug when they are foreign, with the cause kept', () => {
    const foreign = new TypeError('x is not a function');
    const error = asSupportError(foreign);
    assert.deepEqual([error.code, error.kind, error.cause], ['unexpected', 'bug', foreign]);
    assert.equal(asSupportError('thrown text').message, 'thrown text');
    assert.equal(asSupportError(undefined).kind, 'bug');
  });
});
