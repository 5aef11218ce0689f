// All stand-ins in one process of their own, behind one small door: the playground reads their state there and lets people
// act in them. Says its addresses to the parent that started it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startOpenAiEmulator } from './openai/index.ts';
import { startSlackEmulator } from './slack/index.ts';
import { startTeamsEmulator } from './teams/index.ts';
import { startTwilioEmulator } from './twilio/index.ts';

const slack = await startSlackEmulator();
const twilio = await startTwilioEmulator();
const teams = await startTeamsEmulator();
/** A model is played only for those who ask for one. */
const openai = process.argv.includes('--model') ? await startOpenAiEmulator() : null;
const addresses: Record<string, string> = { slack: new URL(slack.url).origin, twilio: twilio.url, teams: teams.url };
if (openai) addresses.openai = new URL(openai.url).origin;

const door = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = Buffer.concat(parts).toString('utf8');
  try {
    const [name = '', what = ''] = (request.url ?? '').split('/').slice(1);
    if (name === 'state') return answer(200, await stateOfAll());
    if (name === 'point') return answer(200, pointAll(JSON.parse(body).origin as string));
    const address = addresses[name];
    if (!address) return answer(404, { error: `there is no ${name} here` });
    const given = await fetch(`${address}/__control/${what}`, {
      method: request.method ?? 'GET',
      ...(body ? { body } : {}),
    });
    answer(given.status, await given.json());
  } catch (error) {
    answer(500, { error: (error as Error).message });
  }
  function answer(status: number, value: unknown): void {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(value));
  }
});

async function stateOfAll(): Promise<Record<string, unknown>> {
  const states = await Promise.all(
    Object.entries(addresses).map(async ([name, address]) => [
      name,
      await (await fetch(`${address}/__control/state`)).json(),
    ]),
  );
  return Object.fromEntries(states) as Record<string, unknown>;
}

/** Where the bot is: all networks send there from now on. */
function pointAll(origin: string): { ok: true } {
  slack.pointTo(`${origin}/hooks/slack`);
  // As channels/sms/README.md tells people to write it at Twilio.
  twilio.pointTo(`${origin}/hooks/sms#rc=5&rp=all&ct=2000&rt=4000&tt=15000`);
  teams.pointTo(`${origin}/hooks/teams`);
  return { ok: true };
}

door.listen(0, '127.0.0.1', () => {
  const { port } = door.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  process.send?.({
    playground: origin,
    env: {
      ...(openai ? { openai: { OPENAI_API_KEY: openai.apiKey, OPENAI_BASE_URL: openai.url } } : {}),
      slack: {
        SLACK_BOT_TOKEN: slack.token,
        SLACK_SIGNING_SECRET: slack.signingSecret,
        SLACK_API_URL: slack.url,
        SLACK_DESK_CHANNEL: 'C0DESK001',
        SLACK_DESK_GROUP: 'S0DESK001',
      },
      sms: {
        TWILIO_ACCOUNT_SID: twilio.accountSid,
        TWILIO_AUTH_TOKEN: twilio.authToken,
        TWILIO_FROM: twilio.from,
        TWILIO_API_URL: twilio.url,
      },
      teams: {
        MICROSOFT_APP_ID: teams.appId,
        MICROSOFT_APP_PASSWORD: teams.appPassword,
        MICROSOFT_APP_TENANT_ID: teams.tenantId,
        TEAMS_OPENID_URL: teams.openIdUrl,
        TEAMS_TOKEN_URL: teams.tokenUrl,
        TEAMS_SERVICE_URLS: teams.serviceUrl,
      },
    },
  });
});
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));
