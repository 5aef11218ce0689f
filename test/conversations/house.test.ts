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

  const NINE_TO_FIVE: [number, number][] = [[540, 1020]];
  const week = [[], NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, [[540, 840]], []] as [number, number][][];
  const hours = { timeZone: 'Europe/Berlin', week, holidays: ['2026-12-25'] };

  it('say when people are there, by the desk’s own hours, and whether that is now', async () => {
    const its = world({ settings: { hours }, customer: { shopCustomerId: 'CUS-1001' } });
    await converse(
      its,
      `
    customer: when are your people available?
    bot:      Our people are here:  - Monday to Thursday: 9:00 AM – 5:00 PM - Friday: 9:00 AM – 2:00 PM  Times in Europe/Berlin. Closed on December 25. Somebody is here right now. I answer at any hour.…More in: KB-048…
    then:     the tools are search_knowledge
    after:    12 hours
    customer: what time are your agents there
    bot:      Our people are here:…Right now nobody is here: they are back on Tuesday…
    then:     there is no case
    customer: when can I finally talk to a human??
    bot:      I'm bringing in a colleague.…
  `,
    );
  });

  for (const [question, answer] of [
    ['Wann sind Sie erreichbar?', 'Unsere Kollegen sind da:  - Montag bis Donnerstag: …9:00 – 17:00…'],
    ['¿Cuál es su horario de atención?', 'Nuestros compañeros atienden:  - lunes a jueves: …9:00 – 17:00…'],
    ['Quels sont vos horaires ?', 'Nos collègues sont là :  - lundi à jeudi: …9:00 – 17:00…'],
  ])
    it(`say it in the customer's language: ${question}`, () =>
      converse(world({ settings: { hours } }), `customer: ${question}\nbot: ${answer}`));

  it('say that somebody is there at any hour where that is so', () =>
    converse(
      world(),
      `
    customer: what are your opening hours
    bot:      A colleague can be reached here at any hour, every day;…
  `,
    ));

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
