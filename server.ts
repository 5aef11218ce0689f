// One process of Frontdesk. ROLE decides what it runs; it stops cleanly on SIGTERM and SIGINT, and when the supervisor
// that started it is gone.
import { createApp } from './app.ts';
import { readConfig } from './core/config.ts';
import { SupportError } from './core/errors.ts';

const FORCED_AFTER_MS = 15_000;

async function main(): Promise<void> {
  const app = await createApp(readConfig(undefined, process.cwd()), {
    onFirstLink: (link) => process.stdout.write(`To become the first admin, open this link once: ${link}\n`),
  });
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), FORCED_AFTER_MS).unref();
    app.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`stopping after ${signal} failed: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  process.on('disconnect', () => stop('the end of the supervisor'));
  await app.start();
  process.send?.({ listening: app.address() });
}

main().catch((error: unknown) => {
  // One line with the remedy for what people can mend; everything else with its stack.
  const text =
    error instanceof SupportError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
