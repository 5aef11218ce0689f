// A write over the cap: the customer has said what they want, a person decides, and the bot does it once under the key that
// was made when it was proposed.
import type { AgentName, Proposal } from '../../agents/agent.ts';
import { deriveId } from '../../core/ids.ts';
import type { Approval } from '../../models/case.ts';
import type { Phrases } from '../../phrases/index.ts';
import { scopeOf, type TurnContext } from '../turn-context.ts';

const DAY_MS = 86_400_000;

/** What the desk is asked to decide about; it keeps for a day. */
export function approvalOf(context: TurnContext, proposal: Proposal): Approval {
  const { lane, entries, services } = context;
  return {
    agent: proposal.agent,
    tool: proposal.tool,
    input: proposal.input,
    summary: proposal.summary,
    ...(proposal.amount ? { amount: proposal.amount } : {}),
    key: deriveId(lane._id, entries[0]!.key, 'proposal', proposal.tool, JSON.stringify(proposal.input)),
    expiresAt: new Date(services.clock.nowMs() + DAY_MS),
  };
}

/** Does what was approved, or says that it was declined. */
export async function perform(context: TurnContext, approval: Approval, words: Phrases): Promise<string> {
  if (approval.decided?.verdict !== 'approved') return words.declined({ summary: approval.summary });
  const { services } = context;
  const agent = services.agents[approval.agent as AgentName];
  const proposal = { ...approval, agent: approval.agent as AgentName };
  context.classification.language = context.state.language || 'en';
  const done = await services.runner.confirm(agent, proposal, scopeOf(context, approval.key));
  return done.text;
}
