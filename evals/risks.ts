// eval:risks — whether dangers, self-harm, fraud, takeovers, legal and privacy matters are noticed, on rows {text, risk,
// language}; risk is "none" for messages that only sound like it.
import { readRisk } from '../dialogs/reading/risks/index.ts';
import { byLanguage, percent, print, readArguments, readRows } from './rows.ts';
import { judgeRecognised } from './score/recognised.ts';

interface Row {
  text: string;
  risk: string;
  language: string;
}

const { file, json } = readArguments('usage: npm run eval:risks -- FILE.jsonl [--json]');
const rows = readRows<Row>(file).map(({ text, risk, language }) => ({ text, expected: risk, language }));
const result = byLanguage(rows, (some) => judgeRecognised(some, readRisk));
if (json) print(JSON.stringify(result));
else
  for (const [name, one] of Object.entries(result))
    print(
      `${name.padEnd(4)} ${one.rows} rows: found ${percent(one.found)}, by its name ${percent(one.named)}, false alarms ${percent(one.falseAlarms)}`,
    );
