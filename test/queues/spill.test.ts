// What came in while MongoDB was silent: on disk, in order, replayed once.
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { neverCrash } from '../../core/crash.ts';
import type { SupportError } from '../../core/errors.ts';
import { createSpill, type Spilled } from '../../queues/spill.ts';
import { createLaneWorld, inboundOf, type LaneWorld } from '../support/lane-world.ts';

const spilled = (text: string, lane = 'sms|default|c1'): Spilled => ({
  laneId: lane,
  reference: { channel: 'sms', accountId: 'default', nativeId: 'c1', customer: { id: 'u1' } },
  entry: {
    key: text,
    kind: 'message',
    receivedAt: new Date(),
    activity: { type: 'message', id: text, timestamp: new Date(), from: { id: 'u1' }, text },
  },
});

describe('the spill', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'spill-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps entries in files that only we can read, and gives them back in their order', async () => {
    const spill = createSpill(folder, neverCrash);
    for (const text of ['a', 'b', 'c']) await spill.write(spilled(text));
    const lane = join(folder, readdirSync(folder)[0]!);
    assert.deepEqual(
      readdirSync(lane).map((name) => statSync(join(lane, name)).mode & 0o777),
      [0o600, 0o600, 0o600],
    );
    const back: Spilled[] = [];
    assert.equal(spill.has('sms|default|c1'), true);
    assert.equal(
      await spill.drain('sms|default|c1', async (one) => {
        back.push(one);
        return 'stored';
      }),
      true,
    );
    assert.deepEqual(
      back.map((one) => one.entry.key),
      ['a', 'b', 'c'],
    );
    assert.ok(back[0]!.entry.receivedAt instanceof Date && back[0]!.entry.activity.timestamp instanceof Date);
    assert.equal(spill.has('sms|default|c1'), false);
  });

  it('waits for no entry that a killed process had only begun to write', async () => {
    const spill = createSpill(folder, neverCrash);
    await spill.write(spilled('a'));
    const lane = join(folder, readdirSync(folder)[0]!);
    writeFileSync(join(lane, '.000-half-written'), '{"laneId":');
    const back: string[] = [];
    const keep = async (one: Spilled) => {
      back.push(one.entry.key);
      return 'stored' as const;
    };
    assert.equal(await spill.drain('sms|default|c1', keep), true);
    assert.equal(spill.has('sms|default|c1'), false);
    assert.deepEqual(back, ['a']);
  });

  it('stops at the first entry that cannot be stored and keeps the rest', async () => {
    const spill = createSpill(folder, neverCrash);
    for (const text of ['a', 'b', 'c']) await spill.write(spilled(text));
    const back: string[] = [];
    const failing = async (one: Spilled) => {
      if (one.entry.key === 'b') return 'away' as const;
      back.push(one.entry.key);
      return 'stored' as const;
    };
    assert.equal(await spill.drainAll(failing), false);
    assert.equal(
      await spill.drainAll(async (one) => {
        back.push(one.entry.key);
        return 'stored';
      }),
      true,
    );
    assert.deepEqual(back, ['a', 'b', 'c']);
  });

  it('sets aside what is refused for good and goes on with the rest', async () => {
    const spill = createSpill(folder, neverCrash);
    for (const text of ['a', 'b', 'c']) await spill.write(spilled(text));
    const back: string[] = [];
    const whole = await spill.drainAll(async (one) => {
      if (one.entry.key === 'b') return 'refused';
      back.push(one.entry.key);
      return 'stored';
    });
    assert.equal(whole, true);
    assert.deepEqual(back, ['a', 'c']);
    assert.equal(readdirSync(folder).filter((name) => name.startsWith('.refused-')).length, 1);
  });

  it('is shared: another process finds what this one wrote', async () => {
    await createSpill(folder, neverCrash).write(spilled('a'));
    assert.equal(createSpill(folder, neverCrash).has('sms|default|c1'), true);
  });

  it('says 503 when the disk cannot be written', async () => {
    const file = join(folder, 'not-a-folder');
    await import('node:fs/promises').then((fs) => fs.writeFile(file, ''));
    chmodSync(file, 0o400);
    await assert.rejects(
      createSpill(file, neverCrash).write(spilled('a')),
      (error: SupportError) => error.code === 'disk.unwritable' && error.status === 503,
    );
  });
});

/** Short for a silence, and long for a write on a busy machine. */
const PATIENCE_MS = 700;

describe('the way in', () => {
  let folder: string;
  let world: LaneWorld;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'spill-'));
    world = await createLaneWorld();
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true });
    await world.close();
  });

  function inboundOver(append: LaneWorld['store']['append']) {
    return inboundOf(world, folder, { store: { ...world.store, append }, patienceMs: PATIENCE_MS });
  }

  it('accepts a message while MongoDB is silent, and nothing newer of that lane overtakes it', async () => {
    let silent = true;
    const never = new Promise<never>(() => undefined);
    const inbound = inboundOver((request) => (silent ? never : world.store.append(request)));
    assert.equal((await inbound.receive(world.reference, world.entry('first'))).outcome, 'spilled');
    silent = false;
    assert.equal(
      (await inbound.receive(world.reference, world.entry('second'))).outcome,
      'spilled',
      'it queues behind the first',
    );
    assert.equal(await inbound.replay(), true);
    assert.equal((await inbound.receive(world.reference, world.entry('third'))).outcome, 'stored');
    assert.deepEqual(
      (await world.read()).inbox.map((entry) => entry.activity.text),
      ['first', 'second', 'third'],
    );
  });

  it('stores a spilled message once, even if the silent write happened after all', async () => {
    let calls = 0;
    const inbound = inboundOver(async (request) => {
      calls += 1;
      const result = await world.store.append(request);
      if (calls === 1) await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS * 2));
      return result;
    });
    assert.equal((await inbound.receive(world.reference, world.entry('once'))).outcome, 'spilled');
    assert.equal(await inbound.replay(), true);
    assert.equal((await world.read()).inbox.length, 1);
  });
});
