// The languages of the house, by the names that people at the desk know; others are named by the browser.
const named = new Intl.DisplayNames(['en'], { type: 'language' });

/** Those in which the bot itself speaks; English is what stands where another one is missing. */
export const OWN_LANGUAGES = ['en', 'es', 'fr', 'de'];

export const languageName = (code: string): string => named.of(code) ?? code;
