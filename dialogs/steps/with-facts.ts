// What is asked of a thing that was shown or spoken of, or before it is bought: what the shop knows of it, and no trouble with it.
import { namedKind, ofGoods } from '../../agents/goods.ts';
import { asksFacts, asksPlainFact } from '../../agents/order/facts.ts';
import { soundsBroken } from '../../agents/technical/read-wish.ts';
import { actWords } from '../../phrases/acts/index.ts';
import { reply, type TurnContext } from '../turn-context.ts';
import { isSurelyWanted } from './with-act.ts';

/** "I want to know the weight in grams", of the thing that they spoke of, and nothing that our rules or the acts know. */
export function asksOfSpoken(context: TurnContext): boolean {
  const { meant, state, classification, settings } = context;
  const isOurs = state.language === 'en' && !settings.agentsOff.includes('order') && !classification.entities.orderIds;
  const isShown = state.lastAbout?.exchange.about === 'product';
  // "Is it lighter, perhaps with noise cancelling?", of what was shown.
  const asksOfShown = isShown && meant.includes('?') && asksFacts(meant) && !OF_OWN().test(meant);
  // "I only want to know before buying if the headphones can be connected to two devices at once."
  const asksOfKind = namedKind(meant) !== null && BEFORE_BUYING.test(meant) && asksFacts(meant);
  const isSpoken = isShown || state.said.some(({ role, text }) => role === 'customer' && namedKind(text) !== null);
  return (
    isOurs &&
    isSpoken &&
    !OF_BILL.test(meant) &&
    (asksPlainFact(meant) || asksOfShown || asksOfKind) &&
    !soundsBroken(meant.replace(NO_FAULT, ' ')) &&
    !isSurelyWanted(context)
  );
}

/** "So I'm covered. Do I have to send the broken one back first?" */
const FAULTY_BACK = ofGoods(
  ({ thing }) =>
    new RegExp(
      `\\b(do|must|should|shall) (i|we) (have to |need to )?(send|return|give|ship)\\b.{0,25}\\b(broken|faulty|old|defective|dead|bad) (one|${thing})\\b`,
      'i',
    ),
);

export const asksOfFaulty = ({ meant }: TurnContext): boolean => FAULTY_BACK().test(meant);

export function tellOfFaulty(context: TurnContext): void {
  context.route = 'fact:faulty one back';
  const choices = context.state.openCase ? undefined : [context.words.personChoice()];
  reply(context, actWords(context.classification.language).faultyBack(), choices);
}

const OF_OWN = ofGoods(
  ({ thing }) =>
    new RegExp(`\\b(my ${thing}|mine|order|parcel|package|deliver\\w*|ship\\w*|refund|return|send|back)\\b`, 'i'),
);
/** What may be a fault elsewhere is a property here. */
const NO_FAULT =
  /\bbattery life\b|\b(can|could|will|would|do|does) (\w+ ){1,4}?(be )?connect\w*\b|\bnothing is broken\b/gi;
const BEFORE_BUYING =
  /\bbefore (i )?(buy|buying|order|ordering)\b|\b(just|only) (want|wanna|wanted|like)( to)? know\b/i;
const OF_BILL = /\b(receipts?|bills?|invoices?|prices?)\b/i;

export function tellOfSpoken(context: TurnContext): void {
  const { lastAbout } = context.state;
  if (lastAbout?.exchange.about === 'product') context.exchange = lastAbout.exchange;
  context.routes = [{ agent: 'order', intent: 'ORDER_INQUIRY', reason: 'fact:spoken of', topic: 'product-facts' }];
}
