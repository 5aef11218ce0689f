// What is said about one-time codes, in English.
import type { CodeTarget, CodeWords } from './words.ts';

const place = ({ way, hint }: CodeTarget) =>
  way === 'email' ? `your e-mail address ${hint}` : `your phone number ending in ${hint}`;

export const codesEn: CodeWords = {
  subject: () => 'Your code for the support chat',
  message: ({ code, minutes }) =>
    `Your code is ${code}. Type it into the chat that asked for it; it is good for ${minutes} minutes. We never ask for it by phone: if you did not ask for it, tell nobody and do nothing.`,
  asked: ({ minutes, ...target }) =>
    `This needs one more proof that it is you. I am sending a six-digit code to ${place(target)}. Please type it here; it is good for ${minutes} minutes.`,
  askedAgain: ({ minutes, ...target }) =>
    `I am sending a new code to ${place(target)}; only this one counts now. Please type it here within ${minutes} minutes.`,
  waiting: (target) => `I am waiting for the six-digit code that I sent to ${place(target)}.`,
  wrong: ({ left }) => `That is not the code. You have ${left === 1 ? 'one more try' : `${left} more tries`}.`,
  tooManyTries: () => 'That was not the code either, and I do not try that one any more. A colleague can help you.',
  expired: () => 'That code has run out, so I have not used it. Shall I send a new one?',
  tooMany: () =>
    'I have sent as many codes as I may within an hour. Please try again later, or I can bring in a colleague.',
  accepted: () => 'Thank you, that is the code.',
  notAwaited: () => 'I am not waiting for a code at the moment. What can I do for you?',
  unreachable: () =>
    'This needs a code to an e-mail address or a phone number that has been on file for more than a week, and I have none to send one to. A colleague takes over.',
  failed: () => 'I could not send the code. Shall I try once more, or bring in a colleague?',
  againChoice: () => ({ title: 'Send a new code', value: 'send a new code' }),
  otherWayChoice: ({ way }) =>
    way === 'phone'
      ? { title: 'Send it by text message', value: 'send the code by text message' }
      : { title: 'Send it by e-mail', value: 'send the code by e-mail' },
};
