// What a colleague does besides talking: lists, stepping in, going away, merging, blocking, labels, routes, another amount.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case } from '../../models/case.ts';
import { makeCase, openCase } from '../desk/cases.ts';
import { ANA, BEN, CLEO, DESK, eventually, MAYA, type SlackStage, startSlackStage } from '../support/slack-stage.ts';

const GERMAN = 'C0GERMAN01';

describe('the desk besides talking', function () {
  this.timeout(60_000);
  let stage: SlackStage;

  // One product for all of them: each test has its own customers and cases.
  before(async () => {
    stage = await startSlackStage({
      workspace: {
        channels: [
          { id: DESK, name: 'desk' },
          { id: GERMAN, name: 'desk-german' },
        ],
      },
      settings: (settings) => ({
        ...settings,
        desk: { ...settings.desk, undoSeconds: 0, routes: [{ languages: ['de'], channel: GERMAN }] },
      }),
    });
  });
  after(() => stage.remove());

  const say = (id: string, text: string) =>
    stage.apps[0]!.receive(
      { channel: 'web', accountId: 'default', nativeId: id, customer: { id } },
      {
        key: `${id}-${text}`,
        kind: 'message',
        receivedAt: new Date(),
        activity: { type: 'message', id: `${id}-${text}`, timestamp: new Date(), from: { id }, text },
      },
    );
  const lines = async (id: string): Promise<string[]> => {
    const lane = await stage.connection.collection('lanes').findOne({ _id: `web|default|${id}` } as never);
    const stored = await stage.connection
      .collection('messages')
      .find({ laneId: `web|default|${id}` })
      .toArray();
    const rows = [...stored, ...((lane?.pendingMessages as unknown[]) ?? [])] as {
      role: string;
      activity: { text?: string };
    }[];
    return rows.filter((row) => row.role !== 'customer').map((row) => row.activity.text ?? '');
  };
  const told = (id: string, part: string) =>
    eventually(async () => {
      const all = await lines(id);
      assert.ok(
        all.some((text) => text.includes(part)),
        all.join(' | '),
      );
    });
  const caseOf = async (check: (one: Case) => boolean) =>
    eventually(async () => {
      const found = (await stage.cases()).find(check);
      assert.ok(found, 'there is no such case');
      return found;
    });
  const cardOf = (id: string, channel = DESK) =>
    eventually(() => {
      const found = stage.posts(channel).find((post) => !post.threadTs && post.text.includes(id));
      assert.ok(found, `${id} has no card`);
      return found;
    }, 15_000);
  const opened = async (id: string, changes: Partial<Case> = {}, channel = DESK) => {
    await openCase(stage, 0, makeCase(id, new Date(), changes));
    return cardOf(id, channel);
  };
  const press = (user: string, ts: string, action: string, option?: string, channel = DESK) =>
    stage.slack.people.press({ user, channel, ts, action, ...(option ? { option } : {}) });
  const command = async (user: string, text: string) =>
    (await stage.slack.people.command({ user, channel: DESK, command: '/cases', text })).body;

  it('steps into a conversation that the bot has, and the customer meets one person', async () => {
    await say('live-1', 'Where is my order ORD-12345?');
    await told('live-1', 'ORD-12345');
    const number = /#(\d{4})\*/.exec(await command(ANA, 'live'))?.[1];
    assert.ok(number, 'the conversation is listed');
    assert.match(await command(ANA, `take ${number}`), /stepping into/);
    await told('live-1', 'Ana has joined');
    const subject = await caseOf((one) => one.conversation.nativeId === 'live-1');
    assert.deepEqual([subject.owner?.id, subject.reason], [ANA, 'staff']);
    assert.match(await command(BEN, `take ${number}`), /Nobody of that number/);
    const { ts } = await cardOf(subject.id);
    await stage.slack.people.write({ user: ANA, to: DESK, threadTs: ts, text: 'I stepped in.' });
    await told('live-1', 'I stepped in.');
    await say('live-1', 'and who are you?');
    await eventually(() => assert.ok(stage.thread(ts).some((post) => post.text.includes('who are you'))));
  });

  it('takes a case by its number, and gives all back when somebody goes away', async () => {
    await opened('ESC-AWAY1');
    await command(BEN, 'take esc-away1');
    await caseOf((one) => one.id === 'ESC-AWAY1' && one.owner?.id === BEN);
    assert.match(await command(BEN, 'mine'), /ESC-AWAY1/);
    assert.match(await command(BEN, 'away'), /1 of your cases/);
    await caseOf((one) => one.id === 'ESC-AWAY1' && one.status === 'open' && one.owner === null);
  });

  it('puts the cases of somebody whose account ended back into the queue', async () => {
    const { ts } = await opened('ESC-GONE1');
    await press(CLEO, ts, 'case:claim');
    await caseOf((one) => one.id === 'ESC-GONE1' && one.owner?.id === CLEO);
    await stage.slack.people.deactivate({ user: CLEO });
    await caseOf((one) => one.id === 'ESC-GONE1' && one.status === 'open');
  });

  it('shows mine, open and overdue in the Home tab, to the desk only', async () => {
    await opened('ESC-HOME1', { dueAt: new Date(Date.now() - 60_000) });
    await stage.slack.people.home({ user: ANA });
    await eventually(() => assert.match(JSON.stringify(stage.slack.workspace.homes.get(ANA)), /overdue.*ESC-HOME1/));
    await stage.slack.people.home({ user: MAYA });
    await eventually(() => assert.match(JSON.stringify(stage.slack.workspace.homes.get(MAYA)), /Only members/));
  });

  it('sends a case to the channel that the table of the admins names, and works there alike', async () => {
    const { ts } = await opened('ESC-DE1', { language: 'de' }, GERMAN);
    assert.ok(!stage.posts(DESK).some((post) => post.text.includes('ESC-DE1')));
    await press(ANA, ts, 'case:claim', undefined, GERMAN);
    await told('c-ESC-DE1', 'Ana has joined');
    await stage.slack.people.write({ user: ANA, to: GERMAN, threadTs: ts, text: 'Guten Tag' });
    await told('c-ESC-DE1', 'Guten Tag');
  });

  it('merges a case into another one of the customer: one voice in both conversations', async () => {
    const first = await opened('ESC-M1');
    await opened('ESC-M2');
    await press(ANA, (await cardOf('ESC-M2')).ts, 'case:claim');
    await told('c-ESC-M2', 'Ana has joined');
    await press(ANA, first.ts, 'case:more', 'merge');
    await stage.slack.people.submit({ user: ANA, fields: { into: 'ESC-M2' } });
    await told('c-ESC-M1', 'Ana has joined');
    const closed = await caseOf((one) => one.id === 'ESC-M1' && one.status === 'resolved');
    assert.equal(closed.mergedInto, 'ESC-M2');
    await say('c-ESC-M1', 'hello from the other side');
    const { ts } = await cardOf('ESC-M2');
    await eventually(() => assert.ok(stage.thread(ts).some((post) => post.text.includes('other side'))), 15_000);
    await stage.slack.people.write({ user: ANA, to: DESK, threadTs: ts, text: 'I hear you here.' });
    await told('c-ESC-M1', 'I hear you here.');
  });

  it('gives no case to somebody outside the desk', async () => {
    const { ts } = await opened('ESC-OUT1');
    await press(ANA, ts, 'case:assign');
    await stage.slack.people.submit({ user: ANA, fields: { to: MAYA } });
    await eventually(() => assert.ok(stage.whispers(ANA).some((text) => text.includes('can have a case'))));
    assert.equal((await caseOf((one) => one.id === 'ESC-OUT1')).owner, null);
    assert.match(
      JSON.stringify((await cardOf('ESC-OUT1')).blocks),
      /admin#\/conversations\/web%7Cdefault%7Cc-ESC-OUT1/,
    );
  });

  it('does not merge into a case that does not exist', async () => {
    const { ts } = await opened('ESC-M9');
    await press(ANA, ts, 'case:more', 'merge');
    await stage.slack.people.submit({ user: ANA, fields: { into: 'ESC-NONE' } });
    await eventually(() => assert.ok(stage.whispers(ANA).some((text) => text.includes('no case ESC-NONE'))));
    assert.equal((await caseOf((one) => one.id === 'ESC-M9')).status, 'open');
  });

  it('keeps a blocked customer out, says so once, and hears danger all the same', async () => {
    const { ts } = await opened('ESC-B1');
    await press(ANA, ts, 'case:more', 'block');
    await stage.slack.people.submit({ user: ANA, fields: { reason: 'abuse', days: '7' } });
    await caseOf((one) => one.id === 'ESC-B1' && one.blocked !== undefined);
    await eventually(async () => {
      const lane = await stage.connection.collection('lanes').findOne({ _id: 'web|default|c-ESC-B1' } as never);
      assert.ok((lane?.state as { blocked?: unknown } | null)?.blocked);
    });
    await say('c-ESC-B1', 'Where is my order?');
    await told('c-ESC-B1', "can't answer you here until");
    await say('c-ESC-B1', 'Hello?');
    await say('c-ESC-B1', 'the battery caught fire');
    await told('c-ESC-B1', 'ESC-');
    assert.equal((await lines('c-ESC-B1')).filter((text) => text.includes("can't answer")).length, 1);
  });

  it('keeps what people say of the bot as rows for eval:intents', async () => {
    const { ts } = await opened('ESC-L1', { asked: 'my bill is odd', intent: 'SHIPPING' });
    await press(ANA, ts, 'case:label', 'wrong intent');
    await stage.slack.people.submit({ user: ANA, fields: { right: 'BILLING' } });
    await press(BEN, ts, 'case:label', 'should not have escalated');
    await caseOf((one) => one.id === 'ESC-L1' && one.labels.length === 2);
    const file = join(mkdtempSync(join(tmpdir(), 'frontdesk-labels-')), 'rows.jsonl');
    execFileSync(process.execPath, ['scripts/desk-labels.ts', file], {
      env: { ...process.env, MONGODB_URI: stage.mongoUri },
    });
    assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), {
      text: 'my bill is odd',
      intent: 'BILLING',
      case: 'ESC-L1',
    });
  });

  it('shows what the bot would have said as a draft, and opens it in a form', async () => {
    const { ts } = await opened('ESC-S1', { suggested: 'It left on Monday.', customerName: 'Maya' });
    assert.match(JSON.stringify((await cardOf('ESC-S1')).blocks), /Suggested reply.*It left on Monday/);
    await press(ANA, ts, 'case:claim');
    await told('c-ESC-S1', 'Ana has joined');
    await eventually(async () => assert.match(JSON.stringify((await cardOf('ESC-S1')).blocks), /case:say/));
    await press(ANA, ts, 'case:say');
    assert.ok(!(await lines('c-ESC-S1')).some((text) => text.includes('Monday')), 'nothing left by itself');
    await stage.slack.people.submit({ user: ANA, fields: { text: 'It left on Monday evening.' } });
    await told('c-ESC-S1', 'It left on Monday evening.');
  });
});
