// The child's side of every contender: says where it listens, answers questions about its own CPU and memory, and ends
// when it is told to. All contenders answer through this one file, so that none is measured differently.

import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

export interface Usage {
  /** User and system CPU of this process since its start, in ms. */
  cpuMs: number;
  rssMb: number;
  heapMb: number;
  /** Counters of the contender's own, such as database commands. */
  counters: Record<string, number>;
}

/** `usage` asks only; `profile` begins to sample, and the next question with `profileTo` writes what was sampled. */
export interface Question {
  ask: 'usage' | 'profile' | 'stop';
  id: number;
  gc?: boolean;
  profileTo?: string;
}

const MB = 1024 * 1024;
let session: Session | undefined;

async function startProfile(): Promise<void> {
  session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
}

async function writeProfile(path: string): Promise<void> {
  const stopped = await session?.post('Profiler.stop');
  session?.disconnect();
  writeFileSync(path, JSON.stringify(stopped?.profile));
}

/** Serves questions until the parent says stop or is gone. `counters` and `stop` are the contender's own. */
export function answerProbe(
  address: string,
  parts: { counters?(): Record<string, number>; stop?(): Promise<void> } = {},
): void {
  process.on('message', async (question: Question) => {
    if (question.ask === 'stop') return void end(parts.stop);
    if (question.gc) collect();
    if (question.ask === 'profile') await startProfile();
    if (question.profileTo) await writeProfile(question.profileTo);
    const cpu = process.cpuUsage();
    const memory = process.memoryUsage();
    const usage: Usage = {
      cpuMs: (cpu.user + cpu.system) / 1000,
      rssMb: memory.rss / MB,
      heapMb: memory.heapUsed / MB,
      counters: parts.counters?.() ?? {},
    };
    process.send?.({ id: question.id, usage });
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ listening: address });
}

function collect(): void {
  const gc = (globalThis as { gc?: () => void }).gc;
  gc?.();
  gc?.();
}

async function end(stop?: () => Promise<void>): Promise<void> {
  // A server that cannot stop in time is cut off; its measurements are already taken.
  setTimeout(() => process.exit(0), 10_000).unref();
  await stop?.();
  process.exit(0);
}
