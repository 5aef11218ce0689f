// What is wanted for sure by the words alone, whatever the recogniser hears: what comes to several acts or to none here, the rest in
// ruled-table.ts. Pure.
import { namedKind } from '../../agents/goods.ts';
import { namesDeadline } from '../../agents/order/deadline.ts';
import { REVIVES } from '../../agents/order/wish.ts';
import { soundsBroken } from '../../agents/technical/read-wish.ts';
import type { TurnContext } from '../turn-context.ts';
import { readWanted, SURE_FROM, type Wanted } from './acts.ts';
import { RULES, SURELY } from './ruled-table.ts';
import {
  ASKS_HELP,
  ASKS_IF,
  BACK_TO_CARD,
  CHANGE_FIRST,
  FREE_SHIPPING,
  KEEPS_ONE,
  LEAVES_IT,
  NOT_CANCELLED,
  OF_SENDING,
  PRICE_AND_CUSTOMS,
  RETURNS_INSTEAD,
  RETURNS_LATER,
  SENT_SUM,
  SIGNS_FOR,
  SPLITS,
  WHY_STILL,
} from './ruled-words.ts';

/** null: the recogniser is asked. */
export function ruled(said: string, context: TurnContext): Wanted[] | null {
  // "Must I sign for it, since the camera is expensive?": an article of the house.
  if (SIGNS_FOR.test(said)) return [];
  // "Is shipping free from some sum?", "can I un-cancel it?": general questions, whatever it sounds like.
  if (FREE_SHIPPING.test(said) || REVIVES.test(said)) return [];
  // "One of the two to my sister, and the rest to me?": one order has one address.
  if (SPLITS.test(said)) return splits(said);
  // "Before I pay: I need only one. Please change this first."
  const first = CHANGE_FIRST.exec(said)?.[1];
  if (first) return [{ act: 'remove-item', margin: 1, text: first }];
  // "No, don't want to swap. RETURN.", "what about returning one when they arrive?"
  if (RETURNS_INSTEAD.test(said) || RETURNS_LATER.test(said))
    return [{ act: 'return-item', margin: SURELY, text: said }];
  // "I should be grateful if I could keep just the one lamp and not have the second sent."
  if (KEEPS_ONE.test(said))
    return [{ act: 'change-item', margin: SURELY, text: `only one ${namedKind(said) ?? 'of them'} instead of two` }];
  if (asksInTime(said, context)) return [{ act: 'order-status', margin: SURELY, text: said }];
  // "And does it go back to the card I paid with?"
  if (BACK_TO_CARD.test(said))
    return [{ act: 'return-how', margin: SURELY, text: 'to which card or account does a refund go' }];
  if (LEAVES_IT.test(said)) return [{ act: 'leave-as-is', margin: SURELY, text: said }];
  if (WHY_STILL.test(said)) return [{ act: 'order-status', margin: SURELY, text: said }];
  // "What would be the shipping cost and customs?"
  if (PRICE_AND_CUSTOMS.test(said))
    return [
      { act: 'shipping-price', margin: 1, text: said },
      { act: 'customs', margin: 1, text: said },
    ];
  // "The 176 you really sent it? And the watch is not cancelled?"
  if (SENT_SUM.test(said)) {
    const money: Wanted = { act: 'refund-when', margin: 1, text: SENT_SUM.exec(said)![0] };
    const still = NOT_CANCELLED.exec(said)?.[0];
    return still ? [money, { act: 'order-status', margin: 1, text: still }] : [money];
  }
  const helped = withWarranty(said);
  if (helped) return helped;
  const rule = RULES.find(({ fits }) => fits(said, context));
  return rule ? [{ act: rule.act, margin: rule.margin ?? 1, text: rule.part?.(said) ?? said }] : null;
}

/** "Is it there by the 20th?", of an order, and of nothing that could be sent. */
function asksInTime(said: string, { state, classification }: TurnContext): boolean {
  if (!namesDeadline(said) || !ASKS_IF.test(said) || OF_SENDING.test(said)) return false;
  const isOfQuote = state.lastAbout?.exchange.about === 'quote';
  const isKnown = state.orderIds.length > 0 || classification.entities.orderIds !== undefined;
  return !isOfQuote && (isKnown || /\b(?:order|parcel|package|delivery|my)\b/i.test(said));
}

/** "It has started flickering: what could I try, and is it still under warranty?": both, the fault without the warranty. */
function withWarranty(said: string): Wanted[] | null {
  const isOfBoth = /\b(?:warrant\w*|guarantee)\b[^.!?]*\?/i.test(said) && ASKS_HELP.test(said) && soundsBroken(said);
  if (!isOfBoth || namedKind(said) === null) return null;
  const parts = said.split(/(?<=[.!?])\s+/).filter((part) => !/\bwarrant|\bguarantee/i.test(part));
  const fault = parts.join(' ');
  const isTold = soundsBroken(fault) && namedKind(fault) !== null;
  return [
    { act: 'trouble', margin: SURELY, text: isTold ? fault : said },
    { act: 'warranty', margin: SURELY, text: said },
  ];
}

/** How it is, and, where they say so, that it stays as it was. */
function splits(said: string): Wanted[] {
  const asks: Wanted = { act: 'add-item', margin: 1, text: said };
  const kept = readWanted(said).find(({ act, margin }) => act === 'leave-as-is' && margin >= SURE_FROM);
  return kept ? [asks, kept] : [asks];
}
