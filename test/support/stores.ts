// Where the test runner put the real stores. Without it there is nothing to run against, and no test pretends otherwise.

/** The MongoDB of this test run, with a database of the given name. Throws with the remedy when there is none. */
export function testMongoUri(databaseName: string): string {
  const base = process.env.MONGODB_URI;
  if (!base) throw new Error('MONGODB_URI is unset: run the tests through `npm test`');
  const url = new URL(base);
  url.pathname = `/${databaseName}`;
  return url.href;
}

/** The Redis of this test run. Throws with the remedy when there is none. */
export function testRedisUrl(): string {
  const url = process.env.REDIS_URL;
  if (!url) throw new Error('REDIS_URL is unset: run the tests through `npm test`');
  return url;
}
