// A time limit around a promise. The work itself goes on: only the waiting ends, so what it does must be harmless when
// it happens late.

export class TimedOut extends Error {
  constructor(ms: number) {
    super(`no answer within ${ms} ms`);
    this.name = 'TimedOut';
  }
}

/** The promise's value, or TimedOut after `ms`. */
export async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimedOut(ms)), ms);
  });
  promise.catch(() => undefined); // once we have stopped waiting, its failure is nobody's business
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}
