// What is said between the matters, in every language the same: that somebody is there, that it is a bot, that something
// was not understood, and what comes next.

import type { HoursWords } from './hours.ts';

export interface TalkWords {
  /** Several orders are settled one after the other: which come behind the one that is asked about. */
  thenNext(of: { orderIds: string[] }): string;
  /** "Hello?", in the middle of a conversation. */
  stillHere(): string;
  /** "Are you a bot?" */
  iAmABot(): string;
  /** A joke, a feeling, who made it: nothing that it is there for. */
  onlyTheShop(): string;
  /** How a person is heard from. */
  writesHere(): string;
  /** Said further on while a danger is looked at. */
  staySafe(of: { caseId: string }): string;
  /** Asked for a case where none is open. */
  noCase(): string;
  /** "How are you?" */
  allWell(): string;
  /** "Are you sure?" */
  asFarAsIKnow(): string;
  /** "Look again": before what was found. */
  checkedAgain(): string;
  /** "Look again", for the second time, and nothing else is found. */
  sameAgain(): string;
  /** "Why not?" */
  noReason(): string;
  /** "What now?" */
  whatNow(): string;
  /** "Sorry for shouting." */
  noHarm(): string;
  /** "Hmm." */
  takeYourTime(): string;
  /** "I feel lonely." */
  sorryToHear(): string;
  /** "Why do you need that?", asked who they are. */
  whyProof(): string;
  /** "Have a nice day." */
  youToo(): string;
  unclear(): string;
  /** They are cross with the bot. */
  noHelp(): string;
  /** They have no order number. */
  withoutNumber(): string;
  /** Of several questions one, in their own words. */
  notUnderstood(words: { asked: string }): string;
  /** The same was asked or said for the third time. */
  goingInCircles(): string;
  /** Codes, discounts, wrapping: a matter of the house that nothing here knows of. */
  notKnownHere(): string;
  /** It will be looked at again, and told. */
  willTell(words: { orderId: string }): string;
  willTellRefund(): string;
  /** It was looked at again. */
  lookedAgain(words: { state: string }): string;
  notYet(words: { orderId: string; state: string }): string;
  /** More than the bot may do alone. */
  needsApproval(words: { summary: string }): string;
  /** When a person can be reached; empty where nobody ever can. */
  peopleAreHere(words: HoursWords): string;
  /** They say that nothing is as the bot took it: people still look at it. */
  calledOff(words: { caseId: string }): string;
  /** Somebody may act in the customer's name. */
  untilKnown(words: { caseId: string }): string;
}
