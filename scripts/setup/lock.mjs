// One owner per data folder. The lock names its owner by process id and start time, so that a lock left by a crash is told
// from a living one, and it lists the owner's children, so that whoever comes next can end what a crash left running.
import { execFileSync } from 'node:child_process';
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFailure } from './explain.mjs';

const ORPHAN_PATIENCE_MS = 5000;
const LOOK_MS = 50;

/**
 * Takes the lock of a folder, or answers with its living owner.
 * @returns {Promise<{ lock: { note(more: object): void, release(): void } } | { owner: Record<string, any> }>}
 */
export async function takeLock(folder) {
  const file = join(folder, 'stores.lock');
  const draft = `${file}.${process.pid}`;
  let content = { pid: process.pid, started: readStartTime(process.pid), children: [] };
  for (let attempt = 0; attempt < 10; attempt += 1) {
    writeFileSync(draft, JSON.stringify(content), { mode: 0o600 });
    try {
      // A link is made whole or not at all, and never over an existing file.
      linkSync(draft, file);
      return { lock: { note: (more) => note(more), release: () => rmSync(file, { force: true }) } };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft, { force: true });
    }
    const owner = readOwner(file);
    if (owner && isSame(owner)) return { owner };
    await endOrphans(owner?.children ?? []);
    rmSync(file, { force: true });
  }
  throw new SetupFailure(`${file} cannot be taken: another start is in the way. Try again.`);

  function note(more) {
    content = { ...content, ...more };
    writeFileSync(draft, JSON.stringify(content), { mode: 0o600 });
    renameSync(draft, file);
  }
}

function readOwner(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // Cut short by a full disk or a power cut: nobody's.
    if (error instanceof SyntaxError || error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether the process of that id is the one that was noted: ids are used again. */
export function isSame({ pid, started }) {
  return readStartTime(pid) === started && started !== undefined;
}

/** When a process started, in the system's own notation; undefined when there is no such process. */
export function readStartTime(pid) {
  try {
    if (existsSync('/proc/self/stat')) {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
      // A zombie has ended, and waits for its parent to notice.
      return fields[0] === 'Z' ? undefined : fields[19];
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH' || error.status === 1) return undefined;
    throw error;
  }
}

/** Ends what a crashed owner (and its watcher, killed with it) left running. */
async function endOrphans(children) {
  const alive = () => children.filter(isSame);
  for (const { pid } of alive()) process.kill(pid, 'SIGTERM');
  for (const until = Date.now() + ORPHAN_PATIENCE_MS; alive().length > 0 && Date.now() < until; )
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  for (const { pid } of alive()) process.kill(pid, 'SIGKILL');
}
