// The OpenAPI document is what the API does: every route is in it, what it calls wrong is refused and what it calls right is
// not, and nothing else is answered.
import assert from 'node:assert/strict';
import { type AdminClient, clientOf, signInAs } from '../support/admin-client.ts';
import { type AppStage, startApp } from '../support/app-stage.ts';

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  enum?: unknown[];
  minimum?: number;
  minLength?: number;
}
interface Operation {
  summary: string;
  'x-role': string;
  parameters: { name: string; in: string; required: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, unknown>;
}

describe('the OpenAPI document', function () {
  this.timeout(40_000);
  let app: AppStage;
  let admin: AdminClient;
  const operations: { method: string; path: string; operation: Operation }[] = [];

  before(async () => {
    app = await startApp();
    admin = await signInAs(app.origin, app.mongoUri, 'admin');
    const { body } = await clientOf(app.origin, '').call('GET', '/openapi.json');
    assert.equal(body.openapi, '3.1.0');
    for (const [path, methods] of Object.entries(body.paths as Record<string, Record<string, Operation>>))
      for (const [method, operation] of Object.entries(methods))
        operations.push({ method: method.toUpperCase(), path, operation });
  });
  after(() => app?.remove());

  const addressOf = (path: string) => path.replace('/admin/api', '').replace(/\{\w+\}/g, 'none');

  it('says of every route what it does, who may, and every part of its path', () => {
    assert.ok(operations.length > 35, `only ${operations.length}`);
    for (const { method, path, operation } of operations) {
      assert.ok(operation.summary.length > 8, `${method} ${path} says nothing`);
      assert.match(operation['x-role'], /^(nobody|viewer|operator|admin)$/);
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const given = operation.parameters.filter((one) => one.in === 'path').map((one) => one.name);
      assert.deepEqual(given, named, path);
    }
  });

  it('names what must be given, and the API refuses what lacks it with 400', async () => {
    let refused = 0;
    for (const { method, path, operation } of operations) {
      const schema = operation.requestBody?.content['application/json']?.schema;
      if (!schema?.required?.length || operation['x-role'] === 'nobody') continue;
      const answer = await admin.call(method, addressOf(path), {});
      assert.equal(answer.status, 400, `${method} ${path} takes {}: ${answer.text}`);
      assert.equal(answer.body.error.code, 'input.invalid');
      refused += 1;
    }
    assert.ok(refused >= 8, `only ${refused}`);
  });

  it('names the shape of each query, and the API keeps to it', async () => {
    let tried = 0;
    for (const { method, path, operation } of operations) {
      if (method !== 'GET') continue;
      for (const { name, schema } of operation.parameters.filter((one) => one.in === 'query')) {
        const wrong = schema.enum || schema.type === 'integer' ? 'certainly-not' : '\u0000'.padEnd(5_000, 'x');
        const answer = await admin.call('GET', `${addressOf(path)}?${name}=${encodeURIComponent(wrong)}`);
        if (schema.type === 'string' && !schema.enum && schema.minimum === undefined && answer.status === 200) continue;
        assert.ok([400, 404].includes(answer.status), `${path}?${name} is answered ${answer.status}`);
        tried += 1;
      }
    }
    assert.ok(tried >= 8, `only ${tried}`);
  });

  it('is all there is: other methods and addresses are answered with 404', async () => {
    for (const { path } of operations)
      for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
        if (operations.some((one) => one.path === path && one.method === method)) continue;
        const answer = await admin.call(method, addressOf(path), method === 'GET' ? undefined : {});
        // "none" may be a name on a route with a part in its path.
        const isOther = operations.some(
          (one) =>
            one.method === method &&
            new RegExp(`^${one.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path.replace(/\{\w+\}/g, 'none')),
        );
        if (!isOther) assert.equal(answer.status, 404, `${method} ${path}`);
      }
    assert.equal((await admin.call('GET', '/nothing')).status, 404);
  });

  it('never answers with a stack, whatever is sent', async () => {
    for (const { method, path, operation } of operations) {
      if (operation['x-role'] === 'nobody' || path.endsWith('/sign-out')) continue;
      for (const input of [
        [],
        'text',
        7,
        { base: -1, why: {}, values: [], channels: 'x' },
        { __proto__: null, $where: '1' },
      ]) {
        const answer = await admin.call(method, addressOf(path), method === 'GET' ? undefined : input);
        assert.ok(
          answer.status < 500,
          `${method} ${path} with ${JSON.stringify(input)} is answered ${answer.status}: ${answer.text}`,
        );
        assert.doesNotMatch(answer.text, /\.ts:\d+|node_modules/);
      }
    }
  });

  it('keeps nobody from asking, but asks for patience', async () => {
    const statuses = new Set<number>();
    for (let round = 0; round < 26; round += 1)
      for (const { status } of await Promise.all(Array.from({ length: 50 }, () => admin.call('GET', '/me'))))
        statuses.add(status);
    assert.deepEqual([...statuses].sort(), [200, 429]);
  });
});
