// A shop's own system for tests: any backends behind the protocol of tools/backends/http, over real HTTP. It goes wrong on
// demand. The time limit of a request is a signal and no clock: it is over once the shop has been asked and hangs, and never
// before, however slow the machine is.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Secret } from '../../core/secret.ts';
import { createHttpBackends } from '../../tools/backends/http/index.ts';
import { serveBackends } from '../../tools/backends/http/serve.ts';
import type { Backends } from '../../tools/index.ts';
import { toRequest, writeResponse } from '../../web/adapt.ts';

/** loses reply: it is done, and the answer never comes. The others: nothing is done. */
export type ShopFault = 'answers late' | 'answers 500' | 'hangs' | 'talks nonsense' | 'loses reply';

export interface ShopApi {
  url: string;
  secret: Secret;
  /** What it serves; a new shop for each test. */
  backends: Backends | null;
  fault: ShopFault | null;
  /** Requests so far, by path. */
  asked: string[];
  /** The ports as the product sees them. */
  open(): Backends;
  close(): Promise<void>;
}

const LATE_MS = 30;
const CALL = 'x-call';

export async function startShopApi(): Promise<ShopApi> {
  const secret = new Secret('shop-secret');
  /** By the number that a request carries. */
  const limits = new Map<string, AbortController>();
  const ends = new WeakMap<AbortSignal, AbortController>();
  const server = createServer(async (incoming, outgoing) => {
    const request = await toRequest(incoming, 'http://shop.test', 1_000_000, '127.0.0.1');
    api.asked.push(new URL(request.url).pathname);
    const { fault, backends } = api;
    if (fault === 'hangs') {
      limits.get(request.headers.get(CALL) ?? '')?.abort(new DOMException('its time is over', 'TimeoutError'));
      return;
    }
    if (fault === 'answers 500' || fault === 'talks nonsense') {
      // Not in one chain: restify, where it is loaded, has writeHead answer nothing.
      outgoing.writeHead(fault === 'answers 500' ? 500 : 200);
      return void outgoing.end(fault === 'answers 500' ? '<h1>Oops</h1>' : '{"result":{"status":17}}');
    }
    if (fault === 'answers late') await new Promise((resolve) => setTimeout(resolve, LATE_MS));
    const response = await serveBackends(backends!, secret, '/v1')(request);
    if (fault === 'loses reply') return void outgoing.destroy();
    await writeResponse(response, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const api: ShopApi = {
    url,
    secret,
    backends: null,
    fault: null,
    asked: [],
    open: () =>
      createHttpBackends({
        url,
        secret,
        limit: () => {
          const end = new AbortController();
          ends.set(end.signal, end);
          return end.signal;
        },
        fetch: (address, init) => {
          const call = String(limits.size + 1);
          const end = ends.get(init!.signal!);
          if (end) limits.set(call, end);
          return fetch(address, { ...init, headers: { ...(init!.headers as Record<string, string>), [CALL]: call } });
        },
      }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return api;
}
