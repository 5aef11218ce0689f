// What it saves that several specialists answer at the same time: one message with four wishes against the same four wishes
// one after the other, with a model that takes as long as it is told. No network and no store: only the waiting counts.
import { AIMessageChunk } from '@langchain/core/messages';
import { world } from '../../test/support/world.ts';
import type { Measured, Row } from '../report.ts';
import type { Plan } from './plan.ts';

const SECTION = 'Four specialists at once';
const LATENCIES_MS = [200, 800, 2_000];
/** Four at equal latency can save three quarters; classifying, merging and the tools around it may take a little of that. */
const CEILING = 0.75;
const LEAST = 0.72;

const WISHES = [
  'Where is my order ORD-12345?',
  "My headphones won't connect.",
  'I was charged $89.99 incorrectly.',
  'How much to ship 3kg to LA?',
];
const ALL_AT_ONCE =
  "Where is my order ORD-12345, my headphones won't connect, I was charged $89.99 incorrectly, and how much to ship 3kg to LA?";

export async function measureParallel({ quick }: Plan): Promise<Measured> {
  const rounds = quick ? 1 : 3;
  // The first turns of a process pay for everything that is loaded once.
  await timeOf(ALL_AT_ONCE, 0, WISHES.length);
  const rows: Row[] = [];
  const saved: Record<string, number> = {};
  for (const latencyMs of LATENCIES_MS) {
    const shares: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      let sequentialMs = 0;
      for (const wish of WISHES) sequentialMs += await timeOf(wish, latencyMs, 1);
      shares.push(1 - (await timeOf(ALL_AT_ONCE, latencyMs, WISHES.length)) / sequentialMs);
    }
    const share = shares.sort((one, other) => one - other)[Math.floor(shares.length / 2)]!;
    saved[`${latencyMs}ms`] = share;
    rows.push({
      section: SECTION,
      what: `time saved with a model that takes ${latencyMs} ms`,
      value: `${(share * 100).toFixed(1)} %`,
      gate: `≥ ${LEAST * 100} % (ceiling ${CEILING * 100} %)`,
      passed: share >= LEAST,
    });
  }
  return {
    rows,
    figures: { saved, rounds },
    notes: [
      'The real turn: classified locally, four agents with one model call each, one merged reply; the sum of the same four wishes asked one by one is 100 %.',
      `The median of ${rounds} ${rounds === 1 ? 'round' : 'rounds'}; the model answers after exactly that time.`,
    ],
  };
}

/** Milliseconds from the message to its decided reply. Throws where another number of agents answered. */
async function timeOf(text: string, latencyMs: number, agents: number): Promise<number> {
  const its = world({ customer: { shopCustomerId: 'CUS-1001' }, models: () => slowModel(latencyMs) as never });
  const begun = performance.now();
  await its.customer(text);
  const tookMs = performance.now() - begun;
  const answered = its.turns[0]!.agents;
  if (answered.length !== agents || answered.some((one) => one.model === 'offline'))
    throw new Error(
      `${answered.length} agents answered (${answered.map((one) => one.model).join(', ')}), not ${agents}`,
    );
  return tookMs;
}

function slowModel(latencyMs: number) {
  const model = {
    bindTools: () => model,
    stream: async function* () {
      await new Promise((resolve) => setTimeout(resolve, latencyMs));
      yield new AIMessageChunk({
        content: 'I am looking after it. Is there anything else?',
        response_metadata: { finish_reason: 'stop' },
      });
    },
  };
  return model;
}
