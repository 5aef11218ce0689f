// What a colleague wrote in a case's thread while Slack's webhook was lost: the customer gets it all the same, once.
import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { createNetworks } from '../../app/channels.ts';
import { createReconciler, type Reconciler } from '../../channels/reconciler.ts';
import { systemClock } from '../../core/clock.ts';
import { readConfig } from '../../core/config.ts';
import { silentLog } from '../../core/log.ts';
import { createCaseReader } from '../../models/case-reader.ts';
import { createCatchUpBook, createKnownMessages } from '../../models/caught-up.ts';
import { createLinkStore } from '../../models/links.ts';
import { fixedSettings, settingsFromConfig } from '../../settings/environment.ts';
import { ANA, DESK, eventually, MAYA, type SlackStage, startSlackStage } from '../support/slack-stage.ts';

describe("a colleague's lost words", function () {
  this.timeout(40_000);
  let stage: SlackStage;
  let connection: mongoose.Connection;
  let reconciler: Reconciler;

  beforeEach(async () => {
    stage = await startSlackStage();
    connection = await mongoose.createConnection(stage.mongoUri).asPromise();
    const models = {
      lanes: { collection: connection.collection('lanes') },
      messages: { collection: connection.collection('messages') },
    } as never;
    const config = readConfig({
      NODE_ENV: 'test',
      ...stage.slack.env,
      SLACK_DESK_CHANNEL: DESK,
      SLACK_DESK_GROUP: 'S0DESK001',
    });
    const cases = createCaseReader(models);
    const networks = createNetworks({
      config,
      settings: fixedSettings(settingsFromConfig(config)),
      receive: stage.apps[0]!.receive,
      known: createKnownMessages(models),
      links: createLinkStore(connection),
      readCase: cases.read,
      listCases: (filter: object) => cases.list(filter, 20),
      transcript: { readNewest: async () => new Map() },
      clock: systemClock,
      log: silentLog,
    } as never);
    reconciler = createReconciler({
      channels: new Map(networks.map((channel) => [channel.id, channel])),
      book: createCatchUpBook(connection),
      clock: systemClock,
      log: silentLog,
      everyMs: 0,
      settleMs: -2_000,
    });
    await stage.slack.people.write({ user: MAYA, to: 'dm', text: 'A person please' });
    await eventually(() => JSON.stringify(stage.card().blocks).includes('case:claim'));
    await stage.slack.people.press({ user: ANA, channel: DESK, ts: stage.card().ts, action: 'case:claim' });
    await heard('Ana has joined');
  });
  afterEach(async () => {
    await stage.remove();
    await connection.close();
  });

  const seen = () =>
    stage
      .direct(MAYA)
      .filter((post) => post.user !== MAYA)
      .map((post) => post.text);
  const heard = (part: string) =>
    eventually(
      () =>
        assert.ok(
          seen().some((text) => text.includes(part)),
          seen().join(' | '),
        ),
      15_000,
    );
  const write = (user: string, text: string) =>
    stage.slack.people.write({ user, to: DESK, text, threadTs: stage.card().ts });

  it('reach the customer, once', async () => {
    await write(ANA, 'FIRST-1 words');
    stage.slack.faults.set({ lose: 1, times: 1, only: 'event' });
    await write(ANA, 'LOST-1 words');
    await heard('FIRST-1');
    assert.equal(await reconciler.pass(), 1);
    await heard('LOST-1');
    assert.equal(await reconciler.pass(), 0);
    assert.equal(seen().filter((text) => text.includes('FIRST-1')).length, 1);
    assert.equal(seen().filter((text) => text.includes('LOST-1')).length, 1);
  });

  it('stay inside when they were meant for colleagues, and strangers are told once that they may not', async () => {
    stage.slack.faults.set({ lose: 1, times: 2, only: 'event' });
    await write(ANA, '! INNER-1 he sounds upset');
    await write(MAYA, 'STRANGER-1 words');
    assert.equal(await reconciler.pass(), 1);
    await reconciler.pass();
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.ok(!seen().some((text) => /INNER-1|STRANGER-1/.test(text)));
    assert.equal(stage.whispers(MAYA).length, 1);
  });

  it('leave no case behind whose card somebody deleted, and none with a colleague who is gone', async () => {
    const first = stage.card().ts;
    stage.slack.workspace.remove(DESK, first);
    await reconciler.pass();
    await eventually(() => assert.notEqual(stage.card().ts, first), 15_000);
    await reconciler.pass();
    assert.equal(stage.posts(DESK).filter((post) => !post.threadTs).length, 1);
    Object.assign(stage.slack.workspace.people.get(ANA)!, { deleted: true });
    await reconciler.pass();
    await eventually(async () => assert.equal((await stage.cases())[0]!.status, 'open'));
    await heard('Ana has left this chat');
  });
});
