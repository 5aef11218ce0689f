// Questions about the house and about an account: answered from an article, cited, and without asking who somebody is.
import { converse, onEveryChannel } from '../support/converse.ts';
import { world } from '../support/world.ts';

const ANSWERED: [question: string, article: string][] = [
  ["what's the refund policy", 'KB-049 Returns, Exchanges and Refunds'],
  ['whats the return policy', 'KB-049 Returns, Exchanges and Refunds'],
  ['How long do refunds take?', 'KB-049 Returns, Exchanges and Refunds'],
  ['are you open on sunday', 'KB-048 Opening Hours and How to Reach Us'],
  ['do you have a physical store', 'KB-048 Opening Hours and How to Reach Us'],
  ['which cards do you take', 'KB-050 Ways to Pay'],
  ['Do you take PayPal?', 'KB-050 Ways to Pay'],
  ['how do I delete my account', 'KB-042 Privacy: Your Data and Your Choices'],
  ['I forgot my password', 'KB-039 Signing In and Passwords'],
  ['how can I change my email address', 'KB-041 Changing Your Details'],
];

describe('questions about the house', () => {
  for (const [question, article] of ANSWERED)
    it(`tells ${article.slice(0, 6)} to «${question}»`, () =>
      converse(
        world(),
        `
    customer: ${question}
    bot:      …More in: ${article}…
    then:     the agent is general
    then:     the tools are search_knowledge
    then:     there is no case
  `,
      ));

  onEveryChannel(
    'go on from a question about money that is not the own to one that is',
    `
    customer: what's the refund policy
    bot:      **Returns, Exchanges and Refunds**…
    customer: ok, I want my money back for order ORD-12345
    bot:      Before I can do that I need to know that it is you.…
    then:     there is no case
  `,
  );

  it('make no article of what has nothing to do with the shop', () =>
    converse(
      world(),
      `
    customer: what is the capital of peru?
    bot:      That is outside what I can help with:…
    then:     there is no case
  `,
    ));
});
