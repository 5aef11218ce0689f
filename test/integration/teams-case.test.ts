// A case as one Adaptive Card in the customer's Teams chat, changed in place by the real SDK as people at the desk in Slack take
// and close it.
import assert from 'node:assert/strict';
import { startTeamsEmulator, type TeamsEmulator } from '../../emulators/teams/index.ts';
import { ANA, DESK, eventually, type SlackStage, startSlackStage } from '../support/slack-stage.ts';

const MAYA = { id: 'maya-aad', name: 'Maya' };

describe("a case's card in Teams", function () {
  this.timeout(40_000);
  let teams: TeamsEmulator;
  let stage: SlackStage;

  beforeEach(async () => {
    teams = await startTeamsEmulator();
    stage = await startSlackStage({ env: teams.env });
    teams.pointTo(`${stage.origins[0]}/hooks/teams`);
    await teams.write({ user: MAYA, text: 'A person please' });
    await eventually(() => JSON.stringify(stage.card().blocks).includes('case:claim'));
  });
  afterEach(async () => {
    await stage.remove();
    await teams.stop();
  });

  const cards = () =>
    teams.posts.flatMap(({ id, from, activity }) => {
      const [card] = (activity.attachments ?? []) as { content: { body: { text: string }[]; fallbackText: string } }[];
      if (!card) return [];
      const isCase = from === 'bot' && card.content.body[0]?.text.startsWith('Your case ESC-');
      return isCase
        ? [{ id, lines: card.content.body.map((block) => block.text), fallback: card.content.fallbackText }]
        : [];
    });
  const shows = (line: string) =>
    eventually(() => {
      assert.deepEqual(
        cards().map((card) => card.lines[1]),
        [line],
      );
      return cards()[0]!;
    });
  const press = (action: string) => stage.slack.people.press({ user: ANA, channel: DESK, ts: stage.card().ts, action });

  async function claim(): Promise<void> {
    await press('case:claim');
    await shows('Ana is here with you');
    await eventually(() => JSON.stringify(stage.card().blocks).includes('case:resolve'));
  }

  it('is one, from the opening to the end', async () => {
    const opened = await shows('Waiting for a person');
    assert.match(opened.lines.join('|'), /\|Expected by .+\|As of /);
    assert.match(opened.fallback, /^Your case ESC-\w+ · Waiting for a person/);
    await claim();
    await press('case:resolve');
    await stage.slack.people.submit({ user: ANA, fields: { code: 'solved' } });
    const closed = await shows('Closed by Ana');
    assert.equal(closed.id, opened.id, 'the same card');
    const said = teams.posts.map(({ activity }) => String(activity.text ?? ''));
    assert.ok(
      said.some((text) => text.includes('Ana has joined this chat')),
      'a card that changes calls nobody',
    );
  });

  it('is posted again, once, when it was deleted', async () => {
    const opened = await shows('Waiting for a person');
    teams.posts.splice(
      teams.posts.findIndex((post) => post.id === opened.id),
      1,
    );
    await claim();
    assert.notEqual(cards()[0]!.id, opened.id);
    await press('case:release');
    await shows('Waiting for a person');
  });

  it('comes after Teams was busy', async () => {
    await shows('Waiting for a person');
    teams.faults.set({ rateLimited: 1, times: 2 });
    await claim();
  });
});
