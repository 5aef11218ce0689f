// The widget's frame in every language that the server speaks.
import assert from 'node:assert/strict';
import { wantsPerson } from '../../dialogs/reading/person.ts';
import { LANGUAGE_CODES } from '../../phrases/index.ts';
import { textsFor } from '../../web/widget/texts/index.ts';

describe('The words of the widget', () => {
  it('speak every language of the phrases, and English when none of the wished ones is spoken', () => {
    for (const language of LANGUAGE_CODES) assert.equal(textsFor([language]).language, language);
    assert.equal(textsFor(['it-IT', 'fr-CA', 'en']).language, 'fr-CA');
    assert.equal(textsFor(['it-IT']).language, 'en');
    assert.equal(textsFor(['it-IT']).locale, 'it-IT');
    assert.equal(textsFor([]).language, 'en');
    // As a browser on a system without a language says it, and as a shop may write it.
    assert.equal(textsFor(['en-US@posix']).language, 'en');
    assert.equal(textsFor(['de_AT']).language, 'de');
  });

  it('ask for a person in words that the server understands', () => {
    for (const language of LANGUAGE_CODES) {
      const { personRequest, starters } = textsFor([language]);
      assert.ok(starters.includes(personRequest), language);
      if (language !== 'en') assert.ok(wantsPerson(personRequest), personRequest);
    }
  });
});
