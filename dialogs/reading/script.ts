// The language that the writing itself gives away, however short the text: kana is Japanese, Hangul is Korean. Pure.

const SCRIPTS: [string, RegExp][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['uk', /[іїєґ]/giu],
  ['ru', /\p{Script=Cyrillic}/gu],
];
/** Fewer letters than these are a name, or a face. */
const FEWEST = 2;

/** Null: Latin, or nothing to go by. Numbers of orders and the like count for nothing. */
export function languageOfScript(text: string): string | null {
  const words = text.replace(/\b[A-Z]{2,4}-?\d+\b/g, ' ');
  const foreign = (words.match(/[^\P{L}\p{Script=Latin}]/gu) ?? []).length;
  const latin = (words.match(/\p{Script=Latin}/gu) ?? []).length;
  if (foreign < FEWEST || foreign < latin) return null;
  return SCRIPTS.find(([, letters]) => (words.match(letters) ?? []).length > 0)?.[0] ?? null;
}
