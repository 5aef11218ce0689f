// Danger, self-harm, fraud, account takeover, legal and privacy requests are caught before anything is understood as an
// intent: a fixed text, an urgent case, and no agent that could act.
import type { Step } from '../../core/compose.ts';
import { dueInWords } from '../due-in-words.ts';
import { escalate } from '../escalate.ts';
import { reply, type TurnContext } from '../turn-context.ts';

export const RISKS = ['danger', 'self-harm', 'fraud', 'takeover', 'legal', 'privacy'] as const;
export type Risk = (typeof RISKS)[number];

const SIGNS: [Risk, RegExp][] = [
  [
    'self-harm',
    /\b(kill|hurt|harm|cut) (myself|my self)\b|\b(suicid\w*|end (it all|my life)|want to die|don'?t want to live|better off dead)\b|\b(matarme|suicidarme|me suicider|mich umbringen)\b/i,
  ],
  [
    'danger',
    /\b(caught fire|on fire|burst into flames|exploded|explosion|smok(e|ing) (came|coming|comes|from)|burn(ed|t) (me|my|us)|electric(al)? shock|electrocuted|(it|device|charger|battery) (is|was|got) (smoking|melting|burning)|swollen battery|battery (is )?(swelling|swollen|leaking)|swallowed|choking|gas leak|injur(ed|y)|smell(s|ed|ing|t)? (of |like )?(burn\w*|smok\w*|gas)|burn(ing|t) smell|(shoots?|throws?|gives? off|saw|there (are|were)) sparks|sparking|shocked me|gave me a shock)\b/i,
  ],
  [
    'takeover',
    /\b((account|e-?mail|login) (was|has been|got|is|been) (hacked|hijacked|compromised|taken over|stolen)|hacked (my|into my) (account|e-?mail)|someone (else )?(is using|logged in ?to|has access to|got into|changed the (password|e-?mail) (of|on)) my (account)?|unauthori[sz]ed (login|access))\b/i,
  ],
  [
    'fraud',
    /\b(fraud(ulent|ster)?s?|scam(med|mer)?|phishing|identity theft|(stolen|cloned) (credit )?card|card (was|has been|got) stolen|unauthori[sz]ed (charge|transaction|payment|purchase|order)s?|someone (used|is using) my (credit )?card|i (did not|didn'?t|never) (make|place|authori[sz]e) (this|that|these|those) (order|purchase|charge|payment|transaction)s?)\b/i,
  ],
  [
    'legal',
    /\b(my (lawyer|attorney|solicitor)|(speak|talk) to (a|your) lawyer|legal action|(take|taking|see|seeing) you (to|in) court|small claims|lawsuit|sue (you|your)|suing you|subpoena|consumer protection (agency|authority)|trading standards|cease and desist)\b/i,
  ],
  [
    'privacy',
    /\b(gdpr|ccpa|data (protection|subject) (request|officer|access)|(delete|erase|remove) (all )?(of )?my (personal )?(data|information|records)|right to be forgotten|(copy|export) of (all )?my (personal )?data|what (personal )?(data|information) (do )?you (have|hold|store|keep) (about|on) me)\b/i,
  ],
];

/** The first risk that the text names; null when it names none. */
export function readRisk(text: string): Risk | null {
  return SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? null;
}

export const protect: Step<TurnContext> = async (context, next) => {
  const risk = readRisk(context.text);
  if (!risk) return next();
  const { state, words } = context;
  state.proposal = null;
  state.nextProposals = [];
  state.question = null;
  context.classification = { ...context.classification, priority: 'URGENT' };
  context.route = `risk:${risk}`;
  escalate(context, {
    reason: 'risk',
    reasons: [risk],
    summary: `Risk (${risk}): the customer's own words are below.`,
  });
  const { openCase } = state;
  reply(context, words.risk({ risk, caseId: openCase!.id, due: dueInWords(context, openCase!.dueAt) }));
};
