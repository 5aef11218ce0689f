// What a case's lane makes of its entries: what is shown at the desk, what the customer's lane is told, what is left alone.
import assert from 'node:assert/strict';
import { ANA, BEN, desk } from './lane.ts';

describe('a case at the desk', () => {
  it('shows its card first, and everything else in its thread', async () => {
    const its = desk();
    const items = await its.open();
    assert.deepEqual(
      items.map((item) => item.activity?.name),
      ['case.card'],
    );
  });

  it('is due by its new priority when that is changed, and is watched anew', async () => {
    const its = desk();
    await its.open();
    await its.next();
    await its.next();
    assert.ok(its.subject().reminded.includes('overdue'));
    await its.act('desk.priority', { by: ANA, priority: 'LOW' });
    assert.equal(its.subject().dueAt.getTime() - its.subject().openedAt.getTime(), 480 * 60_000);
    assert.ok(its.lane.timers.some((timer) => timer.name === 'due soon'));
    await its.act('desk.priority', { by: ANA, priority: 'URGENT' });
    assert.equal(its.subject().dueAt.getTime() - its.subject().openedAt.getTime(), 15 * 60_000);
  });

  it('mentions more people the longer nobody takes it, and tells the customer the truth in the end', async () => {
    const its = desk({ onCall: ['U7'], leads: ['U9'] });
    await its.open();
    const mentions: unknown[] = [];
    for (let step = 0; step < 3; step += 1) {
      await its.next();
      mentions.push(its.shown('case.note')[0]!.mention);
    }
    assert.deepEqual(mentions, [[], ['U7'], ['U7', 'U9', 'here']]);
    await its.next();
    assert.deepEqual(
      its.told().map((activity) => activity.name),
      ['case.delayed'],
    );
  });

  it('calls somebody senior to an urgent case that nobody has taken within fifteen minutes', async () => {
    const its = desk({ onCall: ['U7'], leads: ['U9'] }, { priority: 'URGENT' });
    await its.open();
    await its.act('desk.priority', { by: ANA, priority: 'URGENT' });
    await its.next();
    await its.next();
    assert.deepEqual(its.shown('case.note')[0]!.mention, ['U7', 'U9']);
    assert.equal(its.clock.nowMs() - its.subject().openedAt.getTime(), 15 * 60_000);
  });

  it('is taken from somebody by a lead only where there are leads, and by anybody once reassigning was offered', async () => {
    const its = desk({ leads: ['U9'] });
    await its.open();
    await its.move('claim');
    await its.move('assign', BEN, { to: BEN });
    assert.equal(its.subject().owner?.id, 'U1');
    assert.match(String(its.shown('case.whisper')[0]!.text), /Only they or a lead/);
    await its.next('owner silent');
    await its.next('offer reassign');
    await its.move('assign', BEN, { to: BEN });
    assert.equal(its.subject().owner?.id, 'U2');
    await its.move('assign', { ...ANA, isLead: true }, { to: ANA });
    assert.equal(its.subject().owner?.id, 'U1');
    const free = desk();
    await free.open();
    await free.move('claim');
    await free.move('assign', BEN, { to: BEN });
    assert.equal(free.subject().owner?.id, 'U2', 'nobody leads');
  });

  it('goes back to the bot with what was promised', async () => {
    const its = desk();
    await its.open();
    await its.move('claim');
    await its.act('desk.resolve', { by: ANA, code: 'returned', promised: 'a call on Friday', returnToBot: true });
    const [owner] = its.told();
    assert.deepEqual(
      [
        (owner!.value as { status: string }).status,
        (owner!.value as { closing: { promised: string } }).closing.promised,
      ],
      ['returned', 'a call on Friday'],
    );
  });

  it('keeps what a person writes down when they close it, and sums it up', async () => {
    const its = desk();
    await its.open();
    await its.move('claim');
    its.clock.advance(12 * 60_000);
    await its.say(ANA, 'I have refunded it.');
    await its.act('desk.resolve', {
      by: ANA,
      code: 'refunded',
      promised: 'by Friday',
      facts: 'new card',
      note: 'kind',
    });
    const { closing } = its.subject();
    assert.match(
      closing!.summary!,
      /first reply after 12 min.*by Ana: refunded\.\nPromised: by Friday\nThe bot now knows: new card/s,
    );
    const owner = its.told().find((activity) => activity.name === 'case.owner')!;
    assert.equal((owner.value as { closing: { promised: string } }).closing.promised, 'by Friday');
    assert.ok(its.shown('case.note').some((one) => String(one.text).startsWith('Summary of ESC-1')));
  });

  it('asks for a rating once, and brings a low one back to the one who had it', async () => {
    const its = desk();
    await its.open();
    await its.move('claim');
    await its.act('desk.resolve', { by: ANA, code: 'solved' });
    await its.next();
    assert.deepEqual(
      its.told().map((activity) => activity.name),
      ['case.rate'],
    );
    assert.equal(its.lane.timers.length, 0, 'never again');
    await its.act('case.rated', { score: 4 });
    assert.deepEqual(its.shown('case.note')[0]!.mention, []);
    await its.act('case.rated', { score: 1 });
    assert.deepEqual(its.shown('case.note')[0]!.mention, ['U1']);
  });

  it('says what the customer really got where that is not what was written', async () => {
    const its = desk();
    await its.open();
    await its.move('claim');
    await its.say(ANA, '**Bold** words', 'm9');
    const received = { text: 'Bold words', segments: 1 };
    await its.enter('reaction', { name: 'case.delivery', value: { messageId: 'm9', state: 'sent', received } });
    assert.deepEqual(its.shown('case.delivery'), [{ messageId: 'm9', state: 'sent' }]);
    assert.match(String(its.shown('case.note')[0]!.text), /What the customer got \(1 segment\): Bold words/);
  });

  it('tells the owner, and nobody else, what did not arrive and why', async () => {
    const its = desk();
    await its.open();
    await its.move('claim');
    await its.enter('reaction', {
      name: 'case.delivery',
      value: { messageId: 'm9', state: 'blocked', detail: 'STOP' },
    });
    assert.deepEqual(its.shown('case.whisper'), [{ to: 'U1', text: 'That did not reach the customer: STOP.' }]);
  });

  it('says that an SMS cannot be changed, and sends no second one', async () => {
    const conversation = { channel: 'sms', accountId: 'default', nativeId: '+1', customer: { id: '+1' } };
    const its = desk({}, { conversation });
    await its.open();
    await its.move('claim');
    await its.say(ANA, 'ten', 'm9');
    await its.act('desk.edited', { by: ANA, messageId: 'm9', text: 'twelve' });
    assert.deepEqual(its.told(), []);
    assert.match(String(its.shown('case.whisper')[0]!.text), /An SMS cannot be changed/);
  });

  it('waits with a correction until the network has said which message it is', async () => {
    const conversation = { channel: 'teams', accountId: 'default', nativeId: 't1', customer: { id: 't1' } };
    const its = desk({}, { conversation });
    await its.open();
    await its.move('claim');
    await its.say(ANA, 'ten', 'm9');
    await its.act('desk.edited', { by: ANA, messageId: 'm9', text: 'twelve' });
    assert.deepEqual(its.told(), []);
    const value = { messageId: 'm9', state: 'sent', providerId: 'p1' };
    await its.enter('reaction', { name: 'case.delivery', value });
    assert.deepEqual(
      its.told().map((activity) => activity.value),
      [{ providerId: 'p1', text: 'twelve', by: ANA }],
    );
    await its.enter('reaction', { name: 'case.delivery', value: { ...value, state: 'delivered' } });
    assert.deepEqual(its.told(), [], 'once');
  });

  it('sends words in their order, though the second one was corrected', async () => {
    const its = desk({ undoSeconds: 5 });
    await its.open();
    await its.move('claim');
    await its.say(ANA, 'one', 'm1');
    await its.say(ANA, 'two', 'm2');
    await its.act('desk.edited', { by: ANA, messageId: 'm2', text: 'two, corrected' });
    assert.deepEqual(its.told(), []);
    await its.next();
    assert.deepEqual(
      its.told().map((activity) => activity.text),
      ['one', 'two, corrected'],
    );
  });

  it('keeps words inside whose correction makes a note of them', async () => {
    const its = desk({ undoSeconds: 5 });
    await its.open();
    await its.move('claim');
    await its.say(ANA, 'he is lying', 'm1');
    await its.act('desk.edited', { by: ANA, messageId: 'm1', text: '! he is lying' });
    assert.equal(its.subject().pending?.length, 0);
    assert.ok(!its.lane.timers.some((timer) => timer.name === 'words leave'));
  });

  it('keeps words inside that were written after «Release» and came here before it, and sends those from before', async () => {
    const its = desk({ undoSeconds: 5 });
    await its.open();
    await its.move('claim');
    await its.say(ANA, 'goodbye', 'm1');
    its.clock.advance(1_000);
    const releasedAt = its.clock.now();
    its.clock.advance(1_000);
    await its.say(ANA, 'a difficult one', 'm2');
    await its.enter('action', { name: 'desk.move', timestamp: releasedAt, value: { what: 'release', by: ANA } });
    const texts = its.told().flatMap((activity) => (activity.text ? [activity.text] : []));
    assert.ok(texts.includes('goodbye') && !texts.includes('a difficult one'), texts.join());
    assert.match(String(its.shown('case.whisper')[0]?.text), /did not get that/);
    assert.deepEqual(its.subject().pending, []);
  });

  it('lets only a lead block a customer where there are leads', async () => {
    const its = desk({ leads: ['U9'] });
    await its.open();
    await its.act('desk.block', { by: BEN, reason: 'abuse', days: 7 });
    assert.equal(its.subject().blocked, undefined);
    await its.act('desk.block', { by: { ...BEN, isLead: true }, reason: 'abuse', days: 7 });
    assert.equal(its.subject().blocked?.by, 'U2');
  });

  it('waits from now on when it is given back or opened again after its target, and calls nobody for the time before', async () => {
    for (const what of ['release', 'reopen'] as const) {
      const its = desk({ onCall: ['U7'] });
      await its.open();
      await its.move('claim');
      its.clock.advance(5 * 3_600_000);
      if (what === 'reopen') await its.act('desk.resolve', { by: ANA, code: 'solved' });
      await its.move(what);
      const due = its.lane.timers.filter((timer) => timer.at.getTime() <= its.clock.nowMs());
      assert.deepEqual(
        due.map((timer) => timer.name).filter((name) => name !== 'queue news'),
        [],
        what,
      );
      assert.equal(its.subject().dueAt.getTime() - its.clock.nowMs(), 120 * 60_000);
      await its.next('overdue');
      assert.deepEqual(its.shown('case.note')[0]!.mention, ['U7'], what);
    }
  });

  it('says that a label was heard, to whoever gave it, and who opened a case again, to whoever had it', async () => {
    const its = desk();
    await its.open();
    await its.move('claim');
    await its.act('desk.label', { by: BEN, label: 'wrong intent', right: 'BILLING' });
    assert.deepEqual(its.shown('case.whisper'), [
      { to: 'U2', text: 'Noted about ESC-1: wrong intent, it was BILLING.' },
    ]);
    for (const [by, mention] of [
      [BEN, ['U1']],
      [ANA, []],
    ] as const) {
      await its.act('desk.resolve', { by: ANA, code: 'solved' });
      await its.move('reopen', by);
      assert.deepEqual(its.shown('case.note'), [{ text: `${by.name} opened this case again.`, mention: [...mention] }]);
      await its.move('claim');
    }
  });

  it('keeps everything that was done to it in its history', async () => {
    const its = desk();
    await its.open();
    await its.move('claim');
    await its.act('desk.label', { by: BEN, label: 'wrong intent', right: 'BILLING' });
    await its.act('desk.priority', { by: ANA, priority: 'HIGH' });
    await its.move('release');
    await its.move('assign', BEN, { to: ANA });
    await its.act('desk.resolve', { by: ANA, code: 'solved' });
    await its.move('reopen', BEN);
    assert.deepEqual(
      its.subject().history.map((event) => `${event.who} ${event.what}`),
      [
        'bot opened: customer asked',
        'U1 claim',
        'U2 label: wrong intent, it was BILLING',
        'U1 priority: MEDIUM → HIGH',
        'U1 release',
        'U2 assign to Ana',
        'U1 resolve',
        'U2 reopen',
      ],
    );
  });
});
