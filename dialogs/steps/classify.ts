// What is it about? One classification per turn, made locally.
import type { Step } from '../../core/compose.ts';
import { phrasesFor } from '../../phrases/index.ts';
import type { TurnContext } from '../turn-context.ts';

export const classify: Step<TurnContext> = async (context, next) => {
  context.classification = context.services.classify(context.text);
  context.words = phrasesFor(context.classification.language);
  await next();
};
