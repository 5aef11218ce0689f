// The shop behind the agents: the demo one in a database without any, and what they know of its things, kept up to date with
// its catalogue, which may be changed or imported while the server runs. Part of the composition root.
import { learnGoods } from '../agents/goods.ts';
import type { Log } from '../core/log.ts';
import type { Database } from '../models/database.ts';
import { seedDemoShop } from '../models/shop/demo.ts';
import type { CatalogueBackend } from '../tools/backends/catalogue.ts';

const EVERY_MS = 60_000;

export interface ShopKeeper {
  /** Resolves when the shop is there, and its things were learnt once or could not be. */
  start(): Promise<void>;
  stop(): void;
}

export function keepShop(
  { connection }: Database,
  catalogue: Pick<CatalogueBackend, 'listProducts'>,
  log: Log,
): ShopKeeper {
  let timer: NodeJS.Timeout | undefined;
  const learn = async () => {
    try {
      learnGoods(await catalogue.listProducts());
    } catch (error) {
      // Nothing is held up by it: what is sold is read as before, and the catalogue asked again.
      log.warn('goods.unread', { error: (error as Error).message });
    }
  };
  return {
    start: async () => {
      await seedDemoShop(connection);
      await learn();
      timer = setInterval(() => void learn(), EVERY_MS);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}
