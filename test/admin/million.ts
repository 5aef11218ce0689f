// stores: embedded
// A million turns of thirty days: how long they take to be added up, and how long the pages of the numbers take then. Run
// by `npm run prove -- numbers`.

import { systemClock } from '../../core/clock.ts';
import { readConfig } from '../../core/config.ts';
import { openDatabase } from '../../models/database.ts';
import { createRollups } from '../../models/rollups.ts';
import type { TurnRecord } from '../../models/turn.ts';
import { launchBrowser } from '../browser/browser.ts';
import { startInstances } from '../settings/instances.ts';
import { PASSWORD, signIn, signInAs } from '../support/admin-client.ts';
import { makeTurns } from './traffic.ts';

const COUNT = Number(process.argv[2] ?? 1_000_000);
const DAY_MS = 86_400_000;
const MOST_MS = 1_000;

const instances = await startInstances(1);
const origin = instances.origins[0]!;
const slow: string[] = [];
const say = (line: string) => process.stdout.write(`${line}\n`);
try {
  const database = await openDatabase({ uri: readConfig({ MONGODB_URI: instances.mongoUri }).MONGODB_URI! });
  const now = new Date();
  const begun = Date.now();
  let batch: TurnRecord[] = [];
  for (const turn of makeTurns(1, COUNT, new Date(now.getTime() - 30 * DAY_MS), now, 100_000)) {
    batch.push(turn);
    if (batch.length < 10_000) continue;
    await database.models.turns.collection.insertMany(batch as never[], { ordered: false });
    batch = [];
  }
  if (batch.length > 0) await database.models.turns.collection.insertMany(batch as never[], { ordered: false });
  say(`${COUNT} turns seeded in ${Math.round((Date.now() - begun) / 1_000)} s`);
  const closing = Date.now();
  const rollups = createRollups(database.models, systemClock);
  while ((await rollups.keep()) > 0);
  say(`added up in ${Math.round((Date.now() - closing) / 1_000)} s`);
  await signInAs(origin, instances.mongoUri, 'admin');
  const admin = await signIn(origin, 'admin@example.com', PASSWORD);
  const day = (ago: number) => new Date(now.getTime() - ago * DAY_MS).toISOString();
  for (const path of [
    '/overview',
    '/numbers',
    `/numbers?from=${day(30)}`,
    `/numbers?from=${day(30)}&channel=sms`,
    `/numbers/by/intent?from=${day(30)}`,
    `/numbers/by/hour?from=${day(30)}`,
    '/alerts',
  ]) {
    const times: number[] = [];
    for (let tries = 0; tries < 3; tries += 1) {
      const at = performance.now();
      const answer = await admin.call('GET', path);
      if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}: ${answer.text}`);
      times.push(Math.round(performance.now() - at));
    }
    say(`${path.replace(/=\d{4}[^&]*/g, '=…').padEnd(44)} ${times.join(', ')} ms`);
    if (Math.max(...times) > MOST_MS) slow.push(path);
  }
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(`${origin}/admin`);
  await page.getByLabel('E-mail address').fill('admin@example.com');
  await page
    .getByLabel(/^Password/)
    .first()
    .fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await page.getByText('Open cases').first().waitFor();
  const at = performance.now();
  await page.getByRole('navigation').getByRole('link', { name: 'Numbers', exact: true }).click();
  await page.getByText('Session duration').waitFor();
  const paint = Math.round(performance.now() - at);
  say(`the page of the numbers, from the click to its figures ${paint} ms`);
  if (paint > MOST_MS) slow.push('the page');
  await browser.close();
  await database.close();
} finally {
  await instances.remove();
}
if (slow.length > 0) say(`NOT within ${MOST_MS} ms: ${slow.join(', ')}`);
process.exit(slow.length > 0 ? 1 : 0);
