// What a customer is told while a case waits for a person: the truth about the queue, in any language, and no more often than
// it is news.
import assert from 'node:assert/strict';
import { converse } from '../support/converse.ts';
import { world } from '../support/world.ts';

const queue = (ahead: number, minutes: number | null) => ({
  ahead: async () => ahead,
  outlook: () => ({ ahead, minutes }),
});

describe('waiting for a person', () => {
  it('is told with the place in the queue and what others waited lately', () =>
    converse(
      world({ queue: queue(3, 7) }),
      `
    customer: A person please
    bot:      …a person will answer here within 60 minutes (3 cases are before yours; lately a person came after about 7 minutes). You can keep writing…
    customer: where am I in the queue?
    bot:      Your case ESC-… is open with 3 ahead of it; a person will answer here within 60 minutes (lately a person came after about 7 minutes). You can keep writing.
  `,
    ));

  it('promises no sooner than what the last ones waited', () =>
    converse(
      world({ queue: queue(0, 95) }),
      `
    customer: This is unacceptable, I am furious!
    bot:      …a person will answer here within 95 minutes (lately a person came after about 95 minutes).…
  `,
    ));

  it('promises no sooner than somebody waits already whose time is over, though nothing else is known', () =>
    converse(
      world({ queue: { outlook: () => ({ ahead: 1, minutes: null, overdueMinutes: 89.5 }) } }),
      `
    customer: A person please
    bot:      …a person will answer here within 90 minutes (1 case is before yours; somebody before you has been waiting for 90 minutes already). You can keep writing…
  `,
    ));

  it('says honestly that it takes longer than was said', () =>
    converse(
      world({ queue: queue(0, null) }),
      `
    customer: A person please
    bot:      …within 60 minutes. You can keep writing…
    after:    61 minutes
    customer: how much longer?
    bot:      …is open and next in line; a person will answer here as soon as somebody is free, which is later than I said.…
  `,
    ));

  it('says after hours that nobody is there, until when, and that what is written is kept', async () => {
    const day: [number, number][] = [[540, 1020]];
    const hours = { timeZone: 'Europe/Berlin', week: [[], day, day, day, day, day, []], holidays: [] };
    const its = world({ settings: { hours }, queue: queue(0, 7) });
    its.clock.set(new Date('2026-03-06T20:00:00Z')); // a Friday evening
    await its.customer('A person please');
    const [said] = its.said.splice(0);
    assert.match(
      said!.text,
      /by Monday.*10:00 AM.*\(we are closed until Monday.*9:00 AM GMT\+1\)\. You can keep writing/,
    );
    assert.doesNotMatch(said!.text, /lately/, 'what others waited by day says nothing at night');
  });

  for (const [language, asked, answered] of [
    ['en', 'how many people are ahead of me?', /with 2 ahead of it/],
    ['en', 'how long will it take until somebody answers', /with 2 ahead of it/],
    ['es', '¿En qué puesto de la cola estoy?', /con 2 por delante/],
    ['es', '¿Cuánto tengo que esperar?', /con 2 por delante/],
    ['fr', 'Quelle place ai-je dans la file ?', /2 passent avant lui/],
    ['de', 'An welcher Stelle der Warteschlange bin ich?', /2 sind vor ihm/],
    ['de', 'Wie lange muss ich noch warten?', /2 sind vor ihm/],
  ] as const)
    it(`is asked about in ${language}: «${asked}»`, async () => {
      const its = world({ queue: queue(2, null) });
      await its.customer(PERSON[language]);
      its.said.length = 0;
      await its.customer(asked);
      assert.equal(its.turns.at(-1)!.route, 'case:queue');
      assert.match(its.said[0]!.text, answered);
    });

  for (const text of [
    'never mind',
    "I don't need a person any more",
    "it's solved",
    'hat sich erledigt',
    'ya no hace falta',
  ])
    it(`ends with «${text}»`, async () => {
      const its = world();
      await its.customer('A person please');
      await its.customer(text);
      assert.equal(its.turns.at(-1)!.route, 'case:withdrawn');
      assert.equal(its.caseOf()[0]!.status, 'resolved');
    });

  for (const text of ["I don't need a refund, I need a replacement", 'it is not fixed', 'is it fixed?'])
    it(`goes on after «${text}»`, async () => {
      const its = world();
      await its.customer('A person please');
      await its.customer(text);
      assert.equal(its.caseOf()[0]!.status, 'open');
    });

  it('brings news only when the place is another one, and not soon after it was told', async () => {
    let ahead = 3;
    const its = world({ queue: { ahead: async () => ahead, outlook: () => ({ ahead, minutes: null }) } });
    await its.customer('A person please');
    its.said.length = 0;
    const news = async (afterMinutes: number) => {
      its.clock.advance(afterMinutes * 60_000);
      await its.act('case.queue', { caseId: its.caseOf()[0]!.id });
      return its.said.splice(0).map((one) => one.text);
    };
    ahead = 2;
    assert.deepEqual(await news(5), [], 'told five minutes ago');
    assert.match((await news(30))[0]!, /with 2 ahead of it/);
    assert.deepEqual(await news(31), [], 'nothing has changed');
    ahead = 0;
    assert.match((await news(1))[0]!, /next in line/);
    await its.claim('Ana');
    its.said.length = 0;
    ahead = 1;
    assert.deepEqual(await news(60), [], 'somebody is there');
  });
});

const PERSON = {
  en: 'A person please',
  es: 'Hola, quiero hablar con una persona, por favor',
  fr: 'Bonjour, je voudrais parler à une personne, merci',
  de: 'Hallo, ich möchte bitte mit einem Menschen sprechen',
} as const;
