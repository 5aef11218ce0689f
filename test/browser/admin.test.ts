// The other admin pages' main jobs and refusals in a real Chromium, on the real server: as a new admin would.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type AdminClient, PASSWORD } from '../support/admin-client.ts';
import { type AppStage, eventually } from '../support/app-stage.ts';
import { menuName, setAdminStage } from './admin-stage.ts';
import { expectNoFaults } from './axe.ts';
import { newStillPage, TEST_MS } from './browser.ts';
import { PICTURES } from './pictures.ts';

describe('the admin pages in a browser', function () {
  this.timeout(TEST_MS);
  const stage = setAdminStage();
  let page: Page;
  let app: AppStage;
  let other: AdminClient;
  const { open, giveWhy, leaveDialog } = stage;
  before(() => {
    ({ page, app, other } = stage);
  });

  it('shows both versions when somebody was quicker, and overwrites nothing', async () => {
    await open('Policy and caps');
    await page.getByLabel('Refund cap').fill('75');
    const { body } = await other.call('GET', '/settings');
    await other.call('PUT', '/settings', { base: body.revision, why: 'quicker', values: { refundCap: 60 } });
    // What was typed outlives the news that a colleague was quicker.
    await page.getByText('A colleague has saved revision').waitFor();
    await page.getByRole('button', { name: /^Save \(/ }).click();
    await page.getByLabel('Why?').fill('slower');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    const versions = page.getByRole('table', { name: 'Both versions' });
    await versions.getByText('Refund cap', { exact: true }).waitFor();
    await versions.getByText('75').waitFor();
    await versions.getByText('60').waitFor();
    await expectNoFaults(page);
    await versions.scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(PICTURES, 'admin-conflict.png') });
    await page.getByRole('button', { name: 'Go on with theirs' }).click();
    await versions.waitFor({ state: 'detached' });
    assert.equal((await other.call('GET', '/settings')).body.values.refundCap, 60);
  });

  it('changes the hours, with a break, and says how far the change has come', async () => {
    await open('Hours');
    await page.getByRole('checkbox', { name: 'Sunday' }).click();
    await page.getByLabel('Monday from').fill('09:00');
    await page.getByLabel('Monday to').fill('18:00');
    await page.getByRole('button', { name: 'Add a break on Monday' }).click();
    await page.getByRole('button', { name: /^Save \(/ }).click();
    await giveWhy('closed on Sundays');
    const { week } = (await other.call('GET', '/settings')).body.values.hours;
    assert.deepEqual(week.slice(0, 2), [
      [],
      [
        [540, 720],
        [780, 1_080],
      ],
    ]);
    await expectNoFaults(page);
    await page.screenshot({ path: join(PICTURES, 'admin-hours.png') });
    await open('History');
    await page.getByText(/In force: revision \d+, on 1 of 1 instances/).waitFor();
  });

  it('switches an agent off and on, and says a sentence to everybody while something is wrong', async () => {
    await open('Agents');
    await page.getByLabel('billing is on').click({ force: true });
    await page.getByRole('button', { name: /^Save \(/ }).click();
    await giveWhy('the payment provider is away');
    assert.deepEqual((await other.call('GET', '/settings')).body.values.agentsOff, ['billing']);
    await expectNoFaults(page);
    await page.screenshot({ path: join(PICTURES, 'admin-agents.png') });
    await open('Incident');
    await page.getByLabel('Tell everybody a sentence').click();
    await page.getByLabel('The sentence').fill('Payments are slow today.');
    await page.getByRole('button', { name: /^Save \(/ }).click();
    await giveWhy('tell everybody');
    await app.say('u-incident', 'hello');
    await eventually(async () => JSON.stringify(await app.rows('messages')).includes('Payments are slow today.'));
    await open('Overview');
    await page.getByText('“Payments are slow today.”').waitFor();
    await expectNoFaults(page);
    await page.screenshot({ path: join(PICTURES, 'admin-overview.png') });
    const { body } = await other.call('GET', '/settings');
    const values = { incident: { mode: 'off', text: '', until: null }, agentsOff: [] };
    await other.call('PUT', '/settings', { base: body.revision, why: 'it is over', values });
    await page.getByText('“Payments are slow today.”').waitFor({ state: 'detached' });
  });

  it('hands the settings out as a file and takes them back, and refuses what is none', async () => {
    await open('History');
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export' }).click();
    const path = await (await waiting).path();
    const file = JSON.parse(readFileSync(path, 'utf8'));
    assert.equal(file.values.refundCap, 60);
    const choose = page.locator('input[type=file]');
    await choose.setInputFiles({ name: 'poem.json', mimeType: 'application/json', buffer: Buffer.from('roses') });
    await page.getByText('poem.json is not a file of settings').waitFor();
    file.values.refundCap = 65;
    const buffer = Buffer.from(JSON.stringify(file));
    await choose.setInputFiles({ name: 'settings.json', mimeType: 'application/json', buffer });
    await giveWhy('as in the other house');
    await page.getByText('as in the other house').waitFor();
    assert.equal((await other.call('GET', '/settings')).body.values.refundCap, 65);
    await expectNoFaults(page);
  });

  it('sends cases about payments to a channel of their own', async () => {
    await open('Desk');
    await page.getByRole('button', { name: 'Add a row' }).click();
    // The field itself lies behind its pills.
    await page.getByLabel('About', { exact: true }).first().click({ force: true });
    await page.getByRole('option', { name: 'BILLING' }).click();
    await page.keyboard.press('Escape');
    await page.getByLabel('Slack channel').fill('C0MONEY0001');
    await page.getByLabel('First reply, URGENT').fill('10');
    await expectNoFaults(page);
    await page.getByRole('button', { name: /^Save \(/ }).click();
    await giveWhy('payments have a desk of their own');
    const { values } = (await other.call('GET', '/settings')).body;
    assert.deepEqual(values.desk.routes, [{ intents: ['BILLING'], channel: 'C0MONEY0001' }]);
    assert.equal(values.firstReplyMinutes.URGENT, 10);
    await page.screenshot({ path: join(PICTURES, 'admin-desk.png') });
  });

  it('goes back to an earlier revision', async () => {
    await open('History');
    await page.getByText('closed on Sundays').waitFor();
    await page
      .getByRole('button', { name: /^Back to this/ })
      .first()
      .click();
    await giveWhy('open again');
    await page.getByText('open again').waitFor();
    await expectNoFaults(page);
  });

  it('writes an article, tries it, and publishes it', async () => {
    await open('Knowledge');
    await page.getByRole('button', { name: 'New article' }).click();
    await page.getByLabel('Title').fill('How to descale the samovar');
    await page
      .getByLabel('What the customer is told')
      .fill('Boil the samovar with **citric acid**, then rinse the samovar twice.');
    for (const word of ['samovar', 'descale', 'limescale']) {
      await page.getByRole('textbox', { name: 'Keywords' }).fill(word);
      await page.keyboard.press('Enter');
    }
    await page.getByRole('region', { name: 'As the customer sees it' }).getByText('rinse the samovar').waitFor();
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByText('told to nobody yet').waitFor();
    await page.getByLabel('Try a question').fill('How do I descale the samovar?');
    await page.getByRole('button', { name: 'Ask' }).click();
    await page.getByText(/Found with this draft:.*How to descale/).waitFor();
    await expectNoFaults(page);
    await page.screenshot({ path: join(PICTURES, 'admin-knowledge.png') });
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('button', { name: 'Withdraw' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: /^Without an answer/ }).click();
    await page.getByText('Every question of the last two weeks had an answer.').waitFor();
  });

  it('puts a sentence of the house in place of ours, which the next customer reads', async () => {
    await open('Phrases');
    await page.getByLabel('Yours for greeting').fill('Ahoy, how can we help?');
    await page.getByLabel('Yours for case waits').fill('Please wait.');
    await page.getByRole('button', { name: 'Save (2)' }).click();
    await page.getByLabel('Why?').fill('our own voice');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText(/caseId\} must stand in it/).waitFor();
    await leaveDialog();
    await page.getByLabel('Yours for case waits').fill('');
    await page.getByRole('button', { name: 'Save (1)' }).click();
    await giveWhy('our own voice');
    await page.getByText('changed', { exact: true }).waitFor();
    await expectNoFaults(page);
    await page.screenshot({ path: join(PICTURES, 'admin-phrases.png') });
    await app.say('u-ahoy', 'hello');
    await open('Conversations');
    await page.getByLabel('Search').fill('Ahoy');
    await page.getByRole('button', { name: /^Read/ }).first().click();
    await page.getByRole('dialog').getByText('Ahoy, how can we help?').waitFor();
    await page.getByText(/^GREETING · settled/).click();
    await page.getByText('revision').first().waitFor();
    await expectNoFaults(page);
    await page.screenshot({ path: join(PICTURES, 'admin-conversation.png') });
  });

  it('looks a customer up and erases them after a second thought', async () => {
    await app.say('u-browser', 'Where is my order ORD-12345?');
    await open('Customers');
    await page.getByLabel('Who').fill('u-nobody');
    await page.getByRole('button', { name: 'Look up' }).click();
    await page.getByText('Nothing is kept about u-nobody.').waitFor();
    await page.getByLabel('Who').fill('u-browser');
    await page.getByRole('button', { name: 'Look up' }).click();
    await page.getByRole('region', { name: 'What is kept' }).waitFor();
    await page.getByRole('button', { name: 'Erase…' }).click();
    await page.getByRole('textbox', { name: 'ERASE' }).fill('ERASE');
    await page.getByRole('dialog').getByRole('button', { name: 'Erase' }).click();
    await page.getByText('Erased: 1 conversation').waitFor();
    await expectNoFaults(page);
  });

  it('shows the numbers of another time and channel, and hands them out', async () => {
    await open('Numbers');
    await page.getByText('30 days').click();
    await page.getByRole('button', { name: 'What Containment means' }).click();
    await page.getByText('each counts once a day').waitFor();
    await page.getByText('language', { exact: true }).click();
    const link = await page.getByRole('link', { name: 'As a table (CSV)' }).getAttribute('href');
    const csv = await page.evaluate(async (href) => (await fetch(href)).text(), link!);
    assert.match(csv, /^language,turns,averageMs,escalated/);
    await expectNoFaults(page);
  });

  it('fit a phone, in the dark, without scrolling sideways', async () => {
    const phone = await newStillPage(stage.browser, { viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
    await phone.goto(`${app.origin}/admin`);
    await phone.getByLabel('E-mail address').fill('ada@example.com');
    await phone
      .getByLabel(/^Password/)
      .first()
      .fill(PASSWORD);
    await phone.keyboard.press('Enter');
    await phone.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    for (const name of [
      'Numbers',
      'Channels',
      'Policy and caps',
      'Hours',
      'Agents',
      'Desk',
      'Phrases',
      'Knowledge',
      'Alerts',
    ]) {
      await phone.getByRole('button', { name: 'Menu' }).click();
      await phone
        .getByRole('navigation')
        .getByRole('link', { name: menuName(name) })
        .click();
      await phone.getByRole('heading', { level: 1, name }).waitFor();
      const isWide = await phone.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      assert.ok(!isWide, `${name} scrolls sideways`);
    }
    await expectNoFaults(phone);
    await phone.close();
  });
});
