// Alerts on a real store under a manual clock: raised once and resolved once over three instances, told at every place in
// order, acknowledged, and never the cause of another.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AlertPlace, alertPlaces, createWatch, signAlert, tryPlaces } from '../../app/watch.ts';
import { createManualClock } from '../../core/clock.ts';
import { readConfig } from '../../core/config.ts';
import { silentLog } from '../../core/log.ts';
import { startSlackEmulator } from '../../emulators/slack/index.ts';
import type { Facts } from '../../models/alert-rules.ts';
import { createAlertStore } from '../../models/alerts.ts';
import { type Database, openDatabase } from '../../models/database.ts';
import { createPace } from '../../models/pace.ts';
import { fixedSettings, settingsFromConfig } from '../../settings/environment.ts';
import { testMongoUri } from '../support/stores.ts';

const config = (extra: Record<string, string> = {}) =>
  readConfig({ NODE_ENV: 'test', DIRECTLINE_SECRET: 'a-secret-of-the-test', ...extra });

describe('alerts', function () {
  this.timeout(20_000);
  let database: Database;
  before(async () => {
    database = await openDatabase({ uri: testMongoUri(`frontdesk_alerts_${process.pid}`) });
    createAlertStore(database.connection);
    createPace(database.connection);
    await database.createIndexes();
  });
  beforeEach(async () => {
    for (const name of ['alerts', 'alert_states', 'pace']) await database.connection.collection(name).deleteMany({});
  });
  after(async () => {
    await database.connection.dropDatabase();
    await database.close();
  });

  function stage(places: AlertPlace[] = [], count = 1) {
    const clock = createManualClock();
    const facts: Facts = {
      turns: [],
      baseline: { turns: 0, negative: 0 },
      channels: { slack: null, sms: null },
      casesOverdue: 0,
      deadLetters: 0,
      cost: null,
    };
    const alerts = createAlertStore(database.connection);
    const parts = {
      facts: async () => facts,
      alerts,
      settings: fixedSettings(settingsFromConfig(config())),
      places: () => places,
      pace: createPace(database.connection),
      clock,
      log: silentLog,
    };
    const watches = Array.from({ length: count }, () => createWatch(parts));
    const pass = async (seconds: number) => {
      for (let second = 0; second < seconds; second += 5) {
        clock.advance(5_000);
        await Promise.all(watches.map((watch) => watch.look()));
      }
    };
    return { clock, facts, alerts, pass };
  }

  function listener(fails = 0) {
    const told: string[] = [];
    let left = fails;
    const place: AlertPlace = {
      id: 'webhook',
      tell: async ({ alert, notice }) => {
        if (left > 0) {
          left -= 1;
          throw new Error('refused for now');
        }
        told.push(`${notice.event} ${alert.name}`);
      },
    };
    return { told, place };
  }

  it('are raised once and resolved once by three instances, and tell it in that order', async () => {
    const { told, place } = listener();
    const { facts, alerts, pass } = stage([place], 3);
    await pass(20);
    assert.deepEqual(await alerts.list(10), []);
    facts.channels.slack = 'token_revoked';
    await pass(60);
    assert.equal((await alerts.open()).length, 1);
    assert.deepEqual(told, ['raised channel slack']);
    facts.channels.slack = null;
    await pass(25);
    assert.equal((await alerts.open()).length, 1, 'it is held for thirty seconds');
    await pass(60);
    assert.deepEqual(told, ['raised channel slack', 'resolved channel slack']);
    const [alert, ...others] = await alerts.list(10);
    assert.equal(others.length, 0);
    assert.ok(alert?.resolvedAt);
    assert.match(alert.text, /slack refuses us: token_revoked/);
  });

  it('come back as a new alert when it happens again', async () => {
    const { facts, alerts, pass } = stage();
    for (const error of ['401', null, '401', null]) {
      facts.channels.sms = error;
      await pass(60);
    }
    assert.equal((await alerts.list(10)).length, 2);
  });

  it('are acknowledged by one person only, and stay open', async () => {
    const { facts, alerts, pass, clock } = stage();
    facts.casesOverdue = 2;
    await pass(5);
    const [alert] = await alerts.open();
    assert.equal(await alerts.acknowledge(alert!._id, 'ada@example.com', clock.now()), true);
    assert.equal(await alerts.acknowledge(alert!._id, 'ben@example.com', clock.now()), false);
    assert.equal((await alerts.open())[0]!.acknowledgedBy, 'ada@example.com');
  });

  it('are resolved when what they were about is no longer there', async () => {
    const { facts, alerts, pass } = stage();
    facts.channels.slack = 'invalid_auth';
    await pass(5);
    facts.channels = { sms: null };
    await pass(60);
    assert.deepEqual(await alerts.open(), []);
  });

  it('are told again after a refusal, never raise one about that, and are marked after the eighth', async () => {
    const { told, place } = listener(3);
    const { facts, alerts, pass } = stage([place]);
    facts.deadLetters = 1;
    await pass(120);
    assert.deepEqual(told, ['raised dead letters']);
    const deaf = stage([listener(100).place]);
    await database.connection.collection('alerts').deleteMany({});
    deaf.facts.deadLetters = 1;
    await deaf.pass(3_600);
    const list = await alerts.list(10);
    assert.equal(list.length, 1, 'only the alert itself');
    const { state, tries, error } = list[0]!.notices[0]!;
    assert.deepEqual([state, tries, error], ['failed', 8, 'refused for now']);
  });

  it('arrive in Slack and at a webhook, signed', async () => {
    const slack = await startSlackEmulator();
    const got: { body: string; headers: Record<string, unknown> }[] = [];
    const hook = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        got.push({ body, headers: request.headers });
        response.statusCode = 204;
        response.end();
      });
    });
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
    try {
      const clock = createManualClock();
      const made = config({
        ...slack.env,
        ALERTS_SLACK_CHANNEL: 'C0SHOP001',
        ALERTS_WEBHOOK_URL: `http://127.0.0.1:${(hook.address() as AddressInfo).port}/alerts`,
        ALERTS_WEBHOOK_SECRET: 'the-secret-of-the-hook',
      });
      const places = alertPlaces(made, 'https://desk.example.com/admin', clock, []);
      const checks = await tryPlaces(places, clock);
      assert.ok(
        checks.every((one) => one.ok),
        JSON.stringify(checks),
      );
      const { facts, pass } = stage(places);
      facts.channels.sms = '20003';
      await pass(5);
      facts.channels.sms = null;
      await pass(60);
      const events = got.map((one) => JSON.parse(one.body) as { id: string; event: string; name: string });
      assert.deepEqual(
        events.map((one) => `${one.event} ${one.name}`),
        ['alert.raised test', 'alert.raised channel sms', 'alert.resolved channel sms'],
      );
      assert.equal(events[1]!.id, events[2]!.id);
      for (const { body, headers } of got)
        assert.equal(
          headers['x-frontdesk-signature'],
          signAlert('the-secret-of-the-hook', String(headers['x-frontdesk-timestamp']), body),
        );
      const texts = slack.workspace.posts.map((post) => post.text);
      assert.equal(texts.filter((text) => text.includes('channel sms')).length, 2);
    } finally {
      hook.close();
      await slack.stop();
    }
  });
});
