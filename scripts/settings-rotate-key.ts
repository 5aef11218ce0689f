// stores: embedded
// `npm run settings:rotate-key`: seals every stored secret under a new key while servers run. docs/operations.md says how.
import { readConfig } from '../core/config.ts';
import { openDatabase } from '../models/database.ts';
import { createRevisionStore } from '../models/revisions.ts';
import { addKey, houseKeys } from '../settings/house-keys.ts';
import { resealRevisions } from '../settings/rotate-key.ts';
import { createSealer } from '../settings/sealed.ts';

async function main(): Promise<void> {
  const config = readConfig(undefined, process.cwd());
  if (config.SETTINGS_KEY && !config.SETTINGS_KEY_PREVIOUS)
    throw new Error(
      'Set SETTINGS_KEY_PREVIOUS to the key until now and SETTINGS_KEY to the new one, start every server with both, then run this again.',
    );
  const keys = houseKeys(config);
  const database = await openDatabase({ uri: config.MONGODB_URI! });
  try {
    const revisions = createRevisionStore(database.connection);
    const sealer = createSealer(keys);
    if (!config.SETTINGS_KEY) {
      // The oldest line goes: nothing may be left that needs it.
      await resealRevisions(revisions, sealer);
      // Every server of this DATA_DIR reads the file again by itself.
      addKey(config.DATA_DIR);
    }
    const count = await resealRevisions(revisions, sealer);
    process.stdout.write(`${count} revision${count === 1 ? ' is' : 's are'} sealed under the new key.\n`);
    if (config.SETTINGS_KEY) process.stdout.write('Now take SETTINGS_KEY_PREVIOUS out and start every server again.\n');
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
});
