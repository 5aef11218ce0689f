// The conversations of evals/ hold, offline; and a page that does not hold is noticed.
import assert from 'node:assert/strict';
import { type Page, parsePages, readPages } from '../../evals/conversations/pages.ts';
import { type Outcome, play } from '../../evals/conversations/play.ts';
import { renderReport } from '../../evals/conversations/report.ts';
import { scoreOf } from '../../evals/conversations/score.ts';

describe('the conversations of evals', () => {
  const pages = readPages();
  const outcomes: Outcome[] = [];

  it('are at least eighty, each name once', () => {
    assert.ok(pages.length >= 80, `${pages.length}`);
    assert.equal(new Set(pages.map(({ topic, name }) => `${topic} ${name}`)).size, pages.length);
  });

  for (const page of pages)
    it(`${page.topic}: ${page.name}`, async () => {
      outcomes.push(await play(page));
      assert.deepEqual(outcomes.at(-1)!.faults, []);
    });

  it('reach what we aim at', () => {
    const score = scoreOf(
      outcomes.map((one) => [one]),
      pages.map((page) => page.case === 'none'),
    );
    assert.ok(score.success >= 0.96 && score.needless <= 0.08 && score.missed === 0, JSON.stringify(score));
  });
});

const BROKEN: [string, string, RegExp][] = [
  ['an answer that is missing', '> where is ORD-12345\nbot: on the moon', /does not say «on the moon»/],
  ['what must not be said', '> where is ORD-12345\nnot: in transit', /says «in transit»/],
  ['a tool that may not be called', '> where is ORD-12345\ntools: quote_shipping', /calls look_up_order/],
  ['an end state', 'as: CUS-1001\n> hello\nend: ORD-12345.status = delivered', /is «in transit», not «delivered»/],
  ['a case that is not needed', '> agent\ncase: none', /opens a case/],
  ['a case that is missing', '> hello\ncase: any', /opens no case/],
  ['a case for another reason', '> agent\ncase: risk', /for «customer asked», not «risk»/],
  ['a choice that is not offered', '> hello\nchoices: Dance', /does not offer «Dance»/],
];

describe('a conversation that does not hold', () => {
  for (const [name, lines, fault] of BROKEN)
    it(`is noticed: ${name}`, async () => {
      const [page] = parsePages('broken', `## one\n${lines}`) as [Page];
      assert.match((await play(page)).faults.join('\n'), fault);
    });

  it('is a fault of the page where a line is none', () => {
    assert.throws(() => parsePages('broken', '## one\nbott: hello'), /broken:2/);
    assert.throws(() => parsePages('broken', '> hello'), /broken:1/);
  });
});

describe('the score', () => {
  const outcome = (isRight: boolean): Outcome => ({
    topic: 't',
    name: 'n',
    faults: isRight ? [] : ['<wrong>'],
    needless: false,
    missed: false,
    transcript: [{ who: 'customer', text: '<script>' }],
  });

  it('counts pass^k as the chance that k tries all succeed', () => {
    const { success, passAll } = scoreOf(
      [
        [true, true, true, true],
        [true, true, false, false],
      ].map((tries) => tries.map(outcome)),
      [true, true],
    );
    assert.equal(success, 0.75);
    assert.deepEqual(
      passAll.map((share) => Math.round(share * 1000) / 1000),
      [0.75, 0.583, 0.5, 0.5],
    );
  });

  it('shows what changed since the run before, and no markup of a customer’s', () => {
    const score = scoreOf([[outcome(false)]], [true]);
    const run = { at: 'now', model: 'offline', score, outcomes: [outcome(false)] };
    const page = renderReport(run, { ...run, at: 'before', outcomes: [outcome(true)] });
    assert.match(page, /t: n: does not hold any more/);
    assert.ok(!page.includes('<script>') && page.includes('&lt;script&gt;'));
  });
});
