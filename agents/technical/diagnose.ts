// How the technical agent goes through a problem: understand it, ask what is missing once, then one step after the other
// until it works or nothing is left. Pure: what was tried stands in the exchange's memory.
import { phrasesFor } from '../../phrases/index.ts';
import { technicalWords } from '../../phrases/technical/index.ts';
import type { IssueAnalysis, KnownBug } from '../../tools/support/analyze-issue.ts';
import { minutesOf } from '../../tools/support/plan.ts';
import { readSymptom } from '../../tools/support/read-symptom.ts';
import { readNamedSteps, readTried } from '../../tools/support/read-tried.ts';
import type { Diagnosis } from '../../tools/support/run-diagnostics.ts';
import type { AgentRequest, OfflineStep, ToolAnswer } from '../agent.ts';
import { askProduct, askSymptom, cannotSay, oneByOne, outcomes, USUAL } from './ask.ts';
import { deviceBefore, leaksBelow, needlessFor, symptomBefore, triedBefore } from './before.ts';
import { asksOfHost, tellOfHost } from './host.ts';
import { reportFault } from './inform.ts';
import { asExchange, deviceOf, EXCHANGES, NO_TROUBLE, type Trouble, union, waiting } from './memory.ts';
import { readReply, saysAlready, type TroubleReply, worksElsewhere } from './read-reply.ts';
import { IF_NOTHING_HELPS, soundsBroken, tellsOfProblem } from './read-wish.ts';
import { sayFault, sayReplaced, wantsNewForFree } from './replaced.ts';

const CHECK_BACK_MINUTES = 24 * 60;

/** What analyze_issue takes; the problem is told before that. */
const LONGEST_TEXT = 2_000;
const BUT = /\b(?:but|pero|mais|aber)\b/i;

/** From this step on a person is among the choices. */
const PERSON_FROM = 3;

/** A problem is told, or what was missing of it. `asked`: what was known when the bot asked. */
export function startDiagnosis(
  request: AgentRequest,
  answers: readonly ToolAnswer[],
  asked: Trouble | null,
  known: Partial<Trouble> = {},
): OfflineStep {
  const before = asked ?? { ...NO_TROUBLE, ...known };
  const text = [before.words, request.text].filter((part) => part !== '').join('. ');
  const analysed = answers[0];
  if (!analysed)
    return {
      call: 'analyze_issue',
      input: { text: text.slice(0, LONGEST_TEXT), ...(before.kind ? { product: before.kind } : {}) },
    };
  if (analysed.result.error !== undefined) return cannotSay(request);
  const analysis = analysed.result as unknown as IssueAnalysis;
  const trouble = describe(request, analysis, before, text);
  // A mail or a link that does not come, a door that stays shut: that is the account.
  if (trouble.kind === null && (trouble.symptom === 'message' || trouble.symptom === 'login')) trouble.kind = 'account';
  // "One of them makes blurred pictures", of what was spoken of just before.
  const spoken = trouble.kind === null && !asked ? deviceBefore(request) : null;
  if (spoken) Object.assign(trouble, { kind: spoken.kind, name: trouble.name ?? null });
  if (trouble.kind === null) {
    if (!asked) return askProduct(request, trouble, analysis.ownProducts);
    trouble.kind = 'device';
  }
  if (trouble.symptom === null) {
    if (!(asked && before.kind) && !trouble.triedEverything && USUAL[trouble.kind]) return askSymptom(request, trouble);
    trouble.symptom = 'other';
  }
  if (trouble.symptom === 'leak' && leaksBelow(text)) return sayFault(request, trouble);
  const bug = analysis.knownBug;
  if (bug && (bug.state === 'fixed' || bug.workaround)) return giveWorkaround(request, trouble, bug);
  const diagnosed = answers[1];
  return diagnosed ? giveStep(request, trouble, diagnosed) : askNext(trouble, trouble.triedEverything);
}

/** An answer to "did that help?". */
export function continueDiagnosis(request: AgentRequest, answers: readonly ToolAnswer[], before: Trouble): OfflineStep {
  const words = technicalWords(request.classification.language);
  const device = words.yourDevice(deviceOf(before));
  const asks = asExchange(EXCHANGES.helped, before);
  if (before.symptom === 'no-connection' && worksElsewhere(request.text)) return sayElsewhere(request, before);
  if (wantsNewForFree(request.text)) return sayReplaced(request, before);
  if (before.symptom === 'leak' && leaksBelow(request.text)) return sayFault(request, before);
  const reply = replyTo(request.text, before);
  switch (reply) {
    case 'worked':
      if (before.further.length > 0) return goOnWithNext(request, answers, before, words.solved({ device }));
      return { text: words.solved({ device }), keeps: asExchange(EXCHANGES.solved, before) };
    case 'report':
      return reportFault(request, answers, before);
    case 'how':
      return inDetail(request, answers, before);
    case 'done':
    case null:
      return askOutcome(request, before);
    case 'later':
      return {
        text: words.takeYourTime(),
        asks,
        followUp: {
          about: `check:${before.articleId ?? before.kind}`,
          afterMinutes: CHECK_BACK_MINUTES,
          text: words.checkBack({ device }),
        },
      };
  }
  // "It connects now, but there is no sound": what stands after the but is what is wrong.
  const changed = readSymptom(request.text.split(BUT).at(-1)!, before.kind);
  const trouble: Trouble = {
    ...before,
    // "Battery out and in, the same" is what was done, and no other trouble.
    symptom:
      changed && reply === 'failed' && !(changed === 'battery' && before.symptom === 'no-power')
        ? changed
        : before.symptom,
    tried: union(before.tried, before.last, readTried(request.text)),
    skipped: reply === 'cannot' ? union(before.skipped, before.last) : before.skipped,
  };
  const diagnosed = answers[0];
  return diagnosed ? giveStep(request, trouble, diagnosed) : askNext(trouble, false);
}

