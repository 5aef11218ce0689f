// Ways out: nothing on the admin pages leaves somebody standing where they cannot go on.
import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { createAlertStore } from '../../models/alerts.ts';
import { PASSWORD, signInAs } from '../support/admin-client.ts';
import { eventually } from '../support/eventually.ts';
import { setAdminStage } from './admin-stage.ts';
import { expectNoFaults } from './axe.ts';
import { newStillPage, TEST_MS } from './browser.ts';

describe('ways out of the admin pages', function () {
  this.timeout(TEST_MS);
  const stage = setAdminStage();

  it('lead from a link that was used to the sign-in', async () => {
    const page = await newStillPage(stage.browser, {});
    await page.goto(`${stage.app.origin}/admin#link=${'x'.repeat(43)}`);
    await page.getByLabel('Your name').fill('Ada');
    await page.getByLabel('Password', { exact: false }).first().fill(PASSWORD);
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByText('This link was used already').waitFor();
    await page.getByRole('button', { name: 'I have a password already' }).click();
    await page.getByRole('heading', { name: 'Sign in to Frontdesk' }).waitFor();
    await page.getByLabel('E-mail address').fill('ada@example.com');
    await page.getByLabel('Password', { exact: false }).first().fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await page.close();
  });

  it('lead from an alert to the page on which it is mended', async () => {
    const { page, open, app } = stage;
    const connection = await mongoose.createConnection(app.mongoUri).asPromise();
    await createAlertStore(connection).raise('channel slack', 'slack refuses us: token_revoked.', new Date(), []);
    await connection.close();
    await open('Alerts');
    await page.getByRole('link', { name: 'See Channels' }).click();
    await page.getByRole('heading', { level: 1, name: 'Channels' }).waitFor();
    await open('Overview');
    await page.getByRole('main').getByRole('link', { name: 'See Channels' }).waitFor();
    await expectNoFaults(page);
  });

  it('say what is wrong with a setting in words, and beside an incident that says nothing', async () => {
    const { page, open, leaveDialog } = stage;
    await open('Hours');
    const holidays = page.getByRole('textbox', { name: 'Holidays' });
    await holidays.fill('25.12.2026');
    await holidays.press('Enter');
    await page.getByRole('button', { name: /^Save \(/ }).click();
    await page.getByLabel('Why?').fill('Christmas');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('Hours, holidays, no. 1 is a day such as 2026-12-25').waitFor();
    await leaveDialog();
    await page.getByRole('button', { name: 'Discard' }).click();
    await open('Incident');
    await page.getByLabel('Tell everybody a sentence').click();
    await page.getByText('Nobody is told anything without it.').waitFor();
    await page.getByRole('button', { name: /^Save \(/ }).click();
    await page.getByLabel('Why?').fill('a storm');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('Write the sentence that everybody is to be told.').waitFor();
    await leaveDialog();
    await page.getByRole('button', { name: 'Discard' }).click();
  });

  it('ask before what was typed is left behind', async () => {
    const { page, open } = stage;
    const dialog = page.getByRole('dialog', { name: 'What you typed is not saved' });
    const go = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
    const isAskedByTheWindow = () =>
      page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
    await open('Policy and caps');
    const field = page.getByLabel('Refund cap');
    const stored = await field.inputValue();
    assert.equal(await isAskedByTheWindow(), false);
    await field.fill('77');
    assert.equal(await isAskedByTheWindow(), true);
    await go('Hours');
    await dialog.waitFor();
    await expectNoFaults(page);
    await dialog.getByRole('button', { name: 'Stay here' }).click();
    await dialog.waitFor({ state: 'detached' });
    assert.deepEqual([new URL(page.url()).hash, await field.inputValue()], ['#/policy', '77']);
    await go('Hours');
    await dialog.getByRole('button', { name: 'Go on without it' }).click();
    await page.getByRole('heading', { level: 1, name: 'Hours' }).waitFor();
    assert.equal(await isAskedByTheWindow(), false);
    await open('Policy and caps');
    assert.equal(await field.inputValue(), stored);
    await open('Phrases');
    await page.getByLabel('Yours for greeting').fill('Ahoy');
    await page.getByText('Spanish', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Go on without it' }).click();
    await page.getByRole('radio', { name: 'Spanish', checked: true }).waitFor({ state: 'attached' });
    await open('Knowledge');
    await page.getByRole('button', { name: 'New article' }).click();
    await page.getByLabel('Title').fill('How to tie a knot');
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    // Only once it has the focus does it hear Escape.
    await dialog.locator(':focus').waitFor();
    // A busy machine may miss the first one, as it would a person's.
    await eventually(async () => {
      if (!(await dialog.isVisible())) return;
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached', timeout: 3_000 });
    });
    assert.equal(await page.getByLabel('Title').inputValue(), 'How to tie a knot');
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await dialog.getByRole('button', { name: 'Go on without it' }).click();
    await page.getByLabel('Title').waitFor({ state: 'detached' });
    // What is published is the draft that was saved: what is typed besides would be lost.
    await page.getByRole('button', { name: 'Kettle: Descaling' }).click();
    await page.getByRole('button', { name: 'Withdraw' }).waitFor();
    await page.getByLabel('Title').fill('Kettle: Descaling at home');
    await page.getByRole('button', { name: 'Withdraw' }).click();
    await dialog.getByRole('button', { name: 'Stay here' }).click();
    await dialog.waitFor({ state: 'detached' });
    assert.equal(await page.getByLabel('Title').inputValue(), 'Kettle: Descaling at home');
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await dialog.getByRole('button', { name: 'Go on without it' }).click();
    await page.getByLabel('Title').waitFor({ state: 'detached' });
  });

  it('put a break under its hours', async () => {
    const { page, open } = stage;
    await open('Hours');
    await page.getByRole('button', { name: 'Add a break on Monday' }).click();
    const left = async (label: string) => (await page.getByLabel(label, { exact: true }).boundingBox())!.x;
    const [before, after] = [await left('Monday from'), await left('Monday from after the break')];
    assert.ok(after >= before, `the hours begin at ${before}, those after the break at ${after}`);
    // On a phone there is no room beside the day: nothing sticks out of its sheet.
    await page.setViewportSize({ width: 390, height: 844 });
    try {
      // The window is narrow at once, the page in it only when a busy machine has laid it out again.
      await eventually(async () => {
        const sheet = (await page.getByRole('region', { name: 'The week' }).boundingBox())!;
        const last = (await page.getByLabel('Monday to after the break', { exact: true }).boundingBox())!;
        assert.ok(sheet.x + sheet.width <= 390, 'the sheet is as wide as before');
        assert.ok(last.x + last.width <= sheet.x + sheet.width, 'the hours stick out');
      });
    } finally {
      await page.setViewportSize({ width: 1400, height: 1000 });
    }
    await page.getByRole('button', { name: 'Discard' }).click();
  });

  it('say whose pages are not for one’s role, and show what may be read as readable', async () => {
    await signInAs(stage.app.origin, stage.app.mongoUri, 'viewer');
    const page = await newStillPage(stage.browser, {});
    await page.goto(`${stage.app.origin}/admin#/people`);
    await page.getByLabel('E-mail address').fill('viewer@example.com');
    await page.getByLabel('Password', { exact: false }).first().fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('People is not for the role viewer').waitFor();
    await page.goto(`${stage.app.origin}/admin#/policy`);
    const field = page.getByLabel('Refund cap');
    await field.waitFor();
    const shown = await field.evaluate((one) => ({ ...getComputedStyle(one) }) as unknown as CSSStyleDeclaration);
    const text = await page.evaluate(() => getComputedStyle(document.body).color);
    assert.deepEqual([await field.isDisabled(), shown.opacity, shown.color], [true, '1', text]);
    await page.close();
  });

  it('answer for whom nothing is kept without calling it a failure', async () => {
    const { page, open } = stage;
    await open('Customers');
    await page.getByLabel('Who').fill('nobody@example.com');
    await page.getByRole('button', { name: 'Look up' }).click();
    await page.getByText('Nothing is kept about nobody@example.com').waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
  });
});
