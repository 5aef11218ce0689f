// Owns the stores and the server of `npm start`: starts them in order, starts a killed server again, says where to look once
// it answers, and ends the server before the stores that it writes to. Nothing it started outlives it.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { keepRunning, openWatcher } from './setup/children.mjs';
import { SetupFailure } from './setup/explain.mjs';

const READY_LOOK_MS = 100;
const SERVER_PATIENCE_MS = 20_000;

/**
 * Runs until it is stopped or cannot go on.
 * @param {object} options
 * @param {{ HOST: string, PORT: number, ROLE: string }} options.settings
 * @param {string[]} options.server the arguments of Node that run it; it sends `{ listening: address }` when it listens
 * @param {() => Promise<void>} [options.prepare] what is done before anything is started
 * @param {(onFailed: (reason: string) => void) => Promise<{ env: Record<string, string>, stop(): Promise<void> }>} options.openStores
 * @param {(watcher: ReturnType<typeof openWatcher>) => Promise<{ env: Record<string, string>, point(origin: string): Promise<void>, stop(): Promise<void> }>} [options.openStandIns]
 * @param {Promise<string>} options.stopped resolves when it shall end
 * @param {(line: string) => void} options.say
 * @returns {Promise<number>} the exit code
 */
export async function supervise({
  settings,
  server,
  prepare = async () => {},
  openStores,
  openStandIns,
  stopped,
  say,
}) {
  const { HOST, ROLE } = settings;
  if (ROLE !== 'worker') await refuseTakenPort(HOST, settings.PORT);
  await prepare();
  let fail;
  const failed = new Promise((resolve) => {
    fail = resolve;
  });
  const stores = await openStores((reason) => fail({ reason }));
  const watcher = openWatcher();
  const standIns = openStandIns
    ? await openStandIns(watcher)
    : { env: {}, point: async () => {}, stop: async () => {} };
  const env = { ...stores.env, ...standIns.env };
  const kept = keepServer({ settings, server, env, watcher, fail, say, onListening: standIns.point });
  const end = await Promise.race([stopped.then((by) => ({ by })), failed]);
  if (end.reason) say(end.reason);
  else say('stopping');
  await kept.stop(SERVER_PATIENCE_MS);
  await standIns.stop();
  watcher.close();
  await stores.stop();
  return end.by ? 0 : 1;
}

function keepServer({ settings, server, env, watcher, fail, say, onListening }) {
  // A free port that was chosen once stays: who was talking to it comes back to it.
  let port = settings.PORT;
  let everReady = false;
  return keepRunning({
    kind: 'program',
    watcher,
    launch: () => {
      const child = spawn(process.execPath, server, {
        env: { ...process.env, ...env, PORT: String(port) },
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        detached: true,
      });
      child.on('message', async ({ listening }) => {
        if (listening) port = new URL(listening).port || port;
        if (listening) await onListening(listening);
        await waitUntilReady(listening, child);
        if (child.exitCode !== null || child.signalCode !== null) return;
        say(
          listening
            ? describeAddresses(listening, everReady, env.PLAYGROUND_URL !== undefined)
            : 'ready: this process works on conversations and has no door',
        );
        everReady = true;
      });
      return child;
    },
    // What cannot start with these settings does not start better the next time.
    isFinal: ({ code }) => !everReady && code !== null,
    onFinal: ({ code, signal, error }) =>
      fail({
        reason: error
          ? `The server cannot be started: ${error.message}`
          : `The server ended (${signal ?? `code ${code}`}) before it was ready.`,
      }),
    onRestart: ({ code, signal, delayMs }) =>
      say(`server: ended (${signal ?? `code ${code}`}), starting it again in ${delayMs / 1000} s`),
  });
}

const describeAddresses = (address, again, hasPlayground) =>
  again
    ? `ready again: ${address}/chat`
    : `\nready: open ${address}/chat\n${hasPlayground ? `       and ${address}/playground: SMS, Teams, Slack and the web side by side\n` : ''}       and ${address}/admin\n       Ctrl-C ends everything.\n`;

async function waitUntilReady(address, child) {
  if (!address) return;
  const url = new URL('/readyz', address);
  if (url.hostname === '0.0.0.0' || url.hostname === '[::]') url.hostname = 'localhost';
  while (child.exitCode === null && child.signalCode === null) {
    const status = await fetch(url, { signal: AbortSignal.timeout(5000) }).then(
      (response) => response.status,
      () => undefined,
    );
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, READY_LOOK_MS));
  }
}

/** Before anything is fetched or started, so that the most common mistake costs no wait. */
function refuseTakenPort(host, port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const remedies = {
        EADDRINUSE: `Port ${port} on ${host} is in use: end the program that holds it, or choose another, as in PORT=${port + 1} npm start`,
        EACCES: `Port ${port} needs rights that this user does not have: choose one above 1023, as in PORT=3978 npm start`,
        EADDRNOTAVAIL: `This machine has no address ${host}: set HOST to one of its own, as in HOST=127.0.0.1 npm start`,
        ENOTFOUND: `The name ${host} has no address here: set HOST to one of this machine's, as in HOST=127.0.0.1 npm start`,
      };
      reject(remedies[error.code] ? new SetupFailure(remedies[error.code]) : error);
    });
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}
