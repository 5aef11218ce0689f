// The stand-ins of `npm start`: a process of their own that plays Slack, Twilio and Teams for every channel that has no
// credentials, and a model where the key says so. Never in production.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { CHANNEL_VARIABLES } from '../../core/config.ts';
import { endChild } from './children.mjs';

const PATIENCE_MS = 15_000;

/**
 * Starts them, unless they are not wanted.
 * @param {{ settings: Record<string, unknown> & { DATA_DIR: string, OPENAI_API_KEY?: { reveal(): string } }, root: string, watcher: { add(kind: string, pid: number): void, remove(pid: number): void } }} options
 * @returns {Promise<{ env: Record<string, string>, point(origin: string): Promise<void>, stop(): Promise<void> }>}
 */
export async function openStandIns({ settings, root, watcher }) {
  if (settings.NODE_ENV === 'production') return { env: {}, point: async () => {}, stop: async () => {} };
  // OPENAI_API_KEY=stand-in: a model is played as well, so that one can see what happens when it hangs.
  const playsModel = settings.OPENAI_API_KEY?.reveal() === 'stand-in';
  mkdirSync(settings.DATA_DIR, { recursive: true });
  const ports = `--ports=${resolve(settings.DATA_DIR, 'stand-in-ports.json')}`;
  const child = spawn(process.execPath, ['emulators/main.ts', ports, ...(playsModel ? ['--model'] : [])], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  watcher.add('program', child.pid);
  const told = await new Promise((done, reject) => {
    child.once('message', done);
    child.once('exit', () => reject(new Error('The stand-ins ended before they were ready.')));
    setTimeout(() => reject(new Error('The stand-ins did not begin in time.')), PATIENCE_MS).unref();
  });
  // So that the playground can sign its customers in as a shop would.
  const identity = settings.WEB_IDENTITY_SECRET ? {} : { WEB_IDENTITY_SECRET: randomBytes(24).toString('hex') };
  const env = { PLAYGROUND_URL: told.playground, ...identity };
  const played = [];
  for (const [channel, variables] of Object.entries(told.env)) {
    // A channel with any credentials of its own is the real one.
    const isReal = (CHANNEL_VARIABLES[channel] ?? []).flat().some((name) => settings[name] !== undefined);
    if (isReal) continue;
    Object.assign(env, variables);
    if (channel in CHANNEL_VARIABLES) played.push(channel);
  }
  if (played.length > 0) env.STAND_IN_CHANNELS = played.join(',');
  return {
    env,
    point: async (origin) => {
      await fetch(`${told.playground}/point`, { method: 'POST', body: JSON.stringify({ origin }) }).catch(() => {});
    },
    stop: async () => {
      await endChild(child, 2_000, { group: true });
      watcher.remove(child.pid);
    },
  };
}
