// All stand-ins in one process of their own, behind one small door: the playground reads their state there and lets people
// act in them. Says its addresses to the parent that started it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startOpenAiEmulator } from './openai/index.ts';
import { startSlackEmulator } from './slack/index.ts';
import { startTeamsEmulator } from './teams/index.ts';
import { startTwilioEmulator } from './twilio/index.ts';

/** Where they were the last time, if somebody keeps it: what an admin has typed goes on being true after a restart. */
const memory = process.argv.find((one) => one.startsWith('--ports='))?.slice('--ports='.length);
const known = memory && existsSync(memory) ? (JSON.parse(readFileSync(memory, 'utf8')) as Record<string, number>) : {};
const slack = await startAgain(startSlackEmulator, known.slack);
const twilio = await startAgain(startTwilioEmulator, known.twilio);
const teams = await startAgain(startTeamsEmulator, known.teams);
const portOf = (url: string) => Number(new URL(url).port);
if (memory) {
  const ports = { slack: portOf(slack.url), twilio: portOf(twilio.url), teams: portOf(teams.url) };
  writeFileSync(memory, JSON.stringify(ports));
}
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

/** On another port when somebody else has taken that one meanwhile. */
async function startAgain<T>(start: (options: { port?: number }) => Promise<T>, port: number | undefined): Promise<T> {
  if (port === undefined) return start({});
  try {
    return await start({ port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return start({});
  }
}

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
        ...slack.env,
        SLACK_DESK_CHANNEL: 'C0DESK001',
        SLACK_DESK_GROUP: 'S0DESK001',
      },
      sms: twilio.env,
      teams: teams.env,
    },
  });
});
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));
