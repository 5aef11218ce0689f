// Slack waits three seconds for our answer and then delivers again: it gets it in time whatever its own API or our stores do.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createSlackChannel } from '../../channels/slack/index.ts';
import { systemClock } from '../../core/clock.ts';
import { silentLog } from '../../core/log.ts';
import { startSlackEmulator } from '../../emulators/slack/index.ts';
import type { NewEntry } from '../../models/lane.ts';
import { type Body, sample } from '../support/channel-stages.ts';

const never = () => new Promise<never>(() => undefined);

describe("Slack's three seconds", function () {
  this.timeout(20_000);
  let slack: Awaited<ReturnType<typeof startSlackEmulator>>;
  const heard: NewEntry[] = [];
  beforeEach(async () => {
    heard.splice(0);
    slack = await startSlackEmulator();
    // Everything that is asked of Slack takes longer than it waits.
    slack.faults.set({ delayMs: 4_000 });
  });
  afterEach(() => slack.stop());

  const knock = async (body: Body, storesAnswer = true) => {
    const channel = createSlackChannel({
      account: {
        accountId: 'default',
        botToken: slack.token,
        signingSecrets: [slack.signingSecret],
        apiUrl: slack.url,
      },
      receive: async (_reference, entry) => {
        heard.push(entry);
        return { outcome: 'stored' };
      },
      attachments: { save: never, open: never },
      linkToFile: () => '',
      known: { listRecent: never, has: never },
      knows: storesAnswer ? async () => true : never,
      clock: systemClock,
      log: silentLog,
    });
    const text = JSON.stringify(body);
    const at = String(Math.floor(Date.now() / 1000));
    const mark = createHmac('sha256', slack.signingSecret).update(`v0:${at}:${text}`).digest('hex');
    const begun = performance.now();
    const answer = await channel.webhook!(
      new Request('http://localhost/hooks/slack', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-slack-request-timestamp': at,
          'x-slack-signature': `v0=${mark}`,
        },
        body: text,
      }),
    ).then(
      (response) => response.status,
      (error: { status?: number }) => error.status,
    );
    return { answer, ms: performance.now() - begun };
  };
  const eventWith = (name: string, more: object): Body => {
    const body = sample('slack', name);
    return { ...body, event: { ...(body.event as object), ...more } };
  };
  const file = (url: string) => ({ id: 'F1', name: 'a.png', mimetype: 'image/png', url_private_download: url });

  it('are enough for a direct message', async () => {
    const { answer, ms } = await knock(sample('slack', 'message'));
    assert.deepEqual([answer, heard.length], [200, 1]);
    assert.ok(ms < 500, `${ms} ms`);
  });

  it('are enough for a mention with files, which are then said to be missing', async () => {
    const files = Array.from({ length: 12 }, () => file(`${new URL(slack.url).origin}/files/F1/a.png`));
    const { answer, ms } = await knock(eventWith('mention', { subtype: 'file_share', files }));
    assert.deepEqual([answer, heard.length], [200, 1]);
    const { missedFiles, privately } = heard[0]!.activity.channelData ?? {};
    assert.equal((missedFiles as string[]).length, 12);
    assert.equal(privately, undefined);
    assert.ok(ms < 1_900, `${ms} ms`);
  });

  it('end in «try again» when nobody can say whether a thread is ours', async () => {
    const event = { type: 'message', text: 'and when will it arrive?', thread_ts: '1772445600.000100' };
    const { answer, ms } = await knock(eventWith('mention', event), false);
    assert.deepEqual([answer, heard.length], [503, 0]);
    assert.ok(ms < 1_500, `${ms} ms`);
  });
});
