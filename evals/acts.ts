// eval:acts — whether it is understood what is wanted, on rows {text, act, all?, language}; act is null where one message alone
// does not say, and "several" with the acts in `all`.
import { readWanted, SURE_FROM } from '../dialogs/reading/acts.ts';
import { percent, print, readArguments, readRows } from './rows.ts';

interface Row {
  text: string;
  act: string | null;
  all?: string[];
}

const { file, json } = readArguments('usage: npm run eval:acts -- FILE.jsonl [--json]');
const rows = readRows<Row>(file);
const given = (text: string) => readWanted(text).map(({ act }) => act as string);
const surely = (text: string) => readWanted(text).filter(({ margin }) => margin >= SURE_FROM);

const one = rows.filter(({ act }) => act !== null && act !== 'several');
const several = rows.filter(({ act }) => act === 'several');
const none = rows.filter(({ act }) => act === null);
const share = (of: Row[], is: (row: Row) => boolean) => of.filter(is).length / Math.max(1, of.length);
const isNamed = ({ text, act }: Row) => given(text).length === 1 && given(text)[0] === act;
const wrong = one.filter((row) => surely(row.text).some(({ act }) => act !== row.act));
const score = {
  rows: rows.length,
  named: share(one, isNamed),
  silent: share(one, ({ text }) => given(text).length === 0),
  surelyWrong: wrong.length / Math.max(1, one.length),
  several: share(several, ({ text, all = [] }) => given(text).sort().join() === [...all].sort().join()),
  falseAlarms: share(none, ({ text }) => surely(text).length > 0),
};
if (json) print(JSON.stringify(score));
else {
  print(
    `${one.length} rows with one wish: named ${percent(score.named)}, nothing said ${percent(score.silent)}, surely another one ${percent(score.surelyWrong)}`,
  );
  print(`${several.length} with several: exactly those ${percent(score.several)}`);
  print(`${none.length} with none: one believed ${percent(score.falseAlarms)}`);
}
