// stores: embedded
// npm run prove -- NAME [--seed N]: a proof at its full size. Without a name it lists them. Small, seeded versions of
// the same proofs run in `npm test`.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

interface Proof {
  file: string;
  args: string[];
  what: string;
  about: string;
}

const PROOFS: Record<string, Proof> = {
  chaos: {
    file: 'test/chaos/main.ts',
    args: ['--messages', '1000', '--lanes', '100'],
    what: 'kill -9, FLUSHALL and SIGSTOP: 0 lost, 0 repeated, 0 reordered',
    about: '1 min',
  },
  'chaos-long': {
    file: 'test/chaos/main.ts',
    args: ['--messages', '4000', '--lanes', '150', '--longest-pause', '8000'],
    what: 'the same for longer',
    about: '3 min',
  },
  networks: {
    file: 'test/chaos/networks/main.ts',
    args: [],
    what: '1,000 messages over web, Slack, SMS and Teams with provider faults: 0 lost; repeated on Teams only',
    about: '3 min',
  },
  mutants: { file: 'test/chaos/mutants.ts', args: [], what: 'each protection taken away is noticed', about: '10 s' },
  numbers: {
    file: 'test/admin/million.ts',
    args: [],
    what: '1,000,000 turns: added up once, then every number within a second',
    about: '6 min',
  },
  settings: {
    file: 'test/settings/changes.ts',
    args: [],
    what: '100 changes of the settings under load on three instances: nothing lost, nothing mixed',
    about: '20 s',
  },
  'crash-table': {
    file: 'test/chaos/crash-table.ts',
    args: [],
    what: 'a server dies at every named step',
    about: '90 s',
  },
  leaks: {
    file: 'test/desk/leaks.ts',
    args: [],
    what: '1,000 random threads at the desk: 0 inner words reach a customer',
    about: '4 min',
  },
  storm: {
    file: 'test/desk/storm.ts',
    args: [],
    what: '300 escalations, 3 instances: one message a second for the channel, urgent first',
    about: '6 min',
  },
  'desk-away': {
    file: 'test/desk/storm.ts',
    args: ['--cases', '40', '--away', '60000'],
    what: 'Slack away for a minute with 40 escalations: every card afterwards, once, urgent first',
    about: '2 min',
  },
  'desk-speed': {
    file: 'test/desk/speed.ts',
    args: [],
    what: 'fifty escalations a minute: 95 % of the cards are there within two seconds',
    about: '2 min',
  },
  'desk-crashes': {
    file: 'test/desk/crashes.ts',
    args: [],
    what: 'kill -9 between the steps of escalate, post, claim, relay, resolve: nothing lost or doubled',
    about: '20 min',
  },
  hostile: {
    file: 'test/hostile/main.ts',
    args: [],
    what: '200 hostile prompts, every tool, a model that obeys the attacker: 0 leaks, 0 unconfirmed writes',
    about: '2 min',
  },
  refunds: {
    file: 'test/refunds/main.ts',
    args: [],
    what: 'kill -9 between the steps of a refund, 200 times: each key moves money once, counted at the processor',
    about: '3 min',
  },
  webchat: {
    file: 'test/browser/webchat.ts',
    args: [],
    what: "Microsoft's Web Chat talks with our web door in a real Chromium, over sockets and by polling",
    about: '1 min',
  },
  claims: {
    file: 'test/desk/claims.ts',
    args: [],
    what: '500 cases, 20 people, 3 instances, all press Claim: one winner each, every loser told',
    about: '2 min',
  },
};

const [name, ...rest] = process.argv.slice(2);
const proof = name ? PROOFS[name] : undefined;
if (!proof) {
  if (name) process.stderr.write(`There is no proof called ${name}.\n`);
  for (const [known, { what, about }] of Object.entries(PROOFS))
    process.stdout.write(`${known.padEnd(14)} ${about.padEnd(7)} ${what}\n`);
  process.exit(name ? 1 : 0);
}
const child = spawn(process.execPath, [join(import.meta.dirname, '..', proof.file), ...proof.args, ...rest], {
  stdio: 'inherit',
});
child.on('exit', (code) => process.exit(code ?? 1));
