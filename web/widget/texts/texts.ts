// The words of the widget's own frame: what it must say in every language, and by which the customer's is chosen. A
// language that lacks a sentence does not compile. What the server says comes in the language of the conversation.
import type { ChatErrorKind } from '../direct-line/chat-error.ts';

/** The words of one language. */
export interface Words {
  /** BCP 47, with the region where it is known: for the clock, the days and screen readers. */
  language: string;
  greeting: string;
  welcome: string;
  starters: string[];
  /** What the menu entry sends; a wish the server understands in this language. */
  personRequest: string;

  chatWith(title: string): string;
  openChat(title: string): string;
  closeChatWith(title: string): string;
  closeChat: string;
  close: string;
  unread(count: number): string;
  from(news: string, title: string): string;

  assistant: string;
  colleague: string;
  isWithYou(name: string): string;
  reconnecting: string;
  dismiss: string;

  menu: string;
  chatMenu: string;
  talkToPerson: string;
  startNew: string;
  download: string;

  conversation: string;
  isTyping(name: string): string;
  newest: string;
  suggestedAnswers: string;
  you: string;
  said(name: string): string;
  sent: string;
  sending: string;
  tryAgain: string;
  notSentMark: string;
  conversationWith(title: string): string;

  placeholder: string;
  message: string;
  send: string;
  attach: string;
  filesToSend: string;
  remove(name: string): string;
  fileFailed: string;
  tooLong(characters: number): string;
  fileTooLarge(name: string, megabytes: number): string;
  tooManyFiles(most: number): string;

  /** The whole sentence; `when` is one of the four below. */
  personReplies(when: string): string;
  soon: string;
  anyMoment: string;
  by(clock: string): string;
  byTomorrow(clock: string): string;
  byDay(clock: string, day: string): string;
  today: string;
  yesterday: string;
  youAreNext: string;
  yourPlace(position: number): string;
  case: string;
  keepWriting: string;

  expired: string;
  carriedOn: string;
  ended: string;
  problems: Record<ChatErrorKind, string>;
  wait(seconds: number): string;
}

/** The words that one customer reads. */
export interface Texts extends Words {
  /** The customer's first choice (BCP 47), spoken by the widget or not: the server may answer in it. */
  locale: string;
}
