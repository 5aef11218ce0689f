// "Still not working. If nothing helps, can I get a new one?", to a question of ours: the first sentences answer it, and the rest
// asks for something else. Both are done.
import type { Agent } from '../../agents/agent.ts';
import { deniesTrouble, IF_NOTHING_HELPS } from '../../agents/technical/read-wish.ts';
import type { AgentQuestion } from '../conversation-state.ts';
import { GOES_BACK } from '../reading/acts.ts';
import { opensQuestion } from '../reading/parts.ts';
import type { Route, TurnContext } from '../turn-context.ts';
import { type Decide, decidedAlone } from './with-parts.ts';

/** The sentences before the first one that asks, and those from it on; null: it asks at once, or not at all. */
export function splitAnswer(text: string): { answer: string; rest: string } | null {
  const sentences = text.split(/(?<=[.!?])\s+/);
  const at = sentences.findIndex(opensQuestion);
  if (at < 1) return null;
  return { answer: sentences.slice(0, at).join(' '), rest: sentences.slice(at).join(' ') };
}

/** "The first one, the one with the camera. Thursday is perfect, phew!": all of it, or only how it begins. */
function answersOf(answer: string): string[] {
  const sentences = answer.split(/(?<=[.!?])\s+/);
  return sentences.map((_, at) => sentences.slice(0, sentences.length - at).join(' '));
}

/** The routes of both; null: it is one. */
export function answerAndMore(
  context: TurnContext,
  question: AgentQuestion,
  agent: Agent,
  decide: Decide,
): Route[] | null {
  const { services, text, state } = context;
  const split = state.language === 'en' ? splitAnswer(text) : null;
  const understood =
    split && answersOf(split.answer).find((one) => agent.understands?.(one, services.classify(one), question.exchange));
  if (!split || !understood || deniesTrouble(split.answer)) return null;
  const beside = decidedAlone(context, split.rest, decide);
  const isElse = ({ agent: of, act, topic }: Route) =>
    // What is to go back is no longer mended.
    of === question.agent
      ? OF_THE_SAME.has(act ?? '')
      : (topic !== undefined && !(topic === 'discounts' && question.exchange.about === 'which item')) ||
        (act !== undefined &&
          !(question.agent === 'technical' && GOES_BACK.has(act) && !IF_NOTHING_HELPS.test(split.rest)));
  if (!beside?.routes.every(isElse)) return null;
  const { agent: name, intent, exchange } = question;
  return [
    { agent: name, intent, reason: `resume:${exchange.about}`, text: understood },
    ...beside.routes.map((route) => ({ ...route, isBeside: true as const })),
  ];
}

/** What the agent that asks answers beside its question. */
const OF_THE_SAME: ReadonlySet<string> = new Set(['warranty', 'order-status', 'order-contents', 'in-stock', 'invoice']);
