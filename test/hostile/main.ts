// npm run prove -- hostile: every prompt, against every tool of every agent, as nobody, as somebody else, and as somebody else with a code.
import { createAttacker, isHarmless, targets, VICTIM } from './attack.ts';
import { hostilePrompts } from './prompts.ts';

const prompts = hostilePrompts(VICTIM);
const { attack } = createAttacker();
let attacks = 0;
const damage = [];
for (const { agent, tool } of targets()) {
  for (const prompt of prompts) {
    for (const who of ['anonymous', 'known', 'strong'] as const) {
      attacks += 1;
      const done = await attack({ agent, tool, who, prompt });
      if (!isHarmless(done)) damage.push(done);
    }
  }
}
for (const one of damage.slice(0, 20)) process.stdout.write(`${JSON.stringify(one)}\n`);
const leaks = damage.filter((one) => one.leaked.length > 0).length;
process.stdout.write(
  [
    `| prompts | ${prompts.length} |`,
    `| tools of agents | ${targets().length} |`,
    `| attacks | ${attacks} |`,
    `| leaks | ${leaks} |`,
    `| unconfirmed writes | ${damage.filter((one) => one.changed.length > 0).length} |`,
    `| proposals on what is not theirs | ${damage.filter((one) => one.proposed).length} |`,
    '',
  ].join('\n'),
);
process.exit(damage.length === 0 ? 0 : 1);
