// A question about the house (its hours, its rules, an account) is answered from an article: in its own words, cited, and
// not at all when no article fits. Pure.
import { technicalWords } from '../phrases/technical/index.ts';
import type { AgentRequest, OfflineStep, ToolAnswer } from './agent.ts';

export interface FoundArticle {
  id: string;
  title: string;
  /** How long its steps take together. */
  minutes: number;
  /** English, as the shop wrote it. */
  text: string;
  /** In the customer's language. */
  steps: string[];
}

const PAYING =
  /\b(which|what) (cards?|payment methods?|ways to pay|currenc(y|ies))\b|\b(do|can|could) (you|i|one|we) (take|accept|pay|use)\b.{0,30}\b(cards?|visa|mastercard|amex|paypal|cash|apple pay|google pay|klarna|checks?|cheques?|crypto|bitcoin|installments?|invoice)\b|\bpossible to pay (with|by|in)\b/i;
const HOUSE =
  /\b(refunds?|returns?|exchange|payment|cancellation|privacy) (policy|policies|rules?|terms|conditions)\b|\bpolicy (on|for|about) (a |an |the )?(refund|return|exchange)s?\b|\bhow long (do|does|will|would) (a |the |your )?refunds? (usually |normally |generally )?take\b|\b(opening|business|store|office|shop) hours\b|\bare you (guys |all )?(open|closed)\b|\bwhen (do|are) you (guys )?(open|closed?)\b|\b(physical|actual|real|brick\S*) (store|shop)\b|\bshowroom\b|\bwhere are you (located|based)\b/i;

/** How it is done here at all: returns, payments, opening hours; nothing about somebody's own order or money. */
export function isHouseQuestion(text: string): boolean {
  return HOUSE.test(text) || PAYING.test(text);
}

/** Asks for the articles once, then tells the best; null when none fits, or none can be told in this language. */
export function tellByArticle(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep | null {
  const found = answers.find((answer) => answer.name === 'search_knowledge');
  if (!found) {
    const about = PAYING.test(request.text) ? 'Ways to pay: ' : '';
    return { call: 'search_knowledge', input: { query: `${about}${request.text.slice(0, 380)}` } };
  }
  const articles = (found.result.articles ?? []) as FoundArticle[];
  const [best] = articles;
  const { language } = request.classification;
  if (!best || (!language.startsWith('en') && best.steps.length === 0)) return null;
  return { text: articleText(articles, language) };
}

/** The first article whole, the next one by its title. */
export function articleText(articles: readonly FoundArticle[], language: string): string {
  const best = articles[0]!;
  const words = technicalWords(language);
  const steps = best.steps.map((step, at) => (best.steps.length > 1 ? `${at + 1}. ${step}` : step));
  const parts = [
    words.howTo({ title: best.title }),
    ...(language.startsWith('en') ? [best.text] : []),
    steps.join('\n'),
    steps.length > 0 ? words.takesAbout({ minutes: best.minutes }) : '',
    words.articles({ articles: articles.slice(0, 2) }),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}
