// What is said between the matters, in English.
import { formatFor } from '../format.ts';
import { daysList, hoursList, isAtAnyHour } from './hours.ts';
import type { TalkWords } from './words.ts';

const LOCALE = 'en-US';
const { clock } = formatFor(LOCALE, { today: 'today', tomorrow: 'tomorrow' });

export const talkEn: TalkWords = {
  peopleAreHere: (words) => {
    if (isAtAnyHour(words))
      return 'A colleague can be reached here at any hour, every day; ask for one whenever you like.';
    const list = hoursList(words, LOCALE, 'to');
    if (list === '') return '';
    const parts = [
      `Times in ${words.timeZone}.`,
      words.closedOn.length > 0 ? `Closed on ${daysList(words.closedOn, LOCALE)}.` : '',
      words.opensAt
        ? `Right now nobody is here: they are back on ${clock(words.opensAt, words.timeZone)}.`
        : 'Somebody is here right now.',
      'I answer at any hour.',
    ];
    return `Our people are here:\n\n${list}\n\n${parts.filter((part) => part !== '').join(' ')}`;
  },
  stillHere: () => "Yes, I'm here. What can I do for you?",
  iAmABot: () =>
    "Yes, I'm an automated assistant, not a person. I look after orders, shipping, payments and technical problems, and bring in a colleague whenever you ask for one.",
  onlyTheShop: () =>
    "I'm only this shop's automated assistant, so that is nothing I'm good at. Orders, shipping, payments and technical problems are.",
  writesHere: () =>
    'We have no telephone line: a colleague writes to you here, in this conversation. You can close the page and come back; what they write stays.',
  staySafe: ({ caseId }) =>
    `I can't judge that from here, and I don't want to guess where somebody could be hurt. Until a colleague has looked, please use neither it nor another one like it; if anyone is hurt or has swallowed something, call your emergency number now. Your words are with case ${caseId}.`,
  noCase: () =>
    'I see no open case of yours in this conversation. Tell me what it is about, or let me bring in a colleague, who can look it up.',
  allWell: () => 'Thanks for asking: everything is running. What can I do for you?',
  asFarAsIKnow: () =>
    'That is what our records say right now. If it does not fit what you see, a colleague can check it.',
  checkedAgain: () => 'I have looked again just now.',
  sameAgain: () => 'I have looked once more, and I find the same as before. A colleague can look into it.',
  noReason: () =>
    'I can only do what our rules and records allow here. A colleague can explain it, or find another way.',
  whatNow: () =>
    "Tell me what you would like, and I'll see what can be done; a colleague can look at it with you, too.",
  noHarm: () => 'No harm done. What can I do for you?',
  takeYourTime: () => 'Take your time.',
  sorryToHear: () =>
    "I'm sorry to hear that. I'm only an automated assistant and no company for you, but whatever it is about your orders, I'm here.",
  whyProof: () =>
    'So that nobody can read or change your orders with nothing but a number: what you tell me is compared with what is on file, and used for nothing else.',
  youToo: () => 'Thank you, and the same to you!',
  unclear: () =>
    'Sorry, I did not quite get that. Tell me in a few words what you need, for example “where is my order” or “my lamp does not work”.',
  noHelp: () => "I'm sorry that I was no help. Tell me what it is about, or let me bring in a colleague.",
  withoutNumber: () =>
    'Without an order number I find nothing here: a name or an e-mail address alone is not enough. It stands in your confirmation e-mail, and whoever is signed in on our site does not need it. A colleague can look for it with you.',
  thenNext: ({ orderIds }) => `One after the other: this one first, then ${orderIds.join(', ')}.`,
  notUnderstood: ({ asked }) =>
    `What you mean by “${asked}” I did not understand. Put it in other words, please, or ask for a colleague.`,
  goingInCircles: () =>
    "We are going round in circles, and I don't want to waste your time. Shall I bring in a colleague?",
  notKnownHere: () => 'I know nothing about that here, and I would rather not guess. A colleague can tell you.',
  willTell: ({ orderId }) => `I'll look at order ${orderId} every day and tell you here when something has changed.`,
  willTellRefund: () => "I'll look every day and tell you here when it is booked.",
  lookedAgain: ({ state }) => `You asked me to tell you: ${state}`,
  notYet: ({ orderId, state }) => `As promised I looked at order ${orderId} again, and nothing has changed: ${state}`,
  needsApproval: ({ summary }) => `A colleague has to approve this first: ${summary}`,
  calledOff: ({ caseId }) =>
    `Sorry, then I took it for more than it is. A colleague has a quick look at case ${caseId} all the same; you need do nothing for that, and I go on here.`,
  untilKnown: ({ caseId }) =>
    `Until a colleague has looked at case ${caseId} I change and pay nothing here. I've added what you wrote to it.`,
};