/** It is the phone: whatever is tried on the thing itself is in vain. */
function sayElsewhere(request: AgentRequest, before: Trouble): OfflineStep {
  const words = technicalWords(request.classification.language);
  return {
    text: `${words.worksElsewhere({ device: words.yourDevice(deviceOf(before)) })}\n\n${words.didThatHelp()}`,
    choices: [...outcomes(request), phrasesFor(request.classification.language, request.phrases).personChoice()],
    asks: asExchange(EXCHANGES.helped, before),
  };
}

/** What they did already, and was asked for now, did not help. */
function replyTo(text: string, { last }: Trouble): TroubleReply | null {
  const reply = readReply(text);
  const isAsked = readTried(text).some((step) => last.includes(step));
  if (reply === null && (tellsOfProblem(text) || soundsBroken(text))) return 'failed';
  return reply === 'done' && isAsked && saysAlready(text) ? 'failed' : reply;
}

/** They say what they did, and not what came of it. Something else than was asked is remembered and left out. */
function askOutcome(request: AgentRequest, before: Trouble): OfflineStep {
  const words = technicalWords(request.classification.language);
  const others = readTried(request.text).filter((step) => !before.last.includes(step));
  const left = others.length > 0 ? [words.leavingOutTried()] : [];
  return {
    text: [...left, words.didThatHelp()].join('\n\n'),
    choices: outcomes(request),
    asks: asExchange(EXCHANGES.helped, { ...before, tried: union(before.tried, others) }),
  };
}

/** One is done with, and another product waits for its turn. */
function goOnWithNext(
  request: AgentRequest,
  answers: readonly ToolAnswer[],
  before: Trouble,
  said: string,
): OfflineStep {
  const [next, ...further] = before.further;
  const { words, symptom = null, tried = [] } = next!;
  const step = startDiagnosis({ ...request, text: words }, answers, null, { further, symptom, tried });
  return 'call' in step ? step : { ...step, text: `${said}\n\n${step.text}` };
}

function describe(request: AgentRequest, analysis: IssueAnalysis, before: Trouble, words: string): Trouble {
  const kind = analysis.product?.kind ?? before.kind;
  return {
    ...before,
    kind,
    further: waiting(kind, before.further, analysis.further ?? []),
    name: analysis.product?.name ?? before.name,
    symptom: analysis.symptom ?? before.symptom ?? symptomBefore(request, kind),
    tried: union(before.tried, analysis.tried, triedBefore(request, kind)),
    triedEverything: before.triedEverything || analysis.triedEverything,
    words,
  };
}

function askNext({ kind, symptom, tried, words }: Trouble, together: boolean): OfflineStep {
  const needless = needlessFor(words);
  return {
    call: 'run_diagnostics',
    input: { product: kind ?? 'device', symptom: symptom ?? 'other', tried: union(tried, needless), together },
  };
}

function giveStep(request: AgentRequest, trouble: Trouble, diagnosed: ToolAnswer): OfflineStep {
  if (diagnosed.result.error !== undefined) return cannotSay(request);
  const diagnosis = diagnosed.result as unknown as Diagnosis;
  if (diagnosis.exhausted) return giveUp(request, trouble);
  const words = technicalWords(request.classification.language);
  const attempts = trouble.attempts + 1;
  const next: Trouble = {
    ...trouble,
    attempts,
    last: diagnosis.steps.map((one) => one.step),
    articleId: diagnosis.steps[0]!.articleId,
  };
  const steps = diagnosis.steps.map(({ text }, at) => (diagnosis.steps.length > 1 ? `${at + 1}. ${text}` : text));
  const parts = [
    ...(IF_NOTHING_HELPS.test(request.text) ? [words.ifNothingHelps()] : []),
    openingOf(request, trouble, attempts, diagnosis.steps.length),
    steps.join('\n'),
    words.takesAbout({ minutes: diagnosis.minutes }),
    words.articles({ articles: diagnosis.articles }),
    words.didThatHelp(),
  ];
  return {
    text: parts.join('\n\n'),
    choices: [
      ...outcomes(request),
      ...(attempts >= PERSON_FROM ? [phrasesFor(request.classification.language, request.phrases).personChoice()] : []),
    ],
    asks: asExchange(EXCHANGES.helped, next),
  };
}

