// The parent's side: starts a contender in a process of its own, asks it how much CPU and memory it has used, stops it.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Question, Usage } from '../contenders/probe.ts';

export interface Contender {
  address: string;
  usage(wanted?: Partial<Question>): Promise<Usage>;
  stop(): Promise<void>;
}

const PATIENCE_MS = 60_000;

/** Starts `contenders/<name>.ts`. Rejects when it does not listen within a minute or ends before. */
export async function startContender(
  name: string,
  options: { env?: Record<string, string>; nodeOptions?: string[] } = {},
): Promise<Contender> {
  const file = fileURLToPath(new URL(`../contenders/${name}.ts`, import.meta.url));
  const child = fork(file, [], {
    env: { ...process.env, ...options.env },
    execArgv: ['--expose-gc', '--disable-warning=ExperimentalWarning', ...(options.nodeOptions ?? [])],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const address = await firstAddress(child, name);
  let questions = 0;
  const usage = (wanted: Partial<Question> = {}) =>
    new Promise<Usage>((resolve, reject) => {
      questions += 1;
      const id = questions;
      const timer = setTimeout(() => reject(new Error(`${name} does not answer`)), PATIENCE_MS);
      const hear = (answer: { id?: number; usage?: Usage }) => {
        if (answer.id !== id || !answer.usage) return;
        clearTimeout(timer);
        child.off('message', hear);
        resolve(answer.usage);
      };
      child.on('message', hear);
      child.send({ ask: 'usage', ...wanted, id });
    });
  const stop = () =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.send({ ask: 'stop', id: 0 });
    });
  return { address, usage, stop };
}

function firstAddress(child: ChildProcess, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${name} did not start`)), PATIENCE_MS);
    child.once('message', (message: { listening?: string }) => {
      clearTimeout(timer);
      if (message.listening) resolve(message.listening);
      else reject(new Error(`${name} does not listen`));
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`${name} ended with ${code}`));
    });
  });
}
