// A Teams channel that others read along, end to end: what is personal goes on in the author's personal chat, if they have the app.
import assert from 'node:assert/strict';
import { startTeamsEmulator, type TeamsEmulator } from '../../emulators/teams/index.ts';
import { type AppStage, eventually, startApp } from '../support/app-stage.ts';

const MAYA = { id: 'maya-aad', name: 'Maya' };
const SHARED = '19:abc@thread.tacv2;messageid=1';

describe('a customer in a Teams channel that others read along', function () {
  this.timeout(40_000);
  let teams: TeamsEmulator;
  let app: AppStage;

  beforeEach(async () => {
    teams = await startTeamsEmulator();
    app = await startApp(teams.env);
    teams.pointTo(`${app.origin}/hooks/teams`);
  });
  afterEach(async () => {
    await app.remove();
    await teams.stop();
  });

  const ask = (text: string) =>
    teams.write({ user: MAYA, text, type: 'channel', conversation: SHARED, mentionBot: true });
  const said = (conversation: string) =>
    teams.posts
      .filter((post) => post.from === 'bot' && post.conversation === conversation)
      .map((post) => JSON.stringify(post.activity))
      .join('\n');

  it('is asked who they are in the personal chat only, and goes on there', async () => {
    await ask('cancel my order ORD-12345');
    await eventually(() => assert.match(said('a:maya-aad'), /e-mail/));
    await eventually(() => assert.match(said(SHARED), /direct message/));
    assert.doesNotMatch(said(SHARED), /postal code/);
    await teams.write({ user: MAYA, text: 'I want to talk to a person' });
    await eventually(() => assert.match(said('a:maya-aad'), /ESC-/));
    const lanes = (await app.rows('lanes')).filter((lane) => String(lane._id).startsWith('teams|'));
    assert.equal(lanes.length, 2, 'the personal chat is one conversation');
  });

  it('is told the truth when they have no personal chat with the bot', async () => {
    teams.withoutApp.add(`29:${MAYA.id}`);
    await ask('cancel my order ORD-12345');
    await eventually(() => assert.match(said(SHARED), /private chat/));
    assert.equal(said('a:maya-aad'), '');
  });
});
