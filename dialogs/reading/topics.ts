// Which agent answers a general question, and the general questions beside other wishes in one message. Pure.
import type { AgentName } from '../../agents/agent.ts';
import { splitClauses } from '../../agents/classifier/clauses.ts';
import { isHouseQuestion } from '../../agents/tell-article.ts';
import { topicOf } from '../../agents/topics.ts';
import type { Topic } from '../../models/shop/topics.ts';
import type { Intent } from '../../models/turn.ts';
import { isTongue } from '../../phrases/tongue.ts';
import type { Route, TurnContext } from '../turn-context.ts';
import { DOERS, onlyAsks, SURE_FROM, type Wanted } from './acts.ts';

/** The others are answered from articles. */
const AGENTS: Partial<Record<Topic, AgentName>> = { reordering: 'order', 'product-facts': 'order' };

export const agentFor = (topic: Topic): AgentName => AGENTS[topic] ?? 'general';

/** What we might sell beside our things. */
export const ACCESSORY =
  /\b(?:do you|you guys|is there|are there|can i|(?:whether|if) (?:you|your shop|the shop))\b[^.?!]{0,20}\b(?:sells?|have|has|offers?|buy|get|stocks?)\b[^.?!]{0,20}\b(?:(?:sd|memory|those|such) cards?|screen protectors?|(?:carrying |phone |camera )cases?|wrist rests?|tripods?|mouse ?pads?|usb.?c cables?|charging cables?|(?:spare|another|extra|longer|replacement) (?:batter(?:y|ies)|lids?|straps?|bulbs?|cables?|ear ?pads?))\b/i;

/** What is said beside the question for one. */
export const withoutAccessory = (text: string): string =>
  text
    .split(/(?<=[.!?])\s+|,?\s+(?=and (?:i|do|if|whether|can|are|is|also)\b)/i)
    .filter((part) => !ACCESSORY.test(part))
    .join(' ');

/** About an order, a sum or a thing of theirs. */
const OWN = /\b(my|mine|ord\W?\d+|it|them|this|that)\b|\d{4,}/i;
/** "If you have black" asks nothing. */
const IS_CONDITION = /^\W*(?:if|wenn|falls|si)\b/i;
const FEWEST_WORDS = 4;

/** "Where is my order, and do you wrap gifts?": the parts that ask in general, each for its agent. */
export function topicsBeside(text: string, intent: Intent): Route[] {
  const parts = splitClauses(text).map((one) => one.text);
  if (parts.length < 2) return [];
  return parts.flatMap((part): Route[] => {
    const isNone = OWN.test(part) || IS_CONDITION.test(part);
    const topic = isNone || part.split(/\s+/).length < FEWEST_WORDS ? null : topicOf(part);
    return topic ? [{ agent: agentFor(topic), intent, reason: `topic:${topic}`, topic, text: part }] : [];
  });
}

/** "So, gift wrapping? And please take one camera out": what is to be done is no question about the house. */
export const isDoneBeside = ({ act, margin, text }: Wanted, { text: all, meant }: TurnContext): boolean =>
  margin >= SURE_FROM && DOERS[act]?.topic === undefined && !onlyAsks(act) && text !== all && text !== meant;

/** A general question beside what is to be done. */
function topicsBesideDone(context: TurnContext, wanted: readonly Wanted[]): Route[] {
  const isBeside = (one: Wanted) =>
    isDoneBeside(one, context) || (one.act === 'warranty' && one.text !== context.meant);
  if (isTongue(context.state.language) || !wanted.some(isBeside)) return [];
  const isWanted = ({ text = '' }: Route) => wanted.some((one) => one.text.includes(text) || text.includes(one.text));
  return topicsBeside(context.meant, context.classification.intents[0]!.intent).filter((one) => !isWanted(one));
}

/** "How much is it to send one? And can I pay by cheque?": what is asked of the house in a sentence of its own. */
export function housesBeside({ meant, classification, state }: TurnContext, wanted: readonly Wanted[]): Route[] {
  const isSure = wanted.length > 0 && wanted.every(({ margin, text }) => margin >= SURE_FROM && text !== meant);
  if (!isSure || isTongue(state.language)) return [];
  const { intent } = classification.intents[0]!;
  return meant.split(/(?<=[.!?])\s+/).flatMap((part): Route[] => {
    const isWanted = wanted.some(({ text }) => text.includes(part) || part.includes(text));
    const isAccessory = ACCESSORY.test(part);
    if (isWanted || !part.endsWith('?') || !(isAccessory || isHouseQuestion(part))) return [];
    const topic = isAccessory ? 'spare-parts' : topicOf(part);
    return [{ agent: 'general', intent, reason: 'house:article', text: part, ...(topic ? { topic } : {}) }];
  });
}

/** What is asked in general beside what is wanted, each question once. */
export function askedBeside(context: TurnContext, wanted: readonly Wanted[]): Route[] {
  const topics = topicsBesideDone(context, wanted);
  const houses = housesBeside(context, wanted).filter(
    ({ text = '' }) => !topics.some((one) => one.text?.includes(text) || text.includes(one.text ?? text)),
  );
  return [...topics, ...houses];
}
