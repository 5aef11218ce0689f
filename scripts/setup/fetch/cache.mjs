// Where fetched programs live between checkouts, and the rule that nothing unchecked is run: a file counts only when its
// hash is the pinned one, and it gets its final name by one rename.
import { createHash, randomUUID } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SetupFailure } from '../explain.mjs';

const FORGOTTEN_AFTER_MS = 24 * 3600_000;

/** The cache folder: XDG_CACHE_HOME, else the system's habit, and in it our own. */
export function cacheFolder() {
  if (process.env.XDG_CACHE_HOME) return join(process.env.XDG_CACHE_HOME, 'frontdesk');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'frontdesk');
  return join(homedir(), '.cache', 'frontdesk');
}

/** @returns {Promise<string>} the SHA-256 of a file, in hex */
export async function hashFile(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/**
 * The cached program, or undefined when there is none or it is not what it must be; then it is removed.
 * @param {{ folder: string, name: string, program: string, sha256?: string, say: (line: string) => void }} wanted
 *   `name`: the entry, with its version · `program`: the file's name in it · `sha256`: its pinned hash; without one, the
 *   hash noted when it was fetched counts
 */
export async function readCached({ folder, name, program, sha256, say }) {
  const entry = join(folder, name);
  const file = join(entry, program);
  if (!existsSync(file)) return undefined;
  const expected = sha256 ?? readNote(entry);
  if (expected && (await hashFile(file)) === expected) return file;
  say(`cache: ${file} is not the program that was fetched (wrong hash); it is thrown away`);
  rmSync(entry, { recursive: true, force: true });
  return undefined;
}

/**
 * Puts a program into the cache.
 * @param {{ folder: string, name: string, program: string, sha256?: string, fetch: (workFolder: string) => Promise<string> }} wanted
 *   `fetch` fills the empty work folder and answers with the path of the program in it
 * @throws SetupFailure when its hash is not the pinned one
 */
export async function fillCache({ folder, name, program, sha256, fetch }) {
  mkdirSync(folder, { recursive: true });
  sweepWork(folder);
  const work = join(folder, `.work-${randomUUID()}`);
  const made = join(work, 'entry');
  mkdirSync(made, { recursive: true });
  try {
    const fetched = await fetch(join(work));
    const hash = await hashFile(fetched);
    if (sha256 && hash !== sha256)
      throw new SetupFailure(
        `${basename(fetched)} was fetched, but its hash is ${hash} and not the pinned ${sha256}: it is not used.`,
      );
    renameSync(fetched, join(made, program));
    chmodSync(join(made, program), 0o755);
    writeFileSync(join(made, 'sha256'), `${hash}\n`);
    placeEntry(made, join(folder, name));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return join(folder, name, program);
}

function placeEntry(made, entry) {
  try {
    renameSync(made, entry);
  } catch (error) {
    // Another run put the same checked program there meanwhile.
    if (!['ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error;
  }
}

function readNote(entry) {
  const note = join(entry, 'sha256');
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : undefined;
}

/** What a killed run left behind. */
function sweepWork(folder) {
  for (const name of readdirSync(folder).filter((each) => each.startsWith('.work-'))) {
    if (statSync(join(folder, name)).mtimeMs < Date.now() - FORGOTTEN_AFTER_MS)
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}
