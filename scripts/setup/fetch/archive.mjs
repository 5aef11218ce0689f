// MongoDB's own build of mongod, through mongodb-memory-server-core, which knows which archive fits which system and checks
// its published sum. Whether its host can be reached at all is asked first: finding out by failing takes seconds.
import { lookup } from 'node:dns/promises';
import { copyFileSync, renameSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describeFailure } from '../explain.mjs';

export const ARCHIVE_HOST = 'fastdl.mongodb.org';
/** Reads the data of 6.0, which the pinned wheel has, so that a machine may go from the one to the other. */
export const ARCHIVE_VERSION = '7.0.32';
const LOOKUP_WITHIN_MS = 2000;

/** Why the archive cannot be fetched, or undefined. */
export async function findArchiveObstacle() {
  const late = new Promise((resolve) => setTimeout(resolve, LOOKUP_WITHIN_MS, 'no answer').unref());
  const answer = await Promise.race([late, lookup(ARCHIVE_HOST).catch((error) => error.code)]);
  return typeof answer === 'string' ? `${ARCHIVE_HOST}: its name cannot be resolved here (${answer})` : undefined;
}

/** @returns {Promise<string>} the path of the fetched mongod in the work folder */
export async function fetchArchive(work) {
  const { MongoBinary } = await import('mongodb-memory-server-core');
  const folder = join(work, 'archive');
  const file = join(work, 'mongod');
  try {
    const found = await MongoBinary.getPath({ version: ARCHIVE_VERSION, downloadDir: folder, checkMD5: true });
    // Somebody's own copy in another folder stays where it is.
    if (found.startsWith(folder + sep)) renameSync(found, file);
    else copyFileSync(found, file);
  } catch (error) {
    // A host that fails is no obstacle for the next source; a full disk is one for every source.
    if (error.code === 'ENOSPC') throw error;
    throw describeFailure('', 'Fetching the archive', error.message);
  }
  return file;
}
