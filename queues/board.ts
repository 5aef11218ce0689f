// The queues as a page: bull-board over the two doorbell queues, read-only. Whoever mounts it checks who is looking.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { Queue } from 'bullmq';
import express from 'express';
import type { RedisHome } from './redis.ts';
import { QUEUE_NAMES } from './wake.ts';

export type QueueBoard = (request: IncomingMessage, response: ServerResponse) => void;

export function createQueueBoard(redis: RedisHome, prefix: string, basePath: string): QueueBoard {
  const adapter = new ExpressAdapter();
  adapter.setBasePath(basePath);
  const queues = Object.values(QUEUE_NAMES).map((name) => {
    const queue = new Queue(name, { connection: redis.producer(), prefix, skipWaitingForReady: true });
    queue.on('error', () => undefined); // redis.ts has said it already
    return new BullMQAdapter(queue, { readOnlyMode: true });
  });
  createBullBoard({ queues, serverAdapter: adapter });
  const app = express();
  app.disable('x-powered-by');
  app.use(basePath, adapter.getRouter());
  return (request, response) => app(request as never, response as never);
}
