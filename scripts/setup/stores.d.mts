// The types of stores.mjs, for the tests.
export interface StoreOptions {
  /** Their folder; made when missing. */
  dataDir: string;
  log?: (line: string) => void;
  mongodb?: boolean;
  redis?: boolean;
  share?: boolean;
  onFailed?: (reason: string) => void;
}

export interface Stores {
  mongodbUri: string;
  redisUrl: string;
  /** The process ids change when a store ended by itself and was started again. */
  readonly mongodPid: number;
  readonly redisPid: number;
  stop(): Promise<void>;
}

export function startStores(options: StoreOptions): Promise<Stores>;
export function openStores(
  options: StoreOptions & { settings: { MONGODB_URI?: string | undefined; REDIS_URL?: string | undefined } },
): Promise<{ env: { MONGODB_URI: string; REDIS_URL: string }; stop(): Promise<void> }>;
