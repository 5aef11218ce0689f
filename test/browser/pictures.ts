// Where the tests in a browser put their pictures: a folder of this run, so that a test run changes nothing in the
// checkout. `SHOTS=1 npm test -- test/browser` takes the ones of the docs anew.
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DOCS = join(import.meta.dirname, '..', '..', 'docs', 'img');

export const PICTURES = process.env.SHOTS === '1' ? DOCS : join(tmpdir(), 'frontdesk-pictures');
mkdirSync(PICTURES, { recursive: true });
