// Webhooks that never came: the next pass finds what customers wrote, once, in order, and with the time at which it was written.
import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { createNetworks } from '../../app/channels.ts';
import { createReconciler, type Reconciler } from '../../channels/reconciler.ts';
import { createManualClock, systemClock } from '../../core/clock.ts';
import { readConfig } from '../../core/config.ts';
import { silentLog } from '../../core/log.ts';
import { startSlackEmulator } from '../../emulators/slack/index.ts';
import { startTwilioEmulator } from '../../emulators/twilio/index.ts';
import { createAttachmentStore } from '../../models/attachments.ts';
import { createCatchUpBook, createKnownMessages } from '../../models/caught-up.ts';
import type { Channel } from '../../models/channel.ts';
import { createConsentStore } from '../../models/consent.ts';
import { fixedSettings, settingsFromConfig } from '../../settings/environment.ts';
import { type AppStage, eventually, startApp } from '../support/app-stage.ts';
import { testMongoUri } from '../support/stores.ts';

const PHONE = '+15557654321';
const MAYA = 'U0CUST001';

describe('lost webhooks', function () {
  this.timeout(40_000);
  let app: AppStage;
  let slack: Awaited<ReturnType<typeof startSlackEmulator>>;
  let twilio: Awaited<ReturnType<typeof startTwilioEmulator>>;
  let connection: mongoose.Connection;
  let reconciler: Reconciler;

  beforeEach(async () => {
    slack = await startSlackEmulator();
    twilio = await startTwilioEmulator();
    const env = { ...slack.env, ...twilio.env };
    app = await startApp(env);
    slack.pointTo(`${app.origin}/hooks/slack`);
    twilio.pointTo(`${app.origin}/hooks/sms`);
    connection = await mongoose.createConnection(app.mongoUri).asPromise();
    const collection = (name: string) => ({ collection: connection.collection(name) });
    const config = readConfig({ NODE_ENV: 'test', ...env });
    const networks = createNetworks({
      config,
      settings: fixedSettings(settingsFromConfig(config)),
      receive: app.app.receive,
      attachments: createAttachmentStore(connection),
      known: createKnownMessages({ lanes: collection('lanes'), messages: collection('messages') } as never),
      consents: createConsentStore(connection),
      transcript: {
        readNewest: async ([laneId]: string[]) =>
          new Map(
            (await app.rows('lanes')).filter((lane) => lane._id === laneId).map((lane) => [laneId, lane.sequence]),
          ),
      },
      deskOutput: () => undefined,
      clock: systemClock,
      log: silentLog,
    } as never);
    reconciler = createReconciler({
      channels: new Map(networks.map((channel) => [channel.id, channel])),
      book: createCatchUpBook(connection),
      clock: systemClock,
      log: silentLog,
      everyMs: 0,
      // What was written in this very moment is looked for, too.
      settleMs: -2_000,
    });
  });
  afterEach(async () => {
    await app.remove();
    await connection.close();
    await slack.stop();
    await twilio.stop();
  });

  const said = async () =>
    (await app.rows('messages'))
      .filter((row) => row.role === 'customer')
      .map((row) => (row.activity as { text: string }).text);
  const lose = (stage: { faults: { set(plan: object): void } }, times: number) =>
    stage.faults.set({ lose: 1, times, only: stage === twilio ? 'inbound' : 'event' });
  const fromBot = () => slack.workspace.posts.filter((post) => post.user === 'UBOT00001');

  it('of a newcomer in Slack is found, answered once, and not found again', async () => {
    lose(slack, 1);
    await slack.people.write({ user: MAYA, to: 'dm', text: 'Where is my order ORD-12345?' });
    assert.equal(await reconciler.pass(), 1);
    await eventually(() => assert.ok(fromBot().some((post) => post.text.includes('ORD-12345'))));
    assert.equal(await reconciler.pass(), 0);
    await eventually(async () => assert.equal((await said()).length, 1));
    assert.equal(fromBot().length, 1);
  });

  it('in the middle of a conversation is found, and nothing that came is taken twice', async () => {
    await slack.people.write({ user: MAYA, to: 'dm', text: 'hello' });
    lose(slack, 1);
    await slack.people.write({ user: MAYA, to: 'dm', text: 'Where is my order ORD-12345?' });
    await slack.people.write({ user: MAYA, to: 'dm', text: 'thanks' });
    await eventually(async () => assert.equal((await said()).length, 2));
    assert.equal(await reconciler.pass(), 1);
    await eventually(async () => assert.equal((await said()).length, 3));
    assert.equal(await reconciler.pass(), 0);
  });

  it("in a channel's thread is found where the thread is ours, and others' talk is not", async () => {
    const mention = await slack.people.write({ user: MAYA, to: 'C0SHOP001', text: '<@UBOT00001> hello' });
    await eventually(() => fromBot().length > 0);
    lose(slack, 2);
    await slack.people.write({
      user: MAYA,
      to: 'C0SHOP001',
      text: 'where is my order ORD-12345?',
      threadTs: mention.ts,
    });
    await slack.people.write({ user: 'U0BEN0001', to: 'C0SHOP001', text: 'lunch anyone?' });
    assert.equal(await reconciler.pass(), 1);
    await eventually(async () => assert.ok((await said()).includes('where is my order ORD-12345?')));
    assert.ok(!(await said()).includes('lunch anyone?'));
  });

  it("that would have begun a thread in a channel is found, and the others' talk there is not", async () => {
    lose(slack, 3);
    await slack.people.write({ user: 'U0BEN0001', to: 'C0SHOP001', text: 'lunch anyone?' });
    await slack.people.write({ user: MAYA, to: 'C0SHOP001', text: '<@UBOT00001> where is my order ORD-12345?' });
    assert.equal(await reconciler.pass(), 1);
    await eventually(async () => assert.deepEqual(await said(), ['where is my order ORD-12345?']));
  });

  it('with a picture brings the picture, too', async () => {
    lose(twilio, 1);
    const media = [{ type: 'image/png', base64: Buffer.from('png').toString('base64') }];
    await twilio.write({ phone: PHONE, text: 'it arrived broken', media });
    assert.equal(await reconciler.pass(), 1);
    await eventually(async () => {
      const [row] = (await app.rows('messages')).filter((one) => one.role === 'customer');
      assert.equal((row?.activity as { attachments?: unknown[] })?.attachments?.length, 1);
    });
  });

  it('of a text message is found, with its own time, in order', async () => {
    lose(twilio, 2);
    await twilio.write({ phone: PHONE, text: 'hello' });
    await twilio.write({ phone: PHONE, text: 'Where is my order ORD-12345?' });
    assert.equal(await reconciler.pass(), 2);
    await eventually(async () => assert.deepEqual(await said(), ['hello', 'Where is my order ORD-12345?']));
    assert.equal(await reconciler.pass(), 0);
    await eventually(() => assert.ok(twilio.messages.some((one) => one.body.includes('ORD-12345 is in transit'))));
  });

  it('that held STOP is obeyed, and does not undo a START that came', async () => {
    lose(twilio, 1);
    await twilio.write({ phone: PHONE, text: 'Please stop texting me' });
    await new Promise((resolve) => setTimeout(resolve, 1_100)); // Twilio's times have seconds
    await twilio.write({ phone: PHONE, text: 'START' });
    await reconciler.pass();
    const [consent] = await app.rows('consents');
    assert.equal(consent?.state, 'in');
    lose(twilio, 1);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await twilio.write({ phone: PHONE, text: 'Please stop texting me' });
    assert.equal(await reconciler.pass(), 1);
    assert.equal((await app.rows('consents'))[0]?.state, 'out');
  });

  it('does not move its mark when the network cannot be asked', async () => {
    lose(twilio, 1);
    await twilio.write({ phone: PHONE, text: 'hello' });
    twilio.rotate('another-token');
    assert.equal(await reconciler.pass(), 0);
    twilio.rotate('stand-in-auth-token');
    assert.equal(await reconciler.pass(), 1);
  });
});

