// `.env.example` and the environment's schema name the same variables, with the same defaults, and each with a comment.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { environmentSchema, readConfig } from '../../core/config.ts';

interface Example {
  name: string;
  value: string;
  isCommented: boolean;
}

const lines = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8').split('\n');
const VARIABLE = /^#?([A-Z][A-Z0-9_]*)=(.*)$/;

const examples: Example[] = lines.flatMap((line, at) => {
  const [, name, value] = line.match(VARIABLE) ?? [];
  if (!name || value === undefined) return [];
  const above = lines[at - 1] ?? '';
  return [{ name, value, isCommented: above.startsWith('# ') || VARIABLE.test(above) }];
});

describe('.env.example', () => {
  it('names exactly the variables of the schema, each once', () => {
    const named = examples.map(({ name }) => name);
    assert.deepEqual([...named].sort(), Object.keys(environmentSchema.shape).sort());
  });

  it('shows the default of every variable that has one', () => {
    const defaults = Object.entries(environmentSchema.parse({})).filter(([, value]) => value !== undefined);
    assert.ok(defaults.length > 5);
    for (const [name, value] of defaults) {
      assert.equal(
        examples.find((example) => example.name === name)?.value,
        String(value),
        `${name} has another default`,
      );
    }
  });

  it('says of each variable what it is for', () => {
    assert.deepEqual(
      examples.filter(({ isCommented }) => !isCommented).map(({ name }) => name),
      [],
    );
  });

  it('switches nothing on when it is copied as it is', () => {
    assert.deepEqual(
      lines.filter((line) => /^[^#\s]/.test(line)),
      [],
    );
  });

  it('shows values that are accepted when the marks are taken away', () => {
    const env = Object.fromEntries(examples.map(({ name, value }) => [name, value]));
    assert.equal(readConfig(env).PORT, 3978);
  });
});
