// Slack, SMS and Teams as the channel contract meets them: the real SDKs over the stand-ins, requests signed as the network signs.
import { createHmac } from 'node:crypto';
import { createSlackChannel } from '../../channels/slack/index.ts';
import { createSmsChannel } from '../../channels/sms/index.ts';
import { createTeamsChannel } from '../../channels/teams/index.ts';
import { startSlackEmulator } from '../../emulators/slack/index.ts';
import { startTeamsEmulator } from '../../emulators/teams/index.ts';
import { startTwilioEmulator } from '../../emulators/twilio/index.ts';
import type { Consent } from '../../models/consent.ts';
import type { LinkStore } from '../../models/links.ts';
import { type Body, type ChannelStage, quietWorld, settings, type Trouble } from './channel-stages.ts';

/** Short, so that a test of the time-out is. */
const TIMEOUT_MS = 400;

function memoryLinks(): LinkStore {
  const links = new Map<string, string>();
  return {
    put: async ({ here, there }) => void links.set(here, there),
    findThere: async (here) => links.get(here) ?? null,
    findHere: async (there) => [...links].find(([, known]) => known === there)?.[0] ?? null,
  };
}

export async function slackStage(): Promise<ChannelStage> {
  const parts = quietWorld();
  const slack = await startSlackEmulator();
  const account = {
    accountId: 'default',
    botToken: slack.token,
    signingSecrets: [slack.signingSecret],
    apiUrl: slack.url,
    timeoutMs: TIMEOUT_MS,
  };
  const channel = createSlackChannel({ ...parts, account, knows: async () => true });
  const { id } = slack.workspace.direct('U0CUST001');
  const ours = () => slack.workspace.posts.filter((post) => post.user === 'UBOT00001');
  const send = (text: string, type: string, trouble: Trouble = 'none') => {
    const at = String(Math.floor(Date.now() / 1000) - (trouble === 'stale' ? 600 : 0));
    const secret = trouble === 'forged' ? 'a-secret-of-somebody' : slack.signingSecret;
    const signature = `v0=${createHmac('sha256', secret).update(`v0:${at}:${text}`).digest('hex')}`;
    const signed = { 'x-slack-signature': signature, 'x-slack-request-timestamp': at };
    const headers = { 'content-type': type, ...(trouble === 'unsigned' ? {} : signed) };
    return new Request('http://localhost/hooks/slack', { method: 'POST', headers, body: text });
  };
  return {
    ...parts,
    channel,
    reference: {
      channel: 'slack',
      accountId: 'default',
      nativeId: `T00000001:${id}`,
      customer: { id: 'T00000001:U0CUST001' },
      extras: { team: 'T00000001', channel: id, user: 'U0CUST001' },
    },
    request: async (body, trouble) =>
      send(typeof body === 'string' ? body : JSON.stringify(body), 'application/json', trouble),
    shown: () =>
      ours().map((post) => {
        const blocks = (post.blocks ?? []) as {
          text?: { text: string };
          elements?: { text: { text: string }; value: string }[];
        }[];
        return {
          id: post.ts,
          text: blocks.map((block) => block.text?.text ?? '').join('\n') || post.text,
          bytes: JSON.stringify(blocks).length,
          choices: blocks.flatMap((block) => (block.elements ?? []).map((one) => one.text.text)),
        };
      }),
    faults: slack.faults,
    press: async (option) => {
      const post = ours().at(-1)!;
      const blocks = post.blocks as { elements?: Record<string, unknown>[] }[];
      const button = blocks.flatMap((block) => block.elements ?? [])[option - 1]!;
      const payload = {
        type: 'block_actions',
        team: { id: 'T00000001' },
        user: { id: 'U0CUST001' },
        channel: { id: post.channel },
        message: { ts: post.ts },
        container: { type: 'message', message_ts: post.ts, channel_id: post.channel },
        actions: [{ ...button, action_ts: '1772445700.000100' }],
      };
      const form = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
      return send(form, 'application/x-www-form-urlencoded');
    },
    goAway: slack.stop,
    stop: () => slack.stop().catch(() => undefined),
  };
}

