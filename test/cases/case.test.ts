// The legal moves of a case, as a table.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CASE_MOVES, type CaseMove, move } from '../../cases/case.ts';
import { judge } from '../../cases/relay.ts';
import { timersOf } from '../../cases/timers.ts';
import { readConfig } from '../../core/config.ts';
import type { Case, CaseStatus } from '../../models/case.ts';
import { settingsFromConfig } from '../../settings/environment.ts';

const AT = new Date('2026-03-02T10:00:00Z');
const ANA = { id: 'U1', name: 'Ana' };
const BEN = { id: 'U2', name: 'Ben' };
const LEAD = { id: 'U9', name: 'Lea', isLead: true };
const settings = settingsFromConfig(readConfig({ NODE_ENV: 'test' }));

function aCase(changes: Partial<Case> = {}): Case {
  return {
    id: 'ESC-1',
    status: 'open',
    reason: 'customer asked',
    priority: 'MEDIUM',
    intent: 'BILLING',
    sentiment: { label: 'NEUTRAL', score: 0 },
    language: 'en',
    summary: 'Something.',
    tried: [],
    conversation: { channel: 'web', accountId: 'default', nativeId: 'c1', customer: { id: 'u1' } },
    openedAt: AT,
    dueAt: new Date(AT.getTime() + 120 * 60_000),
    owner: null,
    ownershipEpoch: 0,
    recent: [],
    history: [],
    labels: [],
    reminded: [],
    ...changes,
  };
}

const LEGAL: [CaseStatus, CaseMove, CaseStatus][] = [
  ['open', 'claim', 'claimed'],
  ['open', 'assign', 'claimed'],
  ['open', 'dismiss', 'returned'],
  ['claimed', 'assign', 'claimed'],
  ['claimed', 'release', 'open'],
  ['claimed', 'hold', 'on hold'],
  ['claimed', 'resolve', 'resolved'],
  ['claimed', 'return', 'returned'],
  ['on hold', 'assign', 'claimed'],
  ['on hold', 'release', 'open'],
  ['on hold', 'resolve', 'resolved'],
  ['on hold', 'return', 'returned'],
  ['resolved', 'reopen', 'open'],
  ['returned', 'reopen', 'open'],
];
const STATUSES: CaseStatus[] = ['open', 'claimed', 'on hold', 'resolved', 'returned'];
const owned = (status: CaseStatus) =>
  aCase({ status, owner: status === 'claimed' || status === 'on hold' ? ANA : null });

describe('the moves of a case', () => {
  for (const status of STATUSES) {
    for (const what of CASE_MOVES) {
      const legal = LEGAL.find(([from, by]) => from === status && by === what);
      it(`${what} of a case that is ${status} ${legal ? `makes it ${legal[2]}` : 'is refused'}`, () => {
        const result = move(owned(status), { what, by: ANA, at: AT, to: BEN });
        if (!legal) return assert.equal(result.moved, false);
        assert.ok(result.moved);
        assert.equal(result.case.status, legal[2]);
        assert.equal(result.case.history.length, 1);
      });
    }
  }

  it('tells the loser of a claim who was quicker, and how long ago', () => {
    const won = move(aCase(), { what: 'claim', by: ANA, at: AT });
    assert.ok(won.moved);
    const lost = move(won.case, { what: 'claim', by: BEN, at: new Date(AT.getTime() + 3_000) });
    assert.deepEqual(lost, { moved: false, why: 'Ana took it 3 s ago.' });
  });

  it("changes nothing by the owner's second click", () => {
    const won = move(aCase(), { what: 'claim', by: ANA, at: AT });
    assert.ok(won.moved);
    assert.deepEqual(move(won.case, { what: 'claim', by: ANA, at: AT }), {
      moved: false,
      why: 'It is yours already.',
      unchanged: true,
    });
  });

  it('lets only the owner or a lead release, resolve, hold or return', () => {
    for (const what of ['release', 'hold', 'resolve', 'return'] as const) {
      assert.equal(move(owned('claimed'), { what, by: BEN, at: AT }).moved, false, what);
      assert.equal(move(owned('claimed'), { what, by: LEAD, at: AT }).moved, true, what);
    }
  });

  it('refuses a button that was drawn before the case changed hands', () => {
    const stale = move({ ...owned('claimed'), ownershipEpoch: 3 }, { what: 'release', by: ANA, at: AT, epoch: 2 });
    assert.equal(stale.moved, false);
  });

  it('has one winner in any order of claims', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 60 }), (clicks) => {
        let subject = aCase();
        const winners = new Set<string>();
        for (const who of clicks) {
          const result = move(subject, { what: 'claim', by: { id: `U${who}`, name: `P${who}` }, at: AT });
          if (result.moved) {
            winners.add(result.case.owner!.id);
            subject = result.case;
          }
        }
        assert.deepEqual([...winners], [`U${clicks[0]}`]);
      }),
    );
  });
});

describe('what reaches the customer from a thread', () => {
  const table: [string, Case, string, string, boolean][] = [
    ["the owner's plain word after the claim", owned('claimed'), 'U1', 'It is on its way.', true],
    ['a note of the owner', owned('claimed'), 'U1', '! he is angry', false],
    ['a note of the owner in words', owned('claimed'), 'U1', 'note: he is angry', false],
    ["somebody else's word", owned('claimed'), 'U2', 'I would refund it', false],
    ['a word before the claim', owned('open'), 'U1', 'hello', false],
    ['a word after the end', owned('resolved'), 'U1', 'hello', false],
    ["the owner's word while on hold", owned('on hold'), 'U1', 'Still looking.', true],
  ];
  for (const [name, subject, by, text, outward] of table)
    it(`${outward ? 'sends' : 'keeps'} ${name}`, () => assert.equal(judge(subject, by, text, AT).outward, outward));
});

describe('reminders', () => {
  const names = (subject: Case) => timersOf(subject, settings).map((timer) => timer.name);

  it('watch an open case until the customer is told', () =>
    assert.deepEqual(names(owned('open')), ['queue news', 'due soon', 'overdue', 'widen', 'tell customer']));

  it('are each given once', () =>
    assert.deepEqual(names({ ...owned('open'), reminded: ['due soon', 'overdue'] }), [
      'queue news',
      'widen',
      'tell customer',
    ]));

  it('watch a claimed case whose customer waits', () =>
    assert.deepEqual(names({ ...owned('claimed'), claimedAt: AT }), ['owner silent', 'offer reassign', 'resolve due']));

  it('wait for the customer once the owner has answered', () =>
    assert.deepEqual(names({ ...owned('claimed'), claimedAt: AT, lastStaffAt: new Date(AT.getTime() + 1_000) }), [
      'customer silent',
      'resolve due',
    ]));

  it('stand still while the case is on hold', () => {
    const until = new Date(AT.getTime() + 86_400_000);
    assert.deepEqual(names({ ...owned('on hold'), heldUntil: until }), ['hold over']);
  });

  it('ask for a rating once', () => {
    const resolved = { ...owned('resolved'), resolvedAt: AT };
    assert.deepEqual(names(resolved), ['ask rating']);
    assert.deepEqual(names({ ...resolved, satisfaction: { askedAt: AT } }), []);
  });
});
