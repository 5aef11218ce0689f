// Dead letters in a real Chromium: what was written, why it could not be handled, and what an operator does about it.
import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { eventually } from '../support/app-stage.ts';
import { setAdminStage } from './admin-stage.ts';
import { expectNoFaults } from './axe.ts';
import { TEST_MS } from './browser.ts';

const LANE = 'web|default|c-u-letter';

describe('dead letters in a browser', function () {
  this.timeout(TEST_MS);
  const stage = setAdminStage();

  it('show the message and why it failed, are tried again, and discarded after a second thought', async () => {
    const { app, page, other, open } = stage;
    await app.say('u-letter', 'Where is my order ORD-12345?');
    await eventually(async () => (await app.rows('messages')).length >= 2);
    const key = (await app.rows('messages')).find((row) => row.role === 'customer')!.key;
    const connection = await mongoose.createConnection(app.mongoUri).asPromise();
    const fault = { reason: 'poison', cause: 'TypeError', detail: 'the lamp has no switch', tries: 3, at: new Date() };
    for (const name of ['one', 'two'])
      await connection
        .collection('deadletters')
        .insertOne({ _id: `${LANE}#${name}` as never, laneId: LANE, entries: [key], ...fault });
    await connection.close();
    await open('Dead letters');
    await page.getByText('the lamp has no switch').first().waitFor();
    await page.getByRole('button', { name: /^Look/ }).first().click();
    const side = page.getByRole('dialog');
    await side.getByText('Where is my order ORD-12345?').waitFor();
    await expectNoFaults(page);
    await side.getByRole('button', { name: 'Try again' }).click();
    await side.waitFor({ state: 'detached' });
    await eventually(async () => (await app.rows('turns')).length === 2);
    await page.getByRole('button', { name: /^Look/ }).click();
    await side.getByRole('button', { name: 'Discard', exact: true }).click();
    await side.getByRole('button', { name: 'Discard for good' }).click();
    await page.getByText('Nothing is here, and that is good.').waitFor();
    const noted = (await other.call('GET', '/audit')).body.map((line: { what: string }) => line.what);
    for (const what of ['read a dead letter', 'retried a dead letter', 'discarded a dead letter'])
      assert.ok(noted.includes(what), what);
  });
});
