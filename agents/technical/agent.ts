// The technical agent: help with products, one step at a time. It decides what the customer wants; how a diagnosis goes
// on stands in diagnose.ts, what else it can do in inform.ts.
import type { Intent } from '../../models/turn.ts';
import { phrasesFor } from '../../phrases/index.ts';
import { technicalWords } from '../../phrases/technical/index.ts';
import type { Tools } from '../../tools/index.ts';
import { kindOfProduct, readDevice } from '../../tools/support/read-device.ts';
import { readDanger, readSymptom } from '../../tools/support/read-symptom.ts';
import { readTried } from '../../tools/support/read-tried.ts';
import { type Agent, type AgentRequest, type OfflineStep, readInstructions, type ToolAnswer } from '../agent.ts';
import { readSmallTalk } from '../general/small-talk.ts';
import { namedKind } from '../goods.ts';
import { readOrderWish } from '../order/wish.ts';
import { asksOfArticle, isHouseQuestion, isOfArticle, tellFromArticle } from '../tell-article.ts';
import { aside } from './aside.ts';
import { continueDiagnosis, startDiagnosis } from './diagnose.ts';
import { asksOfHost } from './host.ts';
import { explain, reportFault, spokenDevice, tellBugState, tellWarranty, WANTS_NEW } from './inform.ts';
import { EXCHANGES, NO_TROUBLE, type Trouble, troubleOf, union } from './memory.ts';
import { readReply, worksElsewhere } from './read-reply.ts';
import { asksForNewOne, asksOfTheFault, readWish, soundsBroken, tellsOfProblem, type Wish } from './read-wish.ts';

export function createTechnicalAgent(tools: Tools): Agent {
  return {
    name: 'technical',
    handles: ['TECHNICAL_SUPPORT'],
    instructions: readInstructions(import.meta.url),
    tools: [
      tools.searchKnowledge,
      tools.analyzeIssue,
      tools.runDiagnostics,
      tools.checkWarranty,
      tools.reportBug,
      tools.getBugState,
    ],
    offline: decide,
    understands,
    aside,
  };
}

