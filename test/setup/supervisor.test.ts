// `npm start` with real stores and a stand-in for the server: nothing outlives it however it ends, a killed server comes
// back, and what a person can mend is said in one line.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { eventually, FAKE_SERVER, isAlive, listStores, makeFolder, type Run, runSetup } from './stage.ts';

interface Told {
  pid: number;
  MONGODB_URI: string;
  REDIS_URL: string;
}

async function ask(address: string): Promise<Told> {
  return (await (await fetch(address)).json()) as Told;
}

async function waitUntilGone(pids: number[]): Promise<void> {
  await eventually(
    () => !pids.some(isAlive),
    () => `still running: ${pids.filter(isAlive)}`,
  );
}

describe('npm start', function () {
  this.timeout(30_000);
  let folder: ReturnType<typeof makeFolder>;
  const runs: Run[] = [];

  const start = (options: { env?: Record<string, string>; entry?: string } = {}) => {
    const run = runSetup(['start', FAKE_SERVER], { folder: folder.path, ...options });
    runs.push(run);
    return run;
  };

  /** Starts it and answers with everything that runs then. */
  const startAndLook = async (options?: Parameters<typeof start>[0]) => {
    const run = start(options);
    const address = (await run.wrote(/ready: open (http:\S+)\/chat/))[1]!;
    const told = await ask(address);
    const pids = [told.pid, ...listStores(folder.path)];
    assert.equal(pids.length, 3);
    assert.ok(pids.every(isAlive), 'not everything runs');
    return { run, address, told, pids };
  };

  beforeEach(() => {
    folder = makeFolder();
  });

  afterEach(async () => {
    for (const run of runs.splice(0)) {
      run.child.kill('SIGTERM');
      await run.ended;
    }
    folder.remove();
  });

  it('leaves nothing running after SIGTERM, and its second start is quick, fetches nothing and keeps its address', async () => {
    const first = await startAndLook({ entry: 'scripts/setup.mjs', env: { DATA_DIR: join(folder.path, 'data') } });
    first.run.child.kill('SIGTERM');
    assert.equal(await first.run.ended, 0);
    assert.deepEqual(first.pids.filter(isAlive), []);
    assert.ok(!existsSync(join(folder.path, 'data', 'stores.lock')), 'the lock stays');

    const begun = performance.now();
    const second = await startAndLook();
    assert.ok(performance.now() - begun < 15_000, `took ${performance.now() - begun} ms`);
    assert.doesNotMatch(second.run.output(), /fetching|installing/);
    assert.equal(second.told.MONGODB_URI, first.told.MONGODB_URI);
    second.run.child.kill('SIGINT');
    assert.equal(await second.run.ended, 0);
    assert.deepEqual(second.pids.filter(isAlive), []);
  });

  it('leaves nothing running after kill -9, not even a deaf server, and starts again on what that left', async () => {
    const { run, pids } = await startAndLook({ env: { FAKE_SERVER: 'stubborn' } });
    run.child.kill('SIGKILL');
    await waitUntilGone(pids);
    const again = await startAndLook();
    again.run.child.kill('SIGTERM');
    assert.equal(await again.run.ended, 0);
  });

  for (const signal of ['SIGKILL', 'SIGINT'] as const) {
    it(`leaves nothing running when npm gets ${signal}`, async () => {
      const { run, pids } = await startAndLook({ entry: 'npm' });
      run.child.kill(signal);
      await waitUntilGone(pids);
    });
  }

  it('starts a killed server again, at the same address', async () => {
    const { run, address, told } = await startAndLook();
    process.kill(told.pid, 'SIGKILL');
    await run.wrote(/ready again/);
    assert.notEqual((await ask(address)).pid, told.pid);
  });

  it('refuses a folder that another one has open, and leaves that one alone', async () => {
    const { run, address, told } = await startAndLook();
    const other = start();
    assert.equal(await other.ended, 1);
    assert.match(
      other.output(),
      new RegExp(`^\\S*data is in use by process ${run.child.pid}: end that one first.*\n$`),
    );
    assert.equal((await ask(address)).pid, told.pid);
  });

  it('says in one line that its port is in use, before it starts anything', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => holder.once('listening', resolve));
    const { port } = holder.address() as AddressInfo;
    const run = start({ env: { PORT: String(port) } });
    assert.equal(await run.ended, 1);
    holder.close();
    assert.match(run.output(), new RegExp(`^Port ${port} on 127.0.0.1 is in use: .*PORT=${port + 1} npm start\n$`));
    assert.ok(!existsSync(join(folder.path, 'data')));
  });

  it('ends with the reason when the server cannot start, and does not try for ever', async () => {
    const run = start({ env: { FAKE_SERVER: 'fails', ...FOREIGN } });
    assert.equal(await run.ended, 1);
    assert.match(
      run.output(),
      /fake server: refuses to start\n[\s\S]*The server ended \(code 1\) before it was ready\.\n$/,
    );
  });

  it('names every faulty setting and starts nothing', async () => {
    const run = start({ env: { PORT: 'abc', ROLE: 'boss' } });
    assert.equal(await run.ended, 1);
    assert.match(run.output(), /PORT:[\s\S]*ROLE:/);
  });

  it('uses the stores it is given and starts none; the real environment wins over .env', async () => {
    const dotEnv = `MONGODB_URI=mongodb://10.0.0.1/dot-env\nREDIS_URL=${FOREIGN.REDIS_URL}\n`;
    writeFileSync(join(folder.path, '.env'), dotEnv);
    const run = start({ env: { MONGODB_URI: FOREIGN.MONGODB_URI } });
    const address = (await run.wrote(/ready: open (http:\S+)\/chat/))[1]!;
    const { MONGODB_URI, REDIS_URL } = await ask(address);
    assert.deepEqual({ MONGODB_URI, REDIS_URL }, FOREIGN);
    assert.ok(!existsSync(join(folder.path, 'data')), 'something was started');
    assert.equal(readFileSync(join(folder.path, '.env'), 'utf8'), dotEnv);
  });
});

const FOREIGN = { MONGODB_URI: 'mongodb://10.0.0.2/given', REDIS_URL: 'redis://10.0.0.3:6379' };
