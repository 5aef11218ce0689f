// Danger, self-harm, fraud, account takeover, legal and privacy requests, read from the customer's words in the four
// languages that we speak: by signs that one can read, a file for each risk, and by a recogniser that learnt from lines. Pure.
import { readAct } from '../../../agents/acts.ts';
import { readRecogniser } from '../../../agents/classifier/recogniser.ts';
import { namedKind } from '../../../agents/goods.ts';
import { readTopic } from '../../../agents/topics.ts';
import { fold } from '../../../core/fold.ts';
import { remembered } from '../../../core/remembered.ts';
import { languageOfScript } from '../script.ts';
import { DANGER } from './danger.ts';
import { DENIED } from './denied.ts';
import { FRAUD } from './fraud.ts';
import { LEGAL } from './legal.ts';
import { PRIVACY } from './privacy.ts';
import { SELF_HARM } from './self-harm.ts';
import type { Signs } from './signs.ts';
import { TAKEOVER } from './takeover.ts';

const RISKS = ['danger', 'self-harm', 'fraud', 'takeover', 'legal', 'privacy'] as const;
export type Risk = (typeof RISKS)[number];

/** The first that fits is the risk: the gravest comes first. */
const SIGNS: [Risk, Signs][] = [
  ['self-harm', SELF_HARM],
  ['danger', DANGER],
  ['takeover', TAKEOVER],
  ['fraud', FRAUD],
  ['legal', LEGAL],
  ['privacy', PRIVACY],
];

const recognise = readRecogniser('risks');
/** From this margin on the recogniser is believed where no sign fits, below 0 where it nearly is one: a missed one is worse than a needless case. */
const SURE_FROM: Record<Risk, number> = {
  'self-harm': 0.05,
  danger: 0,
  takeover: 0.05,
  fraud: 0.15,
  legal: 0.15,
  privacy: 0.2,
};

const PRESSING =
  /\b(urgent(ly)?|emergency|asap|right now|immediately|urgente|emergencia|urgence|dringend|notfall|sofort)\b/;

/** Worth being served before all that wait: a risk, or somebody who says that it is urgent. Cheap enough for the door. */
export function soundsUrgent(text: string): boolean {
  return text !== '' && (PRESSING.test(fold(text)) || readRisk(text) !== null);
}

