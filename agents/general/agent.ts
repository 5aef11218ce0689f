// The general agent: greetings, thanks, small talk, and an honest word about what it cannot settle yet.
import { phrasesFor } from '../../phrases/index.ts';
import { type Agent, type AgentRequest, type OfflineStep, readInstructions } from '../agent.ts';

export function createGeneralAgent(): Agent {
  return {
    name: 'general',
    handles: ['GREETING', 'FEEDBACK', 'OUT_OF_SCOPE', 'ACCOUNT'],
    instructions: readInstructions(import.meta.url),
    tools: [],
    offline: decide,
  };
}

const GOODBYE = /\b(bye|goodbye|see you|good night|talk to you later)\b/i;
const ABOUT_ME = /\b(who are you|what are you|are you (a )?(bot|human|real)|what can you do|help)\b/i;

function decide({ classification, text, phrases }: AgentRequest): OfflineStep {
  const words = phrasesFor(classification.language, phrases);
  const intent = classification.intents[0]!.intent;
  switch (intent) {
    case 'GREETING':
      if (GOODBYE.test(text)) return { text: words.goodbye() };
      return { text: ABOUT_ME.test(text) ? words.whatICanDo() : words.greeting() };
    case 'FEEDBACK':
      return { text: classification.sentiment.score >= 0 ? words.youAreWelcome() : words.thanksForTelling() };
    case 'OUT_OF_SCOPE':
      return { text: words.outOfScope() };
    default:
      return { text: words.cannotSettle({ topic: intent }), choices: [words.personChoice()] };
  }
}
