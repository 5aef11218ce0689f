// A collection as the shop's backends see it: few operations, each atomic on one document. A MongoDB collection fits it,
// and so does a list in memory, which is how conversation tests run the real backends without a store.
import type { Connection } from 'mongoose';

export type Filter = Record<string, unknown>;

/** `$set`, `$unset`, `$inc`, `$push` and `$setOnInsert`, as MongoDB understands them. */
export type Update = Record<string, Record<string, unknown>>;

export interface Found<T> {
  sort(by: Record<string, 1 | -1>): Found<T>;
  limit(count: number): Found<T>;
  toArray(): Promise<T[]>;
}

export interface Rows<T extends { _id: string }> {
  findOne(filter: Filter): Promise<T | null>;
  find(filter: Filter): Found<T>;
  /** Refused with E11000 when the id is taken. */
  insertOne(row: T): Promise<unknown>;
  updateOne(
    filter: Filter,
    update: Update,
    options?: { upsert?: boolean },
  ): Promise<{ matchedCount: number; upsertedCount: number }>;
  /** The document after the update; null when nothing matched. */
  findOneAndUpdate(
    filter: Filter,
    update: Update,
    options: { returnDocument: 'after'; upsert?: boolean },
  ): Promise<T | null>;
}

/** Collections by name. */
export type OpenRows = <T extends { _id: string }>(collection: string) => Rows<T>;

/** The collections of a connection. */
export function rowsOf(connection: Connection): OpenRows {
  return <T extends { _id: string }>(collection: string) => connection.collection(collection) as unknown as Rows<T>;
}
