// What a `then:` line can check: a pattern, and what it looks at.
import assert from 'node:assert/strict';
import type { World } from './world.ts';

interface Check {
  pattern: RegExp;
  run(world: World, found: string[]): void;
}

const lastTurn = (world: World) => {
  const turn = world.turns.at(-1);
  assert.ok(turn, 'there was no turn');
  return turn;
};

export const checks: Check[] = [
  {
    pattern: /^the turn is (\w+), (\w+), (\w+)$/,
    run: (world, expected) => {
      const turn = lastTurn(world);
      assert.deepEqual([turn.intents[0]!.intent, turn.priority, turn.sentiment.label], expected);
    },
  },
  {
    pattern: /^the sentiment is (about )?(-?[\d.]+)$/,
    run: (world, [about, score]) => {
      const distance = Math.abs(lastTurn(world).sentiment.score - Number(score));
      assert.ok(distance <= (about ? 0.07 : 0), `the score is ${lastTurn(world).sentiment.score}`);
    },
  },
  {
    pattern: /^the agents? (?:is|are) (.+)$/,
    run: (world, [names]) =>
      assert.equal(
        lastTurn(world)
          .agents.map((agent) => agent.name)
          .join(', '),
        names,
      ),
  },
  { pattern: /^no agent answered$/, run: (world) => assert.deepEqual(lastTurn(world).agents, []) },
  {
    pattern: /^the tools? (?:is|are) (.+)$/,
    run: (world, [names]) =>
      assert.equal(
        lastTurn(world)
          .tools.map((tool) => tool.name)
          .join(', '),
        names,
      ),
  },
  {
    pattern: /^no paragraph was said twice$/,
    run: (world) => {
      const paragraphs = (world.lane().state as { lastReply: string }).lastReply.split('\n\n');
      assert.deepEqual(paragraphs, [...new Set(paragraphs)]);
    },
  },
  { pattern: /^the route is (.+)$/, run: (world, [route]) => assert.equal(lastTurn(world).route, route) },
  { pattern: /^the outcome is (\w+)$/, run: (world, [outcome]) => assert.equal(lastTurn(world).outcome, outcome) },
  { pattern: /^a follow-up is required$/, run: (world) => assert.equal(lastTurn(world).followUpRequired, true) },
  { pattern: /^no follow-up is required$/, run: (world) => assert.equal(lastTurn(world).followUpRequired, false) },
  {
    pattern: /^the case is (\w+)$/,
    run: (world, [status]) =>
      assert.deepEqual(
        world.caseOf().map((one) => one.status),
        [status],
      ),
  },
  {
    pattern: /^the reason is (.+)$/,
    run: (world, [reason]) =>
      assert.deepEqual(
        world.caseOf().map((one) => one.reason),
        [reason],
      ),
  },
  { pattern: /^there is no case$/, run: (world) => assert.deepEqual(world.caseOf(), []) },
  { pattern: /^the owner is (\w+)$/, run: (world, [owner]) => assert.equal(world.lane().owner, owner) },
  { pattern: /^the model was not asked again$/, run: (world) => assert.deepEqual(world.script, []) },
  {
    pattern: /^the model was asked (\d+) times?$/,
    run: (world, [times]) => assert.equal(world.asked.times, Number(times)),
  },
];
