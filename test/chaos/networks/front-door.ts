// The balancer before the servers: the networks know one address. A request goes to a server that takes connections; one that
// dies in the middle of a request is the network's to repeat.
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pause } from '../random.ts';

export interface FrontDoor {
  url: string;
  /** Where it may send requests from now on. */
  open(origins: readonly string[]): void;
  stop(): Promise<void>;
}

/** Servers come back within seconds; networks wait for three. */
const PATIENCE_MS = 2_500;
const RETRY_MS = 100;

export async function openFrontDoor(): Promise<FrontDoor> {
  let origins: readonly string[] = [];
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    void pass(incoming, outgoing);
  });

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const end = Date.now() + PATIENCE_MS;
    do {
      for (let tried = 0; tried < origins.length; tried += 1) {
        turn += 1;
        const passed = await passTo(origins[turn % origins.length]!, incoming, body, outgoing);
        if (passed) return;
      }
      await pause(RETRY_MS);
    } while (Date.now() < end);
    refuse(outgoing, 503);
  }

  /** False: nobody took the connection, so nothing was heard. */
  function passTo(origin: string, incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse): Promise<boolean> {
    return new Promise((resolve) => {
      const { method, url, headers } = incoming;
      const outward = ask(`${origin}${url}`, { method, headers, agent: false }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        answer.once('close', () => resolve(true));
      });
      outward.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ECONNREFUSED') return resolve(false);
        if (!outgoing.headersSent) refuse(outgoing, 502);
        resolve(true);
      });
      outward.end(body);
    });
  }

  // Not in one chain: restify, where it is loaded, has writeHead answer nothing.
  function refuse(outgoing: ServerResponse, status: number): void {
    outgoing.writeHead(status);
    outgoing.end();
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    open: (given) => {
      origins = given;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
