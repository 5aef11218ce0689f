// What mongod and Redis have in common as processes: a free port, a log file with one predecessor, a start that either
// succeeds or says why, and a restart on the same port when one ends by itself.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { keepRunning } from './children.mjs';
import { findRemedy, SetupFailure } from './explain.mjs';

/** Below the range from which systems take ports for outgoing connections. */
const PORTS = { from: 21_000, to: 31_999 };
const PORT_TRIES = 50;
const START_TRIES = 3;
const READY_WITHIN_MS = 60_000;
const LOOK_MS = 25;
const DEATHS_IN_A_ROW = 5;
const OTHER_VERSION =
  /invalid featureCompatibilityVersion|too recent to start up|wrong mongod version|unsupported WiredTiger file version/i;

/**
 * Starts a store and waits until it is ready; a port that somebody else took meanwhile is replaced.
 * @param {object} options
 * @param {string} options.title
 * @param {(port: number) => [string, ...string[]]} options.command
 * @param {number | undefined} options.port the port of the last time, taken when it is free
 * @param {(port: number) => Promise<boolean>} options.isReady one look
 * @returns {Promise<{ port: number, store: ReturnType<typeof keepRunning> }>}
 */
export async function startStore({ title, command, port, isReady, folder, watcher, log, onFailed, onStarted, keep }) {
  const logFile = openLog(folder, title);
  for (let attempt = 1; ; attempt += 1) {
    const chosen = port !== undefined && attempt === 1 && (await isFree(port)) ? port : await findPort();
    let ready = false;
    let failure;
    const store = keepRunning({
      kind: 'store',
      watcher,
      launch: () => launch(command(chosen), logFile),
      isFinal: ({ deaths }) => !ready || deaths >= DEATHS_IN_A_ROW,
      onFinal: (exit) => {
        failure = describeEnd(title, logFile, exit);
        if (ready) onFailed(failure.message);
      },
      onRestart: ({ code, signal, delayMs }) => {
        log(`${title}: ended (${signal ?? `code ${code}`}), starting it again`);
        setTimeout(() => ready && onStarted(), delayMs + LOOK_MS).unref();
      },
    });
    const looked = await waitUntil(() => failure ?? isReady(chosen));
    if (looked === true) {
      ready = true;
      keep(store);
      onStarted();
      return { port: chosen, store };
    }
    await store.stop(0);
    if (looked && attempt < START_TRIES && /address already in use|EADDRINUSE/i.test(readTail(logFile))) continue;
    throw (
      looked || new SetupFailure(`${title} did not become ready in ${READY_WITHIN_MS / 1000} s; ${logFile} says why.`)
    );
  }
}

async function waitUntil(look) {
  for (
    const until = Date.now() + READY_WITHIN_MS;
    Date.now() < until;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  ) {
    const seen = await look();
    if (seen) return seen;
  }
  return undefined;
}

function launch([program, ...args], logFile) {
  const output = openSync(logFile, 'a');
  try {
    return spawn(program, args, { detached: true, stdio: ['ignore', output, output] });
  } finally {
    closeSync(output);
  }
}

function openLog(folder, title) {
  mkdirSync(join(folder, 'logs'), { recursive: true });
  const file = join(folder, 'logs', `${title.toLowerCase()}.log`);
  if (existsSync(file)) renameSync(file, `${file}.1`);
  return file;
}

function readTail(logFile) {
  return existsSync(logFile) ? readFileSync(logFile, 'utf8').slice(-8000) : '';
}

function describeEnd(title, logFile, { code, signal, error }) {
  if (error) return new SetupFailure(`${title} cannot be started: ${error.message}`);
  const tail = readTail(logFile);
  if (OTHER_VERSION.test(tail))
    return new SetupFailure(
      `The data was written by another version of MongoDB: put that mongod first on PATH, or move the folder mongodb beside ${dirname(logFile)} away.`,
    );
  const remedy = findRemedy(tail, title, { network: false });
  return new SetupFailure(remedy ?? `${title} ended (${signal ?? `code ${code}`}); ${logFile} says why.`);
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

async function findPort() {
  for (let attempt = 0; attempt < PORT_TRIES; attempt += 1) {
    const port = PORTS.from + Math.floor(Math.random() * (PORTS.to - PORTS.from + 1));
    if (await isFree(port)) return port;
  }
  throw new SetupFailure(
    `No free port between ${PORTS.from} and ${PORTS.to} on 127.0.0.1: end some programs and try again.`,
  );
}
