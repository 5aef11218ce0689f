// The set-up script's promises to whoever reads only its last line and its exit code.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain, findRemedy } from '../../scripts/setup/explain.mjs';
import { isInstalled } from '../../scripts/setup/packages.mjs';
import { makeFolder, runSetup } from './stage.ts';

const GIVEN = { MONGODB_URI: 'mongodb://10.0.0.2/given?x', REDIS_URL: 'redis://10.0.0.3:6379' };

describe('the set-up script', function () {
  this.timeout(20_000);
  let folder: ReturnType<typeof makeFolder>;

  beforeEach(() => {
    folder = makeFolder();
  });

  afterEach(() => folder.remove());

  /** Runs `test` on one file with the given tests, and stores that nobody asks for. */
  async function runTests(text: string): Promise<{ code: number; last: string | undefined; output: string }> {
    const file = join(folder.path, 'sample.test.ts');
    writeFileSync(file, text);
    const run = runSetup(['test', file], { folder: folder.path, env: GIVEN });
    const code = await run.ended;
    return { code, last: run.output().trimEnd().split('\n').at(-1), output: run.output() };
  }

  it('counts the tests in its last line', async () => {
    const { code, last } = await runTests("it('a', () => {}); it('b', () => {}); it.skip('c', () => {});");
    assert.deepEqual({ code, last }, { code: 0, last: 'tests: 2 passed, 0 failed, 1 skipped' });
  });

  it('fails when one test fails', async () => {
    const { code, last } = await runTests("it('a', () => {}); it('b', () => { throw new Error('x'); });");
    assert.deepEqual({ code, last }, { code: 1, last: 'tests: 1 passed, 1 failed, 0 skipped' });
  });

  it('fails when there is no test', async () => {
    const { code, last } = await runTests('export {};');
    assert.deepEqual({ code, last }, { code: 1, last: 'tests: 0 passed, 0 failed, 0 skipped' });
  });

  it('fails when the tests end before they are counted', async () => {
    const { code, last } = await runTests("it('a', () => process.exit(0));");
    assert.deepEqual({ code, last }, { code: 1, last: 'tests: 0 passed, 1 failed, 0 skipped' });
  });

  it('fails on a forgotten only', async () => {
    const { code, output } = await runTests("it.only('a', () => {}); it('b', () => {});");
    assert.equal(code, 1, output);
  });

  it('gives a file that it runs its arguments, and ends with its exit code', async () => {
    const run = runSetup(['run', 'test/setup/echo-arguments.ts', '--seed', '7'], { folder: folder.path });
    assert.equal(await run.ended, 3);
    assert.match(run.output(), /^\["--seed","7"\]$/m);
  });

  it('says how it is used', async () => {
    const run = runSetup(['strat'], { folder: folder.path });
    assert.equal(await run.ended, 1);
    assert.match(run.output(), /^Usage: .*start\|test\|check\|format\|run/);
  });

  it('knows whether the packages are those of the lock', () => {
    const write = (path: string, packages: object) => writeFileSync(path, JSON.stringify({ packages }));
    const lock = {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/mac': { version: '1.0.0', optional: true },
    };
    write(join(folder.path, 'package-lock.json'), lock);
    assert.equal(isInstalled(folder.path), false);
    mkdirSync(join(folder.path, 'node_modules'));
    const list = join(folder.path, 'node_modules', '.package-lock.json');
    write(list, { 'node_modules/a': { version: '1.0.0' } });
    assert.equal(isInstalled(folder.path), true);
    write(list, { 'node_modules/a': { version: '0.9.0' } });
    assert.equal(isInstalled(folder.path), false);
    write(list, { 'node_modules/mac': { version: '1.0.0' } });
    assert.equal(isInstalled(folder.path), false);
  });

  for (const [what, text, remedy] of [
    ['npm without network', 'npm error code ENOTFOUND', /no network\. Connect this machine/],
    ['pip without network', 'NewConnectionError: Temporary failure in name resolution', /no network\. Connect/],
    ['a full disk', 'ERROR: [Errno 28] No space left on device', /the disk is full\. Free/],
    ['a folder of somebody else', 'EACCES: permission denied, mkdir', /no permission/],
  ] as const) {
    it(`has a remedy in one line for ${what}`, () => {
      const line = findRemedy(text, 'Fetching it') ?? '';
      assert.match(line, remedy);
      assert.doesNotMatch(line, /\n/);
    });
  }

  it('says in one line that a disk is full, and shows the stack of what it does not know', () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
      code: 'ENOSPC',
      path: '/data/x',
    });
    assert.equal(explain(full), 'Writing /data/x failed: the disk is full. Free about 1 GB and run it again.');
    assert.match(explain(new Error('strange')), /strange\n\s+at /);
  });
});
