// stores: embedded
// `npm run shop:import -- DIR`: loads a shop in place of the demo one. docs/shop.md says what stands in the folder.
import { systemClock } from '../core/clock.ts';
import { readConfig } from '../core/config.ts';
import { openDatabase } from '../models/database.ts';
import { putShop, readShop } from '../models/shop/import.ts';

const folder = process.argv.slice(2).find((one) => one !== '--');
if (!folder) {
  process.stderr.write('usage: npm run shop:import -- DIR\n');
  process.exit(2);
}
try {
  const shop = readShop(folder, systemClock.now());
  const database = await openDatabase({ uri: readConfig(undefined, process.cwd()).MONGODB_URI! });
  const counts = await putShop(database.connection, shop, systemClock.now());
  await database.close();
  process.stdout.write(
    `imported ${Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ')}\n`,
  );
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
