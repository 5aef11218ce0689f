// Whether it is heard what is wanted: one wish under its own name, nothing heard, or surely another one; several, and none.

export interface ActRow {
  text: string;
  /** Null where the message alone does not say, "several" where all of them stand in `all`. */
  act: string | null;
  all?: string[];
}

export interface HeardAct {
  act: string;
  /** How far above the next one, 0 and more. */
  margin: number;
}

/** Shares, 0 to 1. */
export interface ActScore {
  /** How many rows have one wish, several, none. */
  rows: { one: number; several: number; none: number };
  /** Of the rows with one wish: just that one heard, nothing heard, surely another one. */
  named: number;
  silent: number;
  surelyWrong: number;
  /** Of the rows with several: just those heard. */
  several: number;
  /** Of the rows with none: one is surely heard. */
  falseAlarms: number;
}

/** `sureFrom`: the margin from which one counts as surely heard. */
export function judgeActs(
  rows: readonly ActRow[],
  hear: (text: string) => readonly HeardAct[],
  sureFrom: number,
): ActScore {
  const judged = rows.map((row) => {
    const heard = hear(row.text);
    const acts = heard.map(({ act }) => act).sort();
    return { ...row, acts, sure: heard.filter(({ margin }) => margin >= sureFrom).map(({ act }) => act) };
  });
  type Judged = (typeof judged)[number];
  const one = judged.filter(({ act }) => act !== null && act !== 'several');
  const several = judged.filter(({ act }) => act === 'several');
  const none = judged.filter(({ act }) => act === null);
  const share = (of: Judged[], is: (row: Judged) => boolean) =>
    of.length === 0 ? 0 : of.filter(is).length / of.length;
  return {
    rows: { one: one.length, several: several.length, none: none.length },
    named: share(one, ({ acts, act }) => acts.length === 1 && acts[0] === act),
    silent: share(one, ({ acts }) => acts.length === 0),
    surelyWrong: share(one, ({ sure, act }) => sure.some((name) => name !== act)),
    several: share(several, ({ acts, all = [] }) => acts.join() === [...all].sort().join()),
    falseAlarms: share(none, ({ sure }) => sure.length > 0),
  };
}
