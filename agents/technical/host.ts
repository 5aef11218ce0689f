// The phone or computer that our things are used with: how it is restarted, asked in the middle of a step. Pure.
import { technicalWords } from '../../phrases/technical/index.ts';
import type { AgentRequest, OfflineStep, ToolAnswer } from '../agent.ts';
import { outcomes } from './ask.ts';
import { explain } from './inform.ts';
import { asExchange, EXCHANGES, type Trouble } from './memory.ts';

/** "How do I restart a telephone?", of the thing that is used with ours. */
export function asksOfHost(text: string): boolean {
  return /\bhow (?:do|can|would|should|to)\b[^.?!]{0,30}\b(?:re-?start|re-?boot|turn off|switch off)\b[^.?!]{0,20}\b(?:tele)?(?:phone|mobile|handy|samsung|iphone|android|tablet|computer|laptop)\b/i.test(
    text,
  );
}

/** How the phone or computer is restarted, and then the same question as before. */
export function tellOfHost(request: AgentRequest, answers: readonly ToolAnswer[], before: Trouble): OfflineStep {
  const step = explain({ ...request, text: RESTART_OF_HOST }, answers);
  if ('call' in step) return step;
  const { didThatHelp } = technicalWords(request.classification.language);
  return {
    text: `${step.text}\n\n${didThatHelp()}`,
    choices: outcomes(request),
    asks: asExchange(EXCHANGES.helped, before),
  };
}

const RESTART_OF_HOST = 'restart phone';
