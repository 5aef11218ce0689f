// The admin API on a real server: who may do what, what is refused, and that nobody ever sees a secret again.
import assert from 'node:assert/strict';
import { startSlackEmulator } from '../../emulators/slack/index.ts';
import { ROLES } from '../../models/admins.ts';
import { type AdminClient, clientOf, PASSWORD, signIn, signInAs } from '../support/admin-client.ts';
import { type AppStage, eventually, startApp } from '../support/app-stage.ts';

describe('the admin API', function () {
  this.timeout(40_000);
  let app: AppStage;
  let admin: AdminClient;

  before(async () => {
    app = await startApp();
    admin = await signInAs(app.origin, app.mongoUri, 'admin');
  });
  after(() => app.remove());

  const nobody = () => clientOf(app.origin, '');
  const revision = async () => (await admin.call('GET', '/settings')).body.revision as number;

  it('lets each role use exactly its routes', async () => {
    const { paths } = (await nobody().call('GET', '/openapi.json')).body as {
      paths: Record<string, Record<string, { 'x-role': string }>>;
    };
    const people = {
      viewer: await signInAs(app.origin, app.mongoUri, 'viewer'),
      operator: await signInAs(app.origin, app.mongoUri, 'operator'),
    };
    let checked = 0;
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, { 'x-role': needed }] of Object.entries(methods)) {
        if (needed === 'nobody') continue;
        const address = path.replace('/admin/api', '').replace(/\{\w+\}/g, 'none');
        assert.equal(
          (await nobody().call(method.toUpperCase(), address, method === 'get' ? undefined : {})).status,
          401,
          `${method} ${path} without a session`,
        );
        for (const [role, client] of Object.entries(people)) {
          if (address === '/sign-out') continue;
          const { status } = await client.call(method.toUpperCase(), address, method === 'get' ? undefined : {});
          const isAllowed = ROLES.indexOf(role as never) >= ROLES.indexOf(needed as never);
          if (isAllowed) assert.notEqual(status, 403, `${role} may ${method} ${path}`);
          else assert.equal(status, 403, `${role} may not ${method} ${path}`);
          checked += 1;
        }
      }
    }
    assert.ok(checked > 40, `only ${checked} were checked`);
  });

  it('answers no write that does not come from its own pages', async () => {
    const input = { base: await revision(), why: 'x', values: { refundCap: 1 } };
    for (const headers of [
      { 'x-frontdesk': '' },
      { origin: 'https://evil.example.com' },
      { 'sec-fetch-site': 'cross-site' },
    ])
      assert.equal(
        (await admin.call('PUT', '/settings', input, headers as never)).status,
        403,
        JSON.stringify(headers),
      );
  });

  it('says nothing about who exists, and stops guessing', async () => {
    const wrong = await nobody().call('POST', '/sign-in', { email: 'admin@example.com', password: 'nope-nope-nope' });
    const unknown = await nobody().call('POST', '/sign-in', { email: 'who@example.com', password: 'nope-nope-nope' });
    assert.deepEqual([wrong.status, wrong.body.error.message], [unknown.status, unknown.body.error.message]);
    const statuses: number[] = [];
    for (let tries = 0; tries < 12; tries += 1)
      statuses.push((await nobody().call('POST', '/sign-in', { email: 'guess@example.com', password: 'x' })).status);
    assert.equal(statuses.at(-1), 429);
  });

  it('makes somebody the first admin by a link that works once, and invites others', async () => {
    const other = await startApp();
    try {
      const link = await other.app.firstAdminLink();
      const token = link!.split('link=')[1]!;
      const taken = { token, name: 'Ada', email: 'ada@example.com', password: PASSWORD };
      assert.equal((await clientOf(other.origin, '').call('POST', '/sign-in/link', taken)).status, 200);
      assert.equal((await clientOf(other.origin, '').call('POST', '/sign-in/link', taken)).status, 401);
      const ada = await signIn(other.origin, 'ada@example.com', PASSWORD);
      const invited = await ada.call('POST', '/people', { email: 'ben@example.com', name: 'Ben', role: 'viewer' });
      const second = { token: invited.body.link.split('link=')[1], name: 'Ben', password: PASSWORD };
      assert.equal((await clientOf(other.origin, '').call('POST', '/sign-in/link', second)).body.role, 'viewer');
      assert.equal((await ada.call('PUT', '/people/ada@example.com', { role: 'viewer' })).status, 409);
      assert.equal(await other.app.firstAdminLink(), null);
    } finally {
      await other.remove();
    }
  });

  it('saves numbered revisions, names what is wrong, and tells the slower of two', async () => {
    const base = await revision();
    const saved = await admin.call('PUT', '/settings', { base, why: 'a lower cap', values: { refundCap: 50 } });
    assert.deepEqual([saved.status, saved.body.revision], [200, base + 1]);
    assert.equal((await admin.call('GET', '/settings')).body.values.refundCap, 50);
    const slower = await admin.call('PUT', '/settings', { base, why: 'another', values: { refundCap: 70 } });
    assert.equal(slower.status, 409);
    assert.deepEqual([slower.body.yours.refundCap, slower.body.theirs.refundCap], [70, 50]);
    const wrong = await admin.call('PUT', '/settings', {
      base: base + 1,
      why: 'x',
      values: { hours: { timeZone: 'Mars/Base', week: [], holidays: [] } },
    });
    assert.equal(wrong.status, 400);
    assert.match(wrong.text, /time zone/);
    const back = await admin.call('POST', '/settings/rollback', { base: base + 1, to: base, why: 'back' });
    assert.equal(back.status, 200);
    assert.equal((await admin.call('GET', '/settings')).body.values.refundCap, 200);
    assert.deepEqual(
      (await admin.call('GET', '/settings/revisions')).body.map((one: { why: string }) => one.why).slice(0, 2),
      ['back', 'a lower cap'],
    );
  });

  it('connects Slack while it runs, after trying it, and never shows its secrets again', async () => {
    const slack = await startSlackEmulator();
    try {
      slack.pointTo(`${app.origin}/hooks/slack`);
      const fields = slack.env;
      const bad = await admin.call('POST', '/settings/check', {
        channels: { slack: { fields: { ...fields, SLACK_BOT_TOKEN: 'xoxb-wrong-one' } } },
      });
      assert.match(bad.text, /invalid_auth/);
      const good = await admin.call('POST', '/settings/check', { channels: { slack: { fields } } });
      assert.ok(
        good.body.results.every((one: { ok: boolean }) => one.ok),
        good.text,
      );
      assert.equal((await fetch(`${app.origin}/hooks/slack`, { method: 'POST' })).status, 404);
      const saved = await admin.call('PUT', '/settings', {
        base: await revision(),
        why: 'connect Slack',
        channels: { slack: { fields } },
      });
      assert.equal(saved.status, 200, saved.text);
      await slack.people.write({ user: 'U0CUST001', to: 'dm', text: 'Where is my order ORD-12345?' });
      await eventually(() => slack.workspace.posts.some((post) => post.text.includes('in transit')));
      const everywhere = [
        (await admin.call('GET', '/settings')).text,
        (await admin.call('GET', '/settings/export')).text,
        (await admin.call('GET', '/settings/revisions')).text,
        JSON.stringify(await app.rows('settings_revisions')),
        JSON.stringify(await app.rows('audit')),
        await (await fetch(`${app.origin}/metrics`)).text(),
      ];
      for (const text of everywhere) {
        assert.ok(!text.includes(slack.token), 'the token is shown');
        assert.ok(!text.includes(slack.signingSecret), 'the signing secret is shown');
      }
      const shown = (await admin.call('GET', '/settings')).body.channels.find(
        (one: { id: string }) => one.id === 'slack',
      );
      assert.equal(
        shown.fields.find((one: { name: string }) => one.name === 'SLACK_BOT_TOKEN').last4,
        slack.token.slice(-4),
      );
      // A try of what is in force says at once how the channel fares, not only with the next probe.
      for (const error of ['token_revoked', null]) {
        slack.revoke(error);
        await admin.call('POST', '/settings/check', { channels: { slack: { fields: {} } } });
        const { channels } = (await admin.call('GET', '/settings')).body;
        const { state } = channels.find((one: { id: string }) => one.id === 'slack');
        assert.equal(state, error ? 'failing' : 'ok');
      }
      await admin.call('PUT', '/settings', { base: await revision(), why: 'off', channels: { slack: { off: true } } });
      assert.equal((await fetch(`${app.origin}/hooks/slack`, { method: 'POST' })).status, 404);
    } finally {
      await slack.stop();
    }
  });

  it('shows conversations with what each turn did, counts them, and erases a person everywhere', async () => {
    await app.say('u-erase', 'Where is my order ORD-12345?');
    // Theirs among those who asked for the same: what they said is found once it has left its lane.
    const { id } = await eventually(async () => {
      const found = (await admin.call('GET', '/conversations?q=ORD-12345')).body as { id: string }[];
      const theirs = found.find((one) => one.id.endsWith('u-erase'));
      assert.ok(theirs, `only ${found.map((one) => one.id)}`);
      return theirs;
    });
    const read = await eventually(async () => {
      const found = await admin.call('GET', `/conversations/${encodeURIComponent(id)}`);
      return found.body.turns.length === 1 && found;
    });
    assert.equal((read as { body: { turns: { route: string }[] } }).body.turns[0]!.route, 'act:order-status');
    const numbers = await eventually(async () => {
      const found = (await admin.call('GET', '/numbers')).body;
      return found.turns.responseTimeMs.p95 > 0 && found;
    });
    assert.ok((numbers as { turns: { turns: number } }).turns.turns >= 1);
    await admin.call('GET', `/conversations/${encodeURIComponent(id)}`);
    const readings = (await admin.call('GET', '/audit')).body.filter(
      (line: { what: string; detail?: string }) => line.what === 'read a conversation' && line.detail === id,
    );
    assert.equal(readings.length, 1, 'a page that asks again is one reading');
    const key = encodeURIComponent(id);
    assert.match((await admin.call('GET', `/customers/${key}`)).text, /ORD-12345/);
    assert.equal((await admin.call('DELETE', `/customers/${key}`)).status, 200);
    assert.equal((await admin.call('GET', `/customers/${key}`)).status, 404);
    for (const name of ['messages', 'turns', 'lanes', 'audit'])
      assert.doesNotMatch(JSON.stringify(await app.rows(name)), /u-erase/, name);
  });

  it('hands the numbers out as tables that a spreadsheet reads', async () => {
    const { text } = await admin.call('GET', '/numbers?format=csv');
    const rows = new Map(
      text
        .trim()
        .split('\r\n')
        .map((line) => line.split(',') as [string, string]),
    );
    assert.equal(rows.get('number'), 'value');
    for (const name of ['turns.turns', 'turns.responseTimeMs.p95', 'cases.opened', 'conversations.all', 'accuracy.low'])
      assert.ok(Number.isFinite(Number(rows.get(name))), `${name} is ${rows.get(name)}`);
    assert.match(
      (await admin.call('GET', '/numbers/by/intent?format=csv')).text,
      /^intent,turns,averageMs,escalated\r\n/,
    );
  });

  it('shows the queues to operators only', async () => {
    const viewer = await signInAs(app.origin, app.mongoUri, 'viewer');
    for (const who of [nobody(), viewer]) assert.equal((await who.open(`${app.origin}/admin/queues`)).status, 401);
    const page = await admin.open(`${app.origin}/admin/queues`);
    assert.equal(page.status, 200);
    const html = await page.text();
    // What the page needs is there, too: its script, its style, and what it asks for.
    const parts = [...html.matchAll(/(?:src|href)="(static\/[^"]+\.(?:js|css))"/g)].map((match) => match[1]!);
    assert.ok(parts.length >= 2, html.slice(0, 500));
    for (const part of parts) {
      const file = await admin.open(`${app.origin}/admin/queues/${part}`);
      assert.match(file.headers.get('content-type') ?? '', /javascript|css/, part);
      await file.text();
    }
    const { queues } = await (await admin.open(`${app.origin}/admin/queues/api/queues`)).json();
    assert.deepEqual(
      queues.map((one: { readOnlyMode: boolean }) => one.readOnlyMode),
      [true, true],
    );
  });
});
