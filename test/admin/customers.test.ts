// One person everywhere: handed out as one file, taken away without a trace in any collection, and conversations that have
// been quiet for longer than they may be kept.
import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { systemClock } from '../../core/clock.ts';
import { createErasure } from '../../models/erasure.ts';
import { createModels } from '../../models/schemas.ts';
import { type AdminClient, signInAs } from '../support/admin-client.ts';
import { type AppStage, eventually, startApp } from '../support/app-stage.ts';

const WORD = 'zebrafinch';
const USER = 'u-forget-me';

describe('one person', function () {
  this.timeout(60_000);
  let app: AppStage;
  let admin: AdminClient;
  let connection: mongoose.Connection;

  before(async () => {
    app = await startApp();
    admin = await signInAs(app.origin, app.mongoUri, 'admin');
    connection = await mongoose.createConnection(app.mongoUri).asPromise();
  });
  after(async () => {
    await connection?.close();
    await app?.remove();
  });

  /** Every document of every collection that says the word or names the person. */
  async function traces(...words: string[]): Promise<string[]> {
    const found: string[] = [];
    for (const { name } of await connection.db!.listCollections().toArray())
      for (const row of await connection.collection(name).find({}).toArray())
        if (words.some((word) => JSON.stringify(row).includes(word))) found.push(name);
    return found.sort();
  }

  async function live(user: string): Promise<void> {
    await app.say(user, `My ${WORD} lamp flickers, where is my order ORD-12345?`);
    await eventually(async () => (await app.rows('turns')).some((turn) => turn.laneId === `web|default|c-${user}`));
    await app.say(user, `I want to speak to a person about the ${WORD}`);
    await eventually(async () =>
      (await app.rows('lanes')).some((lane) => lane.kind === 'case' && JSON.stringify(lane).includes(user)),
    );
    await eventually(
      async () => (await app.rows('messages')).filter((row) => row.laneId === `web|default|c-${user}`).length >= 4,
    );
    const laneId = `web|default|c-${user}`;
    await connection.collection('contacts').insertOne({
      _id: `contact-${user}` as never,
      identities: [{ kind: 'web', value: user, strength: 'known', verifiedAt: new Date() }],
      facts: [{ name: 'pet', value: WORD, source: 'chat', at: new Date() }],
    });
    await connection.collection('counters').insertOne({ _id: `sms|number|c-${user}|2026-03-02` as never, count: 1 });
    await connection.collection('consents').insertOne({ _id: `c-${user}` as never, state: 'in', at: new Date() });
    await connection.collection('shop_bugs').insertOne({
      _id: `BUG-${Math.random()}` as never,
      reports: [{ key: 'r', laneId, text: `the ${WORD} flickers`, at: new Date() }],
    });
    await connection
      .collection('deadletters')
      .insertOne({ _id: `${laneId}#x` as never, laneId, entries: ['x'], at: new Date() });
    const files = connection.collection('attachments.files');
    await files.insertOne({ _id: `file-${user}` as never, filename: `${WORD}.png` });
    await connection.collection('attachments.chunks').insertOne({ files_id: `file-${user}`, data: WORD });
    await connection
      .collection('messages')
      .updateOne(
        { laneId, role: 'customer' },
        { $set: { 'activity.attachments': [{ id: `file-${user}`, name: `${WORD}.png`, bytes: 1 }] } },
      );
  }

  it('is handed out whole, and erased without a trace', async () => {
    await live(USER);
    const summary = (await admin.call('GET', `/customers/${USER}/summary`)).body;
    assert.deepEqual([summary.conversations.length, summary.cases, summary.files, summary.contacts], [1, 1, 1, 1]);
    const file = await admin.call('GET', `/customers/${USER}`);
    for (const part of ['lanes', 'messages', 'turns', 'cases', 'contacts', 'consents', 'attachments', 'reports'])
      assert.ok(file.body[part].length > 0, `${part} are missing in the export`);
    // What was done about their dead letters is noted, and the log forgets whom it was about.
    const letter = `/dead-letters/${encodeURIComponent(`web|default|c-${USER}#x`)}`;
    assert.equal((await admin.call('GET', letter)).status, 200);
    assert.ok((await traces(USER)).includes('audit'));
    assert.equal((await admin.call('DELETE', letter)).status, 200);
    assert.ok((await traces(WORD, USER)).length > 6);
    const erased = await admin.call('DELETE', `/customers/${USER}`);
    assert.equal(erased.body.conversations, 1, erased.text);
    assert.deepEqual(await traces(WORD, USER), []);
    assert.equal((await admin.call('GET', `/customers/${USER}`)).status, 404);
  });

  it('leaves everybody else alone', async () => {
    await live('u-stays');
    await live('u-goes');
    const before = (await traces('u-stays')).length;
    await admin.call('DELETE', '/customers/u-goes');
    assert.equal((await traces('u-stays')).length, before);
    assert.deepEqual(await traces('u-goes'), []);
  });

  it('goes by itself after the days that are set, unless a case is open', async () => {
    const models = createModels(await connection.useDb(connection.name));
    const erasure = createErasure(models, systemClock);
    await app.say('u-old', `an old ${WORD} question, hello`);
    await eventually(async () => (await app.rows('turns')).some((turn) => turn.laneId === 'web|default|c-u-old'));
    const long = new Date(Date.now() - 40 * 86_400_000);
    await connection
      .collection('lanes')
      .updateMany({ _id: { $in: ['web|default|c-u-old', 'web|default|c-u-stays'] } } as never, {
        $set: { changedAt: long },
      });
    assert.equal(await erasure.eraseOlder(new Date(Date.now() - 30 * 86_400_000), 10), 1);
    assert.deepEqual(await traces('u-old'), []);
    assert.ok((await traces('u-stays')).length > 0, 'somebody whose case is open stays');
  });

  it('is erased by the running server once a limit is set', async () => {
    await app.say('u-aged', 'hello there');
    const laneId = 'web|default|c-u-aged';
    await eventually(async () => (await app.rows('turns')).some((turn) => turn.laneId === laneId));
    await connection.collection('lanes').updateOne({ _id: laneId } as never, { $set: { changedAt: new Date(0) } });
    const base = (await admin.call('GET', '/settings')).body.revision;
    const saved = await admin.call('PUT', '/settings', { base, why: 'privacy', values: { retentionDays: 30 } });
    assert.equal(saved.status, 200, saved.text);
    await eventually(async () => (await traces('u-aged')).length === 0);
  });
});
