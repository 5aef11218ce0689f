// The bot asked something: is this the answer? A digression is answered as what it is, and the question lapses.
import type { Step } from '../../core/compose.ts';
import type { Intent } from '../../models/turn.ts';
import type { OpenQuestion } from '../conversation-state.ts';
import type { TurnContext } from '../turn-context.ts';

export const resume: Step<TurnContext> = async (context, next) => {
  const { question } = context.state;
  if (question && context.routes.length === 0) {
    context.state.question = null;
    if (question.kind === 'order number') resumeOrderNumber(context);
    else resumeTopics(context, question);
  }
  await next();
};

const BARE_NUMBER = /^\D{0,20}(\d{4,10})\D{0,20}$/;
const YES = /^\s*(yes|yes please|yeah|yep|sure|ok|okay|please do)\s*[!.]*\s*$/i;

/** "12345" alone is an order number when that is what was asked for. */
function resumeOrderNumber(context: TurnContext): void {
  const { classification } = context;
  const bare = BARE_NUMBER.exec(context.text)?.[1];
  const orderIds = classification.entities.orderIds ?? (bare ? [`ORD-${bare}`] : undefined);
  if (!orderIds) return;
  classification.entities = { ...classification.entities, orderIds };
  context.routes = [{ agent: 'order', intent: 'ORDER_INQUIRY', reason: 'resume:order number' }];
}

/** "Is it about X or Y?" was answered with one of them: the first text is what is to be answered. A whole new sentence is not. */
function resumeTopics(context: TurnContext, question: Extract<OpenQuestion, { kind: 'topics' }>): void {
  const picked = pickTopic(context, question.topics);
  if (!picked) return;
  const intents = [{ intent: picked, confidence: 1 }];
  context.classification = { ...context.services.classify(question.text), intents, confidence: 1, priority: 'MEDIUM' };
  context.text = question.text;
}

function pickTopic(context: TurnContext, topics: Intent[]): Intent | undefined {
  const said = context.text.trim().toLowerCase();
  const byName = topics.find((topic) => said === context.words.topic(topic).toLowerCase());
  if (byName) return byName;
  if (YES.test(said) || /^(1|the first( one)?|first)$/.test(said)) return topics[0];
  return /^(2|the second( one)?|second|the other( one)?)$/.test(said) ? topics[1] : undefined;
}
