// One Redis-protocol server that never evicts a key and appends every change to a file. It carries doorbells only: losing
// the last second of it loses no message.
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { startStore } from './store-process.mjs';

const LOOK_WITHIN_MS = 2000;

/** @see startStore */
export function startRedis({ program, ...options }) {
  const folder = join(options.folder, 'redis');
  mkdirSync(folder, { recursive: true });
  return startStore({
    ...options,
    title: 'Redis',
    command: (port) => [
      program,
      ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--daemonize', 'no'],
      ...['--appendonly', 'yes', '--save', '', '--maxmemory-policy', 'noeviction'],
    ],
    isReady: answersPing,
  });
}

/** One look: PONG, and not the excuse that it is still loading. */
function answersPing(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write('PING\r\n'));
    const answer = (yes) => {
      socket.destroy();
      resolve(yes);
    };
    socket.setTimeout(LOOK_WITHIN_MS, () => answer(false));
    socket.once('data', (data) => answer(data.toString().startsWith('+PONG')));
    socket.once('error', () => answer(false));
  });
}
