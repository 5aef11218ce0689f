// What is said about what stands on a customer's account, in English.
import type { AccountWords, ContactWay } from './words.ts';

const thing = (way: ContactWay) => (way === 'email' ? 'e-mail address' : 'phone number');

export const accountEn: AccountWords = {
  proposeContact: ({ way, value }) => `Change the ${thing(way)} on your account to ${value}.`,
  contactChanged: ({ way, value }) =>
    `Done: the ${thing(way)} on your account is ${value} now. For your safety no codes go there for a week.`,
  contactNotChanged: () => 'I could not change it: I no longer find this account.',
  sameContact: () => 'That is what stands on your account already, so there is nothing to change.',
  askContact: ({ way }) =>
    way === 'email'
      ? 'What is the new e-mail address?'
      : 'What is the new phone number? Please begin with its country code, as in +1 555 123 4567.',
};
