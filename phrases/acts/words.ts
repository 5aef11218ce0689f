// What is said where a message asks for no tool: that nothing is changed, that nothing is wrong, that it was misunderstood.

export interface ActWords {
  /** "Do not cancel it", "leave it as it is"; the order that was spoken of, where one was. */
  leftAsIs(of: { orderId: string | null }): string;
  /** "Put it back": what is done cannot be taken back from here. */
  cannotUndo(): string;
  /** "Put it back", before anything was done. */
  nothingDone(): string;
  /** "Why did you cancel it?", of an order that is cancelled. */
  whyCancelled(of: { orderIds: string[] }): string;
  /** "It works fine, I only want to know …" */
  nothingWrong(): string;
  /** "Why was my card refused?" */
  whyRefused(): string;
  /** "That is not what I asked." */
  misread(): string;
  /** What the shop's own thing weighs, before a price for sending it. */
  weighsAbout(of: { name: string; weight: string }): string;
  /** All of a kind are alike in what is asked. */
  allAlike(of: { kind: string }): string;
  /** Neither of two is better in what the shop knows. */
  onlyYouKnow(): string;
  /** The same again for one that is faulty: no tool does that. */
  sameAgain(of: { name: string }): string;
  /** Before facts that stand in English. */
  factsInEnglish(): string;
  /** They paid again, and what the shop knows is still the old one. */
  notSeenYet(): string;
  /** A payment that failed can be made again; the answer is a button. */
  payAgain(): string;
  payAgainChoice(): string;
  /** How long banks take. */
  refundTakes(): string;
  /** "Does your colleague know of this, too?" */
  reachesThem(of: { caseId: string }): string;
  /** "Why does it need an approval?" */
  whyApproval(of: { caseId: string }): string;
  /** "Do I have to do anything?", while somebody has the case. */
  nothingToDo(of: { caseId: string }): string;
  /** "Is it done?", of what still waits for a yes. */
  notDoneYet(): string;
  /** "Is it done?", and nothing was. */
  nothingDoneSoFar(): string;
  /** It goes to another address by now. */
  rerouted(): string;
  /** In this state it can be done no more. */
  tooLateFor(of: { orderId: string; wish: 'cancel' | 'items' | 'address' | 'payment'; status: string }): string;
  /** Not before it has come. */
  returnFromDelivery(of: { orderId: string; deliveryOn: string | null }): string;
  /** Where it is delivered to; null: to what was given with the order. */
  goesTo(of: { orderId: string; address: string | null }): string;
  /** By which days something ordered today comes, within the country. */
  orderedToday(of: { days: { name: string; on: string }[] }): string;
  /** What a change of items that was done gives back. */
  changeGivesBack(of: { orderId: string; amount: number; currency: string }): string;
  /** Day, place and notes are the carrier's; without a number the parcel has not left yet, or is not known. */
  atTheCarrier(of: { orderId?: string; carrier?: string; trackingNumber?: string }): string;
  /** Of a refund that is proposed. */
  takesYourYes(): string;
  /** Of an exchange. */
  oldOneFirst(): string;
  /** An order's items can be changed once: what that means. */
  onlyOnce(): string;
  /** Whether something else is still possible after the change that is proposed. */
  stillPossible(): string;
  /** What an order comes to since it was changed, beside its older invoice. */
  invoiceBefore(of: { orderId: string; total: number; currency: string }): string;
  isPaid(): string;
  /** "Will the lamp still come?", of a change of other things. */
  restStays(): string;
  /** Cancelled, paid, and nothing has gone back; the answer is a button. */
  owedStill(of: { orderId: string; amount: number; currency: string }): string;
  /** "Do they come together?" */
  exchangeLater(): string;
  noOtherRefund(): string;
  hourUnknown(): string;
  eachItsOwn(): string;
  /** Behind a day of delivery, to "before Saturday?"; `on`: YYYY-MM-DD. */
  inTime(of: { on: string; isInTime: boolean }): string;
  /** Behind the state of an order in a list: its payment failed. */
  unpaid(): string;
  /** An order that waits, and whose payment failed. */
  awaitsPayment(): string;
  /** A refund that a colleague has to approve. */
  awaitsApproval(of: { caseId: string }): string;
  /** "Do I have to send the broken one back first?" */
  faultyBack(): string;
}
