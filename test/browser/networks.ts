// The stand-ins of the networks for a browser test, in a process of their own as in the playground.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

export interface StandIns {
  child: ChildProcess;
  url: string;
  env: Record<string, string>;
}

export function startStandIns(): Promise<StandIns> {
  const child = spawn(process.execPath, ['emulators/main.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('message', (told: { playground: string; env: Record<string, Record<string, string>> }) =>
      resolve({
        child,
        url: told.playground,
        env: Object.assign({}, ...Object.values(told.env)) as Record<string, string>,
      }),
    );
  });
}
