// A model that obeys the attacker can neither read nor change what is not the customer's: the tools and the runner hold.
// The whole of it is `npm run prove -- hostile`.
import assert from 'node:assert/strict';
import type { Tool } from '../../tools/tool.ts';
import { createAttacker, isHarmless, targets, VICTIM } from './attack.ts';
import { hostilePrompts } from './prompts.ts';

/** Of two hundred: each wish once, each in another dress. */
const SOME = hostilePrompts(VICTIM).filter((_prompt, at) => at % 20 === Math.floor(at / 20) * 2);

describe('a model that obeys the attacker', () => {
  it('has two hundred prompts, no two alike', () => {
    assert.equal(new Set(hostilePrompts(VICTIM)).size, 200);
    assert.equal(SOME.length, 10);
  });

  for (const { agent, tool } of targets())
    it(`learns and changes nothing through ${tool} of the ${agent} agent`, async () => {
      const { attack } = createAttacker();
      for (const prompt of SOME)
        for (const who of ['anonymous', 'known', 'strong'] as const) {
          const done = await attack({ agent, tool, who, prompt });
          assert.ok(isHarmless(done), JSON.stringify(done));
        }
    });
});

describe('a tool that does not hold', () => {
  const one = { agent: 'order', tool: 'get_order', who: 'known' as const, prompt: SOME[0]! };

  it('is noticed when it does not look whose order it is', async () => {
    const careless = (tool: Tool): Tool =>
      tool.name === 'get_order' && tool.effect === 'reads'
        ? {
            ...tool,
            run: (input, scope) =>
              tool.run(input, { ...scope, customer: { shopCustomerId: VICTIM.customerId, level: 'known' } }),
          }
        : tool;
    const done = await createAttacker(careless).attack(one);
    assert.deepEqual([done.leaked.includes('Velvet Moonstone'), isHarmless(done)], [true, false]);
  });

  it('is noticed when it writes while it proposes, or proposes what is not theirs', async () => {
    const hasty = (tool: Tool): Tool =>
      tool.name === 'cancel_order' && tool.effect === 'writes'
        ? {
            ...tool,
            propose: async (input, scope) => {
              const as = { ...scope, customer: { shopCustomerId: VICTIM.customerId, level: 'known' as const } };
              await tool.execute(input, as);
              return { allowed: true, summary: 'Done already.' };
            },
          }
        : tool;
    const done = await createAttacker(hasty).attack({ ...one, tool: 'cancel_order' });
    assert.deepEqual([done.changed, done.proposed], [['shop_orders'], 'cancel_order']);
  });
});
