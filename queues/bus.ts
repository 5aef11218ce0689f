// Doorbells between instances over Redis publish/subscribe: ids only. Whoever listens also polls, so a lost bell is a
// short delay and nothing else.
import { randomUUID } from 'node:crypto';
import type { Bus } from '../models/ports.ts';
import type { RedisHome } from './redis.ts';

/** A bus on `prefix`; an instance does not hear its own bells. */
export function createBus(redis: RedisHome, prefix: string): Bus {
  const self = randomUUID().slice(0, 8);
  const out = redis.producer();
  const listeners = new Map<string, Set<(id: string) => void>>();
  const input = redis.consumer();
  input.on('message', (channel: string, message: string) => {
    const [sender, ids] = splitOnce(message);
    if (sender === self || ids === undefined) return;
    for (const id of JSON.parse(ids) as string[]) for (const listener of listeners.get(channel) ?? []) listener(id);
  });
  // What is published in the same moment leaves as one message: a write to a socket is what a bell costs most.
  const unsent = new Map<string, Set<string>>();
  const send = () => {
    for (const [topic, ids] of unsent) {
      // A bell that cannot be rung is not an error: the other side polls.
      if (out.status === 'ready')
        out.publish(`${prefix}:${topic}`, `${self} ${JSON.stringify([...ids])}`).catch(() => undefined);
    }
    unsent.clear();
  };
  return {
    publish(topic, id) {
      if (unsent.size === 0) setImmediate(send);
      const ids = unsent.get(topic);
      if (ids) ids.add(id);
      else unsent.set(topic, new Set([id]));
    },
    subscribe(topic, listener) {
      const channel = `${prefix}:${topic}`;
      const known = listeners.get(channel);
      if (known) known.add(listener);
      else {
        listeners.set(channel, new Set([listener]));
        input.subscribe(channel).catch(() => undefined);
      }
      return () => {
        listeners.get(channel)?.delete(listener);
      };
    },
  };
}

function splitOnce(message: string): [string, string | undefined] {
  const at = message.indexOf(' ');
  return at < 0 ? [message, undefined] : [message.slice(0, at), message.slice(at + 1)];
}
