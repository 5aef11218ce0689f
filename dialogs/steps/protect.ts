// Danger, self-harm, fraud, account takeover, legal and privacy requests are caught before anything is understood as an
// intent: a fixed text, an urgent case, and no agent that could act.
import type { Step } from '../../core/compose.ts';
import { dueInWords } from '../due-in-words.ts';
import { escalate } from '../escalate.ts';
import { readRisk } from '../reading/risks/index.ts';
import { reply, type TurnContext } from '../turn-context.ts';

export const protect: Step<TurnContext> = async (context, next) => {
  const risk = readRisk(context.text);
  if (!risk) return next();
  const { state, words } = context;
  state.proposal = null;
  state.nextProposals = [];
  state.question = null;
  context.classification = { ...context.classification, priority: 'URGENT' };
  context.route = `risk:${risk}`;
  escalate(context, {
    reason: 'risk',
    reasons: [risk],
    summary: `Risk (${risk}): the customer's own words are below.`,
  });
  const { openCase } = state;
  reply(context, words.risk({ risk, caseId: openCase!.id, due: dueInWords(context, openCase!.dueAt) }));
};
