// "Yes, cancel the order", "on second thoughts yes, open the dispute": a yes with the very thing that was proposed. Pure.
import { readYesNo } from './yes-no.ts';

/** What is said for what a tool does; another verb is another wish, and no yes to this one. */
const VERBS: Record<string, string> = {
  cancel_order: 'cancel',
  return_order: 'return|send|open the return',
  exchange_item: 'exchange|swap|change',
  change_items: 'change|update|take out|remove',
  change_address: 'change|deliver|send|ship|update',
  change_address_in_transit: 'change|deliver|send|ship|redirect|update',
  change_order_payment: 'change|make|open|send',
  refund_charge: 'refund|pay',
  retry_payment: 'make|open|send|repeat|retry',
  pay_invoice: 'make|open|send|pay',
  change_payment_method: 'make|open|send|change',
  open_dispute: 'open|dispute|file|start',
  report_delayed_or_lost: 'look|search|find|report|investigate|start|open|trace',
};
const OBJECT =
  '( (it|that|this|them|one|back|for it|for the parcel|the parcel|the (order|return|exchange|dispute|refund|address|case|investigation|items?|page|link)|my (order|parcel|money)|a (dispute|return|search)|to (that|the new) address))*';
const BEFORE =
  /^\W*(on second thoughts?|actually|well|whatever|ok(ay)?( whatever)?|hm+|fine|alright|right|so)[\s,.!]+(?=.*\b(yes|yep|yeah|sure)\b)/i;

/** 'yes' or 'no' to this proposal; null: something else is said. */
export function readConsent(text: string, tool: string): 'yes' | 'no' | null {
  const direct = readYesNo(text);
  const verbs = VERBS[tool];
  if (direct !== null || !verbs) return direct;
  const rest = text
    .replace(BEFORE, '')
    .replace(new RegExp(`\\b(please |do |go ahead and |then )*(${verbs})${OBJECT}( please| now| then)*`, 'i'), ' ')
    .trim();
  // Without the verb nothing but a yes may be left: "no, cancel it" is none.
  return rest !== text.trim() && readYesNo(rest) === 'yes' ? 'yes' : null;
}
