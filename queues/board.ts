// The queues as a page: bull-board over the two doorbell queues, read-only. Whoever mounts it checks who is looking. What it would
// ask of other hosts (its fonts) is left out, and the browser is told to ask nobody but us.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { Queue } from 'bullmq';
import express, { type NextFunction, type Request, type Response } from 'express';
import type { RedisHome } from './redis.ts';
import { QUEUE_NAMES } from './wake.ts';

/** Resolves when the answer is written, or its reader has gone. */
export type QueueBoard = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Its page names its own address as the base of all others, and brings styles of its own. */
const CSP =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";
const FOREIGN_LINKS = /<link\b[^>]*\bhref="(?:https?:)?\/\/[^>]*>\s*/g;

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
  app.use(basePath, askNobodyElse, adapter.getRouter());
  return (request, response) =>
    new Promise((resolve) => {
      response.once('close', resolve);
      app(request as never, response as never);
    });
}

/** Bull-board has no option for it: its page is written, and then goes out without the links that lead elsewhere. */
function askNobodyElse(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('content-security-policy', CSP);
  const render = response.render.bind(response);
  response.render = (view: string, values?: object) =>
    render(view, values ?? {}, (error, page) => {
      if (error) next(error);
      else response.send(page.replace(FOREIGN_LINKS, ''));
    });
  next();
}
