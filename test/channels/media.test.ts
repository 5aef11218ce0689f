// Whatever address a network's message names for a file, our server asks nobody but the network: not the inside of our own house,
// not somebody else's. The message itself is heard, and says that a file is missing.
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Body, type ChannelStage, sample } from '../support/channel-stages.ts';
import { slackStage, smsStage, teamsStage } from '../support/network-stages.ts';

describe('files that a message names', function () {
  this.timeout(20_000);
  let trap: Server;
  let origin = '';
  let caught = 0;
  before(async () => {
    trap = createServer((_request, response) => {
      caught += 1;
      response.end('inside');
    });
    await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(trap.address() as AddressInfo).port}`;
  });
  after(() => trap.close());

  const withSlackFile = (url: string): Body => {
    const body = sample('slack', 'message');
    const file = { id: 'F1', name: 'photo.png', mimetype: 'image/png', url_private_download: url };
    return { ...body, event: { ...(body.event as object), subtype: 'file_share', files: [file] } };
  };
  const doors: [string, () => Promise<ChannelStage>, (url: string) => Body][] = [
    ['slack', slackStage, withSlackFile],
    ['sms', smsStage, (url) => ({ ...sample('sms', 'picture'), MediaUrl0: url })],
    [
      'teams: a picture',
      teamsStage,
      (url) => ({
        ...sample('teams', 'message'),
        attachments: [{ contentType: 'image/png', contentUrl: url, name: 'a' }],
      }),
    ],
    [
      'teams: a document',
      teamsStage,
      (url) => ({
        ...sample('teams', 'message'),
        attachments: [
          {
            contentType: 'application/vnd.microsoft.teams.file.download.info',
            content: { downloadUrl: url, fileType: 'png' },
            name: 'a.png',
          },
        ],
      }),
    ],
  ];

  for (const [name, open, bodyWith] of doors)
    it(`are fetched from nowhere else (${name})`, async () => {
      const stage = await open();
      try {
        const urls = [
          `${origin}/secret`,
          origin.replace('127.0.0.1', 'localhost'),
          origin.replace('127.0.0.1', '[::ffff:127.0.0.1]'),
          origin.replace('127.0.0.1', '2130706433'),
          origin.replace('http', 'https'),
          'http://169.254.169.254/latest/meta-data/',
          'file:///etc/passwd',
          'https://files.slack.com@127.0.0.1/a',
          'https://api.twilio.com.evil.example.com/a',
          'nonsense',
        ];
        for (const url of urls) {
          const response = await stage.channel.webhook!(await stage.request!(bodyWith(url)));
          assert.ok(response.ok, `${url}: ${response.status}`);
          const [one] = stage.heard.splice(0);
          assert.equal(one!.entry.activity.attachments, undefined, url);
          assert.ok(one!.entry.activity.channelData?.missedFiles, `${url}: nobody says that a file is missing`);
        }
        assert.equal(caught, 0, 'our server asked an address inside');
      } finally {
        await stage.stop();
      }
    });

  it('of WhatsApp that are no files at all are said to be missing, and an empty text is nothing', async () => {
    const stage = await smsStage();
    try {
      const place = {
        ...sample('sms', 'message'),
        From: 'whatsapp:+15557654321',
        To: 'whatsapp:+15550001111',
        Body: '',
      };
      await stage.channel.webhook!(await stage.request!({ ...place, Latitude: '1.0', Longitude: '2.0' }));
      assert.equal(stage.heard[0]!.entry.activity.channelData?.missedFiles, 1);
      await stage.channel.webhook!(await stage.request!({ ...place, From: place.To }));
      assert.equal(stage.heard.length, 1, 'it heard itself');
    } finally {
      await stage.stop();
    }
  });
});
