// Money in English.
import { formatDay, formatItems, formatLines, formatMoney } from './format.ts';
import type { BillingRefusal, BillingWords, ChargeWords } from './words.ts';

const money = (amount: number, currency: string) => formatMoney('en-US', amount, currency);
const day = (on: string) => formatDay('en-US', on);

const REFUSALS: Record<BillingRefusal, string> = {
  'not found': "I can't find that on your account.",
  'nothing was taken': 'That payment failed, so no money was taken and there is nothing to give back.',
  'already refunded': 'That charge has already been refunded in full.',
  'partly refunded': 'Part of that charge has already been refunded; a colleague can look at the rest.',
  'more than was charged': "I can't refund more than that charge still holds.",
  'needs a colleague':
    'By myself I may only refund duplicate charges and cancelled orders. A colleague can decide about this one.',
  'already disputed': 'There is already a dispute about that charge.',
  'already paid': 'That invoice is already paid.',
  'nothing unpaid': 'You have no unpaid invoice.',
  'no failed payment': 'I see no failed payment that could be repeated.',
  'order cancelled': 'Its order was cancelled, so there is nothing to pay any more.',
};

function extras({ refundedAmount, currency, disputeId }: ChargeWords): string {
  const refunded =
    refundedAmount > 0 ? ` Of this, ${money(refundedAmount, currency)} is being or has been refunded.` : '';
  return refunded + (disputeId ? ` A dispute about it is open (${disputeId}).` : '');
}

