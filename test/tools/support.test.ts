// The tools of technical help: what they read and what they promise.
import assert from 'node:assert/strict';
import { createManualClock } from '../../core/clock.ts';
import { makeDemoShop } from '../../models/shop/demo.ts';
import { readArticle, type StoredArticle } from '../../models/shop/support.ts';
import { STEP_IDS, technicalWords } from '../../phrases/technical/index.ts';
import { createMongoBackends } from '../../tools/backends/mongo/index.ts';
import { createTools, type Tools } from '../../tools/index.ts';
import type { Diagnosis } from '../../tools/support/run-diagnostics.ts';
import type { ReadTool, ToolScope, WriteTool } from '../../tools/tool.ts';
import { memoryRows } from '../support/memory-rows.ts';

const shop = makeDemoShop();
const clock = createManualClock();

function toolsOver(changes: Parameters<typeof createTools>[0] | object = {}): Tools {
  return createTools({ ...createMongoBackends(memoryRows(shop), clock), ...changes });
}

function scope(changes: Partial<ToolScope> = {}): ToolScope {
  return {
    customer: { level: 'anonymous' },
    laneId: 'web|default|c1',
    idempotencyKey: 'key-1',
    clock,
    language: 'en',
    ...changes,
  };
}
const maya = scope({ customer: { level: 'known', shopCustomerId: 'CUS-1001' } });

async function read(tool: unknown, input: object, as = scope()): Promise<Record<string, unknown>> {
  const reads = tool as ReadTool;
  return reads.run(reads.input.parse(input), as);
}

async function diagnose(tools: Tools, input: object, as = scope()): Promise<Diagnosis> {
  return (await read(tools.runDiagnostics, input, as)) as unknown as Diagnosis;
}

describe('the articles', () => {
  const articles = shop.shop_articles as StoredArticle[];

  it('are forty or more, each about something, and together about every kind of product', () => {
    assert.ok(articles.length >= 40);
    assert.equal(new Set(articles.map((one) => one._id)).size, articles.length);
    const kinds = new Set(articles.flatMap((one) => one.products));
    for (const kind of 'headphones speaker keyboard lamp backpack kettle camera watch blanket charger app website account'.split(
      ' ',
    ))
      assert.ok(kinds.has(kind), kind);
    for (const one of articles) {
      // What is said about the house needs no steps.
      const isOfHouse = one.products.includes('shop');
      assert.ok(one.body.length > 120 && (isOfHouse || one.steps.length > 0), one._id);
    }
  });

  it('name only steps that are written in every language', () => {
    for (const one of articles)
      for (const step of one.steps) assert.ok((STEP_IDS as readonly string[]).includes(step), `${one._id}: ${step}`);
  });

  it('are read from Markdown, with steps of their own as a list', () => {
    const article = readArticle(
      '---\nid: KB-900\ntitle: "Drone: Landing"\nproducts: drone\nminutes: 3\nsteps:\n  - Hold it, then let go.\n  - restart\n---\nLand softly.\n',
      'kb-900.md',
    );
    assert.deepEqual(article.steps, ['Hold it, then let go.', 'restart']);
    assert.equal(article.title, 'Drone: Landing');
  });

  for (const [name, file] of [
    ['no front matter', 'Just text'],
    ['an id of another form', '---\nid: 12\ntitle: T\nminutes: 1\n---\nText'],
    ['no title', '---\nid: KB-001\nminutes: 1\n---\nText'],
    ['minutes that are no number', '---\nid: KB-001\ntitle: T\nminutes: soon\n---\nText'],
    ['a topic that there is not', '---\nid: KB-001\ntitle: T\ntopics: moonlight\nminutes: 1\n---\nText'],
    ['an endless step', `---\nid: KB-001\ntitle: T\nminutes: 1\nsteps: ${'x'.repeat(401)}\n---\nText`],
  ])
    it(`are refused with ${name}, by the name of the file`, () =>
      assert.throws(() => readArticle(file!, 'kb-bad.md'), { code: 'article.malformed', message: /kb-bad\.md/ }));
});

