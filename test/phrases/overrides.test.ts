// Sentences that an admin has put in place of ours: every one that may be changed can be, in every language, and nothing that
// would leave a customer without what they need.
import assert from 'node:assert/strict';
import { LANGUAGE_CODES, phrasesFor } from '../../phrases/index.ts';
import { EDITABLE, type EditablePhrase, faultOf, ownText, withOverrides } from '../../phrases/overrides.ts';
import { valuesSchema } from '../../settings/schema.ts';

const NAMES = Object.keys(EDITABLE) as EditablePhrase[];

describe('phrases of the house', () => {
  for (const language of LANGUAGE_CODES)
    it(`may take the place of every sentence that is listed, in ${language}`, () => {
      for (const name of NAMES) {
        const own = ownText(phrasesFor(language), name);
        assert.ok(own.length > 3 && !own.includes('undefined') && !own.includes('[object'), `${name}: ${own}`);
        assert.equal(faultOf(name, own), null, `our own ${name} would be refused: ${own}`);
        const changed = withOverrides(phrasesFor(language), { [name]: `House: ${own}` });
        const given = Object.fromEntries(EDITABLE[name].map((word) => [word, `<${word}>`])) as never;
        const said = (changed[name] as (words: never) => string)(given);
        assert.ok(said.startsWith('House: ') && !said.includes('{'), said);
        for (const word of EDITABLE[name])
          assert.equal(said.includes(`<${word}>`), own.includes(`{${word}}`), `${name} ${word}`);
      }
    });

  it('hold for their language only, and for languages that fall back to it', () => {
    const overrides = { en: { greeting: 'Ahoy!' } };
    assert.equal(phrasesFor('en-GB', overrides).greeting(), 'Ahoy!');
    assert.equal(phrasesFor('nl', overrides).greeting(), 'Ahoy!');
    assert.notEqual(phrasesFor('de', overrides).greeting(), 'Ahoy!');
    assert.equal(phrasesFor('en', overrides).goodbye(), phrasesFor('en').goodbye());
  });

  it('name no words that are not given, and keep the number of a case', () => {
    assert.match(faultOf('greeting', 'Hello {name}')!, /\{name\} is not given/);
    assert.match(faultOf('caseWaits', 'Please wait.')!, /caseId/);
    assert.equal(faultOf('caseWaits', 'Case {caseId} waits.'), null);
  });

  it('are checked before they count', () => {
    const parse = (phrases: unknown) => valuesSchema.safeParse({ phrases }).success;
    assert.ok(parse({ de: { greeting: 'Moin!' } }));
    for (const wrong of [
      { xx: { greeting: 'x' } },
      { en: { stopped: 'x' } },
      { en: { greeting: '' } },
      { en: { greeting: '{name}' } },
    ])
      assert.ok(!parse(wrong), JSON.stringify(wrong));
  });
});