function decide(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep {
  const { exchange, text } = request;
  const article = exchange && isOfArticle(exchange) ? exchange : null;
  const trouble = exchange && !article ? troubleOf(exchange) : null;
  if (readDanger(text)) return stopUsing(request, trouble);
  if (article) return tellFromArticle(request, article);
  if (request.facts.bugId && asksOfTheFault(text)) return tellBugState(request, answers);
  const wish = wishOf(request);
  if (trouble && OF_WARRANTY.has(wish) && exchange?.about !== EXCHANGES.product)
    return request.facts.level === 'anonymous'
      ? explain(request, answers, 'warranty')
      : tellWarrantyMeanwhile(request, answers, trouble);
  // "No, the keyboard! Its space bar sticks."
  if (trouble && isTroubleElsewhere(text, trouble))
    return startDiagnosis({ ...request, text: brokenPart(text) }, answers, null);
  if (trouble && isNextDevice(text, trouble))
    return startDiagnosis(request, answers, null, { further: putAside(trouble) });
  if (trouble && isNowNamed(text, trouble))
    return startDiagnosis(request, answers, { ...NO_TROUBLE, words: trouble.words });
  if (trouble && exchange?.about === EXCHANGES.symptom && worksAgain(text))
    return continueDiagnosis(request, answers, trouble);
  if (trouble && (exchange?.about === EXCHANGES.helped || exchange?.about === EXCHANGES.solved))
    return continueDiagnosis(request, answers, trouble);
  if (trouble && exchange?.about === EXCHANGES.fault) return reportFault(request, answers, trouble);
  if (trouble) return startDiagnosis(request, answers, trouble);
  switch (wish) {
    case 'bug state':
      return tellBugState(request, answers);
    case 'report':
      return reportFault(request, answers, null);
    case 'warranty':
      return tellWarranty(request, answers);
    case 'wet':
      return explain(request, answers, 'water protection wet dry');
    case 'torn':
      return withPerson(request, explain(request, answers, 'warranty'));
    case 'about warranty':
      return explain(request, answers, 'warranty');
    case 'how to':
      return explain(request, answers);
    case 'problem':
      return startDiagnosis({ ...request, text: brokenPart(text) }, answers, null);
  }
}

/** "Wiped it, no difference. Is it still under warranty?": what is covered, and the steps go on. */
function tellWarrantyMeanwhile(request: AgentRequest, answers: readonly ToolAnswer[], trouble: Trouble): OfflineStep {
  const { text, exchange } = request;
  const isStep = ({ name }: ToolAnswer) => name === 'run_diagnostics';
  const about = { ...request, text: `${text} ${trouble.name ?? trouble.kind ?? ''}` };
  const told = tellWarranty(
    about,
    answers.filter((one) => !isStep(one)),
  );
  if (!('text' in told) || told.choices || exchange?.about !== EXCHANGES.helped) return told;
  const said = text
    .split(/(?<=[.!?])\s+/)
    .filter((part) => !/warrant|guarantee/i.test(part))
    .join(' ');
  if (readReply(said) !== 'failed') return told;
  const step = continueDiagnosis({ ...request, text: said }, answers.filter(isStep), trouble);
  return 'text' in step ? { ...step, text: `${told.text}\n\n${step.text}` } : step;
}

const IN_GENERAL = /\b(?:in general|policy|terms|conditions|before (?:i )?buy\w*|if i (?:buy|order)|would)\b/i;
const OF_IT = /\b(?:on|for|of) (?:it|them|those|these|that|this)\b/i;
const OF_WARRANTY: ReadonlySet<Wish> = new Set(['warranty', 'about warranty']);

/** What is surely wanted, or what our rules read. */
function wishOf(request: AgentRequest): Wish {
  const { act, text, facts, classification } = request;
  const read = readWish(text);
  if (act === 'how-to') return 'how to';
  // "It flickers: what could I try, and is it under warranty?"
  if (act === 'trouble' && OF_WARRANTY.has(read) && /\btry\b/i.test(text) && soundsBroken(text)) return 'problem';
  const isNext = /\bwhat (?:should|can|else|shall|do) (?:i|we|can i)? ?(?:try|do)\b/i.test(text);
  if (act === 'trouble' && read === 'how to' && (isNext || !text.trim().endsWith('?'))) return 'problem';
  // "What do I try, and is it under warranty?"
  if (act === 'warranty' && read === 'problem' && /\b(?:warrant|guarantee)/i.test(text)) return 'warranty';
  // Of a thing that they may have, its own.
  const isOfOrder = OF_IT.test(text) && classification.entities.orderIds !== undefined;
  const isNew = WANTS_NEW().test(text) && spokenDevice(request) !== null;
  const isNamed = namedKind(text) !== null || isOfOrder || isNew;
  const isOfThing = facts.level !== 'anonymous' && isNamed && !IN_GENERAL.test(text);
  if (act === 'warranty' && read !== 'warranty') return isOfThing ? 'warranty' : 'about warranty';
  return read;
}

/** What no step mends is a colleague's, once it is said what is covered. */
function withPerson({ classification, phrases }: AgentRequest, step: OfflineStep): OfflineStep {
  return 'text' in step ? { ...step, choices: [phrasesFor(classification.language, phrases).personChoice()] } : step;
}

/** It may hurt somebody: no steps, a person at once. */
function stopUsing({ text, classification }: AgentRequest, trouble: Trouble | null): OfflineStep {
  const words = technicalWords(classification.language);
  const device =
    readDevice(text, classification.language) ??
    (trouble?.kind
      ? { kind: trouble.kind, ...(trouble.name ? { name: trouble.name } : {}) }
      : { kind: 'device' as const });
  const name = device.name ?? device.kind;
  return {
    text: words.danger({ device: words.yourDevice(device) }),
    escalate: {
      reason: 'risk',
      summary: `Possible danger with the customer's ${name}: they were told to stop using it.`,
    },
  };
}

const OTHER_SUBJECTS: ReadonlySet<Intent> = new Set(['ORDER_INQUIRY', 'SHIPPING', 'BILLING', 'ACCOUNT']);
/** Frustration over a device stays here; fury about us does not. */
const FURY = -0.6;
const MOST_REPLY_WORDS = 10;
const SAYS_OUTCOME =
  /\b(still|help(ed|s)?|same|tried|next thing|did (that|it)|done|works?|working|step|again|nothing (happens|changed)|igual|encore|immer noch|geholfen)\b/i;
/** More words than this are a message of their own when another subject is sure. */
const FEW_WORDS = 6;

const understands: NonNullable<Agent['understands']> = (text, classification, exchange) => {
  const { intent, confidence } = classification.intents[0]!;
  if (isOfArticle(exchange))
    return (
      readDanger(text) ||
      (asksOfArticle(text, exchange) && !isAnotherQuestion(text) && !(OTHER_SUBJECTS.has(intent) && confidence >= 0.7))
    );
  const trouble = troubleOf(exchange);
  if (intent === 'HUMAN_REQUEST' && confidence >= 0.5) return false;
  if (['return', 'exchange'].includes(readOrderWish(text)) && !/\?\s*$/.test(text)) return false;
  if (intent === 'COMPLAINT' && classification.sentiment.score <= FURY) return false;
  if (readDanger(text)) return true;
  if (isTroubleElsewhere(text, trouble)) return true;
  const { orderIds, trackingNumbers, money, emails } = classification.entities;
  if (orderIds || trackingNumbers || money || emails) return false;
  // "Is there still warranty on them?" is about the thing that is looked at, whatever else is said.
  if (trouble.kind !== null && exchange.about === EXCHANGES.helped && readWish(text) === 'warranty')
    return !isAnotherDevice(text, trouble);
  if (exchange.about === EXCHANGES.helped && asksOfHost(text)) return true;
  const isOther = OTHER_SUBJECTS.has(intent) && confidence >= 0.7;
  if (isOther && text.split(/\s+/).length > FEW_WORDS) return false;
  if (exchange.about === EXCHANGES.solved) return readReply(text) === 'failed' && !isAnotherDevice(text, trouble);
  if (exchange.about === EXCHANGES.helped && (isNowNamed(text, trouble) || isNextDevice(text, trouble))) return true;
  if (exchange.about === EXCHANGES.helped && (isSameDevice(text, trouble) || worksElsewhere(text))) return true;
  if (exchange.about === EXCHANGES.helped) {
    const reply = readReply(text);
    // A long message that says nothing of the step or of trouble is about something else.
    const isLong = text.split(/\s+/).length > MOST_REPLY_WORDS;
    if (
      isLong &&
      reply !== 'worked' &&
      !tellsOfProblem(text) &&
      readTried(text).length === 0 &&
      !SAYS_OUTCOME.test(text)
    )
      return false;
    const device = readDevice(text);
    const isOfIt = device === null || device.kind === trouble.kind;
    const isStill = reply !== null || (!isOther && isOfIt && (tellsOfProblem(text) || soundsBroken(text)));
    return isStill && !(isOther && reply === 'how') && !isAnotherDevice(text, trouble);
  }
  if (readDevice(text) || readSymptom(text, trouble.kind)) return true;
  if (exchange.about === EXCHANGES.symptom && worksAgain(text)) return true;
  // What is wrong is said in few words, or in words of trouble.
  const isPlain = text.trim().split(/\s+/).length <= FEW_WORDS || soundsBroken(text);
  return (
    isPlain &&
    /[\p{L}\d]/u.test(text) &&
    !(OTHER_SUBJECTS.has(intent) && confidence >= 0.5) &&
    intent !== 'GREETING' &&
    intent !== 'FEEDBACK'
  );
};

/** What an article was told before says nothing of: the guarantee, the price, the house, us, or something that goes wrong. */
function isAnotherQuestion(text: string): boolean {
  const wish = readWish(text);
  return (
    wish === 'warranty' ||
    wish === 'about warranty' ||
    tellsOfProblem(text) ||
    asksForNewOne(text) ||
    isHouseQuestion(text) ||
    readSmallTalk(text) !== null ||
    ABOUT_ELSE.test(text)
  );
}

const ABOUT_ELSE =
  /\b(cost|price|pay|better|best|cheaper|open|closed|bot|human|repeat|again|mean|order(ed|s)?|return(ed)?|refund|deliver\w*)\b/i;

/** Something is wrong with another thing, in so many words. */
function isTroubleElsewhere(text: string, trouble: Trouble): boolean {
  const broken = brokenPart(text);
  return (
    trouble.kind !== null &&
    isAnotherDevice(broken, trouble) &&
    soundsBroken(broken) &&
    !/\b(works?|fine)\b/i.test(broken)
  );
}

/** "You do love that camera! My keyboard's space bar sticks": without the sentences on other things. */
function brokenPart(text: string): string {
  const parts = text.split(/(?<=[.!?])\s+/);
  const kinds = parts.filter((part) => soundsBroken(part)).flatMap((part) => kindOfProduct(part) ?? []);
  const isOfIt = (part: string) => kinds.includes(kindOfProduct(part)!) || kindOfProduct(part) === null;
  return kinds.length > 0 ? parts.filter(isOfIt).join(' ') : text;
}

/** "Ok, now the speaker." */
function isNextDevice(text: string, trouble: Trouble): boolean {
  const isShort = text.trim().split(/\s+/).length < FEW_WORDS;
  const reply = readReply(text);
  return isShort && reply !== 'worked' && reply !== 'failed' && isAnotherDevice(text, trouble);
}

/** What is left for later comes back when the next one is done with. */
function putAside({ kind, name, symptom, tried, last, further }: Trouble): Trouble['further'] {
  if (kind === null || kind === 'device') return further;
  return [...further, { kind, name, words: name ?? kind, symptom, tried: union(tried, last) }];
}

/** "Works now", where it was asked what is wrong. */
function worksAgain(text: string): boolean {
  return (
    readReply(text) === 'worked' && text.trim().split(/\s+/).length < FEW_WORDS && !/^\W*(yes|yep|yeah)\W*$/i.test(text)
  );
}

/** "The lamp", of two: what was asked about it still stands. */
function isSameDevice(text: string, { kind }: Trouble): boolean {
  return kind !== null && kindOfProduct(text) === kind && text.trim().split(/\s+/).length <= 3;
}

/** They could not say what it is, and now they do. */
function isNowNamed(text: string, { kind }: Trouble): boolean {
  return kind === 'device' && kindOfProduct(text) !== null && text.trim().split(/\s+/).length <= FEW_WORDS;
}

/** Trouble with another product of ours is a new problem, not an answer. "Another charger" is something that was tried. */
function isAnotherDevice(text: string, { kind }: Trouble): boolean {
  const named = kindOfProduct(text);
  return named !== null && named !== 'charger' && named !== kind && kind !== 'app' && kind !== 'device';
}
