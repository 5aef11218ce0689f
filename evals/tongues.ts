// eval:tongues — what is understood without a model of Spanish, French and German, on rows {language, text, intent}. A row is
// right when its intent is among what was read, or, out of scope, when nothing was; what was not understood is told so.
import { createClassifier } from '../agents/classifier/index.ts';
import { byLanguage, percent, print, readArguments, readRows } from './rows.ts';
import { judgeTongues, type TongueRow } from './score/tongues.ts';

const { file, json } = readArguments('usage: npm run eval:tongues -- FILE.jsonl [--without-glossary] [--json]');
const classify = process.argv.includes('--without-glossary') ? undefined : createClassifier().classify;
const result = byLanguage(readRows<TongueRow>(file), (rows) => judgeTongues(rows, classify));
if (json) print(JSON.stringify(result));
else
  for (const [name, one] of Object.entries(result))
    print(
      `${name.padEnd(4)} ${one.rows} rows: right ${percent(one.right)}, wrong ${percent(one.wrong)}, not understood ${percent(one.silent)}`,
    );