export const billingEn: BillingWords = {
  charge: (words) => {
    const { amount, currency, on, orderId, cardEnding, status, items } = words;
    const sum = `**${money(amount, currency)}**`;
    const what = `order ${orderId}: ${formatItems(items)}`;
    if (status === 'failed')
      return `The payment of ${sum} on ${day(on)} with the card ending in ${cardEnding}, for ${what}, failed; no money was taken.`;
    return `The charge of ${sum} on ${day(on)} to your card ending in ${cardEnding} was for ${what}.${extras(words)}`;
  },
  explained: (words) => {
    const { amount, currency, on, orderId, cardEnding, items, chargeId } = words;
    return `Charge ${chargeId} of ${day(on)}, card ending in ${cardEnding}, for order ${orderId}:\n\n${formatLines('en-US', items, currency)}\n\nCharged: **${money(amount, currency)}**.${extras(words)}`;
  },
  explainOrDispute: () => "If that doesn't look right: shall I explain it item by item, or open a dispute?",
  askDispute: () => 'If something in it is wrong: shall I open a dispute?',
  explainChoice: () => ({ title: 'Explain the charge', value: 'explain the charge' }),
  disputeChoice: () => ({ title: 'Open a dispute', value: 'open a dispute' }),
  fineChoice: () => ({ title: "It's fine", value: "it's fine" }),
  fine: () => "Good, then I'll leave it as it is.",
  noSuchCharge: ({ money: sum, orderId }) =>
    `I can't find a charge${sum ? ` of ${money(sum.amount, sum.currency)}` : ''}${orderId ? ` for order ${orderId}` : ''} on your account.`,
  noCharges: () => 'I see no charges on your account.',
  latestCharges: () => 'These are your latest charges:',
  whichCharge: () => 'Which one do you mean?',
  chargeTitle: ({ amount, currency, on }) => `${money(amount, currency)}, ${day(on)}`,
  noDuplicates: ({ checked }) =>
    `I checked ${checked === 1 ? 'your one charge' : `all ${checked} of your charges`}: none was made twice.`,
  compared: ({ charges, more }) => {
    const lines = charges.map(
      ({ amount, currency, on, orderId }) => `- ${day(on)}: **${money(amount, currency)}**, order ${orderId}`,
    );
    const rest = more > 0 ? [`- and ${more} older ones`] : [];
    return [
      'For that I compare order, sum and day, and these are the charges that I compared:',
      [...lines, ...rest].join('\n'),
      'No two of them are for the same order and the same sum within a week. If one of them is not right, name it, and I explain it or open a dispute; a colleague can look, too.',
    ].join('\n\n');
  },
  proposeDuplicateRefund: ({ chargeId, amount, currency, orderId, cardEnding, on, firstOn }) =>
    `You were charged ${money(amount, currency)} twice for order ${orderId}, ${firstOn === on ? `both on ${day(on)}` : `on ${day(firstOn)} and on ${day(on)}`}. I can refund the second charge (${chargeId}): **${money(amount, currency)}** goes back to your card ending in ${cardEnding}.`,
  proposeCancelledRefund: ({ chargeId, amount, currency, orderId, cardEnding }) =>
    `Order ${orderId} was cancelled. I can refund its charge (${chargeId}): **${money(amount, currency)}** goes back to your card ending in ${cardEnding}.`,
  proposeAgain: ({ refundId, amount, currency, orderId, cardEnding }) =>
    `Refund ${refundId} for order ${orderId} was requested, but never confirmed. I can send it again under the same number, so that it happens once: **${money(amount, currency)}** goes back to your card ending in ${cardEnding}.`,
  refundSent: ({ refundId, amount, currency, cardEnding }) =>
    `Done: ${money(amount, currency)} is on its way back to your card ending in ${cardEnding}. The number of this refund is ${refundId}. Your bank decides when it shows.`,
  refundRefused: ({ amount, currency }) =>
    `The payment processor did not accept the refund of ${money(amount, currency)}, so no money has moved. A colleague can find another way.`,
  refundUnsure: ({ refundId, amount, currency }) =>
    `The payment processor has not confirmed the refund of ${money(amount, currency)} yet. It is noted as ${refundId} and cannot be paid twice; ask me for its state at any time.`,
  refundState: ({ refundId, amount, currency, orderId, cardEnding, state, requestedOn, since, confirmed }) => {
    const head = `Your refund ${refundId} of **${money(amount, currency)}** for order ${orderId}`;
    const card = `your card ending in ${cardEnding}`;
    if (state === 'booked') return `${head} was booked on ${card} on ${day(since)}.`;
    if (state === 'sent')
      return `${head} was sent to ${card} on ${day(since)}. It is not confirmed by the bank yet, and I have no date for that.`;
    if (state === 'refused') return `${head} was not accepted by the payment processor; no money has moved.`;
    const unasked = confirmed ? '' : ' I could not reach the processor just now.';
    return `${head} was requested on ${day(requestedOn)} and is not confirmed by the payment processor yet.${unasked}`;
  },
  noCode: ({ code }) =>
    `I can't look up, redeem or give out promotion codes from here${code ? `, ${code} included` : ''}, and I can't put one on an order that is placed. A code is entered in our shop before you pay. If it is refused there: is it typed exactly as you got it, and has its date not passed? A colleague can check the code itself. Is it a gift card (GIFT-…)? Then send me its code, and I tell you what is left on it.`,
  noRefundYet: ({ orderId }) =>
    `I see no refund for order ${orderId} yet. After a cancellation, or once a return has arrived, the money goes back to the way you paid; how fast it shows is up to your bank.`,
  noRefunds: () => 'I see no refund on your account.',
  proposeDispute: ({ amount, currency, orderId, cardEnding, on }) =>
    `Open a dispute about the charge of **${money(amount, currency)}** on ${day(on)} (order ${orderId}, card ending in ${cardEnding}). Our billing colleagues check it; no money moves by this alone.`,
  disputeOpened: ({ disputeId }) =>
    `Done: the dispute is open. Its number is ${disputeId}; our billing colleagues check it.`,
  invoice: ({ invoiceId, orderId, amount, currency, paid, on, url }) =>
    `Invoice ${invoiceId} of ${day(on)} for order ${orderId}: **${money(amount, currency)}**, ${paid ? 'paid' : 'not paid yet'}. You can read it here (the link opens once): ${url}`,
  invoiceDetails: () =>
    `An invoice carries the name and address that the order was placed with, and I can't change what is on it. A colleague can issue a corrected one with your company's name, address or tax number: tell me exactly what it should say, and I'll pass it on with your order number. Shall I bring one in?`,
  noInvoice: () => "I can't find that invoice on your account.",
  proposePay: ({ invoiceId, orderId, amount, currency }) =>
    `Make a secure payment page for invoice ${invoiceId} (order ${orderId}): **${money(amount, currency)}**. Nothing is paid until you do it there.`,
  proposeRetry: ({ orderId, amount, currency }) =>
    `Make a secure page to repeat the failed payment for order ${orderId}: **${money(amount, currency)}**. Nothing is paid until you do it there.`,
  proposeMethod: () => 'Make a secure page where you can change how you pay. Please never send card numbers here.',
  linkReady: ({ url }) =>
    `Here is your secure page; it opens once: ${url}\n\nPlease type card numbers there only, never in this chat.`,
  linkFailed: () =>
    'The payment processor is not answering, so I have no payment page for you right now. Nothing was charged.',
  giftCard: ({ code, balance, currency, expiresOn, isExpired }) => {
    if (isExpired) return `Your gift card ${code} expired on ${day(expiresOn!)}.`;
    const until = expiresOn ? `, valid until ${day(expiresOn)}` : '';
    return `Your gift card ${code} holds **${money(balance, currency)}**${until}.`;
  },
  proposeCredit: ({ amount, currency }) => `Give a gift card of ${money(amount, currency)} as an apology.`,
  creditGiven: ({ amount, currency, code }) =>
    `As an apology for the trouble we have made a gift card of ${money(amount, currency)} for you: **${code}**. It counts at your next order.`,
  noGiftCard: () => "I can't find a gift card with that code. Please check it.",
  askGiftCode: () => 'What is the code of the gift card? It looks like GIFT-AB12-CD34-EF56.',
  refused: ({ why }) => REFUSALS[why],
};
