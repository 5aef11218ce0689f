// The types of cache.mjs, for the tests.
export interface CacheEntry {
  folder: string;
  name: string;
  program: string;
  sha256?: string;
}
export function cacheFolder(): string;
export function hashFile(file: string): Promise<string>;
export function readCached(wanted: CacheEntry & { say: (line: string) => void }): Promise<string | undefined>;
export function fillCache(wanted: CacheEntry & { fetch: (workFolder: string) => Promise<string> }): Promise<string>;
