// The pages are built in the process that starts the server next: the build may leave nothing behind but files.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

describe('building the pages', function () {
  this.timeout(60_000);

  it('leaves the environment as it was, so that the first start is no production start', () => {
    const { NODE_ENV: _, ...env } = process.env;
    const script = `
      const { buildPages } = await import('./scripts/build-pages.mjs');
      const outcome = await buildPages({ force: true, say: () => {} });
      console.log('outcome', outcome, process.env.NODE_ENV ?? 'unset');`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: join(import.meta.dirname, '..', '..'),
      env,
      encoding: 'utf8',
    });
    assert.match(output, /outcome built unset/);
  });
});
