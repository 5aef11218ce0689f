// The npm packages: installed with `npm ci` when what is there is not what the lock says, and the pinned Node found among
// them. Runs before anything is installed, so it needs Node 18 and nothing else.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { findRemedy, SetupFailure, saysNoNetwork } from './explain.mjs';

const HEARTBEAT_MS = 15_000;
/** npm's own pauses between tries add up to a minute before it admits that there is no network. */
const IMPATIENT = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** What is installed takes 750 MB. */
const LEAST_FREE_BYTES = 1024 ** 3;

/**
 * Installs unless every package of the lock is there in its version. Whether there is room and a network is looked at
 * first: without them npm goes on for minutes, and on a full disk it even ends as if all were well.
 * `root`: the checkout · `readFreeBytes`: the room on the disk that holds it
 */
export async function installPackages(root, readFreeBytes = freeBytesOf) {
  if (isInstalled(root)) return;
  if (readFreeBytes(root) < LEAST_FREE_BYTES)
    throw new SetupFailure(`The disk that holds ${root} is full: free at least 1 GB and run it again.`);
  const started = Date.now();
  process.stderr.write('packages: installing with npm ci (about a minute, once)\n');
  const beat = setInterval(() => {
    process.stderr.write(`packages: still installing, ${Math.round((Date.now() - started) / 1000)} s\n`);
  }, HEARTBEAT_MS);
  try {
    const asked = await runNpm(['ping', '--fetch-retries=0', '--fetch-timeout=10000'], root);
    // What npm kept of earlier installs may be enough; when it is not, it says so at once.
    const from = asked.code !== 0 && saysNoNetwork(asked.output) ? ['--offline'] : IMPATIENT;
    const manners = ['--no-audit', '--no-fund', '--include=dev', '--include=optional'];
    const { code, output } = await runNpm(['ci', ...manners, ...from], root);
    if (code !== 0)
      throw new SetupFailure(
        findRemedy(output, 'Installing the packages') ?? `npm ci failed with code ${code}:\n${output.trim()}`,
      );
  } finally {
    clearInterval(beat);
  }
  if (!isInstalled(root))
    throw new SetupFailure(
      'npm ci ended without installing what package-lock.json lists. Run `npm ci` by hand and read what it says.',
    );
  process.stderr.write(`packages: installed in ${Math.round((Date.now() - started) / 1000)} s\n`);
}

/** The room for us on the disk, or in the memory, that holds the folder. */
export function freeBytesOf(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/**
 * npm leaves a list of what it installed, written last: an install that was cut short has none. Optional packages of other
 * systems are missing from it rightly.
 */
export function isInstalled(root) {
  const listFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(listFile)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(listFile, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    return path in present ? present[path].version === version : optional === true;
  });
}

/** @returns {Promise<{ code: number, output: string }>} */
function runNpm(args, root) {
  // Run through npm, its own path is known; `npm` by name is what a bare `node scripts/setup.mjs` has.
  const own = process.env.npm_execpath ?? '';
  const [program, first] = own.endsWith('npm-cli.js') ? [process.execPath, [own]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...first, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (output = (output + chunk).slice(-20_000)));
    const stop = () => {
      child.kill('SIGTERM');
      process.exit(130);
    };
    for (const signal of STOPPING) process.once(signal, stop);
    child.on('error', (error) =>
      reject(
        error.code === 'ENOENT'
          ? new SetupFailure('npm is not on PATH: install it beside Node and run this again.')
          : error,
      ),
    );
    child.on('close', (code) => {
      for (const signal of STOPPING) process.off(signal, stop);
      resolve({ code, output });
    });
  });
}

/** The Node to run everything with: the pinned one, else our own when it is 24 or later. */
export function findNode(root) {
  const pinned = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new SetupFailure(
    `This machine has Node ${process.version} and npm has no pinned Node for ${process.platform} ${process.arch}: install Node 24 or later and run this again.`,
  );
}
