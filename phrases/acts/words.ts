// What is said where a message asks for no tool: that nothing is changed, that nothing is wrong, that it was misunderstood.

export interface ActWords {
  /** "Do not cancel it", "leave it as it is"; the order that was spoken of, where one was. */
  leftAsIs(of: { orderId: string | null }): string;
  /** "Put it back": what is done cannot be taken back from here. */
  cannotUndo(): string;
  /** "Put it back", before anything was done. */
  nothingDone(): string;
  /** "Why did you cancel it?", of an order that is cancelled. */
  whyCancelled(of: { orderId: string }): string;
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
}