/** "This is NOT a fraud case." */
const NO_FRAUD =
  /\b(not|no|never|nothing about|said nothing about|(dont|don't|do not) (need|want|mean)|isn't|isnt) (any|a|an|the|about)? ?fraud\b( case| people| team| department)?|^\W*fraud\W*\?|\b(pero )?qu?e? fraude\W*\?|\bnadie me ha (estafado|timado)\b|\bno (es|hay|hablo de) (un |una |ningun )?(fraude|estafa)\b|\bpas (de|une) (fraude|arnaque)\b|\bkein betrug\b/gi;

/** "Nothing about personal data." */
const NO_PRIVACY =
  /\b(nothing|not|no|never|isn't|isnt)( (about|to do with|asking about|a question of))?( any| my| the)? (personal )?(data|privacy)( request| protection)?\b(?! (leak|breach))|\bdata from (?:the|my|this|an?) (?!account|shop|store|site|website|system|database|server|app\b)\w+/gi;

const EACH_DENIED = new RegExp(DENIED, 'g');

/** The first risk that the text names, or seems to tell of; null: none. */
export const readRisk: (text: string) => Risk | null = remembered((text) => {
  // "I don't need the fraud people" is no fraud.
  const said = fold(text).replace(NO_FRAUD, ' ~ ').replace(NO_PRIVACY, ' ~ ');
  // "Nobody's in my account, that was a mix-up."
  const rest = said.replace(EACH_DENIED, ' ~ ');
  return readSigns(rest) ?? learnt(rest === said ? text : rest);
});

/** Told in plain words, and not only in what sounds like it. */
export const isPlainRisk = (text: string): boolean => readSigns(fold(text)) !== null;

function readSigns(said: string): Risk | null {
  const fits = ({ is, unless }: Signs) => {
    const rest = unless ? said.replace(unless, ' ~ ') : said;
    return is.some((sign) => sign.test(rest));
  };
  return SIGNS.find(([, signs]) => fits(signs))?.[0] ?? null;
}

/** The fewer words, the surer it must be: of a few letters the margin says little. */
const ENOUGH_WORDS = 8;
const FOR_EACH_MISSING = 0.15;
const FEWEST_WORDS = 3;

const VERY_SURE = 0.8;
/** Who despairs speaks of other things; the signs above hear those who do not. */
const OF_THE_SHOP =
  /\b(weigh\w*|grams?|e-?mails?|sizes?|price|colou?rs?|deliver\w*|orders?|ord-?\d+|refund\w*|discount|stock|pedidos?|c[aá]maras?|commandes?|livr\w+|bestell\w*|liefer\w*)\b/i;

/** "Make one of the two blue chargers disappear": so many of what is sold. */
const countsThings = (text: string): boolean =>
  namedKind(text) !== null &&
  /\b(?:one|two|three|four|\d+) (?:of )?(?:the |my |these |those )?(?:\w+ ){0,3}\w+s\b/i.test(text);

const PLAINLY = 0.2;
const SWITCHES_OFF = /\b(?:switch|turn|click|power|shut)\w* (?:(?:itself|themselves) )?(?:off|down)\b/i;
const OF_POWER = /\b(?:batter(?:y|ies)|charg(?:e|es|ed|er|ing)|plugged|unplugged|sockets?)\b/i;
const HURTS =
  /\b(?:hot|heat\w*|warm\w*|burn\w*|smok\w*|fires?|flam\w*|spark\w*|smell\w*|stink\w*|stank|fumes?|shock\w*|zap\w*|tingl\w*|jolt\w*|melt\w*|leak\w*|ooz\w*|liquid|swell\w*|swollen|puff\w*|bulg\w*|balloon\w*|explo\w*|bang\w*|pop(?:ped|s|ping)?|hiss\w*|crackl\w*|hurt\w*|pain\w*|injur\w*|blood\w*|bleed\w*|swallow\w*|ate|child\w*|kids?|bab(?:y|ies)|toddler|son|daughter|dogs?|cats?|fingers?|hands?|skin|eyes?|mouth|throat|hair|gas|dizzy|faint\w*|hospital|doctor|ambulance|danger\w*|unsafe|safe\w*|scar\w*|glow\w*|red|black(?:ened)?|char(?:red)|scorch\w*|singe\w*|blister\w*)\b/i;
const LONG = 25;
/** Two that stand side by side count as one, too: "I never ordered that. It went to Spain." */
function sentencesOf(text: string): string[] {
  const each = text.split(/(?<=[.!?…])\s+|\n+/);
  return [...each, ...each.slice(1).map((one, at) => `${each[at]} ${one}`)];
}

function heard(text: string): string | null {
  const { name, margin } = recognise(text);
  return margin >= 0 ? name : null;
}

function learnt(text: string): Risk | null {
  const words = text.trim().split(/\s+/).length;
  // Its lines are written in Latin letters: of others it knows nothing.
  if (words < FEWEST_WORDS || languageOfScript(text) !== null) return null;
  const { name, margin } = recognise(text);
  const risk = RISKS.find((one) => one === name);
  const missing = Math.max(0, ENOUGH_WORDS - words);
  if (!risk || margin < SURE_FROM[risk] + missing * FOR_EACH_MISSING) return null;
  // A kettle that hums and switches itself off is nearly one.
  if (risk === 'danger' && namedKind(text) !== null && (margin < PLAINLY || SWITCHES_OFF.test(text))) return null;
  // "I put in a battery that works, so charging it for half an hour is theatre": what was tried, and nothing that hurts.
  if (risk === 'danger' && OF_POWER.test(text) && !HURTS.test(text)) return null;
  // Much that is ordinary sounds like something together: one of its sentences must say it.
  if (words > LONG && !sentencesOf(text).some((one) => heard(one) === risk)) return null;
  if (risk === 'fraud' && text.search(NO_FRAUD) >= 0) return null;
  if (risk === 'privacy' && text.search(NO_PRIVACY) >= 0) return null;
  if (risk === 'self-harm' && margin < VERY_SURE && (OF_THE_SHOP.test(text) || countsThings(text))) return null;
  // What is more surely an ordinary wish is that: "I don't own it yet, I only want to know the weight".
  const ordinary = Math.max(readAct(text)?.margin ?? 0, readTopic(text)?.margin ?? 0);
  return ordinary > margin ? null : risk;
}
