// The rules of the alerts: limits, samples, the baseline of the mood, and that a value at the limit does not flutter.
import assert from 'node:assert/strict';
import {
  type Facts,
  readingsOf,
  responseLimitOf,
  step,
  type TurnFact,
  type WatchState,
} from '../../models/alert-rules.ts';
import { ALERTS } from '../../settings/environment.ts';

const turn = (over: Partial<TurnFact> = {}): TurnFact => ({
  channel: 'web',
  model: 'offline',
  responseTimeMs: 100,
  isEscalated: false,
  isSilent: false,
  hasFailed: false,
  isNegative: false,
  ...over,
});
const many = (count: number, over: Partial<TurnFact> = {}) => Array.from({ length: count }, () => turn(over));
const facts = (over: Partial<Facts> = {}): Facts => ({
  turns: [],
  baseline: { turns: 1_000, negative: 100 },
  channels: {},
  casesOverdue: 0,
  deadLetters: 0,
  cost: null,
  ...over,
});
const bad = (over: Partial<Facts>, limits = ALERTS) =>
  readingsOf(facts(over), limits)
    .filter((reading) => reading.verdict === 'bad')
    .map((reading) => reading.name);

describe('the rules of the alerts', () => {
  const kinds: [string, Partial<Facts>, Partial<Facts>][] = [
    [
      'response time · sms',
      { turns: many(20, { channel: 'sms', responseTimeMs: 501 }) },
      { turns: many(20, { channel: 'sms', responseTimeMs: 499 }) },
    ],
    [
      'response time · web, gpt-4.1-mini',
      { turns: many(20, { model: 'gpt-4.1-mini', responseTimeMs: 8_001 }) },
      { turns: many(20, { model: 'gpt-4.1-mini', responseTimeMs: 7_999 }) },
    ],
    [
      'error rate',
      { turns: [...many(18), ...many(2, { hasFailed: true })] },
      { turns: [...many(19), ...many(1, { hasFailed: true })] },
    ],
    [
      'escalation rate',
      { turns: [...many(16), ...many(4, { isEscalated: true })] },
      { turns: [...many(17), ...many(3, { isEscalated: true })] },
    ],
    [
      'negative sentiment',
      { turns: [...many(60), ...many(40, { isNegative: true })] },
      { turns: [...many(85), ...many(15, { isNegative: true })] },
    ],
    ['channel slack', { channels: { slack: 'invalid_auth' } }, { channels: { slack: null } }],
    ['desk unreachable', { channels: { desk: 'is_archived' } }, { channels: { desk: null } }],
    ['unclaimed cases', { casesOverdue: 1 }, {}],
    ['dead letters', { deadLetters: 1 }, {}],
    [
      'cost cap',
      { cost: { spent: 8.01, cap: 10, currency: 'USD' } },
      { cost: { spent: 7.99, cap: 10, currency: 'USD' } },
    ],
  ];
  for (const [name, wrong, right] of kinds)
    it(`raises "${name}" just beyond its limit, and nothing just below`, () => {
      assert.deepEqual(bad(wrong), [name]);
      assert.deepEqual(bad(right), []);
    });

  it('says nothing below the smallest sample, however bad it looks', () => {
    const terrible = many(19, { responseTimeMs: 60_000, hasFailed: true, isEscalated: true, isNegative: true });
    assert.deepEqual(bad({ turns: terrible }), []);
    assert.ok(bad({ turns: [...terrible, ...terrible] }).length >= 4);
  });

  it('judges the mood by the shop’s own, and knows no mood without a week behind it', () => {
    const angry = [...many(60), ...many(40, { isNegative: true })];
    assert.deepEqual(bad({ turns: angry, baseline: { turns: 1_000, negative: 350 } }), []);
    assert.deepEqual(bad({ turns: angry, baseline: { turns: 99, negative: 1 } }), []);
  });

  it('counts no turn in which a person speaks as an escalation or as slow', () => {
    const silent = many(100, { isSilent: true, responseTimeMs: 90_000 });
    assert.deepEqual(bad({ turns: [...silent, ...many(16), ...many(4, { isEscalated: true })] }), ['escalation rate']);
  });

  it('takes the most particular limit for a response time', () => {
    const limits = { ...ALERTS, responseTimeMsBy: { sms: 2_000, 'gpt-x': 9_000, 'sms gpt-x': 12_000 } };
    const given = [responseLimitOf('web', 'offline', limits), responseLimitOf('sms', 'offline', limits)];
    assert.deepEqual(
      [...given, responseLimitOf('web', 'gpt-x', limits), responseLimitOf('sms', 'gpt-x', limits)],
      [500, 2_000, 9_000, 12_000],
    );
  });

  it('waits until it has lasted, and resolves only after it has been well below as long', () => {
    const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1_000);
    const seen: string[] = [];
    let state: WatchState = {};
    let isOpen = false;
    const verdicts = {
      0: 'bad',
      10: 'good',
      20: 'bad',
      49: 'bad',
      50: 'bad',
      60: 'between',
      70: 'good',
      90: 'between',
      95: 'good',
      124: 'good',
      125: 'good',
      130: 'good',
    } as const;
    for (const [second, verdict] of Object.entries(verdicts)) {
      const did = step(state, { verdict, isImmediate: false }, isOpen, at(Number(second)), 30);
      state = did.state;
      if (did.act === 'nothing') continue;
      isOpen = did.act === 'raise';
      seen.push(`${second} ${did.act}`);
    }
    assert.deepEqual(seen, ['50 raise', '125 resolve']);
  });

  it('raises what needs no proof at once', () => {
    const now = new Date(0);
    assert.equal(step({}, { verdict: 'bad', isImmediate: true }, false, now, 30).act, 'raise');
    assert.equal(step({}, { verdict: 'bad', isImmediate: true }, true, now, 30).act, 'nothing');
  });
});
