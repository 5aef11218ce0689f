// What is asked in passing while something is being mended and another agent answers: what a new one costs, giving it back. Pure.
import { kindOfProduct } from '../../tools/support/read-device.ts';
import type { Agent } from '../agent.ts';
import { isOfArticle } from '../tell-article.ts';
import { troubleOf } from './memory.ts';
import { asksForNewOne, IF_NOTHING_HELPS } from './read-wish.ts';

/** Their money, for a thing that does not work: it goes back. What names an order or a charge is said to another agent. */
const GIVES_UP =
  /^(?!.*(\b(ord|pay|ref|charge[ds]?|twice|when|where|status|don'?t|do not|how long|if|than|instead of|fee|shipping|delivery|other|cancell?ed)\b|\d{4})).*\b(money back|(want|need|get|like) (a|my) (full )?refund|refund me)\b/i;
const NOT_FOR_SALE: ReadonlySet<string> = new Set(['app', 'website', 'account', 'device']);
/** "Can I just get a new pair?" asks for no price. */
const NO_PRICE = /\b(free|warranty|guarantee)\b|\b(?:can|could|may) (?:i|we)\b.{0,12}\bget\b/i;

/** What a new one costs stands in the catalogue; the question that is open stays. */
export const aside: NonNullable<Agent['aside']> = (text, exchange) => {
  if (isOfArticle(exchange)) return null;
  const { kind, name } = troubleOf(exchange);
  const named = kindOfProduct(text);
  if (kind !== null && !NOT_FOR_SALE.has(kind) && GIVES_UP.test(text))
    return {
      agent: 'order',
      text: `I want to return ${/\b(?:1|one)\b/i.test(text) ? 'one of my' : 'my'} ${name ?? kind}`,
    };
  if (NO_PRICE.test(text) || IF_NOTHING_HELPS.test(text)) return null;
  if (kind === null || NOT_FOR_SALE.has(kind) || (named !== null && named !== kind) || !asksForNewOne(text))
    return null;
  return { agent: 'order', text: `how much is the ${name ?? kind}` };
};
