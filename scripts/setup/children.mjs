// Child processes that never outlive us: a watcher process ends them when we are gone, a keeper starts them again when they
// end by themselves, and an orderly stop asks first and insists later.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const WATCHER = fileURLToPath(new URL('./watcher.sh', import.meta.url));
const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 10_000;
/** A child that lived this long counts as healthy again. */
const HEALTHY_AFTER_MS = 10_000;

/**
 * Starts the watcher. It runs in a session of its own, so that Ctrl-C in the terminal does not reach it; the same holds for
 * every child that we start `detached`.
 */
export function openWatcher() {
  const known = new Map();
  let closed = false;
  let child = launch();

  function launch() {
    const started = spawn('/bin/sh', [WATCHER], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
    // A watcher that is gone is replaced below; what was written to it is told again.
    started.stdin.on('error', () => {});
    started.on('exit', () => {
      if (closed) return;
      child = launch();
      for (const [id, word] of known) child.stdin.write(`${word} ${id}\n`);
    });
    started.unref();
    return started;
  }

  return {
    /** `kind`: program or store. A detached child is the head of its group, and the whole group is ended. */
    add(kind, pid, { group = true } = {}) {
      const id = group ? -pid : pid;
      known.set(id, kind);
      child.stdin.write(`${kind} ${id}\n`);
    },
    remove(pid) {
      for (const id of [-pid, pid]) if (known.delete(id)) child.stdin.write(`gone ${id}\n`);
    },
    /** To be called when every child has ended. */
    close() {
      closed = true;
      child.stdin.end('bye\n');
    },
  };
}

/**
 * Keeps one child running until it is stopped.
 * @param {object} options
 * @param {'program' | 'store'} options.kind
 * @param {() => import('node:child_process').ChildProcess} options.launch starts it, detached
 * @param {ReturnType<typeof openWatcher>} options.watcher
 * @param {(exit: { code: number | null, signal: string | null, deaths: number }) => boolean} options.isFinal
 *   whether this unexpected end is the last one; otherwise it is started again
 * @param {(exit: { code: number | null, signal: string | null, error?: Error }) => void} options.onFinal
 * @param {(exit: { code: number | null, signal: string | null, delayMs: number }) => void} options.onRestart
 */
export function keepRunning({ kind, launch, watcher, isFinal, onFinal, onRestart }) {
  let child;
  let stopping = false;
  let deaths = 0;
  let timer;

  function begin() {
    const started = performance.now();
    try {
      child = launch();
    } catch (error) {
      return onFinal({ code: null, signal: null, error });
    }
    if (child.pid) watcher.add(kind, child.pid);
    child.once('error', (error) => onFinal({ code: null, signal: null, error }));
    child.once('exit', (code, signal) => {
      watcher.remove(child.pid);
      if (stopping) return;
      deaths = performance.now() - started > HEALTHY_AFTER_MS ? 1 : deaths + 1;
      if (isFinal({ code, signal, deaths })) return onFinal({ code, signal });
      const delayMs = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (deaths - 1));
      onRestart({ code, signal, delayMs });
      timer = setTimeout(begin, delayMs);
    });
  }

  begin();
  return {
    get pid() {
      return child?.pid;
    },
    /** Ends it for good: asks, and insists after `patienceMs`. */
    async stop(patienceMs) {
      stopping = true;
      clearTimeout(timer);
      await endChild(child, patienceMs);
    },
  };
}

/** Asks a child to end, and its whole group when it heads one; insists after `patienceMs`. */
export function endChild(child, patienceMs, { group = true } = {}) {
  if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const send = (signal) => {
    try {
      process.kill(group ? -child.pid : child.pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  };
  return new Promise((resolve) => {
    const timer = setTimeout(() => send('SIGKILL'), patienceMs);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    send('SIGTERM');
  });
}

/** Resolves on the first request to stop: a signal, or the end of the process that started us. */
export function listenForStop() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(signal));
    process.on('disconnect', () => resolve('the end of its parent'));
  });
}
