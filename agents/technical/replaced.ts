// What is replaced within the warranty, by a colleague: the same thing again, where no step mends it. Pure.
import { actWords } from '../../phrases/acts/index.ts';
import { phrasesFor } from '../../phrases/index.ts';
import { technicalWords } from '../../phrases/technical/index.ts';
import type { AgentRequest, OfflineStep } from '../agent.ts';
import type { Trouble } from './memory.ts';

export const wantsNewForFree = (text: string): boolean =>
  (/\bnew (?:one|ones|pair|set)\b|\breplac(?:e|ed|ement)\b/i.test(text) && /\bfree\b/i.test(text)) ||
  /\b(?:just|only|rather) (?:want|like|have) (?:a |some )?new (?:one|ones|pair)\b/i.test(text);

/** A fault that no step mends: it is left alone, and a colleague has it replaced. */
export function sayFault(request: AgentRequest, trouble: Trouble): OfflineStep {
  const { language } = request.classification;
  const step = sayReplaced(request, trouble);
  return { ...step, text: `${technicalWords(language).leaksBelow()}\n\n${step.text}` };
}

/** "Do I get new ones for free?": within the warranty, by a colleague; the steps stay open. */
export function sayReplaced(request: AgentRequest, before: Trouble): OfflineStep & { text: string } {
  const { language } = request.classification;
  return {
    text: actWords(language).sameAgain({ name: before.name ?? before.kind ?? '' }),
    choices: [phrasesFor(language, request.phrases).personChoice()],
  };
}
