// stores: embedded
// npm run console: talk to the bot in the terminal. The same lane, the same turn, another channel.
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { createApp } from '../app.ts';
import { createConsoleChannel } from '../channels/console/index.ts';
import { readConfig } from '../core/config.ts';
import { createLog } from '../core/log.ts';

const print = (text: string): void => {
  process.stdout.write(`\n${text.replace(/[_*]{1,2}([^_*\n]+)[_*]{1,2}/g, '$1')}\n\n> `);
};

const config = readConfig({ ...process.env, PORT: '0', LOG_LEVEL: process.env.LOG_LEVEL ?? 'error' }, process.cwd());
const app = await createApp(config, {
  channels: [createConsoleChannel({ write: print })],
  deskOutput: print,
  log: createLog(config.LOG_LEVEL, process.stderr),
});
await app.start();

const reference = { channel: 'console', accountId: 'default', nativeId: randomUUID(), customer: { id: 'you' } };
const terminal = createInterface({ input: process.stdin });
process.stdout.write('Frontdesk in the terminal. Ctrl-D ends it.\n\n> ');
terminal.on('line', (text) => {
  if (text.trim() === '') return;
  const id = randomUUID();
  const now = new Date();
  app
    .receive(reference, {
      key: id,
      kind: 'message',
      receivedAt: now,
      activity: { type: 'message', id, timestamp: now, from: { id: 'you', role: 'user' }, text },
    })
    .catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
});
terminal.on('close', () => {
  // What was typed last is still answered.
  setTimeout(() => {
    app.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  }, 1_500);
});
