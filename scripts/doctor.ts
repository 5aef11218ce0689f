// `npm run doctor`: looks at versions, stores, settings and every configured channel, one line each with the remedy. Ends
// with 1 when something is wrong.
import { createNetworks } from '../app/channels.ts';
import { systemClock } from '../core/clock.ts';
import { type Config, readConfig } from '../core/config.ts';
import { createLog } from '../core/log.ts';
import type { Channel } from '../models/channel.ts';
import { fixedSettings, settingsFromConfig } from '../settings/environment.ts';
import { type Check, type Finding, machineChecks, offChannels, storeChecks } from './doctor/checks.ts';

/** The channels as they would be, for their own checks only: nothing is received and nothing is sent. */
function channelsOf(config: Config): Channel[] {
  const never = async (): Promise<never> => {
    throw new Error('the doctor only looks');
  };
  return createNetworks({
    config,
    settings: fixedSettings(settingsFromConfig(config)),
    receive: never,
    attachments: { save: never, open: never },
    transcript: { readAfter: never, readNewest: never },
    links: { put: never, findHere: never, findThere: never },
    known: { listRecent: never, has: never },
    consents: { find: never, set: never },
    counters: { add: never },
    pace: { take: never, hold: never },
    listLive: never,
    publicUrl: () => config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`,
    onReceipt: never,
    readCase: never,
    listCases: never,
    linkToFile: () => '',
    deskOutput: () => undefined,
    clock: systemClock,
    log: createLog('silent'),
  });
}

function print(name: string, { ok, detail, remedy }: Finding): boolean {
  process.stdout.write(`${ok ? 'ok ' : 'NOT'}  ${name.padEnd(16)} ${detail}\n`);
  if (!ok && remedy) process.stdout.write(`     ${' '.repeat(16)} → ${remedy}\n`);
  return ok;
}

async function main(): Promise<void> {
  let config: Config;
  try {
    config = readConfig(undefined, process.cwd());
  } catch (error) {
    print('settings', {
      ok: false,
      detail: (error as Error).message,
      remedy: 'Correct these variables in the environment or in .env.',
    });
    process.exit(1);
  }
  print('settings', { ok: true, detail: `NODE_ENV=${config.NODE_ENV}, ROLE=${config.ROLE}` });
  let isWell = true;
  const checks: Check[] = [...machineChecks(config), ...storeChecks(config), ...offChannels(config)];
  for (const check of checks) isWell = print(check.name, await check.run()) && isWell;
  for (const channel of channelsOf(config))
    for (const found of (await channel.check?.()) ?? [])
      isWell = print(`${channel.id}: ${found.name}`, found) && isWell;
  if (config.PUBLIC_URL)
    for (const channel of channelsOf(config))
      for (const found of (await channel.checkDoor?.(config.PUBLIC_URL.replace(/\/+$/, ''))) ?? [])
        isWell = print(`${channel.id}: ${found.name}`, found) && isWell;
  process.stdout.write(isWell ? 'all well\n' : 'something needs attention\n');
  process.exit(isWell ? 0 : 1);
}

await main();