describe('analyze_issue', () => {
  it('reads product, symptom, what was tried and that everything was', async () => {
    const found = await read(toolsOver().analyzeIssue, {
      text: "My wireless headphones are not connecting. I've tried everything: restarted them and used another phone.",
    });
    assert.deepEqual(found.product, { kind: 'headphones', name: 'wireless headphones' });
    assert.equal(found.symptom, 'no-connection');
    assert.deepEqual(found.tried, ['restart', 'other-phone']);
    assert.equal(found.triedEverything, true);
    assert.equal(found.knownBug, null);
  });

  it('takes a known customer’s own product by its name, and nobody else’s', async () => {
    const tools = toolsOver();
    const text = 'the backpack strap is torn';
    const own = await read(tools.listOrders, { limit: 10 }, maya);
    assert.ok(JSON.stringify(own).includes('Headphones'));
    const mine = await read(tools.analyzeIssue, { text: 'my headphones are dead' }, maya);
    assert.ok((mine.ownProducts as string[]).includes('Wireless Headphones'));
    assert.deepEqual((await read(tools.analyzeIssue, { text })).ownProducts, []);
  });

  it('names a known fault with what helps until it is fixed, in the customer’s language', async () => {
    const text = 'Mis auriculares no se conectan desde la actualización';
    const { knownBug } = await read(toolsOver().analyzeIssue, { text }, scope({ language: 'es' }));
    assert.deepEqual(knownBug, {
      bugId: 'BUG-2041',
      state: 'in progress',
      workaround: technicalWords('es').steps['forget-pairing'],
      workaroundStep: 'forget-pairing',
      fixedIn: '2.5',
    });
  });

  it('takes the symptom of the device that is named first', async () => {
    const text = "My bluetooth headphones aren't pairing and my watch won't sync either";
    const found = await read(toolsOver().analyzeIssue, { text });
    assert.deepEqual(
      [found.product, found.symptom],
      [{ kind: 'headphones', name: 'bluetooth headphones' }, 'no-connection'],
    );
  });

  it('sees danger', async () => {
    const tools = toolsOver();
    for (const text of ['my charger is smoking', 'la batería está hinchada', 'odeur de brûlé', 'es kommt Rauch heraus'])
      assert.equal((await read(tools.analyzeIssue, { text })).danger, true, text);
    assert.equal((await read(tools.analyzeIssue, { text: 'the light blinks red' })).danger, false);
  });

  it('helps without the names of the customer’s products when the shop is away', async () => {
    const away = { findOrder: async () => null, listOrders: () => Promise.reject(new Error('500')) };
    const tools = toolsOver({ shop: away as never });
    const found = await read(tools.analyzeIssue, { text: 'my lamp flickers' }, maya);
    assert.deepEqual(found.product, { kind: 'lamp', name: 'lamp' });
    assert.equal(found.ownProductsKnown, false);
  });
});

describe('run_diagnostics', () => {
  it('gives restart and factory reset together, fifteen minutes, from KB-001 and KB-015', async () => {
    const given = await diagnose(toolsOver(), { product: 'headphones', symptom: 'no-connection', together: true });
    assert.deepEqual(
      given.steps.map((one) => one.step),
      ['restart', 'factory-reset'],
    );
    assert.equal(given.minutes, 15);
    assert.deepEqual(
      given.articles.map((one) => one.id),
      ['KB-001', 'KB-015'],
    );
  });

  it('never gives a step that was tried, erases last, and ends', async () => {
    const tools = toolsOver();
    const tried: string[] = [];
    for (;;) {
      const { steps, exhausted } = await diagnose(tools, { product: 'headphones', symptom: 'no-connection', tried });
      if (exhausted) break;
      assert.equal(steps.length, 1);
      assert.ok(!tried.includes(steps[0]!.step), steps[0]!.step);
      tried.push(steps[0]!.step);
    }
    assert.ok(tried.length >= 5);
    assert.equal(tried.at(-1), 'factory-reset');
  });

  it('asks for nothing that needs power of a device that has none', async () => {
    const tools = toolsOver();
    const { steps, left } = await diagnose(tools, { product: 'watch', symptom: 'no-power' });
    const all = [steps[0]!.step];
    for (let at = 0; at < left; at += 1)
      all.push((await diagnose(tools, { product: 'watch', symptom: 'no-power', tried: all })).steps[0]!.step);
    assert.ok(!all.includes('update-firmware') && !all.includes('other-phone'), all.join(', '));
  });

  it('knows a first step for everything that has a plug, a battery or a page, whatever is wrong', async () => {
    const tools = toolsOver();
    for (const product of 'headphones speaker keyboard lamp kettle camera watch charger app website account device'.split(
      ' ',
    )) {
      const { exhausted } = await diagnose(tools, { product });
      assert.equal(exhausted, false, product);
    }
  });

  it('quotes a step of an article’s own, and knows it again by how it begins', async () => {
    const sentence = `Hold the big red button until the drone hums, ${'then wait '.repeat(10)}and let go.`;
    const article = {
      ...(shop.shop_articles![0] as StoredArticle),
      _id: 'KB-900',
      products: ['device'],
      symptoms: ['noise'],
      steps: [sentence],
    };
    const tools = createTools(createMongoBackends(memoryRows({ ...shop, shop_articles: [article] }), clock));
    const { steps } = await diagnose(tools, { product: 'device', symptom: 'noise' });
    assert.equal(steps[0]!.text, sentence);
    const again = await diagnose(tools, { product: 'device', symptom: 'noise', tried: [steps[0]!.step] });
    assert.equal(again.exhausted, true);
  });
});

