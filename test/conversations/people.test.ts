// How a customer reaches a person, and what the bot does meanwhile.
import assert from 'node:assert/strict';
import { converse, onEveryChannel } from '../support/converse.ts';
import { world } from '../support/world.ts';

const WORDINGS = [
  'A person please',
  'a person please',
  'can I talk to a human?',
  'agent!!',
  'let me speak to someone real',
  'I want to speak to a supervisor',
  'connect me with an agent',
  'representative',
  'I need a human',
  'stop the bot, i want a person',
  'can somebody call me please, I want to talk to a real person',
  'get me your manager',
];

describe('a case that a colleague calls none', () => {
  for (const [asked, told] of [
    ['A person please', /^A colleague has looked at it: .* I can help/],
    ['Ich möchte bitte mit einem Menschen sprechen', /^Ein Kollege hat es sich angesehen/],
  ] as const)
    it(`is the bot's again, and nobody has left who was never there («${asked}»)`, async () => {
      const its = world();
      await its.customer(asked);
      its.said.length = 0;
      await its.desk('desk.move', { what: 'dismiss', by: { id: 'U1', name: 'Ana' } });
      assert.equal(its.said.length, 1);
      assert.match(its.said[0]!.text, told);
      assert.equal(its.caseOf()[0]!.closing?.by.name, 'Ana');
      await its.customer('Where is my order ORD-12345?');
      assert.match(its.said.at(-1)!.text, /ORD-12345/);
    });
});

describe('people', () => {
  onEveryChannel(
    'turns fury into a case, with the reasons and a true time',
    `
    customer: I'm extremely unhappy with your service! My order was delivered damaged and customer service has been ignoring my emails for days. This is unacceptable!
    bot:      I'm sorry: your order arrived damaged and your messages went unanswered.…Your case is ESC-…; a person will answer here within 15 minutes.…I'm Frontdesk's automated assistant.…
    desk:     ESC-… · URGENT · COMPLAINT · VERY_NEGATIVE (-0.8)…sentiment…
    then:     the turn is COMPLAINT, URGENT, VERY_NEGATIVE
    then:     the sentiment is about -0.8
    then:     the agent is escalation
    then:     a follow-up is required
    then:     the outcome is escalated
    then:     the case is open
    then:     the owner is waiting
  `,
  );

  onEveryChannel(
    'goes on answering what it can answer, though a person was asked for in the same breath',
    `
    customer: Where is my order ORD-12345? / A person please
    bot:      Your order ORD-12345 is in transit.…I'm bringing in a colleague.…
    desk:     ESC-…
    customer: Where is my order ORD-12345?
    bot:      Your order ORD-12345 is in transit.…
    customer: Where is my order ORD-12345?
    bot:      …ORD-12345 is in transit.…
  `,
  );

  it('says what shipping costs, though a person was asked for in the same breath', () =>
    converse(
      world(),
      `
    customer: How much to ship 3kg to LA? / A person please
    bot:      Shipping 3 kg to LA:…I'm bringing in a colleague.…
    desk:     ESC-…
    customer: How much to ship 3kg to LA?
    bot:      Shipping 3 kg to LA:…
  `,
    ));

  it('leaves the subject of a case to the person, and answers what else was asked', () =>
    converse(
      world({ settings: { agentsOff: ['billing'] } }),
      `
    customer: why was I charged $89.99?
    bot:      …ESC-…
    desk:     ESC-…
    customer: why was I charged $89.99?
    bot:      …added that to your case ESC-…
    customer: why was I charged $89.99? / How much to ship 3kg to LA?
    bot:      Shipping 3 kg to LA:…
  `,
    ));

  for (const wording of WORDINGS) {
    it(`brings in a person for «${wording}»`, () =>
      converse(
        world(),
        `
      customer: ${wording}
      bot:      …I'm bringing in a colleague. Your case is ESC-…
      then:     the case is open
      then:     the reason is customer asked
      then:     a follow-up is required
    `,
      ));
  }

  it('hears the request for a person among texts typed in one breath, and answers the rest, too', () =>
    converse(
      world(),
      `
    customer: Where is my order ORD-12345? / A person please / thanks
    bot:      Your order ORD-12345 is in transit…I'm bringing in a colleague. Your case is ESC-…
    then:     the case is open
    then:     the agents are order, escalation
  `,
    ));

  it('names the open case instead of opening a second one', () =>
    converse(
      world(),
      `
    customer: A person please
    bot:      I'm bringing in a colleague.…
    customer: I said a human please!
    bot:      Your case ESC-… is with our colleagues…
    then:     the case is open
  `,
    ));

  it('answers an unrelated question while a case waits, and adds everything to the card', () =>
    converse(
      world(),
      `
    customer: this is terrible service, nobody answers my emails
    bot:      I'm sorry…
    customer: Where is my order ORD-12345?
    bot:      Your order ORD-12345 is in transit…
    desk:     …Where is my order ORD-12345?
    then:     the case is open
  `,
    ));

  it('is silent while a person has the conversation, and passes their words on', () =>
    converse(
      world(),
      `
    customer: A person please
    bot:      I'm bringing in a colleague.…
    person:   Ana claims the case
    bot:      Ana has joined this chat.
    customer: where is my order ORD-12345?
    desk:     …
    then:     the outcome is silent
    then:     no agent answered
    person:   It arrives tomorrow.
    bot:      It arrives tomorrow.
  `,
    ));

  it('promises nothing outside the opening hours that the hours do not allow', async () => {
    const week: [number, number][][] = [
      [],
      [[540, 1020]],
      [[540, 1020]],
      [[540, 1020]],
      [[540, 1020]],
      [[540, 1020]],
      [],
    ];
    const its = world({ settings: { hours: { timeZone: 'Europe/Berlin', week, holidays: [] } } });
    its.clock.set(new Date('2026-03-07T12:00:00Z')); // a Saturday
    await its.customer('This is unacceptable, I am furious!');
    assert.match(its.said[0]!.text, /by Monday at 9:15|by Monday 9:15|by Monday, 9:15|Monday.*9:15/);
  });

  it('leaves what is unclear to the person who is on the way, where somebody may be hurt', () =>
    converse(
      world(),
      `
      customer: my charger is broken
      bot:      …
      customer: it gets really hot and theres smoke
      bot:      …
      customer: hm and the thing then
      bot:      Thank you, I've added that to your case ESC-…
      then:     the route is case:unclear
      customer: ok
      bot:      All right.…
    `,
    ));
});
