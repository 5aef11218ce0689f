// Some pieces of a line: changed while the order is pending, exchanged when it was delivered. The same over rows and over a
// shop's own system behind HTTP: what is confirmed, what stands in the order then, what is refused, and once under a key.
import assert from 'node:assert/strict';
import { createManualClock } from '../../core/clock.ts';
import type { OpenRows } from '../../models/rows.ts';
import type { StoredCharge } from '../../models/shop/billing.ts';
import { makeDemoShop } from '../../models/shop/demo.ts';
import type { OrderItem, ShopProduct, StoredOrder } from '../../models/shop/shop.ts';
import { createMongoBackends } from '../../tools/backends/mongo/index.ts';
import { type Backends, createTools, type Tools } from '../../tools/index.ts';
import type { NotAllowed, Proposed, ReadTool, ToolScope, WriteTool } from '../../tools/tool.ts';
import { memoryRows } from '../support/memory-rows.ts';
import { type ShopApi, startShopApi } from '../support/shop-api.ts';
import { order } from '../support/world.ts';

const clock = createManualClock();
const MAYA = 'CUS-1001';

const variantOf = (colour: string, size: string, price: number, stock: number) => ({
  sku: `BAG-${colour}-${size}`.toUpperCase(),
  options: { colour, size },
  price,
  stock,
});
const BAG: ShopProduct = {
  _id: 'BAG',
  name: 'Studio Backpack',
  category: 'travel',
  price: 64,
  stock: 20,
  variants: [
    variantOf('blue', 'small', 64, 0),
    variantOf('green', 'small', 69.5, 2),
    variantOf('green', 'large', 79.5, 9),
    variantOf('red', 'small', 60, 9),
    variantOf('black', 'small', 64, 0),
  ],
};
const LAMP = { sku: 'LAMP', name: 'Lamp', quantity: 1, price: 30 };

function bags(colour: string, quantity: number, price: number): OrderItem {
  const { sku, options } = BAG.variants!.find((one) => one.options.colour === colour)!;
  return { sku: 'BAG', name: BAG.name, variant: sku, options, quantity, price };
}
const BLUE = (quantity: number) => bags('blue', quantity, 64);
const GREEN = (quantity: number) => bags('green', quantity, 69.5);

const cost = (items: OrderItem[]) => items.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
/** Five of the total is the shipping. */
const placed = (id: string, items: OrderItem[], status: StoredOrder['status'] = 'pending') =>
  order(id, { customerId: MAYA, status, items, total: cost(items) + 5 });

const ORDERS = [
  placed('ORD-1', [BLUE(2)]),
  placed('ORD-2', [GREEN(1), BLUE(2), LAMP]),
  // Bought when green ones cost less.
  placed('ORD-3', [BLUE(2), bags('green', 1, 59)]),
  placed('ORD-4', [BLUE(4)]),
  placed('ORD-5', [BLUE(2)]),
  placed('ORD-6', [BLUE(2)], 'delivered'),
  placed('ORD-7', [BLUE(4)], 'delivered'),
];
const aFailed = (makeDemoShop().shop_charges as StoredCharge[]).find(({ status }) => status === 'failed')!;
const FAILED = { ...aFailed, customerId: MAYA, orderId: 'ORD-5' };

