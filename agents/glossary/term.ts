// One subject of articles: in English, and what speaks of it in other languages.
export interface Term {
  /** As articles have it in their title or keywords. */
  en: string;
  es: string;
  fr: string;
  de: string;
  /** No agent does or looks up anything about it: articles tell it. */
  isOnlyTold?: true;
}
