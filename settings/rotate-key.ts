// The change of the house's key: every stored revision is sealed again under the newest one. Safe to repeat, and safe while
// servers run: until the older key is taken away, both open.
import type { RevisionStore } from '../models/revisions.ts';
import type { Sealer } from './sealed.ts';
import { resealChannels, type StoredChannels } from './stored-channels.ts';

const MOST_ROUNDS = 10;

/** How many revisions were sealed again. Throws SupportError `secret.closed` when one opens with no key that is here. */
export async function resealRevisions(store: RevisionStore, sealer: Sealer): Promise<number> {
  let resealed = 0;
  // A server may add a revision meanwhile, sealed under the key that it still knows: looked at again until none is left.
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let found = 0;
    for (const { _id, channels } of await store.list(100_000)) {
      const next = resealChannels((channels ?? {}) as StoredChannels, sealer);
      if (!next) continue;
      await store.replaceChannels(_id, next);
      found += 1;
    }
    resealed += found;
    if (found === 0) return resealed;
  }
  return resealed;
}