function piecesOver(name: string, open: () => Promise<{ backends: Backends; rows: OpenRows }>): void {
  describe(`some pieces of a line, over ${name}`, () => {
    let tools: Tools;
    let rows: OpenRows;
    beforeEach(async () => {
      const opened = await open();
      rows = opened.rows;
      tools = createTools(opened.backends);
    });

    const scopeOf = (idempotencyKey = 'yes-1', language = 'en'): ToolScope => ({
      customer: { shopCustomerId: MAYA, level: 'known' },
      laneId: 'web|default|c1',
      idempotencyKey,
      clock,
      language,
    });
    const propose = (tool: 'changeItems' | 'exchangeItem', input: object, language = 'en') =>
      (tools[tool] as WriteTool).propose(tools[tool].input.parse(input), scopeOf('none', language));
    const confirm = (tool: 'changeItems' | 'exchangeItem', input: object, key?: string) =>
      (tools[tool] as WriteTool).execute(tools[tool].input.parse(input), scopeOf(key));
    const summaryOf = async (...asked: Parameters<typeof propose>): Promise<string> => {
      const proposed = await propose(...asked);
      assert.ok(proposed.allowed, JSON.stringify(proposed));
      return proposed.summary;
    };
    const whyNot = (answer: Proposed | NotAllowed) => (answer.allowed ? answer.summary : answer.why);
    const stored = async (id: string) => (await rows<StoredOrder>('shop_orders').findOne({ _id: id }))!;
    const one = { orderId: 'ORD-1', sku: 'BAG', count: 1, options: ['green'] };

    it('one of two becomes green: the line is split, the price is that of the one', async () => {
      assert.equal(
        await summaryOf('changeItems', one),
        "In order ORD-1: 1 × Studio Backpack (blue, small) and 1 × Studio Backpack (green, small) instead of 2 × Studio Backpack (blue, small). That is $5.50 more, charged the way you paid. An order's items can be changed once.",
      );
      const { done, text } = await confirm('changeItems', one);
      assert.ok(done);
      assert.equal(
        text,
        'Done: order ORD-1 is now 1 × Studio Backpack (blue, small) and 1 × Studio Backpack (green, small).',
      );
      const { items, total } = await stored('ORD-1');
      assert.deepEqual(items, [BLUE(1), GREEN(1)]);
      assert.equal(total, 138.5, '133 with the shipping, and 5.50 more');
    });

    it('is proposed in every language', async () => {
      const both = 'Studio Backpack (blue, small)';
      for (const [language, said] of [
        ['es', `1 × ${both} y 1 × Studio Backpack (green, small) en lugar de 2 × ${both}. Son 5,50`],
        ['fr', `1 × ${both} et 1 × Studio Backpack (green, small) au lieu de 2 × ${both}. Cela fait 5,50`],
        ['de', `1 × ${both} und 1 × Studio Backpack (green, small) statt 2 × ${both}. Das sind 5,50`],
      ] as const) {
        const summary = await summaryOf('changeItems', one, language);
        assert.ok(summary.includes(said), summary);
      }
    });

    it('under the same key is done once and answered alike, under another one not at all', async () => {
      const both = await Promise.all([confirm('changeItems', one), confirm('changeItems', one)]);
      assert.ok(both[0].done);
      assert.deepEqual(both[1], both[0]);
      assert.deepEqual(await confirm('changeItems', one), both[0], 'the blue one that is left is not told as green');
      assert.equal((await confirm('changeItems', one, 'yes-2')).done, false);
      const { items, operations } = await stored('ORD-1');
      assert.deepEqual([items, operations?.length], [[BLUE(1), GREEN(1)], 1]);
    });

    it('join a line that is the same already, which is said', async () => {
      // By its product: the line that is green already is not meant.
      const joining = { ...one, orderId: 'ORD-2' };
      assert.match(
        await summaryOf('changeItems', joining),
        /^In order ORD-2: 2 × Studio Backpack \(green, small\) and 1 × Studio Backpack \(blue, small\) instead of 1 × Studio Backpack \(green, small\) and 2 × Studio Backpack \(blue, small\)\. That is \$5\.50 more/,
      );
      assert.ok((await confirm('changeItems', joining)).done);
      assert.deepEqual((await stored('ORD-2')).items, [GREEN(2), BLUE(1), LAMP]);
    });

    it('join none that was bought at another price', async () => {
      const { text } = await confirm('changeItems', { ...one, orderId: 'ORD-3' });
      assert.match(text, /^Done/);
      const { items, total } = await stored('ORD-3');
      assert.deepEqual(items, [BLUE(1), GREEN(1), bags('green', 1, 59)]);
      assert.equal(total, cost(items) + 5);
    });

    it('all of them are the whole line', async () => {
      const all = { ...one, count: 2 };
      const { count: _count, ...whole } = all;
      const summary = await summaryOf('changeItems', all);
      assert.equal(summary, await summaryOf('changeItems', whole));
      assert.match(summary, /: 2 × Studio Backpack \(green, small\) instead of 2 × .*\$11\.00 more/);
      assert.ok((await confirm('changeItems', all)).done);
      assert.deepEqual((await stored('ORD-1')).items, [GREEN(2)]);
    });

    it('several changes of one line find what those before them left', async () => {
      const each = {
        orderId: 'ORD-4',
        sku: 'BAG-BLUE-SMALL',
        count: 1,
        options: ['green'],
        also: [{ sku: 'BAG-BLUE-SMALL', count: 2, options: ['red'] }],
      };
      assert.match(
        await summaryOf('changeItems', each),
        /: 1 × [^,]+blue, small\), 1 × [^,]+green, small\), and 2 × [^,]+red, small\) instead of 4 × .* \$2\.50 goes back/,
      );
      const more = [...each.also, { sku: 'BAG-BLUE-SMALL', count: 2, options: ['green', 'large'] }];
      assert.equal(whyNot(await propose('changeItems', { ...each, also: more })), 'more than there is');
      const green = [{ sku: 'BAG-BLUE-SMALL', count: 2, options: ['green'] }];
      assert.equal(whyNot(await propose('changeItems', { ...each, also: green })), 'sold out', 'three of two');
    });

    it('changes of several lines stand apart from each other', async () => {
      const both = { ...one, orderId: 'ORD-2', sku: 'BAG-BLUE-SMALL', options: ['red'] };
      assert.match(
        await summaryOf('changeItems', { ...both, also: [{ sku: 'LAMP', quantity: 0 }] }),
        /: 1 × [^;]+blue, small\) and 1 × [^;]+red, small\) instead of 2 × [^;]+blue, small\); without 1 × Lamp\. \$34\.00 goes back/,
      );
    });

    it('are refused where there are not so many, on the shelf or in the line, or it is what they are', async () => {
      for (const [change, why] of [
        [{ count: 3 }, 'more than there is'],
        [{ options: ['black'] }, 'sold out'],
        [{ options: ['blue'] }, 'the same variant'],
        [{ options: ['pink'] }, 'no such variant'],
        [{ orderId: 'ORD-4', count: 3 }, 'sold out'],
      ] as const)
        assert.equal(whyNot(await propose('changeItems', { ...one, ...change })), why);
      assert.ok((await propose('changeItems', { ...one, orderId: 'ORD-4', count: 2 })).allowed, 'two of four');
      assert.equal((await confirm('changeItems', { ...one, count: 3 })).done, false);
      assert.deepEqual((await stored('ORD-1')).items, [BLUE(2)]);
    });

    it('are no input without another variant, or with how many there shall be', () => {
      const { input } = tools.changeItems;
      const { options: _options, ...bare } = one;
      for (const bad of [bare, { ...bare, options: [] }, { ...one, quantity: 2 }, { ...one, count: 0 }]) {
        assert.equal(input.safeParse(bad).success, false, JSON.stringify(bad));
        assert.equal(input.safeParse({ orderId: 'ORD-1', sku: 'LAMP', also: [bad] }).success, false);
      }
      assert.equal(input.safeParse({ ...bare, variant: 'BAG-GREEN-SMALL' }).success, true);
    });

    it('of an order that nobody has paid give the new total', async () => {
      const summary = await summaryOf('changeItems', { ...one, orderId: 'ORD-5' });
      assert.match(summary, /Nothing was paid yet: the order then comes to \$138\.50\./);
    });

    it('of a line that was split can be named by what the order tells', async () => {
      await confirm('changeItems', one);
      const tool = tools.getOrder as ReadTool;
      const told = await tool.run(tool.input.parse({ orderId: 'ORD-1' }), scopeOf());
      assert.deepEqual(
        (told.items as OrderItem[]).map(({ sku, variant, quantity }) => [sku, variant, quantity]),
        [
          ['BAG', 'BAG-BLUE-SMALL', 1],
          ['BAG', 'BAG-GREEN-SMALL', 1],
        ],
      );
    });

    it('are exchanged when they were delivered, once, and the record says how many', async () => {
      const swap = { ...one, orderId: 'ORD-6' };
      assert.equal(
        await summaryOf('exchangeItem', swap),
        'Exchange from order ORD-6: 1 of 2 × Studio Backpack (blue, small) for the one in green, small. That is $5.50 more, charged the way you paid. You get a return label by e-mail.',
      );
      const first = await confirm('exchangeItem', swap);
      assert.ok(first.done);
      assert.deepEqual(await confirm('exchangeItem', swap), first);
      const { goingBack, operations } = await stored('ORD-6');
      assert.deepEqual(goingBack, [{ sku: 'BAG-BLUE-SMALL', quantity: 1, for: 'BAG-GREEN-SMALL' }]);
      assert.deepEqual(
        operations?.map(({ what }) => what),
        ['exchange: 1 × BAG-BLUE-SMALL for BAG-GREEN-SMALL'],
      );
      assert.equal(whyNot(await propose('exchangeItem', { ...swap, count: 2 })), 'more than there is');
    });

    it('are exchanged for several others, as far as there are any', async () => {
      const also = [{ sku: 'BAG', count: 2, options: ['red'] }];
      const each = { ...one, orderId: 'ORD-7', also };
      const words = { es: '2 de 4 × ', fr: '2 sur 4 × ', de: '2 von 4 × ', en: 'for the ones in red, small' };
      for (const [language, said] of Object.entries(words)) {
        const summary = await summaryOf('exchangeItem', each, language);
        assert.ok(summary.includes(said), summary);
      }
      const green = [{ sku: 'BAG', count: 2, options: ['green'] }];
      assert.equal(whyNot(await propose('exchangeItem', { ...each, also: green })), 'sold out', 'three of two');
      assert.ok((await confirm('exchangeItem', each)).done);
      assert.deepEqual(
        (await stored('ORD-7')).goingBack?.map(({ quantity, for: other }) => [quantity, other]),
        [
          [1, 'BAG-GREEN-SMALL'],
          [2, 'BAG-RED-SMALL'],
        ],
      );
    });

    it('of an exchange have one number only', () => {
      const { input } = tools.exchangeItem;
      assert.equal(input.safeParse({ ...one, quantity: 1 }).success, false);
      assert.equal(input.safeParse({ ...one, also: [{ sku: 'BAG', count: 1, quantity: 1 }] }).success, false);
    });
  });
}

const fill = () =>
  memoryRows({
    shop_orders: ORDERS,
    shop_products: [BAG, { _id: 'LAMP', name: 'Lamp', category: 'home', price: 30, stock: 3 }],
    shop_charges: [FAILED],
  });

piecesOver('rows', async () => {
  const rows = fill();
  return { rows, backends: createMongoBackends(rows, clock) };
});

describe('behind HTTP', () => {
  let api: ShopApi;
  before(async () => {
    api = await startShopApi();
  });
  after(() => api.close());
  piecesOver('HTTP', async () => {
    const rows = fill();
    api.backends = createMongoBackends(rows, clock);
    return { rows, backends: api.open() };
  });
});