export async function smsStage(): Promise<ChannelStage> {
  const parts = quietWorld();
  const twilio = await startTwilioEmulator();
  const consents = new Map<string, Consent>();
  const counts = new Map<string, number>();
  const channel = createSmsChannel({
    ...parts,
    account: {
      accountId: 'default',
      accountSid: twilio.accountSid,
      authTokens: [twilio.authToken],
      from: twilio.from,
      apiUrl: twilio.url,
      timeoutMs: TIMEOUT_MS,
    },
    publicUrl: () => 'https://support.example.com',
    consents: {
      find: async (number) => consents.get(number) ?? null,
      set: async (number, consent) => void consents.set(number, consent),
    },
    counters: {
      add: async (name, day) => {
        counts.set(name + day, (counts.get(name + day) ?? 0) + 1);
        return counts.get(name + day)!;
      },
    },
    links: memoryLinks(),
    onReceipt: async () => undefined,
    settings: () => settings,
  });
  const url = 'https://support.example.com/hooks/sms';
  return {
    ...parts,
    channel,
    reference: {
      channel: 'sms',
      accountId: 'default',
      nativeId: '+15557654321',
      customer: { id: '+15557654321' },
      extras: { to: twilio.from },
    },
    request: async (body, trouble = 'none') => {
      const fields = typeof body === 'string' ? new URLSearchParams(body) : new URLSearchParams(body as never);
      const sorted = [...new Map(fields)]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, value]) => name + value);
      const signed = (trouble === 'stale' ? 'https://old.example.com/hooks/sms' : url) + sorted.join('');
      const token = trouble === 'forged' ? 'a-token-of-somebody' : twilio.authToken;
      const signature = createHmac('sha1', token).update(signed, 'utf8').digest('base64');
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        ...(trouble === 'unsigned' ? {} : { 'x-twilio-signature': signature }),
      };
      const text = typeof body === 'string' ? body : fields.toString();
      return new Request('http://localhost/hooks/sms', { method: 'POST', headers, body: text });
    },
    shown: () =>
      twilio.messages.map(({ sid, body }) => ({
        id: sid,
        text: body,
        bytes: body.length,
        choices: [...body.matchAll(/^\d+\. (.*)$/gm)].map((match) => match[1]!),
      })),
    faults: twilio.faults,
    goAway: twilio.stop,
    stop: () => twilio.stop().catch(() => undefined),
  };
}

export async function teamsStage(): Promise<ChannelStage> {
  const parts = quietWorld();
  const teams = await startTeamsEmulator();
  const account = {
    accountId: 'default',
    appId: teams.appId,
    appPassword: teams.appPassword,
    tenantId: teams.tenantId,
    openIdUrl: teams.openIdUrl,
    tokenUrl: teams.tokenUrl,
    serviceUrls: [teams.serviceUrl],
    timeoutMs: TIMEOUT_MS,
  };
  const channel = createTeamsChannel({ ...parts, account, links: memoryLinks() });
  await channel.check!(); // its keys and its token are there
  const request = async (body: Body | string, trouble: Trouble = 'none') => {
    const serviceurl = typeof body === 'string' ? teams.serviceUrl : String(body.serviceUrl);
    const token = await teams.tokenFor({
      serviceurl,
      ...(trouble === 'forged' ? { aud: 'another-bot' } : {}),
      ...(trouble === 'stale' ? { exp: 1_000_000_000 } : {}),
    });
    return new Request('http://localhost/hooks/teams', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(trouble === 'unsigned' ? {} : { authorization: `Bearer ${token}` }),
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  };
  return {
    ...parts,
    channel,
    request,
    reference: {
      channel: 'teams',
      accountId: 'default',
      nativeId: 'a:maya',
      customer: { id: 'maya' },
      extras: { serviceUrl: teams.serviceUrl, bot: `28:${teams.appId}`, channelId: 'msteams', tenant: teams.tenantId },
    },
    shown: () =>
      teams.posts.map(({ id, activity }) => {
        const card = (
          activity.attachments as { content: { body: { text: string }[]; actions: { title: string }[] } }[]
        )?.[0]?.content;
        return {
          id,
          text: card ? card.body.map((one) => one.text).join('\n') : String(activity.text ?? ''),
          bytes: Buffer.byteLength(JSON.stringify(activity)),
          choices: card ? card.actions.map((one) => one.title) : [],
        };
      }),
    faults: teams.faults,
    press: async (option) => {
      const { id, activity } = teams.posts.at(-1)!;
      const { actions } = (activity.attachments as { content: { actions: { data: unknown }[] } }[])[0]!.content;
      return request({
        ...teams.activityOf({ user: { id: 'maya', name: 'Maya' }, text: '', value: actions[option - 1]!.data }),
        replyToId: id,
      });
    },
    goAway: teams.stop,
    stop: () => teams.stop().catch(() => undefined),
  };
}
