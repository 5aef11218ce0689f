// A write over the cap: the customer has said what they want, a person decides, and the bot does it once under the key that
// was made when it was proposed.
import type { AgentName, Proposal } from '../../agents/agent.ts';
import { deriveId } from '../../core/ids.ts';
import type { Approval } from '../../models/case.ts';
import type { Phrases } from '../../phrases/index.ts';
import { apologise, tellCase } from '../escalate.ts';
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
    conversation: lane.reference,
  };
}

/** `caseId`: whose decision it was. */
export type DecidedApproval = Approval & { caseId?: string };

/** Does what was approved, or says that it was declined; null: there is nothing that the customer should hear. */
export async function perform(context: TurnContext, approval: DecidedApproval, words: Phrases): Promise<string | null> {
  if (approval.decided?.verdict !== 'approved')
    return approval.isApology ? null : words.declined({ summary: approval.summary });
  const { services } = context;
  const agent = services.agents[approval.agent as AgentName];
  const proposal = { ...approval, agent: approval.agent as AgentName };
  context.classification.language = context.state.language || 'en';
  try {
    const done = await services.runner.confirm(agent, proposal, scopeOf(context, approval.key));
    if (!approval.isApology || done.done) return done.text;
    if (approval.caseId)
      tellCase(context, approval.caseId, 'case.nothing', {}, deriveId(context.lane._id, approval.key, 'nothing'));
    return null;
  } catch (thrown) {
    // Nobody was promised an apology; of anything else a person finds out whether it was done, and the key keeps it from being
    // done twice.
    if (approval.isApology) throw thrown;
    return apologise(context, context.classification.intents[0]!.intent, thrown);
  }
}

const WEEK_MS = 7 * DAY_MS;

/** What the house may give after a bad experience, for a person to approve; null: the policy allows nothing. */
export async function apologyFor(context: TurnContext, caseId: string, language: string): Promise<Approval | null> {
  const { services, settings } = context;
  const tool = services.agents.escalation.approvedTools?.find((candidate) => candidate.name === 'give_credit');
  const input = { amount: settings.desk.recoveryAmount };
  if (tool?.effect !== 'writes' || input.amount === 0) return null;
  const key = deriveId(caseId, 'apology');
  const proposed = await tool.propose(input, { ...scopeOf(context, key), language });
  if (!proposed.allowed) return null;
  const { summary } = proposed;
  const conversation = context.lane.reference;
  const expiresAt = new Date(services.clock.nowMs() + WEEK_MS);
  return { agent: 'escalation', tool: tool.name, input, summary, key, expiresAt, conversation, isApology: true };
}

/**
 * Another amount than the customer agreed to: checked like any proposal and put to them for a new yes; the case learns
 * whether. Null: it cannot be had, and the customer is not told of it.
 */
export async function proposeChanged(context: TurnContext, approval: Approval, words: Phrases): Promise<string | null> {
  const { services, state, lane, entries } = context;
  context.classification.language = state.language || 'en';
  const proposal = await changedProposal(context, approval);
  const caseId = state.openCase?.id ?? state.lastCase?.id;
  const tellKey = deriveId(lane._id, entries[0]!.key, 'change');
  if (caseId) tellCase(context, caseId, 'case.change', { asked: proposal !== null }, tellKey);
  if (!proposal) return null;
  const key = deriveId(approval.key, 'changed', String(approval.decided?.amount));
  state.proposal = { ...proposal, key, expiresAt: new Date(services.clock.nowMs() + DAY_MS), isOffered: true };
  return `${words.changed({ summary: proposal.summary })}\n\n${words.askYes()}`;
}

async function changedProposal(context: TurnContext, approval: Approval): Promise<Proposal | null> {
  const agent = approval.agent as AgentName;
  const amount = approval.decided?.amount;
  const tool = context.services.agents[agent].tools.find((candidate) => candidate.name === approval.tool);
  if (tool?.effect !== 'writes') return null;
  const read = tool.input.safeParse({ ...(approval.input as object), amount });
  // A tool that does not know amounts would do the whole.
  if (!read.success || (read.data as { amount?: unknown }).amount !== amount) return null;
  const proposed = await tool.propose(read.data, scopeOf(context, approval.key));
  if (!proposed.allowed) return null;
  const { summary, amount: money } = proposed;
  return { agent, tool: approval.tool, input: read.data, summary, ...(money ? { amount: money } : {}) };
}
