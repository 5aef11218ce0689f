// What is said where a message asks for no tool, in English.
import { plainFormatFor } from '../format.ts';
import type { ActWords } from './words.ts';

const { day, list, money } = plainFormatFor('en-US');

export const actsEn: ActWords = {
  leftAsIs: ({ orderId }) =>
    orderId ? `All right, I change nothing: order ${orderId} stays as it is.` : 'All right, I change nothing.',
  cannotUndo: () =>
    "I'm sorry. What is done I can't take back from here, but a colleague can see to it, if it is not too late. Shall I bring one in?",
  nothingDone: () => 'Nothing was done, so there is nothing to take back. What would you like instead?',
  whyCancelled: ({ orderIds }) =>
    `${orderIds.length > 1 ? 'Orders' : 'Order'} ${list(orderIds)} ${orderIds.length > 1 ? 'were' : 'was'} cancelled; what I see of ${orderIds.length > 1 ? 'them' : 'it'} names no reason, so I can't tell you why or by whom. A colleague can find out.`,
  nothingWrong: () => 'All right, then nothing is wrong with it, and I ask no more about that. What would you like?',
  whyRefused: () =>
    'Why a payment is refused we are not told: only your bank knows, and can say. Often it is a limit, an expired card, or a confirmation in the banking app that was missed.',
  misread: () => "Sorry, then I misunderstood you. Tell me once more what you want, and I'll leave the rest aside.",
  weighsAbout: ({ name, weight }) => `The ${name} itself weighs ${weight}; the box adds a little.`,
  allAlike: ({ kind }) => `In this all our ${kind} are alike:`,
  onlyYouKnow: () =>
    'In what I know of them they differ in price, colours and what stands above; which one suits you better I cannot judge.',
  sameAgain: ({ name }) =>
    `${/headphones$/i.test(name) ? `A faulty pair of ${name}` : `A faulty ${name}`} is replaced by the same one free of charge within the warranty; a colleague arranges that, since I can only exchange it for another colour or size, or take it back. Shall I bring one in?`,
  factsInEnglish: () => 'This is what I know of it:',
  notSeenYet: () =>
    'I do not see a new payment for it yet. One that was made on the secure page shows here after a few minutes; please do not pay a second time before a colleague has looked, which I can ask for.',
  payAgain: () => 'Shall I make a secure page on which you can pay it again, with another card, too?',
  payAgainChoice: () => 'Pay it again',
  refundTakes: () =>
    'Most banks show a refund within ten business days after it was sent; some are quicker. How long yours takes I cannot see.',
  reachesThem: ({ caseId }) =>
    `Yes: everything you write here stands with case ${caseId}, and whoever answers it reads all of it.`,
  whyApproval: ({ caseId }) =>
    `Money goes back only when a person has looked at it, however clear it is: that is a rule of the house, and I may not decide it alone. You need not wait here: once case ${caseId} is approved it goes out by itself, and you read it in this conversation.`,
  nothingToDo: ({ caseId }) =>
    `No, you need to do nothing and send nothing: a colleague takes care of case ${caseId} and writes to you here.`,
  notDoneYet: () => 'Not yet: it waits for your yes.',
  nothingDoneSoFar: () =>
    'No, nothing was changed so far. Tell me what you would like, and I show you first what I would do.',
  rerouted: () => 'It was sent on to another address meanwhile, and that may add a day.',
  tooLateFor: ({ orderId, wish, status }) => {
    const what = {
      cancel: 'can no longer be cancelled from here',
      items: 'can no longer be changed from here',
      address: 'can get no other address from here any more',
      payment: 'can no longer be paid another way from here',
    }[wish];
    const why =
      {
        processing: 'is being packed',
        shipped: 'has left',
        'in transit': 'is on its way',
        delivered: 'has been delivered',
        cancelled: 'was cancelled',
      }[status] ?? `is ${status}`;
    return `Order ${orderId} ${what}: it ${why}. A colleague can look at what is possible.`;
  },
  returnFromDelivery: ({ orderId, deliveryOn }) =>
    `Yes, once it is there: order ${orderId} ${deliveryOn ? `should be delivered on ${day(deliveryOn)}` : 'is not delivered yet'}. Tell me then which item goes back, and I open the return; the label comes by e-mail and pays the way.`,
  goesTo: ({ orderId, address }) =>
    address
      ? `Order ${orderId} goes to ${address}.`
      : `Order ${orderId} goes to the address it was placed with, which I cannot see here: it stands in your confirmation e-mail. Tell me another one if it shall go there.`,
  orderedToday: ({ days }) =>
    `Ordered today, that is ${list(days.map(({ name, on }) => `${day(on)} with ${name}`))}, at the latest.`,
  changeGivesBack: ({ orderId, amount, currency }) =>
    `${money(amount, currency)} of the change to order ${orderId} goes back to the way you paid, by itself: there is nothing to send back.`,
  atTheCarrier: ({ orderId, carrier, trackingNumber }) =>
    `From here I can set no day and no place, and pass on no note for the driver; ${
      trackingNumber
        ? `the carrier can: on the tracking page of ${carrier} for ${trackingNumber} (order ${orderId})`
        : `the carrier can, once ${orderId ? `order ${orderId}` : 'the parcel'} is on its way: on its tracking page`
    } you can mostly choose another day, a safe place such as your door, a neighbour, or a pick-up point. When nobody is in, it leaves a note: it tries again, leaves the parcel with a neighbour, or keeps it for seven days.`,
  takesYourYes: () => 'It has not been sent so far, and does not go out by itself: it takes your yes.',
  oldOneFirst: () =>
    'The old one goes first: the label comes by e-mail, and the new one leaves when yours is on its way.',
  onlyOnce: () =>
    'From here the items of an order can be changed a single time, so please put all that shall change into it. What comes to mind later a colleague can look at, and until it is packed you can still cancel the order here.',
  stillPossible: () =>
    'Yes: until it is packed you can still change its address or cancel it, whatever you say to this. Only its items cannot be changed a second time.',
  invoiceBefore: ({ orderId, total, currency }) =>
    `It was made before the change: order ${orderId} now comes to ${money(total, currency)}. A corrected invoice is a colleague's to make; shall I bring one in?`,
  isPaid: () => 'Yes, that is paid.',
  restStays: () => 'Yes: everything that is not named here stays in the order as it is.',
  owedStill: ({ orderId, amount, currency }) =>
    `Order ${orderId} is cancelled and was paid with ${money(amount, currency)}, and I see no refund for it yet. Shall I bring in a colleague who sees to it?`,
  exchangeLater: () =>
    'Once it has been delivered you can return it, or exchange it for another colour or size, free of charge.',
  noOtherRefund: () =>
    'Besides what I told you I see no refund on your account, and no cancelled order that waits for one.',
  hourUnknown: () =>
    'At what hour it comes only the carrier knows: its tracking page mostly names a window on the day.',
  eachItsOwn: () => 'Separately: each order is a parcel of its own.',
  inTime: ({ on, isInTime }) =>
    isInTime
      ? `That is in time for ${day(on)}, if nothing delays it; a day can't be promised.`
      : `That is later than ${day(on)}, so it is not expected in time.`,
  unpaid: () => 'Its payment failed, and it is not packed before it is paid.',
  awaitsPayment: () =>
    'It is not packed before it is paid, and its payment failed. Once it is paid it should still come on that day; I can make a page to pay it again.',
  awaitsApproval: ({ caseId }) =>
    `The refund waits for a colleague’s approval (case ${caseId}); then it goes out by itself.`,
  faultyBack: () =>
    'Whether the faulty one has to come back first, the colleague who arranges the replacement tells you; please keep it until then.',
};
