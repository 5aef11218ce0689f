// The registry of agents: an explicit list, so that the compiler finds what is missing.
import type { Tools } from '../tools/index.ts';
import type { Agent, AgentName } from './agent.ts';
import { createBillingAgent } from './billing/agent.ts';
import { createEscalationAgent } from './escalation/agent.ts';
import { createGeneralAgent } from './general/agent.ts';
import { createOrderAgent } from './order/agent.ts';
import { answersModel } from './running/own-tools.ts';
import { createShippingAgent } from './shipping/agent.ts';
import { createTechnicalAgent } from './technical/agent.ts';

export type Agents = Record<AgentName, Agent>;

/** From here on a message is about something of its own, whatever was asked before. */
const SURELY_FROM = 0.75;

export function createAgents(tools: Tools): Agents {
  const agents: Agents = {
    order: createOrderAgent(tools),
    technical: createTechnicalAgent(tools),
    billing: createBillingAgent(tools),
    shipping: createShippingAgent(tools),
    escalation: createEscalationAgent(tools),
    general: createGeneralAgent(tools),
  };
  return Object.fromEntries(Object.entries(agents).map(([name, agent]) => [name, withModelQuestions(agent)])) as Agents;
}

/** What a model asked, its agent understands the answer to; the rest is the agent's own matter. */
function withModelQuestions(agent: Agent): Agent {
  return {
    ...agent,
    understands: (text, classification, exchange) => {
      const isOther =
        classification.confidence >= SURELY_FROM && !agent.handles.includes(classification.intents[0]!.intent);
      return answersModel(exchange, isOther) || (agent.understands?.(text, classification, exchange) ?? false);
    },
  };
}
