// The phrases in English: every sentence of ours that a customer can read, and how dates and reasons are put into words.
import { asSentence, formatFor } from './format.ts';
import type { OrderStateWords, Phrases } from './phrases.ts';

const { clock } = formatFor('en-US', { today: 'today', tomorrow: 'tomorrow' });
const STATUS: Record<string, string> = {
  pending: 'has been received and is waiting to be packed',
  processing: 'is being packed',
  shipped: 'has been shipped',
  'in transit': 'is in transit',
  delivered: 'was delivered',
  cancelled: 'was cancelled',
};

const TOPICS: Record<string, string> = {
  ORDER_INQUIRY: 'an order',
  SHIPPING: 'shipping or delivery',
  BILLING: 'a payment or an invoice',
  TECHNICAL_SUPPORT: 'a technical problem',
  ACCOUNT: 'your account',
  COMPLAINT: 'something that went wrong',
  HUMAN_REQUEST: 'talking to a person',
  GREETING: 'something else',
  FEEDBACK: 'feedback',
  OUT_OF_SCOPE: 'something else',
};

const REASONS: Record<string, string> = {
  damaged: 'your order arrived damaged',
  broken: 'something does not work as it should',
  ignored: 'your messages went unanswered',
  late: 'you have been kept waiting',
  rude: 'you were not treated well',
  money: 'there is a problem with money',
  upset: 'you are not happy with our service',
};

const PROOF: Record<string, string> = {
  order: 'an order number',
  email: 'the e-mail address of that order',
  'postal code': 'its postal code',
};

const RISK: Record<string, string> = {
  danger:
    'Please stop using the product, unplug it if that is safe, and keep away from it. If anyone is hurt, has swallowed something or is in danger, call your local emergency number now and do not wait for us. I am passing this to a colleague at once.',
  'self-harm':
    'I am very sorry that you feel this way. I am only an automated assistant, and you deserve a real person right now: please call your local emergency number or a crisis line (988 in the US, 116 123 in much of Europe). I am also telling a colleague.',
  fraud:
    'I take this seriously and I am passing it to a colleague who handles fraud. I will not change or pay anything until then; if it is about your card, please also ask your bank to block it. If it is about a message that asks for money, a code or card data: it is not from us, so do not open its links and do not answer it.',
  takeover:
    'I take this seriously and I am passing it to a colleague who handles account security. Nothing will be changed in your account from this chat; please change the password of your e-mail account, too.',
  legal: 'This is something that a person has to handle, and I am passing it on now. I will not comment on it myself.',
  privacy:
    'Requests about your personal data are handled by a person. I am passing yours on now; nothing is deleted or sent before we know that it is you.',
};

function money(value: number, currency: string): string {
  return new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(value);
}