/** Names the device, once at the beginning; a word of regret where there is frustration. */
function openingOf(request: AgentRequest, trouble: Trouble, attempts: number, count: number): string {
  const words = technicalWords(request.classification.language);
  const device = words.yourDevice(deviceOf(trouble));
  const opener = count > 1 ? words.inThisOrder({ device }) : words.oneStep({ attempt: attempts });
  const isUpset = request.classification.sentiment.score <= -0.2;
  if (attempts > 1) return isUpset ? [words.sorry({ device }), opener].join(' ') : opener;
  const left = trouble.tried.length > 0 ? [words.leavingOutTried()] : [];
  if (trouble.kind === 'device' && trouble.name) return [words.notOurs({ device: trouble.name }), opener].join(' ');
  const order = oneByOne(request, trouble);
  const first = isUpset ? [words.sorry({ device })] : count > 1 || order.length > 0 ? [] : [words.letsSee({ device })];
  return [...first, ...order, ...left, opener].join(' ');
}

/** A fault that we know: its state, and what helps until it is fixed counts as the first step. */
function giveWorkaround(request: AgentRequest, trouble: Trouble, bug: KnownBug): OfflineStep {
  const words = technicalWords(request.classification.language);
  const isFixed = bug.state === 'fixed';
  const said = isFixed
    ? words.alreadyFixed({ bugId: bug.bugId, version: bug.fixedIn })
    : words.knownBug({
        bugId: bug.bugId,
        device: words.yourDevice(deviceOf(trouble)),
        symptom: words.symptom(trouble.symptom ?? 'other'),
        state: words.stateOf(bug.state),
        workaround: bug.workaround,
      });
  const last = isFixed ? ['update-firmware'] : [bug.workaroundStep!];
  return {
    text: [said, words.didThatHelp()].join('\n\n'),
    choices: [...outcomes(request), ...(isFixed ? [] : [words.reportChoice()])],
    asks: asExchange(EXCHANGES.helped, { ...trouble, attempts: 1, last }),
  };
}

/** Nothing is left: a person, with everything that was tried. */
function giveUp(request: AgentRequest, trouble: Trouble): OfflineStep {
  const words = technicalWords(request.classification.language);
  const done = trouble.tried.filter((step) => !trouble.skipped.includes(step));
  const name = trouble.name ?? trouble.kind ?? 'device';
  const waits = trouble.further.map((one) => words.yourDevice(deviceOf({ ...NO_TROUBLE, ...one })));
  const others = waits.length > 0 ? [words.alsoPassedOn({ devices: waits })] : [];
  const parts = [
    `${name}: ${trouble.symptom ?? 'other'}.`,
    done.length > 0 ? `Tried without success: ${done.join(', ')}.` : 'Nothing was tried yet.',
    ...(trouble.skipped.length > 0 ? [`Could not do: ${trouble.skipped.join(', ')}.`] : []),
    ...(trouble.further.length > 0
      ? [`Also in trouble: ${trouble.further.map((one) => one.name ?? one.kind).join(', ')}.`]
      : []),
    ...(trouble.words !== '' ? [`In their words: “${trouble.words.slice(0, 200)}”`] : []),
  ];
  return {
    text: [words.exhausted({ device: words.yourDevice(deviceOf(trouble)), count: done.length }), ...others].join(' '),
    escalate: { reason: 'complex', summary: parts.join(' ') },
  };
}

function inDetail(request: AgentRequest, answers: readonly ToolAnswer[], before: Trouble): OfflineStep {
  const words = technicalWords(request.classification.language);
  const found = answers[0];
  if (asksOfHost(request.text)) return tellOfHost(request, answers, before);
  if (!found && before.articleId) return { call: 'search_knowledge', input: { query: before.articleId } };
  // "How do I do the factory reset?", though something else was asked last.
  const isStep = (step: string) => Object.hasOwn(words.steps, step);
  const named = readNamedSteps(request.text).filter((step) => isStep(step) && !before.last.includes(step));
  const asked = named.length > 0 ? named : before.last;
  const steps = asked.map((step) => (words.steps as Record<string, string>)[step] ?? step);
  const [article] = (found?.result.articles ?? []) as { id: string; title: string; text: string }[];
  const isEnglish = request.classification.language.startsWith('en');
  const parts = [
    words.inDetail(),
    steps.join('\n'),
    words.takesAbout({ minutes: asked.reduce((sum, step) => sum + minutesOf(step), 0) }),
    ...(article && isEnglish && named.length === 0 ? [article.text] : []),
    ...(article ? [words.articles({ articles: [article] })] : []),
    words.didThatHelp(),
  ];
  return { text: parts.join('\n\n'), choices: outcomes(request), asks: asExchange(EXCHANGES.helped, before) };
}
