// The cache of fetched programs: nothing is run whose hash is not the one that was pinned.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillCache, hashFile, readCached } from '../../scripts/setup/fetch/cache.mjs';
import { makeFolder } from './stage.ts';

describe('the cache of programs', () => {
  let folder: ReturnType<typeof makeFolder>;
  const said: string[] = [];
  const say = (line: string) => said.push(line);
  const fetchText = (text: string) => async (work: string) => {
    writeFileSync(join(work, 'fetched'), text);
    return join(work, 'fetched');
  };
  const wanted = (sha256?: string) => ({
    folder: folder.path,
    name: 'thing-1.0',
    program: 'thing',
    ...(sha256 ? { sha256 } : {}),
  });
  const readIt = (sha256?: string) => readCached({ ...wanted(sha256), say });

  beforeEach(() => {
    folder = makeFolder();
    said.length = 0;
  });

  afterEach(() => folder.remove());

  async function hashOf(text: string): Promise<string> {
    const file = join(folder.path, 'sample');
    writeFileSync(file, text);
    return await hashFile(file);
  }

  it('gives back what was put there', async () => {
    const sha256 = await hashOf('good');
    const path = await fillCache({ ...wanted(sha256), fetch: fetchText('good') });
    assert.equal(await readIt(sha256), path);
    assert.equal(readFileSync(path, 'utf8'), 'good');
    assert.deepEqual(said, []);
  });

  it('refuses a program that was changed, says so, and fetches it anew', async () => {
    const sha256 = await hashOf('good');
    const path = await fillCache({ ...wanted(sha256), fetch: fetchText('good') });
    writeFileSync(path, 'evil');
    assert.equal(await readIt(sha256), undefined);
    assert.match(said.join(), /wrong hash/);
    assert.ok(!existsSync(path), 'the changed program is still there');
    assert.equal(await fillCache({ ...wanted(sha256), fetch: fetchText('good') }), path);
    assert.equal(await readIt(sha256), path);
  });

  it('refuses what was fetched with another hash than the pinned one, and keeps nothing of it', async () => {
    const sha256 = await hashOf('good');
    await assert.rejects(fillCache({ ...wanted(sha256), fetch: fetchText('evil') }), /not the pinned/);
    assert.equal(await readIt(sha256), undefined);
    assert.deepEqual(readdirSync(folder.path), ['sample']);
  });

  it('notes the hash of what has none pinned, and refuses it when it changes later', async () => {
    const path = await fillCache({ ...wanted(), fetch: fetchText('some build') });
    assert.equal(await readIt(), path);
    writeFileSync(path, 'evil');
    assert.equal(await readIt(), undefined);
  });

  it('keeps what another run put there meanwhile', async () => {
    const sha256 = await hashOf('good');
    const first = fillCache({ ...wanted(sha256), fetch: fetchText('good') });
    const second = fillCache({ ...wanted(sha256), fetch: fetchText('good') });
    assert.equal(await first, await second);
    assert.ok(await readIt(sha256));
    assert.deepEqual(readdirSync(folder.path).sort(), ['sample', 'thing-1.0']);
  });
});