describe('check_warranty', () => {
  it('says for the customer’s own products until when, and answers alike for another’s order and none', async () => {
    const tools = toolsOver();
    const { found, products } = await read(tools.checkWarranty, { orderId: 'ORD-12345' }, maya);
    assert.equal(found, true);
    assert.deepEqual(products, [
      { product: 'Wireless Headphones', orderId: 'ORD-12345', until: null, holds: true, months: 24 },
    ]);
    const stranger = scope({ customer: { level: 'known', shopCustomerId: 'CUS-1002' } });
    assert.deepEqual(
      await read(tools.checkWarranty, { orderId: 'ORD-12345' }, stranger),
      await read(tools.checkWarranty, { orderId: 'ORD-99999' }, stranger),
    );
    assert.equal((tools.checkWarranty as ReadTool).level, 'known');
  });

  it('counts months from the day of delivery', async () => {
    const base = (shop.shop_orders as { _id: string }[])[0]!;
    const order = (id: string, deliveryDay: number) => ({ ...base, _id: id, status: 'delivered', deliveryDay });
    const rows = { ...shop, shop_orders: [order('ORD-1', -10), order('ORD-2', -800)] };
    const tools = createTools(createMongoBackends(memoryRows(rows), clock));
    const stateOf = async (orderId: string) =>
      ((await read(tools.checkWarranty, { orderId }, maya)).products as { holds: boolean; until: string }[])[0]!;
    assert.equal((await stateOf('ORD-1')).holds, true);
    const ended = await stateOf('ORD-2');
    assert.equal(ended.holds, false);
    const day = (days: number) => new Date(clock.nowMs() + days * 86_400_000);
    assert.equal(ended.until.slice(0, 4), String(day(-800).getUTCFullYear() + 2));
    assert.equal(ended.until.slice(5), day(-800).toISOString().slice(5, 10));
  });
});

describe('report_bug and get_bug_state', () => {
  const input = { product: 'speaker', symptom: 'noise', text: 'it hums at night' };
  const writes = (tools: Tools) => tools.reportBug as unknown as WriteTool;

  it('proposes without changing anything, then reports once under the same key', async () => {
    const tools = toolsOver();
    const tool = writes(tools);
    const report = tool.input.parse(input);
    const proposed = await tool.propose(report, scope());
    assert.ok(proposed.allowed && proposed.summary.includes('your speaker'));
    const [first, second] = [await tool.execute(report, scope()), await tool.execute(report, scope())];
    assert.deepEqual(first, second);
    const bugId = /BUG-\w+/.exec(first.text)![0];
    const state = await read(tools.getBugState, { bugId });
    assert.deepEqual([state.state, state.willBeTold], ['reported', true]);
    const elsewhere = await read(tools.getBugState, { bugId }, scope({ laneId: 'sms|default|x' }));
    assert.equal(elsewhere.willBeTold, false);
    assert.doesNotMatch(JSON.stringify(elsewhere), /hums/);
  });

  it('joins the same fault of another customer, and one that the engineers know', async () => {
    const tools = toolsOver();
    const tool = writes(tools);
    const first = await tool.execute(tool.input.parse(input), scope());
    const other = scope({ laneId: 'sms|default|x', idempotencyKey: 'key-2' });
    assert.equal((await tool.execute(tool.input.parse(input), other)).text, first.text);
    const known = { product: 'headphones', symptom: 'no-connection', text: 'lost since the firmware update' };
    const proposed = await tool.propose(tool.input.parse(known), scope());
    assert.ok(proposed.allowed && proposed.summary.includes('BUG-2041'));
    assert.match(
      (await tool.execute(tool.input.parse(known), scope({ idempotencyKey: 'key-3' }))).text,
      /BUG-2041.*being fixed/s,
    );
  });

  it('does not know a number that nobody has', async () => {
    assert.deepEqual(await read(toolsOver().getBugState, { bugId: 'bug-9999' }), { found: false, bugId: 'BUG-9999' });
  });
});
