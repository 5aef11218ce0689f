// Teams through the real Bot Framework SDK, end to end on real stores, with the Teams stand-in for the network: tokens are
// really signed and really checked.
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { startTeamsEmulator, type TeamsEmulator } from '../../emulators/teams/index.ts';
import { type AppStage, eventually, startApp } from '../support/app-stage.ts';

const MAYA = { id: 'maya-aad', name: 'Maya' };

describe('Teams', function () {
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

  /** What is not taken would only be missed seconds later, and nobody would know why. */
  const tell = async (message: Parameters<TeamsEmulator['write']>[0]) => {
    const answer = await teams.write(message);
    assert.ok(answer.status < 300, `the server answered ${answer.status}`);
    return answer;
  };
  const fromBot = () => teams.posts.filter((post) => post.from === 'bot');
  const heard = (part: string) =>
    eventually(() => {
      const found = fromBot().find((post) => JSON.stringify(post.activity).includes(part));
      assert.ok(
        found,
        `not said: «${part}» in ${JSON.stringify(fromBot().map((post) => post.activity.text ?? post.activity.attachments))}`,
      );
      return found;
    });
  const quiet = () => new Promise((resolve) => setTimeout(resolve, 400));
  const lanes = () => app.rows('lanes');

  it('answers in a personal chat', async () => {
    const { status } = await teams.write({ user: MAYA, text: 'Where is my order ORD-12345?' });
    assert.equal(status, 202);
    await heard('ORD-12345 is in transit');
  });

  it('answers at /api/messages, too', async () => {
    teams.pointTo(`${app.origin}/api/messages`);
    await tell({ user: MAYA, text: 'Where is my order ORD-12345?' });
    await heard('ORD-12345 is in transit');
  });

  it('takes its own mention out in a channel', async () => {
    await tell({
      user: MAYA,
      text: 'where is my order ORD-12345?',
      type: 'channel',
      conversation: '19:abc@thread.tacv2;messageid=1',
      mentionBot: true,
    });
    await heard('ORD-12345 is in transit');
    const row = (await eventually(async () => {
      const rows = (await app.rows('messages')).filter((one) => one.role === 'customer');
      return rows.length > 0 && rows;
    })) as unknown as { activity: { text: string } }[];
    assert.equal(row[0]!.activity.text, 'where is my order ORD-12345?');
  });

  it('shows choices as a card, and takes its button for an answer, once', async () => {
    await tell({ user: MAYA, text: 'cancel my order' });
    await heard('order number');
    await tell({ user: MAYA, text: 'this is terrible service' });
    const before = fromBot().length;
    const card = fromBot().find((post) => (post.activity.attachments as unknown[] | undefined)?.length);
    if (card) {
      const pressed = {
        user: MAYA,
        text: '',
        value: { frontdeskChoice: 'I want to talk to a person' },
        replyToId: card.id,
      };
      await tell(pressed);
      await tell(pressed);
    }
    await heard('ESC-');
    await quiet();
    assert.ok(fromBot().length - before <= 3);
  });

  it('shows in place of a card’s buttons what was picked, in the same card', async () => {
    await tell({ user: MAYA, text: "My wireless headphones won't connect to my phone" });
    const card = await heard('Action.Submit');
    const [action] = (card.activity.attachments as { content: { actions: { title: string; data: object }[] } }[])[0]!
      .content.actions;
    const before = fromBot().length;
    await tell({ user: MAYA, text: '', value: action!.data, replyToId: card.id });
    await eventually(() => {
      const shown = JSON.stringify(teams.posts.find((post) => post.id === card.id)!.activity);
      assert.ok(shown.includes(`✓ ${action!.title}`), shown);
      assert.ok(!shown.includes('Action.Submit'), shown);
    });
    await eventually(() => assert.ok(fromBot().length > before));
  });

  it('treats the same delivery twice as one', async () => {
    const activity = teams.activityOf({ user: MAYA, text: 'Where is my order ORD-12345?' });
    await teams.deliver(activity);
    await teams.deliver(activity);
    await heard('ORD-12345');
    await quiet();
    assert.equal(fromBot().length, 1);
  });

  it('says it again when Teams says 429, and only then', async () => {
    teams.faults.set({ rateLimited: 1, times: 1 });
    await tell({ user: MAYA, text: 'Where is my order ORD-12345?' });
    await heard('ORD-12345 is in transit');
    assert.equal(fromBot().length, 1);
  });

  it('refuses every token that Teams did not make for this bot, and stores nothing', async () => {
    const { privateKey: stranger } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const unsigned = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${Buffer.from(JSON.stringify({ iss: 'https://api.botframework.com', aud: teams.appId, exp: 4_000_000_000, serviceurl: teams.serviceUrl })).toString('base64url')}.`;
    const activity = teams.activityOf({ user: MAYA, text: 'hi' });
    const table: [string, string | undefined, number][] = [
      ['no token', '', 401],
      ['rubbish', 'abc', 401],
      ['unsigned', unsigned, 401],
      ['foreign key', await teams.tokenFor({}, stranger), 401],
      ['foreign issuer', await teams.tokenFor({ iss: 'https://sts.windows.net/evil/' }), 401],
      [
        'emulator issuer',
        await teams.tokenFor({ iss: 'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0' }),
        401,
      ],
      ['another bot', await teams.tokenFor({ aud: 'other-app' }), 401],
      ['expired', await teams.tokenFor({ exp: 1_000_000_000 }), 401],
      ['another serviceUrl', await teams.tokenFor({ serviceurl: 'https://evil.example.com/' }), 401],
    ];
    for (const [name, token, status] of table)
      assert.equal((await teams.deliver(activity, token)).status, status, name);
    assert.deepEqual(await lanes(), []);
  });

  it('refuses a serviceUrl that is not of Teams, even with a good token', async () => {
    for (const serviceUrl of [
      'https://evil.example.com/',
      'http://169.254.169.254/',
      'https://smba.trafficmanager.net.evil.com/',
      'https://evil.trafficmanager.net/',
      'http://smba.trafficmanager.net/',
      'https://user@smba.trafficmanager.net/',
      'not a url',
    ]) {
      const activity = { ...teams.activityOf({ user: MAYA, text: 'hi' }), serviceUrl };
      const token = await teams.tokenFor({ serviceurl: serviceUrl });
      assert.equal((await teams.deliver(activity, token)).status, 403, serviceUrl);
    }
    assert.deepEqual(await lanes(), []);
  });

  it('refuses a tenant that it does not serve', async () => {
    const activity = {
      ...teams.activityOf({ user: MAYA, text: 'hi' }),
      channelData: { tenant: { id: 'another-tenant' } },
    };
    assert.equal((await teams.deliver(activity)).status, 403);
  });

  it('answers malformed activities with 400 and lives on', async () => {
    const token = await teams.tokenFor();
    for (const body of [
      '',
      '{',
      '[]',
      'null',
      '{"type":"message"}',
      JSON.stringify({ ...teams.activityOf({ user: MAYA, text: 'x' }), from: null }),
      JSON.stringify({ ...teams.activityOf({ user: MAYA, text: 'x' }), conversation: 5 }),
    ]) {
      const response = await fetch(`${app.origin}/hooks/teams`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body,
      });
      assert.equal(response.status, 400, body);
    }
    await tell({ user: MAYA, text: 'Where is my order ORD-12345?' });
    await heard('ORD-12345');
  });
});
