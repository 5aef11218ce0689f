// Teams' door against an independent OpenID server: its metadata, its keys and its tokens are not of our making, so that what the
// door believes does not rest on a stand-in of our own.
import assert from 'node:assert/strict';
import { OAuth2Server } from 'oauth2-mock-server';
import { createTeamsChannel } from '../../channels/teams/index.ts';
import { SupportError } from '../../core/errors.ts';
import { type Body, quietWorld, sample } from '../support/channel-stages.ts';

const APP = '11111111-2222-3333-4444-555555555555';
const TENANT = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
const SERVICE = 'https://smba.trafficmanager.net/teams/';

describe('Teams with an independent OpenID server', function () {
  this.timeout(20_000);
  let microsoft: OAuth2Server;
  let stranger: OAuth2Server;

  before(async () => {
    [microsoft, stranger] = [new OAuth2Server(), new OAuth2Server()];
    for (const server of [microsoft, stranger]) {
      await server.issuer.keys.generate('RS256', { kid: 'the-key' });
      await server.start(0, '127.0.0.1');
    }
  });
  after(() => Promise.all([microsoft.stop(), stranger.stop()]));

  function open() {
    const parts = quietWorld();
    const channel = createTeamsChannel({
      ...parts,
      links: { put: async () => undefined, findThere: async () => null },
      account: {
        accountId: 'default',
        appId: APP,
        appPassword: 'a-password',
        tenantId: TENANT,
        openIdUrl: `${microsoft.issuer.url}/.well-known/openid-configuration`,
        tokenUrl: `${microsoft.issuer.url}/token`,
        serviceUrls: [],
      },
    });
    return { ...parts, channel };
  }

  const tokenOf = (server: OAuth2Server, claims: Body = {}, expiresIn = 3_600) =>
    server.issuer.buildToken({
      expiresIn,
      scopesOrTransform: (_header, payload) => {
        Object.assign(payload, { aud: APP, serviceurl: SERVICE, iss: microsoft.issuer.url, ...claims });
      },
    });
  const activity = (): Body => ({
    ...sample('teams', 'message'),
    serviceUrl: SERVICE,
    conversation: { id: 'a:maya', conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
  });
  const knock = async (channel: ReturnType<typeof open>['channel'], token: string): Promise<number> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const request = new Request('http://localhost/hooks/teams', {
      method: 'POST',
      headers,
      body: JSON.stringify(activity()),
    });
    try {
      return (await channel.webhook!(request)).status;
    } catch (error) {
      assert.ok(error instanceof SupportError, String(error));
      return error.status ?? 0;
    }
  };

  it('hears what it signed for this bot', async () => {
    const { channel, heard } = open();
    assert.equal(await knock(channel, await tokenOf(microsoft)), 202);
    assert.equal(heard.length, 1);
  });

  it('refuses every other token of it, and those of others', async () => {
    const { channel, heard } = open();
    const table: [string, string][] = [
      ['for another bot', await tokenOf(microsoft, { aud: 'another-bot' })],
      ['for another serviceUrl', await tokenOf(microsoft, { serviceurl: 'https://evil.example.com/' })],
      ['without a serviceUrl', await tokenOf(microsoft, { serviceurl: undefined })],
      ['run out', await tokenOf(microsoft, {}, -3_600)],
      ['of another issuer', await tokenOf(microsoft, { iss: 'https://sts.windows.net/evil/' })],
      ['signed by another server under the same key id', await tokenOf(stranger)],
    ];
    for (const [what, token] of table) assert.equal(await knock(channel, token), 401, what);
    const [head, body, mark] = (await tokenOf(microsoft)).split('.');
    const changed = Buffer.from(body!, 'base64url').toString().replace(APP, APP.replace('1', '9'));
    assert.equal(await knock(channel, `${head}.${Buffer.from(changed).toString('base64url')}.${mark}`), 401);
    assert.deepEqual(heard, []);
  });

  it('gets its own token there', async () => {
    const { channel } = open();
    assert.deepEqual(await channel.check!(), [{ name: 'app', ok: true, detail: 'Microsoft gives us a token' }]);
  });
});
