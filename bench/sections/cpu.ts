// CPU per turn of our server beside its peers. All contenders stay up and are driven in turn, round after round, so that
// a noisy neighbour hits all of them; the median of the rounds counts.
import { startConnector } from '../load/connector.ts';
import { type Contender, startContender } from '../load/contender.ts';
import { benchMongoUri, startDesk } from '../load/desk.ts';
import { openMany } from '../load/direct-line.ts';
import { drive } from '../load/drive.ts';
import { quantile } from '../load/seed.ts';
import { createSentences } from '../load/sentences.ts';
import { openInlineSpeaker, type Speaker } from '../load/speaker.ts';
import type { Measured, Row } from '../report.ts';
import type { Plan } from './plan.ts';

const SECTION = 'CPU per turn';

interface Runner {
  id: string;
  what: string;
  contender: Contender;
  speakers: Speaker[];
  next: () => string;
  cpuMs: number[];
  perSecond: number[];
}

export async function measureCpu(plan: Plan): Promise<Measured> {
  const connector = await startConnector();
  const runners = await openAll(plan, connector);
  try {
    for (const runner of runners) await drive(runner.speakers, runner.next, { forMs: plan.warmMs });
    for (let round = 0; round < plan.rounds; round += 1) for (const runner of runners) await measureRound(runner, plan);
  } finally {
    for (const runner of runners) for (const speaker of runner.speakers) speaker.close();
    for (const contender of new Set(runners.map((runner) => runner.contender))) await contender.stop();
    connector.close();
  }
  return report(runners);
}

async function measureRound(runner: Runner, plan: Plan): Promise<void> {
  const before = await runner.contender.usage();
  const driven = await drive(runner.speakers, runner.next, { forMs: plan.roundMs });
  const after = await runner.contender.usage();
  runner.cpuMs.push((after.cpuMs - before.cpuMs) / driven.turns);
  runner.perSecond.push(driven.turns / driven.seconds);
}

async function openAll(plan: Plan, connector: Awaited<ReturnType<typeof startConnector>>): Promise<Runner[]> {
  const runner = (id: string, what: string, contender: Contender, speakers: Speaker[], next: () => string): Runner => ({
    id,
    what,
    contender,
    speakers,
    next,
    cpuMs: [],
    perSecond: [],
  });
  const many = (open: (at: number) => Speaker) => Array.from({ length: plan.lanes }, (_, at) => open(at));
  const desk = await startDesk('cpu');
  const durable = await startContender('botbuilder-durable', {
    env: { MONGODB_URI: benchMongoUri('frontdesk_bench_botbuilder') },
  });
  const echo = await startContender('botbuilder-echo');
  const restify = await startContender('restify-echo');
  const raw = await startContender('node-echo');
  const plain = () => createSentences('plain', plan.seed);
  const ours = await openMany(desk.address, plan.lanes, 'cpu');
  return [
    runner('frontdesk', 'Frontdesk, durable turn without tools', desk, ours, plain()),
    runner(
      'frontdeskOrder',
      'Frontdesk, durable turn that looks up an order',
      desk,
      ours,
      createSentences('order', plan.seed),
    ),
    runner(
      'botbuilderDurable',
      'BotBuilder echo, state in the same MongoDB',
      durable,
      many((at) => connector.open(durable.address, `durable-${at}`)),
      plain(),
    ),
    runner(
      'botbuilderEcho',
      'BotBuilder echo, MemoryStorage',
      echo,
      many((at) => connector.open(echo.address, `echo-${at}`)),
      plain(),
    ),
    runner(
      'restifyEcho',
      'restify echo',
      restify,
      many(() => openInlineSpeaker(restify.address)),
      plain(),
    ),
    runner(
      'nodeEcho',
      'node:http echo',
      raw,
      many(() => openInlineSpeaker(raw.address)),
      plain(),
    ),
  ];
}

function report(runners: Runner[]): Measured {
  const medians = new Map(runners.map((runner) => [runner.id, quantile(runner.cpuMs, 0.5)]));
  const ours = medians.get('frontdesk')!;
  const rows: Row[] = runners.map((runner) => {
    const cpuMs = medians.get(runner.id)!;
    return {
      section: SECTION,
      what: runner.what,
      value: `${cpuMs.toFixed(3)} ms · ${Math.round(1000 / cpuMs)}/s/core`,
    };
  });
  const ratio = (what: string, id: string, most: number) => {
    const times = ours / medians.get(id)!;
    rows.push({ section: SECTION, what, value: `${times.toFixed(2)} ×`, gate: `≤ ${most} ×`, passed: times <= most });
    return times;
  };
  const timesEcho = ratio('ours ÷ BotBuilder echo', 'botbuilderEcho', 5);
  const timesDurable = ratio('ours ÷ durable BotBuilder', 'botbuilderDurable', 1);
  return {
    rows,
    figures: {
      cpuMsPerTurn: Object.fromEntries(medians),
      rounds: Object.fromEntries(runners.map((runner) => [runner.id, runner.cpuMs])),
      turnsPerSecond: Object.fromEntries(runners.map((runner) => [runner.id, quantile(runner.perSecond, 0.5)])),
      timesEcho,
      timesDurable,
    },
    notes: [
      `User and system CPU of the contender's process alone, per turn; ${runners[0]!.speakers.length} conversations busy, each says the next sentence when it has the reply; median of ${runners[0]!.cpuMs.length} interleaved rounds.`,
      'Ours: POST at the web door → appended durably → turn with the offline classifier and model → committed → reply on the WebSocket; production settings, quiet window 0, log lines written.',
      'BotBuilder answers over HTTP to a connector stand-in in the load process, verifies no token (no app id, as in the emulator), reads and writes ConversationState once a turn; the durable one with `w: majority, j: true`. It has no dedupe, no outbox, no lock. The raw echoes answer inline.',
    ],
  };
}
