// The admin pages' main jobs and refusals in a real Chromium, on the real server beside stand-ins: as a new admin would.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startTwilioEmulator, type TwilioEmulator } from '../../emulators/twilio/index.ts';
import { buildPages } from '../../scripts/build-pages.mjs';
import { type AdminClient, PASSWORD, signIn } from '../support/admin-client.ts';
import { type AppStage, startApp } from '../support/app-stage.ts';
import { expectNoFaults } from './axe.ts';
import { launchBrowser } from './browser.ts';

const PICTURES = join(import.meta.dirname, '..', '..', 'docs', 'img');

describe('the admin pages in a browser', function () {
  this.timeout(60_000);
  let browser: Browser;
  let app: AppStage;
  let twilio: TwilioEmulator;
  let page: Page;
  let other: AdminClient;

  before(async () => {
    mkdirSync(PICTURES, { recursive: true });
    await buildPages({ say: () => undefined });
    browser = await launchBrowser();
    twilio = await startTwilioEmulator();
    app = await startApp();
    page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
    page.setDefaultTimeout(8_000);
    await page.goto((await app.app.firstAdminLink())!);
    await page.getByLabel('Your name').fill('Ada');
    await page.getByLabel('E-mail address').fill('ada@example.com');
    await page
      .getByLabel(/^Password/)
      .first()
      .fill(PASSWORD);
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    other = await signIn(app.origin, 'ada@example.com', PASSWORD);
  });
  after(async () => {
    await browser?.close();
    await app?.remove();
    await twilio?.stop();
  });

  const open = async (name: string) => {
    await page.keyboard.press('Escape');
    await page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  };
  const giveWhy = async (why: string) => {
    await page.getByLabel('Why?').fill(why);
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  const fillSms = async (card: ReturnType<Page['getByRole']>, token: string) => {
    await card.getByLabel('Account SID').fill(twilio.accountSid);
    await card.getByLabel('Auth Token', { exact: true }).fill(token);
    await card.getByLabel('Number', { exact: true }).fill(twilio.from);
    const rare = card.getByLabel('Address of a stand-in');
    if (!(await rare.isVisible())) await card.getByText('Rarely needed').click();
    await rare.fill(twilio.url);
    await card.getByRole('button', { name: 'Save', exact: true }).click();
  };

  it('names what the provider refuses, saves nothing of it, and connects with the right token', async () => {
    await open('Channels');
    const card = page.getByRole('region', { name: 'SMS (Twilio)' });
    await fillSms(card, 'a-wrong-token');
    await giveWhy('connect SMS');
    await card.getByText('✗').first().waitFor();
    await card.getByText('off', { exact: true }).waitFor();
    await page.screenshot({ path: join(PICTURES, 'admin-refused.png') });
    await fillSms(card, twilio.authToken);
    await giveWhy('connect SMS');
    await card.getByText('on', { exact: true }).waitFor();
    assert.ok(!(await page.content()).includes(twilio.authToken), 'the token is in the page');
    await expectNoFaults(page);
  });

  it('adds a second account with an address of its own', async () => {
    await page.getByRole('button', { name: 'Add an account' }).nth(1).click();
    await page.getByLabel('Its name').fill('Berlin!');
    assert.ok(await page.getByRole('dialog').getByRole('button', { name: 'Add' }).isDisabled());
    await page.getByLabel('Its name').fill('berlin');
    await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
    const card = page.getByRole('region', { name: 'SMS (Twilio), berlin' });
    await card.getByText('/hooks/sms/berlin').waitFor();
    await fillSms(card, twilio.authToken);
    await giveWhy('a second number');
    await card.getByText('on', { exact: true }).waitFor();
    await expectNoFaults(page);
    await card.scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(PICTURES, 'admin-accounts.png') });
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

  it('watches an alert come, says who looks after it, and sees it go', async () => {
    const token = twilio.authToken;
    twilio.rotate('another-token');
    const timestamp = new Date();
    const say = (phone: string) =>
      app.app.receive(
        { channel: 'sms', accountId: 'default', nativeId: phone, customer: { id: phone } },
        {
          key: `SM${phone}`,
          kind: 'message',
          receivedAt: timestamp,
          activity: { type: 'message', id: `SM${phone}`, timestamp, from: { id: phone }, text: 'hello' },
        },
      );
    await say('+15557654321');
    await open('Alerts');
    await page.getByText('sms refuses us: 20003').waitFor({ timeout: 20_000 });
    await page.getByRole('button', { name: 'I look after it' }).click();
    await page.getByText('ada@example.com looks after it').waitFor();
    await expectNoFaults(page);
    await page.screenshot({ path: join(PICTURES, 'admin-alerts.png') });
    await open('Channels');
    await page.getByText('failing: 20003').waitFor();
    const { body } = await other.call('GET', '/settings');
    const alerts = { ...body.values.alerts, holdSeconds: 0 };
    await other.call('PUT', '/settings', { base: body.revision, why: 'quick', values: { alerts } });
    twilio.rotate(token);
    await say('+15557654322');
    await open('Alerts');
    await page.getByText('over since').waitFor({ timeout: 20_000 });
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
    const phone = await browser.newPage({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
    await phone.goto(`${app.origin}/admin`);
    await phone.getByLabel('E-mail address').fill('ada@example.com');
    await phone
      .getByLabel(/^Password/)
      .first()
      .fill(PASSWORD);
    await phone.keyboard.press('Enter');
    await phone.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    for (const name of ['Numbers', 'Channels', 'Policy and hours', 'Knowledge', 'Alerts']) {
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
