// What is said about what stands on a customer's account: in every language the same.

export type ContactWay = 'email' | 'phone';

export interface AccountWords {
  /** The exact change; the customer's yes is to this sentence. */
  proposeContact(words: { way: ContactWay; value: string }): string;
  contactChanged(words: { way: ContactWay; value: string }): string;
  contactNotChanged(): string;
  sameContact(): string;
  askContact(words: { way: ContactWay }): string;
}
