// eval:acts — whether it is understood what is wanted, on rows {text, act, all?, language}; act is null where one message alone
// does not say, and "several" with the acts in `all`.
import { readWanted, SURE_FROM } from '../dialogs/reading/acts.ts';
import { percent, print, readArguments, readRows } from './rows.ts';
import { type ActRow, judgeActs } from './score/acts.ts';

const { file, json } = readArguments('usage: npm run eval:acts -- FILE.jsonl [--json]');
const score = judgeActs(readRows<ActRow>(file), readWanted, SURE_FROM);
const { one, several, none } = score.rows;
if (json) print(JSON.stringify(score));
else {
  print(
    `${one} rows with one wish: named ${percent(score.named)}, nothing said ${percent(score.silent)}, surely another one ${percent(score.surelyWrong)}`,
  );
  print(`${several} with several: exactly those ${percent(score.several)}`);
  print(`${none} with none: one believed ${percent(score.falseAlarms)}`);
}
