// stores: embedded
// npm run desk:labels -- FILE.jsonl: what people at the desk said about the bot's part, as rows for eval:intents: the
// words a case was opened for, and the intent that it should have been. Rows hold customers' words: keep them in the house.
import { writeFileSync } from 'node:fs';
import { readConfig } from '../core/config.ts';
import type { Case } from '../models/case.ts';
import { openDatabase } from '../models/database.ts';

const file = process.argv.slice(2).find((one) => one !== '--');
if (!file) {
  process.stderr.write('usage: npm run desk:labels -- FILE.jsonl\n');
  process.exit(1);
}
const database = await openDatabase({ uri: readConfig(undefined, process.cwd()).MONGODB_URI! });
try {
  const found = await database.models.lanes.collection
    .find({ kind: 'case', 'state.labels.0': { $exists: true } }, { projection: { state: 1 } })
    .toArray();
  const rows = (found as unknown as { state: Case }[]).flatMap(({ state }) => rowsOf(state));
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''), { mode: 0o600 });
  process.stdout.write(`${rows.length} rows written to ${file}; score them: npm run eval:intents -- ${file}\n`);
} finally {
  await database.close();
}

/** A case that only should not have been escalated says nothing about its intent. */
function rowsOf({ id, asked, labels }: Case): { text: string; intent: string; case: string }[] {
  const right = labels.findLast((one) => one.label === 'wrong intent' && one.right)?.right;
  return right && asked ? [{ text: asked, intent: right, case: id }] : [];
}
