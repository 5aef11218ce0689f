#!/usr/bin/env node
// The one entry of `npm start`, `npm test` and the other commands. It runs on the machine's own Node (18 or later) and
// on nothing else: it installs the pinned packages when they are missing, then hands over to the pinned Node 24.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { explain } from './setup/explain.mjs';
import { findNode, installPackages } from './setup/packages.mjs';

const PARENT_LOOK_MS = 1000;
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs the command under Node 24 and resolves to its exit code. Signals, and the end of our own parent, are passed on. */
function runCommand(node, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [join(ROOT, 'scripts', 'setup', 'commands.mjs'), ...args], {
      // The channel is never written to: its end tells the other side that this process is gone, whatever ended it.
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      // Node keeps there what it compiled, for every process of ours: a start takes a third less.
      env: { NODE_COMPILE_CACHE: join(ROOT, '.cache', 'node'), ...process.env },
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    if (process.env.npm_lifecycle_event) watchParent(() => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 1 : code));
  });
}

/**
 * npm that is killed outright tells nobody; its child is adopted by another process. The scripts of package.json begin with
 * `exec`, so that our parent is npm itself and no shell that takes signals and keeps them.
 */
function watchParent(onGone) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, PARENT_LOOK_MS);
  timer.unref();
}

try {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 18 || (major === 18 && minor < 17))
    throw new Error(`This is Node ${process.version}; Node 18.17 or later is needed.`);
  await installPackages(ROOT);
  process.exitCode = await runCommand(findNode(ROOT), process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
