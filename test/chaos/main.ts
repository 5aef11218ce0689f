// npm run chaos [-- --seed N --messages N --lanes N]: 1,000 messages over 100 lanes and 3 servers, with kill -9, Redis
// FLUSHALL and MongoDB SIGSTOP by a seeded schedule. Ends with 1 unless nothing is lost, repeated or reordered.
import { parseArgs } from 'node:util';
import { runChaos } from './run.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    messages: { type: 'string', default: '1000' },
    lanes: { type: 'string', default: '100' },
    servers: { type: 'string', default: '3' },
    'longest-pause': { type: 'string', default: '6000' },
  },
});

const report = await runChaos({
  seed: Number(values.seed),
  messages: Number(values.messages),
  lanes: Number(values.lanes),
  servers: Number(values.servers),
  longestPauseMs: Number(values['longest-pause']),
  troubleEveryMs: [400, 2_000],
  say: (line) => process.stderr.write(`${line}\n`),
});
const rows: [string, string | number][] = [
  ['seed', values.seed],
  ['messages', report.messages],
  ['lanes', values.lanes],
  ['servers', values.servers],
  ['kill -9', report.kills],
  ['Redis FLUSHALL', report.flushes],
  ['MongoDB SIGSTOP', report.stops],
  ['resends by customers', report.resends],
  ['seconds', report.seconds],
  ['lost', report.lost],
  ['repeated', report.repeated],
  ['reordered', report.reordered],
];
for (const [name, value] of rows) process.stdout.write(`| ${name.padEnd(22)} | ${String(value).padStart(8)} |\n`);
process.exit(report.lost + report.repeated + report.reordered === 0 ? 0 : 1);
