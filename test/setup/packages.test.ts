// Installing where it cannot work: said at once, in one line with the remedy. npm is played by a script that writes down how
// it is called.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages } from '../../scripts/setup/packages.mjs';
import { makeFolder } from './stage.ts';

const ROOMY = () => 100 * 1024 ** 3;

describe('installing the packages', () => {
  let folder: ReturnType<typeof makeFolder>;
  const { npm_execpath } = process.env;

  beforeEach(() => {
    folder = makeFolder();
    writeFileSync(join(folder.path, 'package-lock.json'), '{"packages": {"node_modules/a": {"version": "1.0.0"}}}');
  });

  afterEach(() => {
    if (npm_execpath === undefined) delete process.env.npm_execpath;
    else process.env.npm_execpath = npm_execpath;
    folder.remove();
  });

  /** An npm that answers `ping` and `ci` with these words: none of `ping` means that the registry answers. */
  function playNpm(words: { ping?: string; ci?: string }): () => string[] {
    const script = `
      const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
      const [command, ...flags] = process.argv.slice(2);
      appendFileSync('calls', [command, ...flags.filter((flag) => flag === '--offline')].join(' ') + '\\n');
      const words = ${JSON.stringify(words)}[command];
      if (words) { console.error(words); process.exit(1); }
      if (command === 'ci') {
        mkdirSync('node_modules');
        writeFileSync('node_modules/.package-lock.json', '{"packages": {"node_modules/a": {"version": "1.0.0"}}}');
      }`;
    const file = join(folder.path, 'npm-cli.js');
    writeFileSync(file, script);
    process.env.npm_execpath = file;
    return () => readFileSync(join(folder.path, 'calls'), 'utf8').trim().split('\n');
  }

  it('says at once that there is no network, without a try of every package', async () => {
    const calls = playNpm({ ping: 'npm error code ENOTFOUND', ci: 'npm error code ENOTCACHED' });
    await assert.rejects(installPackages(folder.path, ROOMY), {
      message: /^Installing the packages failed: no network\. Connect this machine .* and run it again\.$/,
    });
    assert.deepEqual(calls(), ['ping', 'ci --offline']);
  });

  it('installs without a network from what npm kept', async () => {
    const calls = playNpm({ ping: 'npm error code EAI_AGAIN' });
    await installPackages(folder.path, ROOMY);
    assert.deepEqual(calls(), ['ping', 'ci --offline']);
  });

  it('takes a registry that knows no ping for one that answers', async () => {
    const calls = playNpm({ ping: 'npm error code E404' });
    await installPackages(folder.path, ROOMY);
    assert.deepEqual(calls(), ['ping', 'ci']);
  });

  it('says that the disk is full before npm is asked', async () => {
    playNpm({});
    await assert.rejects(
      installPackages(folder.path, () => 60 * 1024 ** 2),
      {
        message: `The disk that holds ${folder.path} is full: free at least 1 GB and run it again.`,
      },
    );
    assert.throws(() => readFileSync(join(folder.path, 'calls')), { code: 'ENOENT' });
  });
});