function listOf(parts: string[]): string {
  return parts.length <= 1 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** Monday, March 4 (with "today" and "tomorrow" where that is nearer). */
function dayInWords(day: string, today: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  const name = new Intl.DateTimeFormat('en-US', {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(date);
  const days = Math.round((date.getTime() - new Date(`${today}T12:00:00Z`).getTime()) / 86_400_000);
  if (days === 0) return `today, ${name}`;
  return days === 1 ? `tomorrow, ${name}` : name;
}

function orderState({ orderId, status, carrier, trackingNumber, deliveryOn, today }: OrderStateWords): string {
  const what = STATUS[status] ?? status;
  const day = deliveryOn ? dayInWords(deliveryOn, today) : null;
  const parts = [
    status === 'delivered' && day ? `Your order ${orderId} was delivered on ${day}.` : `Your order ${orderId} ${what}.`,
  ];
  if (day && status !== 'delivered' && status !== 'cancelled')
    parts.push(`It should be delivered ${day.startsWith('to') ? day : `on ${day}`}.`);
  if (carrier && trackingNumber) parts.push(`${carrier} tracking number: ${trackingNumber}.`);
  return parts.join(' ');
}

function because(reasons: string[]): string {
  const known = reasons.map((reason) => REASONS[reason] ?? reason);
  if (known.length <= 1) return known[0] ?? '';
  return `${known.slice(0, -1).join(', ')} and ${known.at(-1)}`;
}

/** How somebody was in touch. */
const NETWORKS: Record<string, string> = {
  web: 'in the chat on our website',
  sms: 'by text message',
  slack: 'in Slack',
  teams: 'in Teams',
};

export const en: Phrases = {
  introduction: () => "I'm Frontdesk's automated assistant; you can ask for a person at any time.",
  introductionWithPerson: () => "I'm Frontdesk's automated assistant.",
  greeting: () =>
    'Hello! What can I do for you? I look after orders, shipping, payments and technical problems, or bring in a colleague.',
  goodbye: () => 'Goodbye, and thanks for stopping by.',
  whatICanDo: () =>
    'I can look after orders, shipping, payments and technical problems, and bring in a colleague for anything else. What is it about?',
  youAreWelcome: () => "You're welcome! Is there anything else?",
  thanksForTelling: () => 'Thank you for telling us. Shall I bring in a colleague about it?',
  outOfScope: () => "That is outside what I can help with: I'm here for this shop's orders and products.",
  cannotSettle: ({ topic }) =>
    `I can't settle ${TOPICS[topic] ?? 'that'} myself yet, but a colleague can. Shall I bring one in?`,
  offerPerson: () => 'Shall I bring in a colleague?',
  personChoice: () => ({ title: 'Talk to a person', value: 'I want to talk to a person' }),
  askOrderNumber: () => 'What is your order number? It looks like ORD-12345 and stands in your confirmation e-mail.',
  orderNotFound: ({ orderId }) =>
    `I can't find an order ${orderId}. Could you check the number in your confirmation e-mail?`,
  orderState,
  latestOrders: () => 'These are your latest orders:',
  whichOrder: () => 'Which one is it about?',
  noOrders: () => 'I see no orders in your account yet.',
  changeNeedsPerson: () => "I can't change an order myself yet; a colleague can. Shall I bring one in?",
  topic: (intent) => TOPICS[intent] ?? 'something else',
  isItAbout: ({ one, other }) => `Just to be sure I understand: is it about ${one} or ${other}?`,
  allRight: () => "All right. I'm here whenever you need me.",
  stillUnsure: () => "I'm not sure I understood, and I don't want to guess. Shall I bring in a colleague?",
  missedFile: () =>
    "I couldn't open the file you sent. You can try again or tell me in words what it shows; a colleague can help, too.",
  wentPrivate: () => "That is personal, so I've written to you in a direct message.",
  writePrivately: () =>
    "That is personal, and others can read this conversation. Please write to me in a private chat, and I'll look after it there.",
  gotFile: () => "I've received your file, but I can't look inside it. Shall I bring in a colleague who can?",
  caseOpened: ({ caseId, due }) =>
    `I'm bringing in a colleague. Your case is ${caseId}; a person will answer here ${due}. You can keep writing: everything here reaches them.`,
  caseOpenedAfterComplaint: ({ caseId, due, reasons }) =>
    `I'm sorry: ${because(reasons)}. That should not have happened, and I'm passing it to a colleague right now. Your case is ${caseId}; a person will answer here ${due}. Everything you write here reaches them, so you won't have to tell it twice.`,
  caseWaits: ({ caseId, due }) =>
    `Your case ${caseId} is with our colleagues; a person will answer here ${due}. You can keep writing: it all reaches them.`,
  addedToCase: ({ caseId }) => `Thank you, I've added that to your case ${caseId}.`,
  reason: (name) => REASONS[name] ?? name,
  withinMinutes: (minutes) => {
    if (minutes < 120) return `within ${minutes} minutes`;
    return `within ${Math.round(minutes / 60)} hours`;
  },
  laterThanSaid: () => 'as soon as somebody is free, which is later than I said',
  casesAhead: ({ count }) => `${count === 1 ? '1 case is' : `${count} cases are`} before yours`,
  waitsAlready: ({ minutes }) => `somebody before you has been waiting for ${minutes} minutes already`,
  latelyAfter: ({ minutes }) =>
    minutes < 120
      ? `lately a person came after about ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`
      : `lately a person came after about ${Math.round(minutes / 60)} hours`,
  closedUntil: ({ at, timeZone }) =>
    `we are closed until ${new Intl.DateTimeFormat('en-US', { weekday: 'long', hour: 'numeric', minute: '2-digit', timeZone, timeZoneName: 'short' }).format(at)}`,
  byTime: ({ at, timeZone }) => `by ${clock(at, timeZone)}`,
  lastKnown: ({ at, timeZone }) =>
    `I can't reach the system I need for this just now. This is what it said last, on ${clock(at, timeZone)}:`,
  somethingFailed: ({ caseId, due }) =>
    `I can't reach the system I need for this just now. I've asked a colleague to look at it: case ${caseId}, a person will answer here ${due}.`,
  couldNotHandle: ({ caseId, due }) =>
    `I could not handle your message, and I'm sorry for that. A colleague will look at it: case ${caseId}, a person will answer here ${due}.`,
  leftOffAsking: ({ question }) => `Last time I asked: “${question}” Shall we go on with that?`,
  leftOffOrder: ({ orderId }) => `Last time we spoke of order ${orderId}. Shall we go on with that?`,
  knownFrom: ({ network }) => `You were in touch ${network} before, and I have that here.`,
  itWasAbout: ({ orderId }) => `It was about order ${orderId}.`,
  caseCameAlong: ({ network, caseId }) =>
    `You were in touch ${network} before. Your case ${caseId} is still open, and you can go on with it here.`,
  network: (channel) => NETWORKS[channel] ?? 'elsewhere',
  sessionResumed: () => 'Welcome back.',
  tooManyWaiting: () =>
    "I've got your messages and I'm working through them. Please give me a moment before you send more.",
  personJoined: ({ name }) => `${name} has joined this chat.`,
  firstWords: ({ name, me }) =>
    `Hello${name ? ` ${name}` : ''}, this is ${me}. I have read everything and am looking into it now.`,
  personTakesOver: ({ name, before }) => `${before} has left this chat; ${name} takes over from here.`,
  personLeft: ({ name }) => `${name} has left this chat; another colleague will take over. You can keep writing.`,
  resolved: () => 'My colleague has closed this case. If there is more to it, just write; I am the assistant again.',
  closedGently: () =>
    'As we have not heard from you, this case is closed for now. Just write, and it is open again with everything in it.',
  reopened: ({ caseId, due }) =>
    `I've opened your case ${caseId} again with what you wrote; a person will answer here ${due}.`,
  openedAgain: ({ caseId, due }) =>
    `A colleague has opened your case ${caseId} again; a person will write to you here ${due}.`,
  promisedWas: ({ caseId, promised }) =>
    `My colleague noted about your case ${caseId}: ${promised.replace(/[.\s]+$/, '')}. If that is not how it should be, I can bring them in again.`,
  takesLonger: ({ caseId }) =>
    `I'm sorry: it takes longer than I said before somebody can look at your case ${caseId}. It is not forgotten, and more colleagues have been told. Everything you write here reaches them.`,
  declined: ({ summary }) =>
    `A colleague has decided not to do this: ${summary} They can explain why; just ask for a person.`,
  changed: ({ summary }) => `A colleague looked at it and offers this instead: ${summary}`,
  translated: () => 'Translated automatically.',
  blocked: ({ at, timeZone }) =>
    `We can't answer you here until ${new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone }).format(at)}.`,
  askRating: () => 'How satisfied are you with how this was handled, from 1 (not at all) to 5 (very)?',
  score: (score) => ['1 (not at all)', '2', '3', '4', '5 (very)'][score - 1] ?? String(score),
  thanksForRating: () => 'Thank you, that helps us.',
  sorryForRating: () =>
    'Thank you for being frank; I am sorry it was not better. I have told the colleague who had your case.',
  sorryForBotRating: () =>
    'Thank you for being frank; I am sorry that I was of little help. Shall I bring in a colleague?',
  queuePlace: ({ caseId, due, ahead }) =>
    `Your case ${caseId} is open${ahead === null ? '' : ahead === 0 ? ' and next in line' : ` with ${ahead} ahead of it`}; a person will answer here ${due}. You can keep writing.`,
  caseWithdrawn: ({ caseId }) => `All right, I've told my colleagues that case ${caseId} is no longer needed.`,
  leftToBot: () =>
    'A colleague has looked at it: this is something that I can help you with myself. What would you like to know?',
  backToBot: () => "My colleague has left this chat; it's me, the assistant, again.",
  again: ({ sentence }) =>
    `As I said: ${/^(I\b|[A-Z]{2})/.test(sentence) ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1)}`,
  proposeCancel: ({ orderId, total, currency }) =>
    `Cancel order ${orderId}; ${money(total, currency)} goes back to the way you paid.`,
  proposeCancelUnpaid: ({ orderId }) =>
    `Cancel order ${orderId}; its payment failed and no money was taken, so none goes back.`,
  proposeAddress: ({ orderId, address }) => `Deliver order ${orderId} to: ${address}`,
  proposeReturn: ({ orderId, price, currency }) =>
    `Open a return for order ${orderId}; you get a free label by e-mail, and ${money(price, currency)} back once it has arrived.`,
  askYes: () => 'Shall I do exactly this?',
  yesChoice: () => ({ title: 'Yes, do it', value: 'Yes, do it' }),
  noChoice: () => ({ title: 'No, leave it', value: 'No, leave it' }),
  cancelled: ({ orderId }) => `Done: order ${orderId} is cancelled.`,
  addressChanged: ({ orderId, address }) => `Done: order ${orderId} goes to ${address}`,
  returnOpened: ({ orderId, reference }) =>
    `Done: the return for order ${orderId} is open under ${reference}. The label is on its way to your e-mail address.`,
  nothingChanged: () => 'All right, I have changed nothing.',
  proposalExpired: () =>
    "That was a while ago, so I have not done it. Tell me again what you'd like, and I'll check it anew.",
  stillOpen: ({ summary }) => `Still open: ${asSentence(summary)} Shall I do exactly this?`,
  tooLate: ({ orderId }) =>
    `Order ${orderId} has moved on in the meantime, so I could not change it. A colleague can look at what is still possible.`,
  cannotChange: ({ orderId, why }) =>
    why === 'not found'
      ? `I can't find an order ${orderId} of yours.`
      : `I can't do that for order ${orderId}: ${why}. A colleague can look at what is possible.`,
  askRestOfAddress: ({ address }) => `I have “${address}” so far. Which postal code and city go with it?`,
  askAddress: ({ orderId }) => `What is the new address for order ${orderId}? Street, postal code and city, please.`,
  needsPerson: ({ caseId, due }) =>
    `A colleague takes this over. I've passed it on as case ${caseId}; a person will answer here ${due}.`,
  askProof: ({ missing }) =>
    `Before I can do that I need to know that it is you. Please tell me ${listOf(missing.map((one) => PROOF[one] ?? one))}.`,
  proofFailed: () => "These don't belong together in our records. Please check them and tell me all three once more.",
  proofLocked: () => 'That was tried too often; please wait an hour, or let me bring in a colleague.',
  proofAccepted: ({ name }) => `Thank you, ${name}.`,
  backToQuestion: ({ question }) => `Back to my question: ${question}`,
  stillChecking: ({ topic, caseId, due }) =>
    `I'm still checking about ${topic}. So that it is not forgotten I've asked a colleague to look after it: case ${caseId}, a person will answer here ${due}.`,
  risk: ({ risk, caseId, due }) =>
    `${RISK[risk] ?? RISK.legal} Your case is ${caseId}; a person will answer here ${due}.`,
  notMyLanguage: () =>
    'I can only read English well enough on my own, but a colleague can help you. Shall I bring one in?',
  whatHappened: () => 'What happened? Tell me in your own words, and it goes straight to them.',
  shopEvent: ({ type, orderId, product, on, amount }) => {
    if (type === 'parcel.delayed')
      return `News about your order ${orderId}: the parcel is delayed${on ? ` and should now come on ${on}` : ''}. I'm sorry for the wait.`;
    if (type === 'refund.booked')
      return `Your refund${amount ? ` of ${money(amount.value, amount.currency)}` : ''}${orderId ? ` for order ${orderId}` : ''} is booked${on ? ` (${on})` : ''}.`;
    if (type === 'back.in.stock') return `${product || 'What you asked for'} is back in stock.`;
    return `The problem${product ? ` with your ${product}` : ''} that you reported is fixed.`;
  },
  paused: () => 'The assistant is paused at the moment. What you write is kept, and you can write again later.',
  lookingUp: () => 'Let me look that up',
  help: () =>
    'I can help with orders, shipping, payments and technical problems, or bring in a colleague. Write "a person please" at any time.',
  started: () => 'You will get messages from us again. How can I help?',
  stopped: () => 'You will get no further messages from us.',
};
