// The escalation agent: says that a person takes over, why, under which case, and by when. It decides nothing: the case
// was opened by the turn.
import { phrasesFor } from '../../phrases/index.ts';
import type { Tools } from '../../tools/index.ts';
import { type Agent, type AgentRequest, type OfflineStep, readInstructions } from '../agent.ts';

export function createEscalationAgent({ giveCredit }: Pick<Tools, 'giveCredit'>): Agent {
  return {
    name: 'escalation',
    handles: ['COMPLAINT', 'HUMAN_REQUEST'],
    instructions: readInstructions(import.meta.url),
    tools: [],
    approvedTools: [giveCredit],
    offline: decide,
  };
}

/** Who says so much has told what happened. */
const TOLD_FROM = 14;

function decide({ classification, facts, phrases, text }: AgentRequest): OfflineStep {
  const words = phrasesFor(classification.language, phrases);
  const open = facts.openCase;
  if (!open) return { text: words.offerPerson(), choices: [words.personChoice()] };
  if (!open.isNew) return { text: words.caseWaits({ caseId: open.id, due: open.due }) };
  const isComplaint = classification.intents[0]?.intent === 'COMPLAINT';
  const say = isComplaint ? words.caseOpenedAfterComplaint : words.caseOpened;
  const said = say({ caseId: open.id, due: open.due, reasons: open.reasons });
  const isTold = text.trim().split(/\s+/).length >= TOLD_FROM;
  const isVague = isComplaint && !isTold && open.reasons.every((reason) => reason === 'upset');
  return { text: isVague ? `${said}\n\n${words.whatHappened()}` : said };
}
