// Runs the set-up script as a person would, in a folder of its own, and looks at the processes it leaves.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
export const FAKE_SERVER = join(import.meta.dirname, 'fake-server.ts');
const PATIENCE_MS = 20_000;

export interface Run {
  child: ChildProcess;
  /** Everything it wrote so far, both streams. */
  output(): string;
  /** Resolves with the exit code; -1 when a signal ended it. */
  ended: Promise<number>;
  /** Resolves when the output matches; rejects with the output when it ends or stays silent. */
  wrote(pattern: RegExp): Promise<RegExpMatchArray>;
}

export function makeFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'frontdesk-setup-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Runs commands.mjs, or with `entry: 'npm'` the whole chain of `npm run`, with the settings of `env` and no others. */
export function runSetup(
  args: string[],
  {
    folder,
    env = {},
    entry = 'scripts/setup/commands.mjs',
  }: { folder: string; env?: Record<string, string>; entry?: string },
): Run {
  const { MONGODB_URI, REDIS_URL, NODE_ENV, npm_lifecycle_event, ...inherited } = process.env;
  const [program, first] = entry === 'npm' ? ['npm', ['run']] : [process.execPath, [join(ROOT, entry)]];
  if (entry === 'npm') copyScripts(folder);
  const child = spawn(program, [...first, ...args], {
    cwd: folder,
    env: { ...inherited, PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(folder, 'data'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  const ended = new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? -1)));
  const wrote = async (pattern: RegExp) => {
    let over = false;
    ended.then(() => (over = true));
    return await eventually(
      () => {
        const match = output.match(pattern);
        if (!match && over) throw new Error(`ended without writing ${pattern}:\n${output}`);
        return match;
      },
      () => `${pattern} was not written:\n${output}`,
    );
  };
  return { child, output: () => output, ended, wrote };
}

/** Gives a folder the scripts of our package.json: npm goes by where it is started, and so does the .env that counts. */
function copyScripts(folder: string): void {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
  const text = JSON.stringify({ scripts }).replaceAll('scripts/setup.mjs', join(ROOT, 'scripts/setup.mjs'));
  writeFileSync(join(folder, 'package.json'), text);
}

/** Looks until there is something to see. */
export async function eventually<T>(look: () => T | Promise<T>, describe: () => string): Promise<NonNullable<T>> {
  for (
    const until = Date.now() + PATIENCE_MS;
    Date.now() < until;
    await new Promise((resolve) => setTimeout(resolve, 20))
  ) {
    const seen = await look();
    if (seen) return seen;
  }
  throw new Error(describe());
}

/** Whether a process runs; one that has ended and was not yet collected does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = `/proc/${pid}/stat`;
  return !existsSync(stat) || readFileSync(stat, 'utf8').split(') ')[1]?.[0] !== 'Z';
}

/** The ids of the embedded stores that a folder's lock names. */
export function listStores(folder: string): number[] {
  const { children } = JSON.parse(readFileSync(join(folder, 'data', 'stores.lock'), 'utf8'));
  return (children as { pid: number }[]).map(({ pid }) => pid);
}
