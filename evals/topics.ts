// eval:topics — whether general questions are told from wishes about one's own order, on rows {text, topic}; topic is "none"
// for everything else that is written to a shop.
import { topicOf } from '../agents/topics.ts';
import { percent, print, readArguments, readRows } from './rows.ts';
import { judgeRecognised } from './score/recognised.ts';

interface Row {
  text: string;
  topic: string;
}

const { file, json } = readArguments('usage: npm run eval:topics -- FILE.jsonl [--json]');
const rows = readRows<Row>(file).map(({ text, topic }) => ({ text, expected: topic }));
const one = judgeRecognised(rows, topicOf);
if (json) print(JSON.stringify(one));
else
  print(
    `${one.rows} rows: found ${percent(one.found)}, by its name ${percent(one.named)}, false alarms ${percent(one.falseAlarms)}`,
  );
