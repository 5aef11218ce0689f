// A secret that nobody has set yet: made once, kept in DATA_DIR with mode 600. Only outside production; there the
// environment must name it.
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret } from '../core/secret.ts';

/** Reads `<folder>/<name>`, or makes it. Two processes that start together end up with the same, whole one. */
export function readOrMakeSecret(folder: string, name: string): Secret {
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(path)) {
    const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
    writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
    try {
      linkSync(draft, path); // fails when somebody else was quicker: then theirs counts
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      unlinkSync(draft);
    }
  }
  return new Secret(readFileSync(path, 'utf8').trim());
}
