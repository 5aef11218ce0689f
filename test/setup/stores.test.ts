// The embedded stores themselves: what they acknowledged survives kill -9, and a folder is never opened twice.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { readStartTime } from '../../scripts/setup/lock.mjs';
import { openStores, type Stores, startStores } from '../../scripts/setup/stores.mjs';
import { eventually, isAlive, makeFolder } from './stage.ts';

const WRITES = 300;

describe('embedded stores', function () {
  this.timeout(30_000);
  const folder = makeFolder();
  const lines: string[] = [];
  let stores: Stores;

  before(async () => {
    stores = await startStores({ dataDir: folder.path, log: (line) => lines.push(line) });
  });

  after(async () => {
    await stores.stop();
    folder.remove();
  });

  it('keep every acknowledged write when mongod is killed outright, which comes back by itself', async () => {
    const client = new mongoose.mongo.MongoClient(stores.mongodbUri, { writeConcern: { w: 'majority', j: true } });
    const rows = client.db().collection<{ _id: number }>('rows');
    const { mongodPid } = stores;
    const acknowledged: number[] = [];
    for (let i = 0; i < WRITES; i += 1) {
      await rows.insertOne({ _id: i });
      acknowledged.push(i);
    }
    process.kill(mongodPid, 'SIGKILL');
    await eventually(
      () => stores.mongodPid !== mongodPid && isAlive(stores.mongodPid),
      () => 'mongod did not come back',
    );
    const found = await rows.find().sort({ _id: 1 }).toArray();
    assert.deepEqual(
      found.map(({ _id }) => _id),
      acknowledged,
    );
    await client.close();
    assert.ok(lines.includes('mongod: ended (SIGKILL), starting it again'), lines.join('\n'));
  });

  it('are a replica set, and a Redis that evicts nothing and appends to a file', async () => {
    const client = new mongoose.mongo.MongoClient(stores.mongodbUri);
    const hello = await client.db().command({ hello: 1 });
    await client.close();
    assert.equal(hello.setName, 'rs0');
    assert.equal(hello.isWritablePrimary, true);
    const redis = new Redis(stores.redisUrl);
    assert.deepEqual(await redis.config('GET', 'maxmemory-policy'), ['maxmemory-policy', 'noeviction']);
    assert.deepEqual(await redis.config('GET', 'appendonly'), ['appendonly', 'yes']);
    redis.disconnect();
  });

  it('are refused to a second owner of the folder, and shared with who asks to share', async () => {
    await assert.rejects(
      startStores({ dataDir: folder.path }),
      new RegExp(`is in use by process ${process.pid}: end that one first`),
    );
    const shared = await startStores({ dataDir: folder.path, share: true });
    assert.equal(shared.mongodbUri, stores.mongodbUri);
    await shared.stop();
    assert.ok(isAlive(stores.mongodPid), 'what was shared was stopped');
  });

  it('start only what the settings leave open', async () => {
    const other = makeFolder();
    const settings = { MONGODB_URI: 'mongodb://10.0.0.2/given' };
    const half = await openStores({ dataDir: other.path, settings });
    assert.equal(half.env.MONGODB_URI, settings.MONGODB_URI);
    const redis = new Redis(half.env.REDIS_URL);
    assert.equal(await redis.ping(), 'PONG');
    redis.disconnect();
    await half.stop();
    other.remove();
  });

  it('end what a crash left running in the folder, and take over its lock', async () => {
    const other = makeFolder();
    const left = spawn('sleep', ['60']);
    const started = await eventually(
      () => readStartTime(left.pid!),
      () => 'sleep did not start',
    );
    const gone = { pid: 1, started: 'another time' };
    mkdirSync(other.path, { recursive: true });
    const lock = {
      ...gone,
      children: [
        { pid: left.pid, started },
        { pid: process.pid, started: 'another time' },
      ],
    };
    writeFileSync(join(other.path, 'stores.lock'), JSON.stringify(lock));
    const taken = await startStores({ dataDir: other.path, mongodb: false });
    assert.equal(isAlive(left.pid!), false);
    await taken.stop();
    other.remove();
  });
});
