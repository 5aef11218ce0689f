// The one connection to MongoDB. Every write waits for the majority and the journal, so that what was acknowledged
// survives a kill -9 of any process.
import mongoose from 'mongoose';
import { SupportError } from '../core/errors.ts';
import { within } from '../core/within.ts';
import { createModels, type Models } from './schemas.ts';

export interface Database {
  connection: mongoose.Connection;
  models: Models;
  /** Creates the indexes of everything that was opened on the connection since; safe to repeat. */
  createIndexes(): Promise<void>;
  /** Resolves when MongoDB answers within `timeoutMs`; rejects with SupportError `mongodb.unavailable`. */
  ping(timeoutMs?: number): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  uri: string;
  /** Sockets at most; a worker's lanes share them. */
  poolSize?: number;
  /** Give up on any single operation after so many ms. */
  operationTimeoutMs?: number;
  /** See every command that goes out (counted by the bench). */
  monitorCommands?: boolean;
}

/** Connects, creates the indexes, and returns the models. Throws SupportError `mongodb.unavailable` (transient). */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  mongoose.set('sanitizeFilter', true);
  mongoose.set('strictQuery', 'throw');
  const connection = mongoose.createConnection(options.uri, {
    autoIndex: false,
    autoCreate: false,
    maxPoolSize: options.poolSize ?? 64,
    serverSelectionTimeoutMS: 5_000,
    socketTimeoutMS: options.operationTimeoutMs ?? 5_000,
    waitQueueTimeoutMS: 5_000,
    writeConcern: { w: 'majority', journal: true },
    ignoreUndefined: true,
    monitorCommands: options.monitorCommands ?? false,
  });
  const models = createModels(connection);
  try {
    await connection.asPromise();
    await Promise.all(Object.values(models).map((model) => model.createIndexes()));
  } catch (error) {
    await connection.close(true);
    throw new SupportError('mongodb.unavailable', `MongoDB did not answer: ${(error as Error).message}`, {
      kind: 'transient',
      cause: error,
    });
  }
  return {
    connection,
    models,
    createIndexes: async () => {
      await Promise.all(Object.values(connection.models).map((model) => model.createIndexes()));
    },
    ping: async (timeoutMs = 1_000) => {
      try {
        await within(timeoutMs, connection.db!.command({ ping: 1 }));
      } catch (error) {
        throw new SupportError('mongodb.unavailable', 'MongoDB does not answer', { kind: 'transient', cause: error });
      }
    },
    close: () => connection.close(),
  };
}
