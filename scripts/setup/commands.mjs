// The commands behind `npm start`, `npm test`, `npm run …`, under the pinned Node. Each gets real stores where it needs
// them, ends with everything it started, and answers with an exit code.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../core/config.ts';
import { supervise } from '../supervisor.mjs';
import { endChild, listenForStop, openWatcher } from './children.mjs';
import { explain, SetupFailure } from './explain.mjs';
import { freeBytesOf } from './packages.mjs';
import { openStandIns } from './stand-ins.mjs';
import { openStores } from './stores.mjs';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** The stores of a whole run take 0.8 GB. */
const LEAST_FREE_BYTES = 2 * 1024 ** 3;
/**
 * For hundreds of databases that live for seconds: little is written to disk before they are dropped again, and what is
 * left of them goes soon. mongod takes a fifth less of the processor so.
 */
const SHORT_LIVED =
  'eviction_dirty_target=50,eviction_dirty_trigger=70,eviction_updates_target=50,eviction_updates_trigger=70,' +
  'file_manager=(close_handle_minimum=100,close_idle_time=10,close_scan_interval=2)';
const PATIENCE_MS = 10_000;
const say = (line) => process.stderr.write(`${line}\n`);
const binary = (name) => join(ROOT, 'node_modules', '.bin', name);

/**
 * Runs a program to its end, or to ours. @returns its exit code
 * `group`: in a group of its own, ended with all it started; false leaves it the terminal's keyboard.
 */
async function runChild(args, { env = process.env, stopped, group = true, onMessage }) {
  const watcher = openWatcher();
  const stdio = [group ? 'ignore' : 'inherit', 'inherit', 'inherit', ...(onMessage ? ['ipc'] : [])];
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio, detached: group });
  if (onMessage) child.on('message', onMessage);
  watcher.add('program', child.pid, { group });
  stopped.then(() => endChild(child, PATIENCE_MS, { group }));
  const code = await new Promise((resolveCode, reject) => {
    child.on('error', reject);
    child.on('exit', (exitCode, signal) => resolveCode(signal ? 1 : exitCode));
  });
  watcher.close();
  return code;
}

async function buildPages() {
  if (!existsSync(join(ROOT, 'scripts', 'build-pages.mjs'))) return;
  const { buildPages: build } = await import('../build-pages.mjs');
  await build({ say });
}

/** `args`: another server script, for the tests. */
async function start([other], stopped) {
  const server = other ?? join(ROOT, 'server.ts');
  const settings = readConfig(process.env, process.cwd());
  return await supervise({
    settings,
    server: [server],
    prepare: buildPages,
    ...(other ? {} : { openStandIns: (watcher) => openStandIns({ settings, root: ROOT, watcher }) }),
    openStores: (onFailed) => openStores({ settings, dataDir: settings.DATA_DIR, log: say, onFailed }),
    stopped,
    say,
  });
}

/** In memory where there is room: a test's stores need to outlive processes, never the machine, and wait for no disk there. */
function scratchFolder() {
  const memory = '/dev/shm';
  if (!existsSync(memory) || freemem() < LEAST_FREE_BYTES) return tmpdir();
  return freeBytesOf(memory) < LEAST_FREE_BYTES ? tmpdir() : memory;
}

/** Tests never touch the stores of .env: those may be a shop's real ones. The real environment's are meant. */
async function test(args, stopped) {
  await buildPages();
  const dataDir = mkdtempSync(join(scratchFolder(), 'frontdesk-test-'));
  let counts;
  let code = 1;
  try {
    const stores = await openStores({ settings: process.env, dataDir, log: say, engine: SHORT_LIVED });
    try {
      const MONGODB_URI = stores.env.MONGODB_URI.replace(/\/frontdesk\?/, '/?');
      const env = { ...process.env, ...stores.env, MONGODB_URI, NODE_ENV: 'test' };
      const onMessage = (message) => (counts = message);
      code = await runChild([join(ROOT, 'scripts', 'setup', 'run-tests.mjs'), ...args], { env, stopped, onMessage });
    } finally {
      await stores.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
  if (!counts) say('The tests ended before they were counted; the lines above say why.');
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 1, skipped: 0 };
  process.stdout.write(`tests: ${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  return failed > 0 || passed === 0 ? 1 : code;
}

async function check(_args, stopped) {
  const steps = [
    ['format and lint', [binary('biome'), 'check', '.']],
    ['types', [binary('tsc'), '--noEmit', '-p', '.']],
    ...['web/widget/tsconfig.json', 'web/playground/tsconfig.json', 'web/admin/tsconfig.json']
      .filter((project) => existsSync(join(ROOT, project)))
      .map((project) => [`types of ${dirname(project)}`, [binary('tsc'), '--noEmit', '-p', project]]),
    ['architecture', [join(ROOT, 'scripts', 'setup', 'run-tests.mjs'), 'test/architecture.test.ts']],
  ];
  const failed = [];
  for (const [name, args] of steps) {
    say(`check: ${name}`);
    if ((await runChild(args, { stopped })) !== 0) failed.push(name);
  }
  say(failed.length > 0 ? `check: failed: ${failed.join(', ')}` : 'check: all well');
  return failed.length > 0 ? 1 : 0;
}

const format = (_args, stopped) => runChild([binary('biome'), 'check', '--write', '.'], { stopped });

/** Runs one file of ours. It gets embedded stores when its first line asks for them and none are configured. */
async function run([file, ...args], stopped) {
  if (!file || !existsSync(join(ROOT, file))) throw new SetupFailure(`There is no ${file ?? 'file'} to run.`);
  const needsStores = readFileSync(join(ROOT, file), 'utf8').startsWith('// stores: embedded');
  if (!needsStores) return await runChild([file, ...args], { stopped, group: false });
  const settings = readConfig(process.env, process.cwd());
  const stores = await openStores({ settings, dataDir: settings.DATA_DIR, log: say, share: true });
  try {
    return await runChild([file, ...args], { env: { ...process.env, ...stores.env }, stopped, group: false });
  } finally {
    await stores.stop();
  }
}

const COMMANDS = { start, test, check, format, run };

try {
  const [name, ...args] = process.argv.slice(2);
  const command = COMMANDS[name];
  if (!command) throw new SetupFailure(`Usage: node scripts/setup.mjs ${Object.keys(COMMANDS).join('|')} [arguments]`);
  process.exit(await command(args, listenForStop()));
} catch (error) {
  say(explain(error));
  process.exit(1);
}
