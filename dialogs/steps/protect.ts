// Danger, self-harm, fraud, account takeover, legal and privacy requests are caught before anything is understood as an
// intent: a fixed text, an urgent case, and no agent that could act.
import { namedKind } from '../../agents/goods.ts';
import type { Step } from '../../core/compose.ts';
import { dueInWords } from '../due-in-words.ts';
import { escalate } from '../escalate.ts';
import { isPlainRisk, readRisk } from '../reading/risks/index.ts';
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
  const thing = namedKind(context.meant);
  if (state.openCase)
    state.openCase = {
      ...state.openCase,
      ...(isPlainRisk(context.text) ? { isPlain: true } : {}),
      ...(thing && risk === 'danger' ? { thing } : {}),
    };
  const { openCase } = state;
  reply(context, words.risk({ risk, caseId: openCase!.id, due: dueInWords(context, openCase!.dueAt) }));
};