describe('the catch-up book', function () {
  this.timeout(10_000);
  let connection: mongoose.Connection;
  before(async () => {
    connection = await mongoose.createConnection(testMongoUri(`frontdesk_book_${process.pid}`)).asPromise();
  });
  after(async () => {
    await connection.dropDatabase();
    await connection.close();
  });

  it('lets one of many instances look, and looks back to where the last whole pass ended', async () => {
    const clock = createManualClock();
    const asked: { since: Date; until: Date }[] = [];
    let fails = false;
    const channel = {
      id: 'slack',
      catchUp: async (since: Date, until: Date) => {
        asked.push({ since, until });
        if (fails) throw new Error('Slack is away');
        return 0;
      },
    } as unknown as Channel;
    const instances = [1, 2, 3].map(() =>
      createReconciler({
        channels: new Map([['slack', channel]]),
        book: createCatchUpBook(connection),
        clock,
        log: silentLog,
      }),
    );
    const passAll = () => Promise.all(instances.map((one) => one.pass()));
    await passAll();
    assert.equal(asked.length, 1);
    await passAll();
    assert.equal(asked.length, 1, 'it was looked a moment ago');
    fails = true;
    clock.advance(3 * 3_600_000);
    await passAll();
    fails = false;
    clock.advance(3 * 60_000);
    await passAll();
    assert.equal(asked.length, 3);
    const overlap = asked[0]!.until.getTime() - asked[2]!.since.getTime();
    assert.ok(overlap >= 0 && overlap <= 15 * 60_000, String(overlap));
    clock.advance(10 * 86_400_000);
    await passAll();
    assert.equal(clock.nowMs() - asked.at(-1)!.since.getTime(), 86_400_000, 'never further back than a day');
  });
});
