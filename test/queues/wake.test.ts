// The doorbells over the real Redis: they ring, they may be lost, and nothing hangs without them.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { systemClock } from '../../core/clock.ts';
import { silentLog } from '../../core/log.ts';
import { createBus } from '../../queues/bus.ts';
import { createRedisHome, type RedisHome } from '../../queues/redis.ts';
import { createSweeper } from '../../queues/sweeper.ts';
import { createWake, type Wake } from '../../queues/wake.ts';
import { createLaneWorld } from '../support/lane-world.ts';
import { testRedisUrl } from '../support/stores.ts';

const until = async (condition: () => boolean, ms = 8_000): Promise<void> => {
  const end = Date.now() + ms;
  while (!condition()) {
    if (Date.now() > end) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

describe('the doorbells', () => {
  const homes: RedisHome[] = [];
  const wakes: Wake[] = [];
  const open = (url = testRedisUrl()) => {
    const home = createRedisHome(url, silentLog);
    homes.push(home);
    return home;
  };
  afterEach(async () => {
    await Promise.all(wakes.splice(0).map((wake) => wake.close()));
    await Promise.all(homes.splice(0).map((home) => home.close()));
  });
  const newWake = (home = open(), prefix = `test-${randomUUID().slice(0, 8)}`) => {
    const wake = createWake(home, prefix, silentLog);
    wakes.push(wake);
    return { wake, prefix };
  };

  it('ring the workers of both queues, again and again for the same lane', async () => {
    const { wake } = newWake();
    const rung: string[] = [];
    wake.work(async (laneId) => void rung.push(laneId), 4);
    await until(() => wake.ready());
    await wake.ring('web|default|a', 'conversation');
    await until(() => rung.length === 1);
    await wake.ring('web|default|a', 'conversation');
    await wake.ring('desk|default|ESC-1', 'case');
    await until(() => rung.length === 3);
    assert.deepEqual([...rung].sort(), ['desk|default|ESC-1', 'web|default|a', 'web|default|a']);
  });

  it('say whether anybody works on what they ring for', async () => {
    const { wake } = newWake();
    assert.equal(wake.isWorking(), false);
    wake.work(async () => undefined, 4);
    assert.equal(wake.isWorking(), true);
    await wake.pause();
    assert.equal(wake.isWorking(), false);
  });

  it('ring for what is urgent before all that wait', async () => {
    const { wake } = newWake();
    const rung: string[] = [];
    let release = () => {};
    const busy = new Promise<void>((resolve) => {
      release = resolve;
    });
    wake.work(async (laneId) => {
      rung.push(laneId);
      if (laneId.endsWith('busy')) await busy;
    }, 1);
    await until(() => wake.ready());
    // One is served in this process, one by the queue's worker; the rest waits.
    await wake.ring('web|default|busy', 'conversation');
    await wake.ring('web|default|also busy', 'conversation');
    await until(() => rung.length === 2);
    await wake.ring('web|default|first come', 'conversation');
    await wake.ring('web|default|urgent', 'conversation', 0, 'first');
    release();
    await until(() => rung.length === 4);
    assert.deepEqual(rung.slice(2), ['web|default|urgent', 'web|default|first come']);
  });

  it('leave no finished job behind that could silence a lane', async () => {
    const { wake, prefix } = newWake();
    let rung = 0;
    wake.work(async () => {
      rung += 1;
      if (rung === 2) throw new Error('a failing job');
    }, 4);
    await until(() => wake.ready());
    await wake.ring('l1', 'conversation');
    await wake.ring('l2', 'conversation');
    await until(() => rung === 2);
    const redis = new Redis(testRedisUrl());
    await new Promise((resolve) => setTimeout(resolve, 100));
    const kept = (await redis.keys(`${prefix}:turns:*`)).filter((key) => /:\d+$/.test(key));
    redis.disconnect();
    assert.deepEqual(kept, []);
  });

  it('do not hang when Redis is away', async () => {
    const { wake } = newWake(open('redis://127.0.0.1:1'));
    const begun = Date.now();
    await wake.ring('l1', 'conversation');
    assert.equal(await wake.ringAll([{ id: 'l1', kind: 'conversation' }]), false);
    assert.ok(Date.now() - begun < 1_000);
  });

  it('lost ones are made good by the sweeper, with Redis and without', async () => {
    for (const url of [testRedisUrl(), 'redis://127.0.0.1:1']) {
      const world = await createLaneWorld();
      const { wake } = newWake(open(url));
      wake.work((laneId) => world.runner.serve(laneId), 4);
      if (url === testRedisUrl()) await until(() => wake.ready());
      await world.say('nobody rang');
      const sweeper = createSweeper({
        store: world.store,
        wake,
        flusher: world.flusher,
        replay: async () => true,
        serve: (laneId) => world.runner.serve(laneId),
        clock: systemClock,
        log: silentLog,
        graceMs: 0,
      });
      await sweeper.sweep();
      await until(() => world.network.heard.length === 1);
      assert.deepEqual(world.network.heard, ['echo: nobody rang']);
      await world.close();
    }
  });

  it('carry ids only: nothing a customer wrote is ever in Redis', async () => {
    const { wake } = newWake();
    await until(() => wake.ready());
    const canary = `canary-${randomUUID()}`;
    const world = await createLaneWorld();
    await world.say(canary);
    await wake.ring(world.laneId, 'conversation', 60_000);
    const redis = new Redis(testRedisUrl());
    const dump: string[] = [];
    for (const key of await redis.keys('*')) {
      const type = await redis.type(key);
      if (type === 'hash') dump.push(JSON.stringify(await redis.hgetall(key)));
      if (type === 'list') dump.push(JSON.stringify(await redis.lrange(key, 0, -1)));
      if (type === 'string') dump.push((await redis.get(key)) ?? '');
    }
    redis.disconnect();
    await world.close();
    assert.ok(
      dump.some((value) => value.includes(world.laneId)),
      'the doorbell is there',
    );
    assert.ok(!dump.some((value) => value.includes(canary)), 'the text is not');
  });

  it('a bus reaches other instances and not the one that rang', async () => {
    const prefix = `test-${randomUUID().slice(0, 8)}`;
    const heard: string[] = [];
    const one = createBus(open(), prefix);
    const other = createBus(open(), prefix);
    one.subscribe('conversation', (id) => heard.push(`one ${id}`));
    other.subscribe('conversation', (id) => heard.push(`other ${id}`));
    const end = Date.now() + 8_000;
    while (heard.length === 0 && Date.now() < end) {
      one.publish('conversation', 'web|default|a#7');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.equal(new Set(heard).size, 1);
    assert.equal(heard[0], 'other web|default|a#7');
  });
});
