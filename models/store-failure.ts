// Whether an error tells of the store or of what was asked of it: the first passes, the second comes again.
import { TimedOut } from '../core/within.ts';

/** Network, timeout, no primary: anything that says nothing about what was to be stored. */
export function isStoreFailure(error: unknown): boolean {
  if (error instanceof TimedOut) return true;
  const name = error instanceof Error ? error.name : '';
  if (name === 'MongoServerError') {
    const labels = (error as { errorLabels?: string[] }).errorLabels ?? [];
    return labels.includes('RetryableWriteError') || labels.includes('TransientTransactionError');
  }
  // What was asked of it cannot be done, and never will.
  if (name === 'MongoInvalidArgumentError') return false;
  if (name === 'MongoBulkWriteError')
    return [(error as { writeErrors?: unknown }).writeErrors ?? []].flat().length === 0;
  return name.startsWith('Mongo');
}
