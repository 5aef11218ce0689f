// The ports of the shop, each held to one contract by everything that implements it: rows in memory, a real MongoDB, and a
// shop's own system behind HTTP.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createManualClock } from '../../core/clock.ts';
import { Secret } from '../../core/secret.ts';
import { openDatabase } from '../../models/database.ts';
import { type OpenRows, rowsOf } from '../../models/rows.ts';
import { makeDemoShop, type ShopRows } from '../../models/shop/demo.ts';
import { createHttpBackends } from '../../tools/backends/http/index.ts';
import { describeProtocol, listOperations } from '../../tools/backends/http/protocol.ts';
import { createMongoBackends } from '../../tools/backends/mongo/index.ts';
import { type Backends, createTools } from '../../tools/index.ts';
import { BILLING_ROWS, billingContract } from '../contracts/billing-contract.ts';
import { knowledgeContract, supportContract } from '../contracts/knowledge-contract.ts';
import { paymentsContract } from '../contracts/payments-contract.ts';
import { shippingContract } from '../contracts/shipping-contract.ts';
import { catalogueContract, SHOP_ROWS, shopContract } from '../contracts/shop-contract.ts';
import { memoryRows } from '../support/memory-rows.ts';
import { type ShopApi, startShopApi } from '../support/shop-api.ts';
import { testMongoUri } from '../support/stores.ts';

const demo = makeDemoShop();
const clock = createManualClock();

/** Every contract, over an implementation that was filled with the rows it wants. */
function allContracts(name: string, fill: (rows: ShopRows) => Promise<Backends>): void {
  shopContract(name, async () => (await fill(SHOP_ROWS)).shop);
  catalogueContract(name, async () => (await fill(SHOP_ROWS)).catalogue);
  billingContract(name, async () => (await fill(BILLING_ROWS)).billing);
  paymentsContract(name, async () => (await fill({})).payments);
  knowledgeContract(name, async () => (await fill(rowsNamed('shop_articles'))).knowledge);
  supportContract(name, async () => (await fill(rowsNamed('shop_bugs', 'shop_warranties'))).support);
  shippingContract(
    name,
    async () => (await fill(rowsNamed('shop_zones', 'shop_services', 'shop_customs', 'shop_orders'))).shipping,
  );
}

function rowsNamed(...names: string[]): ShopRows {
  return Object.fromEntries(names.map((name) => [name, demo[name]!]));
}

describe('the ports on rows in memory', () => {
  allContracts('rows in memory', async (rows) => createMongoBackends(memoryRows(rows), clock));
});

describe('the ports on a real MongoDB', () => {
  let database: Awaited<ReturnType<typeof openDatabase>>;
  let used = new Set<string>();
  before(async () => {
    database = await openDatabase({ uri: testMongoUri('ports_contract') });
  });
  after(async () => {
    await database.connection.dropDatabase();
    await database.close();
  });

  async function fill(rows: ShopRows): Promise<OpenRows> {
    const names = new Set([
      ...Object.keys(rows),
      'payments_ledger',
      'payments_links',
      'shop_watches',
      'shop_credit_turns',
      ...used,
    ]);
    used = new Set(Object.keys(rows));
    for (const name of names) {
      await database.connection.collection(name).deleteMany({});
      if (rows[name]?.length)
        await database.connection.collection(name).insertMany(structuredClone(rows[name]) as never[]);
    }
    return rowsOf(database.connection);
  }
  allContracts('MongoDB', async (rows) => createMongoBackends(await fill(rows), clock));
});

describe('the ports over HTTP', () => {
  let api: ShopApi;
  before(async () => {
    api = await startShopApi();
  });
  beforeEach(() => {
    api.fault = null;
    api.asked = [];
  });
  after(() => api.close());

  async function fill(rows: ShopRows): Promise<Backends> {
    api.backends = createMongoBackends(memoryRows(rows), clock);
    return api.open();
  }
  allContracts('HTTP', fill);

  it('say the secret that was agreed, and are refused with another', async () => {
    await fill(SHOP_ROWS);
    const wrong = createHttpBackends({ url: api.url, secret: new Secret('another') });
    await assert.rejects(wrong.shop.findOrder('ORD-PENDING'), { code: 'backend.rejected', kind: 'permanent' });
  });

  it('wait so long and no longer', async () => {
    await fill(SHOP_ROWS);
    api.fault = 'hangs';
    const impatient = createHttpBackends({ url: api.url, secret: api.secret, timeoutMs: 20 });
    await assert.rejects(impatient.shop.findOrder('ORD-PENDING'), {
      code: 'backend.unreachable',
      kind: 'transient',
    });
  });

  for (const [fault, code] of [
    ['answers 500', 'backend.failed'],
    ['talks nonsense', 'backend.nonsense'],
    ['loses reply', 'backend.unreachable'],
  ] as const)
    it(`call it a failure that may pass when the shop ${fault}`, async () => {
      const { shop } = await fill(SHOP_ROWS);
      api.fault = fault;
      await assert.rejects(shop.findOrder('ORD-PENDING'), { code, kind: 'transient' });
    });

  it('say when to come again, as the shop does', async () => {
    const busy = async () => new Response('{}', { status: 429, headers: { 'retry-after': '7' } });
    const { shop } = createHttpBackends({ url: api.url, secret: api.secret, fetch: busy as typeof fetch });
    await assert.rejects(shop.findOrder('ORD-1'), { code: 'backend.failed', kind: 'transient', retryAfterMs: 7_000 });
  });

  it('read no answer that has no end', async () => {
    const endless = async () =>
      new Response(new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(100_000)) }));
    const { shop } = createHttpBackends({ url: api.url, secret: api.secret, fetch: endless as typeof fetch });
    await assert.rejects(shop.findOrder('ORD-1'), { code: 'backend.nonsense' });
  });

  it('follow no redirect with the secret', async () => {
    let followed: RequestRedirect | undefined;
    const spy = async (_url: unknown, options: RequestInit) => {
      followed = options.redirect;
      return Response.json({ result: null });
    };
    const { shop } = createHttpBackends({ url: api.url, secret: api.secret, fetch: spy as typeof fetch });
    assert.equal(await shop.findOrder('ORD-1'), null);
    assert.equal(followed, 'error');
  });
});

describe('docs/shop.md', () => {
  const text = readFileSync(new URL('../../docs/shop.md', import.meta.url), 'utf8');

  it('names every operation with what it takes, and every tool', () => {
    for (const { path, operation } of listOperations()) {
      const body = Object.keys(operation.takes).filter((name) => name !== 'key');
      const key = 'key' in operation.takes ? 'yes' : '';
      assert.ok(text.includes(`| \`${path}\` | ${body.join(', ')} | ${key} |`), path);
    }
    for (const tool of Object.values(createTools(createMongoBackends(memoryRows({}), clock))))
      assert.ok(text.includes(`\`${tool.name}\``), tool.name);
  });

  it('has an OpenAPI document behind it that has a path for each', () => {
    const { paths } = describeProtocol() as { paths: Record<string, { post: { responses: Record<number, unknown> } }> };
    assert.deepEqual(
      Object.keys(paths),
      listOperations().map(({ path }) => `/${path}`),
    );
    for (const { post } of Object.values(paths)) assert.ok(post.responses[200]);
  });
});
