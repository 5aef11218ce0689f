// Every sentence a customer can read that no model wrote, as one type: a language that lacks one does not compile.
// Nothing here decides anything; dates come as YYYY-MM-DD and are put into words here.

export interface OrderStateWords {
  orderId: string;
  status: string;
  carrier: string | null;
  trackingNumber: string | null;
  deliveryOn: string | null;
  today: string;
}

export interface PhraseChoice {
  title: string;
  value: string;
}

export interface Phrases {
  /** Said once, at the first reply of a conversation. */
  introduction(): string;
  /** Said instead where that reply brings a person in. */
  introductionWithPerson(): string;
  greeting(): string;
  goodbye(): string;
  whatICanDo(): string;
  youAreWelcome(): string;
  thanksForTelling(): string;
  outOfScope(): string;
  cannotSettle(words: { topic: string }): string;
  offerPerson(): string;
  personChoice(): PhraseChoice;
  askOrderNumber(): string;
  orderNotFound(words: { orderId: string }): string;
  orderState(words: OrderStateWords): string;
  latestOrders(): string;
  noOrders(): string;
  whichOrder(): string;
  changeNeedsPerson(): string;
  /** A topic in the customer's words, for "is it about X or Y?". */
  topic(intent: string): string;
  isItAbout(words: { one: string; other: string }): string;
  stillUnsure(): string;
  /** What was offered is not wanted. */
  allRight(): string;
  gotFile(): string;
  /** It was sent, and we could not fetch or read it. */
  missedFile(): string;
  /** Said in a conversation that others read along. */
  wentPrivate(): string;
  writePrivately(): string;
  caseOpened(words: { caseId: string; due: string; reasons: string[] }): string;
  caseOpenedAfterComplaint(words: { caseId: string; due: string; reasons: string[] }): string;
  caseWaits(words: { caseId: string; due: string }): string;
  addedToCase(words: { caseId: string }): string;
  /** Why a case was opened, as the customer may read it. */
  reason(name: string): string;
  withinMinutes(minutes: number): string;
  byTime(words: { at: Date; timeZone: string }): string;
  /** Like the two above, when the time that was said has passed. */
  laterThanSaid(): string;
  /** Asides behind a time, in brackets: who is before them, how long others waited lately, that nobody is there now. */
  casesAhead(words: { count: number }): string;
  latelyAfter(words: { minutes: number }): string;
  /** The same where too few were taken lately, and somebody before them waits past their time. */
  waitsAlready(words: { minutes: number }): string;
  closedUntil(words: { at: Date; timeZone: string }): string;
  /** Put before what a system that is away said last. */
  lastKnown(words: { at: Date; timeZone: string }): string;
  somethingFailed(words: { caseId: string; due: string }): string;
  couldNotHandle(words: { caseId: string; due: string }): string;
  sessionResumed(): string;
  /** Where we were when the session before ended, and whether to go on. */
  leftOffAsking(words: { question: string }): string;
  leftOffOrder(words: { orderId: string }): string;
  /** Who comes by another channel keeps what was spoken of. `network`: as `network()` names it. */
  knownFrom(words: { network: string }): string;
  itWasAbout(words: { orderId: string }): string;
  caseCameAlong(words: { network: string; caseId: string }): string;
  /** "by text message", "in Teams". */
  network(channel: string): string;
  tooManyWaiting(): string;
  personJoined(words: { name: string }): string;
  /** A draft for a colleague where there is no better one. */
  firstWords(words: { name: string; me: string }): string;
  personTakesOver(words: { name: string; before: string }): string;
  personLeft(words: { name: string }): string;
  backToBot(): string;
  /** A colleague has looked at it and left it to the bot: nobody had joined. */
  leftToBot(): string;
  resolved(): string;
  closedGently(): string;
  reopened(words: { caseId: string; due: string }): string;
  /** The same when a colleague has done it. */
  openedAgain(words: { caseId: string; due: string }): string;
  /** In the words of the person who closed the case. */
  promisedWas(words: { caseId: string; promised: string }): string;
  takesLonger(words: { caseId: string }): string;
  declined(words: { summary: string }): string;
  /** A colleague offers another amount; the question for a yes follows. */
  changed(words: { summary: string }): string;
  /** Under a colleague's words that a model put into the customer's language. */
  translated(): string;
  /** Nothing is answered here until then. */
  blocked(words: { at: Date; timeZone: string }): string;
  askRating(): string;
  /** 1 to 5 as a choice. */
  score(score: number): string;
  thanksForRating(): string;
  sorryForRating(): string;
  /** The same about the bot alone; a choice for a person stands under it. */
  sorryForBotRating(): string;
  queuePlace(words: { caseId: string; due: string; ahead: number | null }): string;
  caseWithdrawn(words: { caseId: string }): string;
  /** A sentence that was said just now, said again. */
  again(words: { sentence: string }): string;
  /** What exactly would be done; the customer's yes is to this sentence. */
  proposeCancel(words: { orderId: string; total: number; currency: string }): string;
  /** No money was taken for it. */
  proposeCancelUnpaid(words: { orderId: string }): string;
  proposeAddress(words: { orderId: string; address: string }): string;
  proposeReturn(words: { orderId: string; price: number; currency: string }): string;
  /** Put after a proposal. */
  askYes(): string;
  yesChoice(): PhraseChoice;
  noChoice(): PhraseChoice;
  cancelled(words: { orderId: string }): string;
  addressChanged(words: { orderId: string; address: string }): string;
  returnOpened(words: { orderId: string; reference: string }): string;
  nothingChanged(): string;
  proposalExpired(): string;
  /** A proposal waits while something else was answered. */
  stillOpen(words: { summary: string }): string;
  /** The order has moved on. */
  tooLate(words: { orderId: string }): string;
  cannotChange(words: { orderId: string; why: string }): string;
  askAddress(words: { orderId: string }): string;
  /** A part of it was given. */
  askRestOfAddress(words: { address: string }): string;
  needsPerson(words: { caseId: string; due: string }): string;
  /** Who are you? Names only what is still missing. */
  askProof(words: { missing: ('order' | 'email' | 'postal code')[] }): string;
  proofFailed(): string;
  proofLocked(): string;
  proofAccepted(words: { name: string }): string;
  /** A digression was answered: back to what was asked. */
  backToQuestion(words: { question: string }): string;
  /** One agent of several is late. */
  stillChecking(words: { topic: string; caseId: string; due: string }): string;
  risk(words: { risk: string; caseId: string; due: string }): string;
  notMyLanguage(): string;
  whatHappened(): string;
  paused(): string;
  shopEvent(words: {
    type: string;
    orderId: string;
    product: string;
    on?: string;
    amount?: { value: number; currency: string };
  }): string;
  /** Shown while an answer takes long, and gone when it is there. */
  lookingUp(): string;
  help(): string;
  stopped(): string;
  started(): string;
}
