// stores: embedded
// npm run prove -- refunds [--kills N] [--seed N]: kill -9 between the steps of refunds, counted at the processor.
import { parseArgs } from 'node:util';
import { testMongoUri } from '../support/stores.ts';
import { killRefunds } from './kills.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
const uri = testMongoUri(`refunds_${process.pid}`);
const report = await killRefunds(uri, Number(values.kills), Number(values.seed));
for (const fault of report.faults) process.stdout.write(`${fault}\n`);
process.stdout.write(
  [
    `| kill -9 | ${report.kills} |`,
    `| refunds | ${report.refunds} |`,
    `| borders between steps at which one died | ${report.borders} |`,
    `| refunds that moved other than once | ${report.faults.length} |`,
    '',
  ].join('\n'),
);
process.exit(report.faults.length === 0 ? 0 : 1);
