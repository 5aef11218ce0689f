// What the API answers is what its OpenAPI document says: real calls of every route on a running server, done and refused, each
// held against the document; and a route that no call has tried fails.
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import mongoose from 'mongoose';
import { createAlertStore } from '../../models/alerts.ts';
import { clientOf, PASSWORD, signInAs } from '../support/admin-client.ts';
import { type AppStage, eventually, startApp } from '../support/app-stage.ts';
import { type Contract, readContract } from '../support/documented.ts';

const LANE = 'web|default|c-u-answers';
const ARTICLE = { title: 'How to oil the hinge', body: 'One drop of oil on the hinge is enough.', keywords: ['hinge'] };

describe('the answers of the admin API', function () {
  this.timeout(60_000);
  let app: AppStage;
  let provider: Server;
  let connection: mongoose.Connection;
  let contract: Contract;
  let admin: ReturnType<Contract['hold']>;
  let nobody: ReturnType<Contract['hold']>;

  before(async () => {
    provider = createServer((_request, response) => {
      const [authorization_endpoint, token_endpoint, jwks_uri] = [
        `${issuer}/authorize`,
        `${issuer}/token`,
        `${issuer}/keys`,
      ];
      response.end(JSON.stringify({ issuer, authorization_endpoint, token_endpoint, jwks_uri }));
    });
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
    app = await startApp({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'frontdesk', OIDC_CLIENT_SECRET: 'the-client-secret' });
    connection = await mongoose.createConnection(app.mongoUri).asPromise();
    contract = await readContract(app.origin);
    nobody = contract.hold(clientOf(app.origin, ''));
    admin = contract.hold(await signInAs(app.origin, app.mongoUri, 'admin'));
    await app.say('u-answers', 'Where is my order ORD-12345?', { shopCustomerId: 'CUS-1001' });
    await eventually(async () => (await app.rows('turns')).length === 1);
    await app.say('u-answers', 'I want to speak to a person');
    await eventually(async () => (await app.rows('lanes')).some((lane) => lane.kind === 'case' && lane.state));
    await eventually(async () => (await app.rows('turns')).length === 2);
  });
  after(async () => {
    await connection?.close();
    await app?.remove();
    provider?.closeAllConnections();
    provider?.close();
  });

  const answers = async (status: number, method: string, path: string, input?: unknown, who = admin) => {
    const answer = await who.call(method, path, method === 'GET' ? undefined : (input ?? {}));
    assert.equal(answer.status, status, `${method} ${path}: ${answer.text.slice(0, 300)}`);
    return answer.body;
  };
  const revision = async () => (await answers(200, 'GET', '/settings')).revision as number;

  it('who comes in, and who may', async () => {
    await answers(200, 'GET', '/sign-in/ways', undefined, nobody);
    await answers(401, 'POST', '/sign-in', { email: 'a@example.com', password: 'wrong' }, nobody);
    await answers(200, 'POST', '/sign-in', { email: 'admin@example.com', password: PASSWORD }, nobody);
    await answers(401, 'GET', '/me', undefined, nobody);
    await answers(200, 'GET', '/me');
    const ben = { email: 'ben@example.com', name: 'Ben', role: 'viewer' };
    const { link } = await answers(200, 'POST', '/people', ben);
    await answers(409, 'POST', '/people', ben);
    const taken = { token: link.split('link=')[1], name: 'Ben', password: PASSWORD };
    await answers(200, 'POST', '/sign-in/link', taken, nobody);
    await answers(401, 'POST', '/sign-in/link', taken, nobody);
    await answers(200, 'GET', '/people');
    await answers(200, 'POST', '/people/ben@example.com/link');
    await answers(404, 'POST', '/people/eve@example.com/link');
    await answers(200, 'PUT', '/people/ben@example.com', { role: 'operator' });
    await answers(409, 'PUT', '/people/admin@example.com', { role: 'viewer' });
    const viewer = contract.hold(await signInAs(app.origin, app.mongoUri, 'viewer'));
    for (const who of [nobody, viewer])
      for (const { method, path } of contract.operations)
        if (path !== '/sign-out')
          await who.call(method, path.replace(/\{\w+\}/g, 'none'), method === 'GET' ? undefined : {});
    await answers(200, 'POST', '/sign-out', {}, viewer);
    await answers(401, 'POST', '/sign-out', {}, viewer);
  });

  it('the company’s provider, which the browser is sent to and comes back from', async () => {
    const at = async (status: number, path: string) => (await nobody.call('GET', path)).location ?? status;
    const issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
    assert.match(String(await at(302, '/sign-in/oidc')), new RegExp(`^${issuer}/authorize\\?response_type=code&`));
    await answers(400, 'GET', `/sign-in/oidc?to=${'x'.repeat(500)}`, undefined, nobody);
    assert.equal(await at(302, '/sign-in/oidc/return?code=c&state=s'), '/admin#refused=oidc');
    await answers(400, 'GET', `/sign-in/oidc/return?code=c&state=${'x'.repeat(500)}`, undefined, nobody);
    // Nobody is left with a page of ours that only a program can read.
    provider.closeAllConnections();
    await new Promise((resolve) => provider.close(resolve));
    assert.equal(await at(302, '/sign-in/oidc'), '/admin#refused=oidc');
  });

  it('what is looked at', async () => {
    await answers(200, 'GET', '/overview');
    assert.equal((await answers(200, 'GET', '/conversations?q=ORD-12345')).length, 1);
    const { messages, turns } = await answers(200, 'GET', `/conversations/${encodeURIComponent(LANE)}`);
    assert.ok(messages.length >= 4 && turns.length === 2);
    await answers(404, 'GET', '/conversations/none');
    const [one] = await answers(200, 'GET', '/cases');
    await answers(200, 'GET', `/cases/${one.id}`);
    await answers(404, 'GET', '/cases/none');
    await answers(200, 'GET', '/numbers');
    await answers(200, 'GET', '/numbers?format=csv');
    for (const dimension of ['channel', 'agent', 'intent', 'language', 'day', 'hour'])
      assert.ok((await answers(200, 'GET', `/numbers/by/${dimension}`)).length > 0, dimension);
    await answers(200, 'GET', '/numbers/by/intent?format=csv');
    await answers(404, 'GET', '/numbers/by/moon');
    assert.ok((await answers(200, 'GET', '/audit')).length > 3);
    await answers(400, 'GET', '/audit?limit=none');
  });

  it('alerts and dead letters', async () => {
    const alerts = createAlertStore(connection);
    await alerts.raise('error rate', 'Half of all turns failed.', new Date(), ['slack']);
    const [alert] = await answers(200, 'GET', '/alerts');
    await answers(200, 'POST', `/alerts/${encodeURIComponent(alert._id)}/acknowledge`);
    await alerts.resolve('error rate', new Date());
    assert.ok((await answers(200, 'GET', '/alerts'))[0].resolvedAt);
    await answers(404, 'POST', '/alerts/none/acknowledge');
    const [row] = await app.rows('messages');
    for (const _id of [`${LANE}#one`, `${LANE}#two`])
      await connection.collection('deadletters').insertOne({
        _id: _id as never,
        laneId: LANE,
        entries: [row!.key],
        ...{ reason: 'poison', cause: 'TypeError', detail: 'no lamp', tries: 3, at: new Date() },
      });
    assert.equal((await answers(200, 'GET', '/dead-letters')).length, 2);
    const read = await answers(200, 'GET', `/dead-letters/${encodeURIComponent(`${LANE}#one`)}`);
    assert.deepEqual([read.letter.tries, read.messages.length], [3, 1]);
    await answers(404, 'GET', '/dead-letters/none');
    await answers(200, 'POST', `/dead-letters/${encodeURIComponent(`${LANE}#one`)}/retry`);
    await answers(404, 'POST', '/dead-letters/none/retry');
    await answers(200, 'DELETE', `/dead-letters/${encodeURIComponent(`${LANE}#two`)}`);
    await answers(404, 'DELETE', '/dead-letters/none');
  });

  it('settings, their revisions, and what a provider refuses', async () => {
    await answers(200, 'GET', '/settings/phrases');
    await answers(200, 'GET', '/settings/stand-ins');
    const base = await revision();
    await answers(200, 'PUT', '/settings', { base, why: 'less', values: { refundCap: 20 } });
    await answers(409, 'PUT', '/settings', { base, why: 'more', values: { refundCap: 30 } });
    await answers(400, 'PUT', '/settings', { base, why: 'more', values: { refundCap: -1 } });
    const incident = { mode: 'notice', text: '', until: null };
    await answers(400, 'PUT', '/settings', { base: base + 1, why: 'nothing is said', values: { incident } });
    const over = { mode: 'paused', text: 'Soon.', until: '2020-01-01T10:00:00.000Z' };
    await answers(400, 'PUT', '/settings', { base: base + 1, why: 'over already', values: { incident: over } });
    const fields = { ALERTS_WEBHOOK_URL: 'http://127.0.0.1:9/nobody', ALERTS_WEBHOOK_SECRET: 'a-secret-of-sixteen' };
    const channels = { alerts: { fields } };
    await answers(200, 'POST', '/settings/check', { channels });
    await answers(400, 'POST', '/settings/check', { channels: { fax: {} } });
    await answers(422, 'PUT', '/settings', { base: base + 1, why: 'told', channels });
    await answers(200, 'PUT', '/settings', { base: base + 1, why: 'told all the same', channels, untried: true });
    await answers(200, 'GET', '/settings/revisions');
    const file = await answers(200, 'GET', '/settings/export');
    assert.equal(file.channels.alerts.fields.ALERTS_WEBHOOK_SECRET, undefined);
    await answers(200, 'POST', '/settings/import', { base: base + 2, why: 'the same', untried: true, file });
    await answers(409, 'POST', '/settings/import', { base, why: 'too late', untried: true, file });
    await answers(200, 'POST', '/settings/rollback', { base: base + 3, to: base, why: 'as before' });
    await answers(404, 'POST', '/settings/rollback', { base: base + 4, to: 900, why: 'to nowhere' });
    await answers(409, 'POST', '/settings/rollback', { base, to: base, why: 'too late' });
  });

  it('knowledge', async () => {
    const { id } = await answers(200, 'POST', '/knowledge/articles', ARTICLE);
    await answers(400, 'POST', '/knowledge/articles', { title: '' });
    const path = `/knowledge/articles/${id}`;
    await answers(200, 'PUT', `${path}/draft`, { ...ARTICLE, edition: 1 });
    await answers(409, 'PUT', `${path}/draft`, { ...ARTICLE, edition: 1 });
    await answers(200, 'GET', path);
    await answers(200, 'POST', '/knowledge/try', { question: 'how do I oil the hinge', drafts: [id] });
    await answers(200, 'POST', `${path}/publish`);
    await answers(404, 'POST', `${path}/publish`);
    await answers(200, 'PUT', `${path}/draft`, { ...ARTICLE, edition: 0 });
    await answers(200, 'DELETE', `${path}/draft`);
    await answers(200, 'GET', '/knowledge');
    await answers(200, 'POST', `${path}/rollback`, { version: 1 });
    await answers(404, 'POST', `${path}/rollback`, { version: 70 });
    await answers(200, 'POST', `${path}/withdraw`);
    await answers(404, 'POST', '/knowledge/articles/none/withdraw');
    await answers(404, 'GET', '/knowledge/articles/none');
    await answers(200, 'GET', path);
    await app.say('u-odd', 'zorp flibber quux wibble');
    await eventually(async () => (await admin.call('GET', '/knowledge/unanswered')).body.length > 0);
  });

  it('one person', async () => {
    const key = encodeURIComponent('u-answers');
    await answers(200, 'GET', `/customers/${key}/summary`);
    await answers(404, 'GET', '/customers/nobody/summary');
    const file = await answers(200, 'GET', `/customers/${key}`);
    assert.ok(file.messages.length >= 4);
    await answers(404, 'GET', '/customers/nobody');
    await answers(200, 'DELETE', `/customers/${key}`);
    await answers(404, 'DELETE', `/customers/${key}`);
  });

  it('too many', async () => {
    for (let tries = 0; tries < 11; tries += 1)
      await nobody.call('POST', '/sign-in', { email: 'guess@example.com', password: 'x' });
    assert.ok(contract.seen.has('POST /sign-in 429'));
  });

  it('were seen of every route, done and refused', () => {
    const lacking = contract.operations.flatMap(({ method, path }) => {
      const statuses = [...contract.seen]
        .filter((one) => one.startsWith(`${method} ${path} `))
        .map((one) => one.slice(-3));
      // Who asks for the ways in is never refused.
      const isOpen = path === '/sign-in/ways';
      const done = path.startsWith('/sign-in/oidc') ? '302' : '200';
      if (statuses.includes(done) && (isOpen || statuses.some((one) => one >= '400'))) return [];
      return [`${method} ${path}: ${statuses}`];
    });
    assert.deepEqual(lacking, []);
    assert.ok(contract.seen.size > 120, `only ${contract.seen.size}`);
  });

  it('are refused by the document when they say more, less or something else', () => {
    const good = { email: 'a@b.c', name: 'A', role: 'viewer', invitedAt: '2026-03-02T10:00:00.000Z' };
    const whole = { ...good, hasPassword: true, disabled: false };
    const fault = (body: unknown, status = 200) =>
      contract.faultOf('GET', '/me', { status, body, text: '', location: null });
    assert.equal(fault(whole), null);
    for (const wrong of [good, { ...whole, password: 'x' }, { ...whole, role: 'king' }, { ...whole, invitedAt: 'now' }])
      assert.match(fault(wrong) ?? '', /^GET \/me 200: /);
    assert.match(fault({ error: 'no' }, 401) ?? '', /^GET \/me 401: /);
    assert.match(fault({}, 418) ?? '', /is not in the document/);
  });
});
