// A stand-in for the Bot Framework connector, in the load's process: takes the replies of a BotBuilder bot and tells the
// speaker of that conversation.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { postJson } from './http.ts';
import type { Speaker } from './speaker.ts';

export interface Connector {
  open(address: string, conversationId: string): Speaker;
  close(): void;
}

const PATH = /^\/v3\/conversations\/([^/]+)\/activities/;
const PATIENCE_MS = 10_000;

/** Starts the stand-in on any free port. */
export async function startConnector(): Promise<Connector> {
  const waiting = new Map<string, () => void>();
  const server = createServer((request, response) => {
    const conversationId = PATH.exec(request.url ?? '')?.[1] ?? '';
    request.resume();
    request.on('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end('{"id":"reply"}');
      waiting.get(conversationId)?.();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    open: (address, conversationId) => openBotSpeaker(address, conversationId, serviceUrl, waiting),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function openBotSpeaker(
  address: string,
  conversationId: string,
  serviceUrl: string,
  waiting: Map<string, () => void>,
): Speaker {
  const url = new URL('/api/messages', address);
  let count = 0;
  const heard = () =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no reply within ten seconds')), PATIENCE_MS);
      waiting.set(conversationId, () => {
        clearTimeout(timer);
        resolve();
      });
    });
  return {
    say: async (text) => {
      count += 1;
      const reply = heard();
      const posted = postJson(url, {
        type: 'message',
        id: `${conversationId}-${count}`,
        timestamp: new Date().toISOString(),
        channelId: 'emulator',
        serviceUrl,
        from: { id: 'customer', role: 'user' },
        recipient: { id: 'bot', role: 'bot' },
        conversation: { id: conversationId },
        text,
      });
      await Promise.all([reply, posted]);
    },
    close: () => waiting.delete(conversationId),
  };
}
