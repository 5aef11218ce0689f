// Runs the tests with mocha and counts them for whoever started it: all of them, or the files and folders that are named;
// `--grep TEXT` narrows by name. A forgotten `.only` is an error, or the rest would pass unseen. Four files run at a time,
// each in a process of its own: most of a test is waiting, and every file has a database and a prefix of its own.
import { globSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';

/** For a test on real stores while the machine does something else, too. */
const TIMEOUT_MS = 20_000;
const JOBS = 4;

function listFiles(named) {
  if (named.length === 0) return globSync('test/**/*.test.ts').sort();
  return named.flatMap((name) =>
    statSync(name).isDirectory() ? globSync(`${name.replace(/\/+$/, '')}/**/*.test.ts`).sort() : [name],
  );
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: 'string' } } });
const files = listFiles(positionals);
const parallel = files.length > 1;
const mocha = new Mocha({ timeout: TIMEOUT_MS, forbidOnly: true, reporter: 'spec', parallel, jobs: JOBS, ...values });
for (const file of files) mocha.addFile(resolve(file));
if (!parallel) await mocha.loadFilesAsync();

const runner = mocha.run((failures) => {
  const counts = { passed: runner.stats.passes, failed: failures, skipped: runner.stats.pending };
  const code = failures > 0 || counts.passed === 0 ? 1 : 0;
  if (process.send) process.send(counts, () => process.exit(code));
  else process.exit(code);
});
