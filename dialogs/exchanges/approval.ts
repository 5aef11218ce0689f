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

/** Another amount than the customer agreed to: checked like any proposal, and put to them for a new yes. False: it cannot be. */
export async function proposeChanged(
  context: TurnContext,
  approval: Approval,
  words: Phrases,
): Promise<{ text: string; asks: boolean }> {
  const { services, state, settings } = context;
  const agent = services.agents[approval.agent as AgentName];
  const amount = approval.decided?.amount;
  context.classification.language = state.language || 'en';
  const tool = agent.tools.find((candidate) => candidate.name === approval.tool);
  const read = tool?.input.safeParse({ ...(approval.input as object), amount });
  const takesAmount = read?.success && (read.data as { amount?: unknown }).amount === amount;
  const key = deriveId(approval.key, 'changed', String(amount));
  const proposed =
    takesAmount && tool?.effect === 'writes' ? await tool.propose(read.data, scopeOf(context, key)) : null;
  if (!proposed?.allowed) return { text: words.declined({ summary: approval.summary }), asks: false };
  const { summary } = proposed;
  state.proposal = {
    agent: approval.agent as AgentName,
    tool: approval.tool,
    input: read!.data,
    summary,
    ...(proposed.amount ? { amount: proposed.amount } : {}),
    key,
    expiresAt: new Date(services.clock.nowMs() + Math.max(settings.proposalMinutes * 60_000, DAY_MS)),
  };
  return { text: `${words.changed({ summary })}\n\n${words.askYes()}`, asks: true };
}
