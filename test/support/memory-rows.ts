// Collections in memory with MongoDB's own query and update language (mingo), so that conversation tests run the real
// backends. Documents are copied on the way in and out: no test sees another one's changes.
import { find, updateOne } from 'mingo';
import type { Filter, Found, OpenRows, Rows, Update } from '../../models/rows.ts';

/** `seed`: the documents each collection begins with. */
export function memoryRows(seed: Record<string, readonly { _id: string }[]>): OpenRows {
  const open = new Map<string, Rows<never>>();
  return <T extends { _id: string }>(name: string) => {
    const known = open.get(name) as unknown as Rows<T> | undefined;
    if (known) return known;
    const made = memoryCollection<T>(structuredClone(seed[name] ?? []) as T[]);
    open.set(name, made as unknown as Rows<never>);
    return made;
  };
}

function memoryCollection<T extends { _id: string }>(documents: T[]): Rows<T> {
  const matching = (filter: Filter) => find<T>(documents as never, filter as never).all() as T[];
  const insert = (row: T) => {
    if (documents.some((one) => one._id === row._id))
      throw Object.assign(new Error('E11000 duplicate key'), { code: 11000 });
    documents.push(structuredClone(row));
  };
  const change = (filter: Filter, update: Update, upsert = false) => {
    const { $setOnInsert = {}, ...always } = update;
    const hit = matching(filter)[0];
    if (hit) {
      updateOne(documents as never, { _id: hit._id } as never, always as never);
      return { id: hit._id, matchedCount: 1, upsertedCount: 0 };
    }
    if (!upsert) return { id: null, matchedCount: 0, upsertedCount: 0 };
    const fixed = Object.fromEntries(Object.entries(filter).filter(([, value]) => typeof value !== 'object'));
    insert({ ...fixed, ...$setOnInsert } as T);
    const id = String(fixed._id ?? $setOnInsert._id);
    updateOne(documents as never, { _id: id } as never, always as never);
    return { id, matchedCount: 0, upsertedCount: 1 };
  };
  return {
    findOne: async (filter) => structuredClone(matching(filter)[0] ?? null),
    find: (filter) => {
      const cursor = find<T>(documents as never, filter as never);
      const found: Found<T> = {
        sort: (by) => {
          cursor.sort(by);
          return found;
        },
        limit: (count) => {
          cursor.limit(count);
          return found;
        },
        toArray: async () => structuredClone(cursor.all() as T[]),
      };
      return found;
    },
    insertOne: async (row) => insert(row),
    updateOne: async (filter, update, options) => change(filter, update, options?.upsert),
    findOneAndUpdate: async (filter, update, options) => {
      const { id } = change(filter, update, options.upsert);
      return id === null ? null : structuredClone(documents.find((one) => one._id === id) ?? null);
    },
  };
}
