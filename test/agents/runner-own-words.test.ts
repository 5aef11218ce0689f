// The review measured on what our own agents say, which is true: nothing of it may be held back; and on the same with one
// value changed, which is not: all of it must be.
import assert from 'node:assert/strict';
import type { AgentName, AgentRequest } from '../../agents/agent.ts';
import { createClassifier } from '../../agents/classifier/index.ts';
import { createAgents } from '../../agents/index.ts';
import { OfflineModel } from '../../agents/offline-model.ts';
import { findUnfounded, type Sources } from '../../agents/running/review.ts';
import { callTool, type ToolCall } from '../../agents/running/tool-calls.ts';
import { findValues } from '../../agents/running/values.ts';
import { createManualClock } from '../../core/clock.ts';
import { makeDemoShop } from '../../models/shop/demo.ts';
import type { StoredOrder } from '../../models/shop/shop.ts';
import { createMongoBackends } from '../../tools/backends/mongo/index.ts';
import { createTools } from '../../tools/index.ts';
import type { ToolScope } from '../../tools/tool.ts';
import { memoryRows } from '../support/memory-rows.ts';

const clock = createManualClock();
const shop = makeDemoShop();
const agents = createAgents(createTools(createMongoBackends(memoryRows(shop), clock)));
const { classify } = createClassifier();

interface Question {
  agent: AgentName;
  text: string;
  customer: string;
}

const GENERAL: [AgentName, string][] = [
  ['order', 'where are my orders?'],
  ['billing', 'where is my refund?'],
  ['billing', 'show my invoice'],
  ['billing', 'I was charged $89.99 incorrectly'],
  ['shipping', 'How much to ship 3kg to LA?'],
  ['shipping', 'How much is 12kg to Germany?'],
  ['technical', "My headphones won't connect"],
  ['technical', 'is there a warranty on my headphones?'],
  ['technical', 'how do I set up my speaker?'],
  ['general', 'what can you do?'],
];
const QUESTIONS: Question[] = [
  ...(shop.shop_orders as StoredOrder[]).slice(0, 12).flatMap(({ _id, customerId: customer }): Question[] => [
    { agent: 'order', text: `Where is my order ${_id}?`, customer },
    { agent: 'shipping', text: `track the parcel of ${_id}`, customer },
    { agent: 'billing', text: `why was I charged for ${_id}?`, customer },
  ]),
  ...GENERAL.map(([agent, text]): Question => ({ agent, text, customer: 'CUS-1001' })),
];

/** What the agent says by itself, and what its tools said to it. */
async function answerOf(
  { agent: name, text, customer }: Question,
  language: string,
): Promise<{ text: string; sources: Sources }> {
  const agent = agents[name];
  const request: AgentRequest = {
    text,
    classification: { ...classify(text), language },
    history: [],
    summary: '',
    facts: { level: 'known' },
    today: clock.now().toISOString().slice(0, 10),
  };
  const scope: ToolScope = {
    customer: { level: 'known', shopCustomerId: customer },
    laneId: 'web|default|c1',
    idempotencyKey: `${name}${text}${language}`,
    clock,
    language,
  };
  const sources: Sources = {
    results: [],
    asked: [],
    facts: request.facts,
    policy: agent.instructions,
    replies: [],
    customer: text,
    today: request.today,
  };
  const model = new OfflineModel(agent, request);
  const messages = [];
  for (;;) {
    const said = await model.invoke(messages);
    const [call] = (said.tool_calls ?? []) as ToolCall[];
    if (!call) return { text: said.text, sources };
    const called = await callTool(call, { agent, scope, runs: [], seen: [], clock });
    if ('ending' in called) return { text: '', sources };
    messages.push(said, called.message);
    sources.results.push(called.result);
    if (called.isAnswered) sources.asked.push(call.args);
  }
}

describe('the review of our own words', () => {
  for (const language of ['en', 'de', 'es', 'fr'])
    it(`holds nothing back that our agents say (${language})`, async () => {
      for (const question of QUESTIONS) {
        const { text, sources } = await answerOf(question, language);
        assert.deepEqual(findUnfounded(text, sources), [], `«${question.text}» → ${text}`);
      }
    });

  for (const language of ['en', 'de', 'es', 'fr'])
    it(`finds every one of their values that was changed (${language})`, async () => {
      let changed = 0;
      const missed: string[] = [];
      for (const question of QUESTIONS) {
        const { text, sources } = await answerOf(question, language);
        for (const { kind, text: value } of findValues(text)) {
          if (kind !== 'id' && kind !== 'money' && kind !== 'day') continue;
          // The same value with another last digit: 9 for anything else, 4 for a 9; a day goes to the end of its month.
          const other =
            kind === 'day'
              ? value.replace(/\d{1,2}(?!\d)/, '27')
              : value.replace(/\d(?=\D*$)/, (digit) => (digit === '9' ? '4' : '9'));
          if (other === value || !text.includes(value)) continue;
          changed += 1;
          if (findUnfounded(text.replaceAll(value, other), sources).length === 0)
            missed.push(`${value} → ${other}: ${text.slice(0, 200)}`);
        }
      }
      assert.equal(changed > 60, true, `${changed} changed`);
      assert.deepEqual(missed, [], `${missed.length} of ${changed}`);
    });
});
