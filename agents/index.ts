// The registry of agents: an explicit list, so that the compiler finds what is missing.
import type { Tools } from '../tools/index.ts';
import type { Agent, AgentName } from './agent.ts';
import { createBillingAgent } from './billing/agent.ts';
import { createEscalationAgent } from './escalation/agent.ts';
import { createGeneralAgent } from './general/agent.ts';
import { createOrderAgent } from './order/agent.ts';
import { createShippingAgent } from './shipping/agent.ts';
import { createTechnicalAgent } from './technical/agent.ts';

export type Agents = Record<AgentName, Agent>;

export function createAgents(tools: Tools): Agents {
  return {
    order: createOrderAgent(tools),
    technical: createTechnicalAgent(tools),
    billing: createBillingAgent(tools),
    shipping: createShippingAgent(tools),
    escalation: createEscalationAgent(),
    general: createGeneralAgent(),
  };
}
