// The other admin pages' main jobs and refusals in a real Chromium, on the real server: as a new admin would.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type AdminClient, PASSWORD } from '../support/admin-client.ts';
import type { AppStage } from '../support/app-stage.ts';
import { setAdminStage } from './admin-stage.ts';
import { expectNoFaults } from './axe.ts';
import { PICTURES } from './pictures.ts';

describe('the admin pages in a browser', function () {
  this.timeout(60_000);
  const stage = setAdminStage();
  let page: Page;
  let app: AppStage;
  let other: AdminClient;
  const { open, giveWhy } = stage;
  before(() => {
    ({ page, app, other } = stage);
  });

  it('shows both versions when somebody was quicker, and overwrites nothing', async () => {
    await open('Policy and hours');
    await page.getByLabel('Refund cap').fill('75');
    await page.getByRole('checkbox', { name: 'Sunday' }).click();
    const { body } = await other.call('GET', '/settings');
    await other.call('PUT', '/settings', { base: body.revision, why: 'quicker', values: { refundCap: 60 } });
    await page.getByRole('button', { name: /^Save \(/ }).click();
    await page.getByLabel('Why?').fill('slower');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    const versions = page.getByRole('table', { name: 'Both versions' });
    await versions.getByText('75').waitFor();
    await versions.getByText('60').waitFor();
    await expectNoFaults(page);
    await versions.scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(PICTURES, 'admin-conflict.png') });
    await page.getByRole('button', { name: 'Go on with theirs' }).click();
    await page.getByRole('checkbox', { name: 'Sunday' }).click();
    await page.getByRole('button', { name: /^Save \(/ }).click();
    await giveWhy('closed on Sundays');
    const after = (await other.call('GET', '/settings')).body.values;
    assert.deepEqual([after.refundCap, after.hours.week[0]], [60, []]);
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
    await page.getByRole('button', { name: 'Save', exact: true }).click();
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
      .fill('Boil the samovar with citric acid, then rinse the samovar twice.');
    for (const word of ['samovar', 'descale', 'limescale']) {
      await page.getByRole('textbox', { name: 'Keywords' }).fill(word);
      await page.keyboard.press('Enter');
    }
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
    await page.keyboard.press('Escape');
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
    await page.getByText('Nothing is kept about this person.').waitFor();
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
    const phone = await stage.browser.newPage({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
    await phone.goto(`${app.origin}/admin`);
    await phone.getByLabel('E-mail address').fill('ada@example.com');
    await phone
      .getByLabel(/^Password/)
      .first()
      .fill(PASSWORD);
    await phone.keyboard.press('Enter');
    await phone.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    for (const name of ['Numbers', 'Channels', 'Policy and hours', 'Desk', 'Phrases', 'Knowledge', 'Alerts']) {
      await phone.getByRole('button', { name: 'Menu' }).click();
      await phone.getByRole('navigation').getByRole('button', { name, exact: true }).click();
      await phone.getByRole('heading', { level: 1, name }).waitFor();
      const isWide = await phone.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      assert.ok(!isWide, `${name} scrolls sideways`);
    }
    await expectNoFaults(phone);
    await phone.close();
  });
});
