// A customer at our web door, as any Direct Line client does it: a token, a conversation, a socket for the replies, and
// one POST per message.
import { WebSocket } from 'ws';
import { postJson } from './http.ts';
import type { Speaker } from './speaker.ts';

export const BENCH_SECRET = 'bench-secret-of-at-least-32-characters';
const PATIENCE_MS = 10_000;

interface Opened {
  conversationId: string;
  token: string;
  streamUrl: string;
}

interface Frame {
  activities?: { type: string; id?: string; replyToId?: string; from: { role?: string; id: string } }[];
}

/** Opens a conversation and its socket. */
async function openDirectLine(address: string, customerId: string): Promise<Speaker> {
  const door = new URL('/v3/directline/', address);
  const generated = await postJson<{ token: string }>(
    new URL('tokens/generate', door),
    { user: { id: customerId } },
    { authorization: `Bearer ${BENCH_SECRET}` },
  );
  const opened = await postJson<Opened>(new URL('conversations', door), {}, bearer(generated.token));
  const socket = new WebSocket(opened.streamUrl.replace(/^(ws|http)s?:\/\/[^/]+/, address.replace(/^http/, 'ws')));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  const url = new URL(`conversations/${opened.conversationId}/activities`, door);
  const headers = bearer(opened.token);
  let heard: (() => void) | undefined;
  socket.on('error', () => undefined);
  socket.on('message', (data) => {
    const text = data.toString();
    if (text === '') return;
    const frame = JSON.parse(text) as Frame;
    if (frame.activities?.some((activity) => activity.type === 'message' && activity.from.id !== customerId)) heard?.();
  });
  return {
    say: async (text) => {
      const reply = new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('no reply within ten seconds')), PATIENCE_MS);
        heard = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      const posted = postJson(url, { type: 'message', from: { id: customerId }, text }, headers);
      await Promise.all([reply, posted]);
    },
    close: () => socket.terminate(),
  };
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** Opens many, a few at a time. */
export async function openMany(address: string, count: number, prefix: string): Promise<Speaker[]> {
  const speakers: Speaker[] = [];
  while (speakers.length < count) {
    const from = speakers.length;
    const some = Array.from({ length: Math.min(32, count - from) }, (_, at) =>
      openDirectLine(address, `${prefix}-${from + at}`),
    );
    speakers.push(...(await Promise.all(some)));
  }
  return speakers;
}
