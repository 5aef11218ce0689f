// The general agent: greetings, thanks, small talk, questions about the house and the customer's account from the shop's
// articles, and an honest word about what it cannot settle.
import { factWords } from '../../phrases/facts/index.ts';
import { phrasesFor } from '../../phrases/index.ts';
import { orderWords, type ProductWords } from '../../phrases/order/index.ts';
import { technicalWords } from '../../phrases/technical/index.ts';
import type { Tools } from '../../tools/index.ts';
import { type Agent, type AgentRequest, type OfflineStep, readInstructions, type ToolAnswer } from '../agent.ts';
import { isHouseQuestion, tellByArticle } from '../tell-article.ts';
import { changeContact, understandsContact } from './contact.ts';

export function createGeneralAgent(tools: Tools): Agent {
  return {
    name: 'general',
    handles: ['GREETING', 'FEEDBACK', 'OUT_OF_SCOPE', 'ACCOUNT'],
    instructions: readInstructions(import.meta.url),
    tools: [tools.searchKnowledge, tools.recommendProducts, tools.changeContact],
    offline: decide,
    understands: (text, _classification, exchange) => understandsContact(text, exchange),
  };
}

const GOODBYE = /\b(bye|goodbye|see you|good night|talk to you later)\b/i;
const ABOUT_ME = /\b(who are you|what are you|are you (a )?(bot|human|real)|what can you do|help)\b/i;

/** Not every word with a question mark: one that asks for something that an article could say. */
const ASKS =
  /\?|^\W*(what|when|where|which|who|how|do|does|is|are|can|could|tell me|i (need|want|would like|forgot|can'?t|cannot)|please|my)\b|\b(policy|hours|address|password|account)\b/i;

function decide(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep {
  const contact = changeContact(request, answers);
  if (contact) return contact;
  if (isPraise(request)) return enhance(request, answers);
  if (!askedOfTheHouse(request)) return small(request);
  const told = tellByArticle(request, answers);
  if (!told) return isHouseQuestion(request.text) ? unknown(request) : small(request);
  // An account is their own: where the article is not what they meant, a person can do it.
  const isOwn = request.classification.intents[0]!.intent === 'ACCOUNT' && 'text' in told;
  return isOwn
    ? { ...told, choices: [phrasesFor(request.classification.language, request.phrases).personChoice()] }
    : told;
}

/** Very pleased, by somebody whose purchases we know. */
function isPraise({ classification, facts }: AgentRequest): boolean {
  const [first] = classification.intents;
  return first!.intent === 'FEEDBACK' && classification.sentiment.score >= 0.6 && facts.level !== 'anonymous';
}

/** Thanks, and one thing that fits what they bought, unless it was named in this conversation before. */
function enhance(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep {
  const answer = answers[0];
  if (!answer) return { call: 'recommend_products', input: { limit: 1 } };
  const thanks = phrasesFor(request.classification.language, request.phrases).youAreWelcome();
  const { products, because } = answer.result as { products?: ProductWords[]; because?: string };
  const [one] = products ?? [];
  const there = one?.variants.find((variant) => variant.stock !== 'none');
  if (!one || !there || !because || request.history.some(({ text }) => text.includes(one.name)))
    return { text: thanks };
  const { price, currency } = there;
  const more = orderWords(request.classification.language).mightLike({ name: one.name, price, currency, because });
  return { text: `${thanks}\n\n${more}` };
}

function unknown({ classification: { language }, phrases }: AgentRequest): OfflineStep {
  return { text: technicalWords(language).noArticle(), choices: [phrasesFor(language, phrases).personChoice()] };
}

function askedOfTheHouse({ classification, text }: AgentRequest): boolean {
  const intent = classification.intents[0]!.intent;
  if (intent === 'ACCOUNT' || isHouseQuestion(text)) return true;
  return ASKS.test(text) && !ABOUT_ME.test(text) && !GOODBYE.test(text) && text.split(/\s+/).length > 2;
}

/** "Hello! What can I do for you?" to somebody whose name we were told. */
function greetByName(name: string, greeting: string, { language }: AgentRequest['classification']): string {
  const sentence = greeting.replace(/^[^!.,]*[!.,]\s*/, '');
  return factWords(language).greeting({ name, sentence: sentence === '' ? greeting : sentence });
}

function small({ classification, text, phrases, facts }: AgentRequest): OfflineStep {
  const words = phrasesFor(classification.language, phrases);
  const intent = classification.intents[0]!.intent;
  switch (intent) {
    case 'GREETING':
      if (GOODBYE.test(text)) return { text: words.goodbye() };
      if (ABOUT_ME.test(text)) return { text: words.whatICanDo() };
      return {
        text: facts.toldName ? greetByName(facts.toldName, words.greeting(), classification) : words.greeting(),
      };
    case 'FEEDBACK':
      return { text: classification.sentiment.score >= 0 ? words.youAreWelcome() : words.thanksForTelling() };
    case 'OUT_OF_SCOPE':
      return { text: words.outOfScope() };
    default:
      return { text: words.cannotSettle({ topic: intent }), choices: [words.personChoice()] };
  }
}
