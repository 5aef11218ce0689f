// A secret is seen only by whoever reveals it on purpose.
import assert from 'node:assert/strict';
import { format, inspect } from 'node:util';
import { Secret } from '../../core/secret.ts';

describe('secret', () => {
  const secret = new Secret('canary-value');

  it('prints as [secret] in every way of printing', () => {
    const wrapped = { secret };
    const printed = [
      String(secret),
      `${secret}`,
      JSON.stringify(wrapped),
      inspect(wrapped, { depth: 9, showHidden: true }),
      format('%s %o %O %j', secret, secret, secret, secret),
    ];
    for (const text of printed) {
      assert.match(text, /\[secret\]/);
      assert.doesNotMatch(text, /canary/);
    }
  });

  it('has no property that holds the value', () => {
    assert.deepEqual(Reflect.ownKeys(secret), []);
  });

  it('compares by content, whatever the lengths', () => {
    assert.equal(secret.equals('canary-value'), true);
    for (const other of ['', 'canary', 'canary-valuf', 'canary-value-and-more'])
      assert.equal(secret.equals(other), false);
  });

  it('is never empty', () => {
    assert.throws(() => new Secret(''), TypeError);
  });

  it('is revealed on purpose', () => {
    assert.equal(secret.reveal(), 'canary-value');
  });
});
