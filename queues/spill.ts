// When MongoDB is silent, what came in goes to disk: one fsynced file per entry, in a folder per lane, mode 600. Any
// instance that shares the folder replays a lane's files in their order before it takes anything newer for that lane.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Crash } from '../core/crash.ts';
import { SupportError } from '../core/errors.ts';
import type { ConversationReference } from '../models/activity.ts';
import type { NewEntry } from '../models/lane.ts';

export interface Spilled {
  laneId: string;
  reference: ConversationReference;
  entry: NewEntry;
}

/** What became of one entry: `refused` means that no repetition will help. */
export type Replay = (spilled: Spilled) => Promise<'stored' | 'away' | 'refused'>;

export interface Spill {
  /** Writes one entry durably. Throws SupportError `disk.unwritable` (transient, 503). */
  write(spilled: Spilled): Promise<void>;
  /** Cheap: are there files of this lane? */
  has(laneId: string): boolean;
  /** Replays one lane's files in order through `append`; a file goes once its entry is stored. False if `append` failed. */
  drain(laneId: string, append: Replay): Promise<boolean>;
  /** Replays everything there is, lane by lane; false when some is left. */
  drainAll(append: Replay): Promise<boolean>;
}

export function createSpill(folder: string, crash: Crash): Spill {
  let count = 0;
  const lanes = new Map<string, Promise<boolean>>();
  const folderOf = (laneId: string) => join(folder, createHash('sha256').update(laneId).digest('hex').slice(0, 32));

  async function write(spilled: Spilled): Promise<void> {
    const own = folderOf(spilled.laneId);
    count += 1;
    const order = `${String(spilled.entry.receivedAt.getTime()).padStart(15, '0')}-${String(count).padStart(8, '0')}-${process.pid}`;
    try {
      // A drain may remove the empty folder in between; then it is made once more.
      await writeDurably(own, order, JSON.stringify(spilled)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
        return writeDurably(own, order, JSON.stringify(spilled));
      });
    } catch (error) {
      throw new SupportError('disk.unwritable', 'neither MongoDB nor the spill folder can be written', {
        kind: 'transient',
        status: 503,
        retryAfterMs: 5_000,
        cause: error,
      });
    }
    crash('after-spill');
  }

  async function drainFolder(own: string, append: Replay): Promise<boolean> {
    for (const name of await list(own)) {
      const path = join(own, name);
      const body = await readIfThere(path);
      if (body === null) continue; // another instance was quicker; appending twice would have been harmless
      const outcome = await append(revive(body));
      if (outcome === 'away') return false; // the file stays, and with it the order
      crash('during-replay');
      // What is refused for good is set aside for people, out of the way of what comes behind.
      if (outcome === 'refused') await rename(path, join(own, '..', `.refused-${name}`)).catch(ignoreMissing);
      else await unlink(path).catch(ignoreMissing);
    }
    await rmdir(own).catch((error: NodeJS.ErrnoException) => {
      if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code ?? '')) throw error;
    });
    return true;
  }

  /** One drain per lane at a time in this process. */
  function drainOnce(own: string, append: Replay): Promise<boolean> {
    const running = lanes.get(own);
    if (running) return running;
    const drain = drainFolder(own, append).finally(() => lanes.delete(own));
    lanes.set(own, drain);
    return drain;
  }

  return {
    write,
    has: (laneId) => hasEntries(folderOf(laneId)),
    drain: (laneId, append) => drainOnce(folderOf(laneId), append),
    drainAll: async (append) => {
      let whole = true;
      for (const name of await list(folder)) whole = (await drainOnce(join(folder, name), append)) && whole;
      return whole;
    },
  };
}

/**
 * A folder may hold what a process that was killed had only begun to write: nobody was told that it is safe, so it is no entry,
 * and nothing waits for it.
 */
function hasEntries(folder: string): boolean {
  if (!existsSync(folder)) return false;
  try {
    return readdirSync(folder).some(isEntry);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

const isEntry = (name: string) => !name.startsWith('.');

async function writeDurably(folder: string, name: string, body: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.${name}`);
  const file = await open(draft, 'wx', 0o600).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    return open(draft, 'w', 0o600);
  });
  try {
    await file.writeFile(body);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, join(folder, `${name}.json`));
  // The rename itself must be durable too.
  const parent = await open(folder, 'r');
  await parent.sync().finally(() => parent.close());
}

async function list(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter(isEntry).sort();
}

async function readIfThere(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

function revive(body: string): Spilled {
  const spilled = JSON.parse(body) as Spilled;
  spilled.entry.receivedAt = new Date(spilled.entry.receivedAt);
  spilled.entry.activity.timestamp = new Date(spilled.entry.activity.timestamp);
  return spilled;
}
