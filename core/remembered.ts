// A pure function of a text that is asked for the same text several times in a turn: the last answers are kept.

const MOST_KEPT = 32;

export function remembered<Result>(of: (text: string) => Result): (text: string) => Result {
  const kept = new Map<string, Result>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined || kept.has(text)) return known as Result;
    const result = of(text);
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string);
    kept.set(text, result);
    return result;
  };
}
