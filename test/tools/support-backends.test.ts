// What the tools of technical help do when their backends are away, and when the articles change.
import assert from 'node:assert/strict';
import { createManualClock } from '../../core/clock.ts';
import { makeDemoShop } from '../../models/shop/demo.ts';
import type { StoredArticle } from '../../models/shop/support.ts';
import { createMongoBackends } from '../../tools/backends/mongo/index.ts';
import { createMongoKnowledge } from '../../tools/backends/mongo/knowledge.ts';
import { type Backends, createTools, type Tools } from '../../tools/index.ts';
import type { ReadTool, ToolScope, WriteTool } from '../../tools/tool.ts';
import { memoryRows } from '../support/memory-rows.ts';

const shop = makeDemoShop();
const clock = createManualClock();

function toolsOver(changes: Partial<Backends> = {}): Tools {
  return createTools({ ...createMongoBackends(memoryRows(shop), clock), ...changes });
}

const scope: ToolScope = {
  customer: { level: 'anonymous' },
  laneId: 'web|default|c1',
  idempotencyKey: 'key-1',
  clock,
  language: 'en',
};

async function read(tool: unknown, input: object): Promise<Record<string, unknown>> {
  const reads = tool as ReadTool;
  return reads.run(reads.input.parse(input), scope);
}

describe('backends of technical help that fail', () => {
  const failing: Record<string, () => Promise<never>> = {
    'answer 500': () => Promise.reject(new Error('500')),
    hang: () => new Promise(() => undefined),
  };
  for (const [how, act] of Object.entries(failing)) {
    it(`${how}: the tool says so instead of guessing`, async function () {
      this.timeout(10_000);
      const everything = new Proxy({}, { get: () => act });
      const tools = toolsOver({ knowledge: everything as never, support: everything as never });
      await Promise.all(
        [
          read(tools.searchKnowledge, { query: 'headphones' }),
          read(tools.runDiagnostics, { product: 'lamp' }),
          read(tools.getBugState, { bugId: 'BUG-2041' }),
          read(tools.analyzeIssue, { text: 'my lamp flickers' }),
          writes(tools).execute({ product: 'lamp', symptom: 'light', text: 'x' }, scope),
        ].map((asked) => assert.rejects(asked, { code: 'backend.unavailable', kind: 'transient' })),
      );
    });
  }

  it('answers after one that failed once', async () => {
    const real = createMongoKnowledge(memoryRows(shop), clock);
    let calls = 0;
    const flaky = {
      ...real,
      findArticle: (id: string) => {
        calls += 1;
        return calls === 1 ? Promise.reject(new Error('500')) : real.findArticle(id);
      },
    };
    const { found } = await read(toolsOver({ knowledge: flaky }).searchKnowledge, { query: 'KB-015' });
    assert.equal(found, true);
  });

  it('does not keep an index that could not be read, and reads a new one after a minute', async () => {
    const rows = memoryRows(shop);
    const manual = createManualClock();
    let fail = true;
    const open = ((name: string) => {
      const real = rows<StoredArticle>(name);
      return { ...real, find: (filter: object) => (fail ? assert.fail('500') : real.find(filter as never)) };
    }) as never;
    const knowledge = createMongoKnowledge(open, manual);
    await assert.rejects(knowledge.findArticle('KB-001'));
    fail = false;
    assert.ok(await knowledge.findArticle('KB-001'));
    await rows<StoredArticle>('shop_articles').insertOne({
      ...(shop.shop_articles![0] as StoredArticle),
      _id: 'KB-900',
    });
    assert.equal(await knowledge.findArticle('KB-900'), null);
    manual.advance(61_000);
    assert.ok(await knowledge.findArticle('KB-900'));
  });

  function writes(tools: Tools) {
    return tools.reportBug as unknown as WriteTool;
  }
});
