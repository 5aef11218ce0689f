// npm run prove -- networks [--seed N] [--messages N] [--lanes N]: 1,000 messages over web, Slack, SMS and Teams, with provider
// faults, kill -9, FLUSHALL and SIGSTOP. Ends with 1 unless nothing is lost or repeated on web, Slack and SMS.
import { parseArgs } from 'node:util';
import { runNetworks } from './run.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    messages: { type: 'string', default: '1000' },
    lanes: { type: 'string', default: '100' },
    servers: { type: 'string', default: '3' },
    'longest-pause': { type: 'string', default: '8000' },
  },
});

const report = await runNetworks({
  seed: Number(values.seed),
  messages: Number(values.messages),
  lanes: Number(values.lanes),
  servers: Number(values.servers),
  longestPauseMs: Number(values['longest-pause']),
  troubleEveryMs: [2_000, 6_000],
  say: (line) => process.stderr.write(`${line}\n`),
});
const { counts, struck, faults, kills, flushes, stops, seconds } = report;
process.stdout.write(`seed ${values.seed}: kill -9 ${kills}, FLUSHALL ${flushes}, SIGSTOP ${stops}, ${seconds} s\n\n`);
process.stdout.write(
  '| network | messages | 429 | 5xx before accepting | accepted, then dropped | webhooks twice | lost | repeated | reordered |\n',
);
process.stdout.write('|---|---|---|---|---|---|---|---|---|\n');
for (const [network, count] of Object.entries(counts)) {
  const { rateLimited = 0, failBefore = 0, drop = 0, duplicate = 0 } = struck[network as 'slack'] ?? {};
  const provider = network === 'web' ? ['-', '-', '-', '-'] : [rateLimited, failBefore, drop, duplicate];
  const row = [network, count.messages, ...provider, count.lost, count.repeated, count.reordered];
  process.stdout.write(`| ${row.join(' | ')} |\n`);
}
const { teams, ...strict } = counts;
const rate = ((100 * teams.repeated) / Math.max(1, teams.messages)).toFixed(1);
process.stdout.write(`\nTeams repeated ${teams.repeated} of ${teams.messages}: ${rate} %\n`);
const bad = teams.lost + Object.values(strict).reduce((sum, one) => sum + one.lost + one.repeated + one.reordered, 0);
if (bad > 0) process.stdout.write(`${faults.join('\n')}\n`);
process.exit(bad === 0 ? 0 : 1);
