// The doorbells: a BullMQ job says "look at this lane". `turns` serves conversations, `escalations` serves cases. A job
// carries the lane's id and nothing else, is gone when done, and may be lost: the sweeper rings again.
import { type Job, Queue, Worker } from 'bullmq';
import { z } from 'zod';
import type { Log } from '../core/log.ts';
import type { LaneKind } from '../models/lane.ts';
import type { RedisHome } from './redis.ts';

const jobData = z.object({ laneId: z.string().min(1).max(512) });

export const QUEUE_NAMES: Record<LaneKind, string> = { conversation: 'turns', case: 'escalations' };

interface Bell {
  id: string;
  kind: LaneKind;
  delayMs?: number;
  /** 1 before 10; none: before all. */
  urgency?: Urgency | undefined;
}

/** Before all that wait, or how far behind those that have none (1 is nearest). */
export type Urgency = number | 'first';

/** Asked only where somebody has to wait at all. */
type AskUrgency = () => Urgency | undefined;

export interface Wake {
  /** Rings for a lane, after `delayMs`. Never throws: a bell that cannot be rung is left to the sweeper. */
  ring(laneId: string, kind: LaneKind, delayMs?: number, urgency?: Urgency | AskUrgency): Promise<void>;
  /** Rings for many at once; false when Redis did not take it. */
  ringAll(lanes: { id: string; kind: LaneKind }[]): Promise<boolean>;
  /** Begins to serve, from the queues and from bells rung in this process; `serve` must be idempotent, since a stalled job runs twice. */
  work(serve: (laneId: string) => Promise<void>, concurrency: number): void;
  /** True while Redis takes bells. */
  ready(): boolean;
  /** True from `work` until `pause`, while every worker runs. */
  isWorking(): boolean;
  /** Takes no further jobs. */
  pause(): Promise<void>;
  close(): Promise<void>;
}

const GONE_WHEN_DONE = { removeOnComplete: true, removeOnFail: true } as const;

function jobOf({ id, delayMs = 0, urgency }: Bell) {
  return {
    name: 'look',
    data: { laneId: id },
    opts: {
      ...GONE_WHEN_DONE,
      ...(delayMs > 0 ? { delay: delayMs } : {}),
      ...(urgency === 'first' ? { lifo: true } : urgency ? { priority: urgency } : {}),
    },
  };
}

export function createWake(redis: RedisHome, prefix: string, log: Log): Wake {
  const connection = redis.producer();
  let queues: Record<LaneKind, Queue> | undefined;
  // Made only once Redis is there, and made anew after a failure: a queue that begins without Redis stays broken.
  const openQueues = (): Record<LaneKind, Queue> => {
    queues ??= mapKinds((name) => {
      const queue = new Queue(name, { connection, prefix, skipWaitingForReady: true });
      queue.on('error', () => undefined); // redis.ts has said it already
      return queue;
    });
    return queues;
  };
  const workers: Worker[] = [];

  async function ringAll(bells: Bell[]): Promise<boolean> {
    if (connection.status !== 'ready') return false;
    try {
      for (const kind of ['conversation', 'case'] as const) {
        const jobs = bells.filter((bell) => bell.kind === kind).map(jobOf);
        if (jobs.length === 1) await openQueues()[kind].add(jobs[0]!.name, jobs[0]!.data, jobs[0]!.opts);
        else if (jobs.length > 1) await openQueues()[kind].addBulk(jobs);
      }
      return true;
    } catch (error) {
      log.debug('doorbell.lost', { error });
      queues = undefined;
      return false;
    }
  }

  // Bells of the same moment leave together: a write to a socket is what a bell costs most.
  let unsent: { bells: Bell[]; rung: Promise<boolean> } | undefined;
  function ringSoon(bell: Bell): Promise<boolean> {
    if (!unsent) {
      const bells: Bell[] = [];
      const rung = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
        unsent = undefined;
        return ringAll(bells);
      });
      unsent = { bells, rung };
    }
    unsent.bells.push(bell);
    return unsent.rung;
  }

  // A process that works and has room serves the conversation itself: a job would cost more than it carries, and what
  // is lost with this process the sweeper finds. Cases always go through their queue.
  let here: { serve: (laneId: string) => Promise<void>; room: number } | undefined;
  function serveHere(laneId: string): boolean {
    const own = here;
    if (!own || own.room === 0) return false;
    own.room -= 1;
    own
      .serve(laneId)
      .catch((error: unknown) => log.warn('lane.unserved', { laneId, error }))
      .finally(() => {
        own.room += 1;
      });
    return true;
  }

  async function ring(laneId: string, kind: LaneKind, delayMs = 0, urgency?: Urgency | AskUrgency): Promise<void> {
    if (kind === 'conversation' && here) {
      if (delayMs > 0) {
        setTimeout(() => void ring(laneId, kind, 0, urgency), delayMs);
        return;
      }
      if (serveHere(laneId)) return;
    }
    await ringSoon({ id: laneId, kind, delayMs, urgency: typeof urgency === 'function' ? urgency() : urgency });
  }

  return {
    ringAll,
    ring,
    work: (serve, concurrency) => {
      here = { serve, room: concurrency };
      for (const kind of ['conversation', 'case'] as const) {
        const handle = async (job: Job) => {
          const parsed = jobData.safeParse(job.data);
          if (parsed.success) await serve(parsed.data.laneId);
          else log.warn('job.malformed', { queue: QUEUE_NAMES[kind], jobId: job.id });
        };
        const worker = new Worker(QUEUE_NAMES[kind], handle, {
          connection: redis.consumer(),
          prefix,
          concurrency,
          ...GONE_WHEN_DONE_WORKER,
        });
        worker.on('error', () => undefined);
        worker.on('failed', (job, error) =>
          log.error('job.failed', { queue: QUEUE_NAMES[kind], jobId: job?.id, error }),
        );
        workers.push(worker);
      }
    },
    ready: () => connection.status === 'ready',
    isWorking: () => here !== undefined && workers.every((worker) => worker.isRunning()),
    pause: async () => {
      here = undefined;
      await Promise.all(workers.map((worker) => worker.pause(true)));
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close(true)));
      await Promise.all(Object.values(queues ?? {}).map((queue) => queue.close()));
    },
  };
}

const GONE_WHEN_DONE_WORKER = { removeOnComplete: { count: 0 }, removeOnFail: { count: 0 } } as const;

function mapKinds<T>(make: (queueName: string) => T): Record<LaneKind, T> {
  return { conversation: make(QUEUE_NAMES.conversation), case: make(QUEUE_NAMES.case) };
}
