// eval:conversations — plays every page of evals/conversations/pages and scores it: agent success, needless and missed
// escalations, pass^1 … pass^k. Offline by default; --model uses OPENAI_API_KEY. Writes a report beside the data.
//   npm run eval:conversations -- [--model] [--passes 4] [--json] [--only TOPIC]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createModels } from '../agents/model.ts';
import { readConfig } from '../core/config.ts';
import { readPages } from './conversations/pages.ts';
import { type Outcome, play } from './conversations/play.ts';
import { type Run, renderReport } from './conversations/report.ts';
import { scoreOf } from './conversations/score.ts';
import { percent, print } from './rows.ts';

const rest = process.argv.slice(2).filter((one) => one !== '--');
const valueAfter = (name: string) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : undefined);
const passes = Number(valueAfter('--passes') ?? 1);
const only = valueAfter('--only');
const known = new Set(['--model', '--passes', '--json', '--only']);
const stranger = rest.find((one) => one.startsWith('--') && !known.has(one));
if (stranger || !Number.isInteger(passes) || passes < 1 || passes > 8) {
  process.stderr.write('usage: npm run eval:conversations -- [--model] [--passes 1..8] [--json] [--only TOPIC]\n');
  process.exit(2);
}
const models = rest.includes('--model') ? createModels(readConfig(process.env)) : undefined;
if (rest.includes('--model') && !models) {
  process.stderr.write('--model needs OPENAI_API_KEY\n');
  process.exit(2);
}

const pages = readPages().filter((page) => !only || page.topic === only);
const tries: Outcome[][] = [];
for (const page of pages) {
  const outcomes: Outcome[] = [];
  for (let pass = 0; pass < passes; pass += 1) outcomes.push(await play(page, models));
  tries.push(outcomes);
}
const score = scoreOf(
  tries,
  pages.map((page) => page.case === 'none'),
);
const outcomes = tries.map((all) => all.find((one) => one.faults.length > 0) ?? all[0]!);
const model = models ? (process.env.OPENAI_MODEL ?? 'the model of the settings') : 'offline';
const run: Run = { at: new Date().toISOString(), model, score, outcomes };
const folder = join(process.env.DATA_DIR ?? '.data', 'evals');
const last = join(folder, 'conversations.json');
const before = existsSync(last) ? (JSON.parse(readFileSync(last, 'utf8')) as Run) : null;
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'conversations.html'), renderReport(run, before));
writeFileSync(last, JSON.stringify(run));

if (rest.includes('--json')) print(JSON.stringify(run));
else {
  for (const { topic, name, faults } of outcomes) {
    for (const fault of faults) print(`NOT  ${topic}: ${name}: ${fault.replace(/\s+/g, ' ').slice(0, 300)}`);
  }
  print(`${score.conversations} conversations (${model}): agent success ${percent(score.success)}`);
  print(`needless escalations ${percent(score.needless)}, missed ${score.missed}`);
  print(score.passAll.map((share, at) => `pass^${at + 1} ${percent(share)}`).join(', '));
  print(`report: ${join(folder, 'conversations.html')}`);
}
