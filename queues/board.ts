// The queues as a page: bull-board over the two doorbell queues, read-only. Whoever mounts it checks who is looking.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { Queue } from 'bullmq';
import express from 'express';
import type { RedisHome } from './redis.ts';
import { QUEUE_NAMES } from './wake.ts';

/** Resolves when the answer is written, or its reader has gone. */
export type QueueBoard = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export function createQueueBoard(redis: RedisHome, prefix: string, basePath: string): QueueBoard {
  const adapter = new ExpressAdapter();
  adapter.setBasePath(basePath);
  // Of its own: what waits for an answer here never waits before a doorbell.
  const connection = redis.reader();
  const queues = Object.values(QUEUE_NAMES).map((name) => {
    const queue = new Queue(name, { connection, prefix, skipWaitingForReady: true });
    queue.on('error', () => undefined); // redis.ts has said it already
    return new BullMQAdapter(queue, { readOnlyMode: true });
  });
  createBullBoard({ queues, serverAdapter: adapter });
  const app = express();
  app.disable('x-powered-by');
  app.use(basePath, adapter.getRouter());
  return (request, response) =>
    new Promise((resolve) => {
      response.once('close', resolve);
      app(request as never, response as never);
    });
}
