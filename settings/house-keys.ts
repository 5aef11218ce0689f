// The keys under which the settings' secrets are sealed: SETTINGS_KEY and the one before it, or the lines of a file in
// DATA_DIR (mode 600), the newest first. The file is read again each time, so that a change of it needs no restart.
import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../core/config.ts';
import { Secret } from '../core/secret.ts';
import { readOrMakeSecret } from './generated-secret.ts';

export const KEY_FILE = 'settings-key';
/** The newest and the one before: an instance that has just sealed something with the older one is still understood. */
const MOST_KEYS = 2;

export function houseKeys(config: Pick<Config, 'SETTINGS_KEY' | 'SETTINGS_KEY_PREVIOUS' | 'DATA_DIR'>): () => Secret[] {
  const { SETTINGS_KEY: key, SETTINGS_KEY_PREVIOUS: previous } = config;
  if (key) return () => (previous ? [key, previous] : [key]);
  readOrMakeSecret(config.DATA_DIR, KEY_FILE);
  return () => linesOf(config.DATA_DIR).map((line) => new Secret(line));
}

/** Puts a new key before those in the file. The file is replaced as a whole: a crash leaves the old one or the new one. */
export function addKey(folder: string): void {
  const path = join(folder, KEY_FILE);
  const lines = [randomBytes(32).toString('base64url'), ...linesOf(folder)].slice(0, MOST_KEYS);
  const draft = `${path}.${process.pid}.draft`;
  writeFileSync(draft, `${lines.join('\n')}\n`, { mode: 0o600 });
  renameSync(draft, path);
}

function linesOf(folder: string): string[] {
  return readFileSync(join(folder, KEY_FILE), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
