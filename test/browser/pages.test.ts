// The playground and the admin pages in a real Chromium, on the real server with the stand-ins: each page's main job, no
// axe violation, and the pictures for the docs.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { PASSWORD } from '../support/admin-client.ts';
import { type AppStage, startApp } from '../support/app-stage.ts';
import { menuName } from './admin-stage.ts';
import { expectNoFaults } from './axe.ts';
import { launchBrowser, newStillPage, TEST_MS } from './browser.ts';
import { type StandIns, startStandIns } from './networks.ts';
import { PICTURES } from './pictures.ts';

describe('pages in a browser', function () {
  this.timeout(TEST_MS);
  let browser: Browser;
  let standIns: StandIns;
  let app: AppStage;

  before(async () => {
    browser = await launchBrowser();
    standIns = await startStandIns();
    app = await startApp({
      ...standIns.env,
      PLAYGROUND_URL: standIns.url,
      WEB_IDENTITY_SECRET: 'what-the-shop-signs-with',
    });
    await fetch(`${standIns.url}/point`, { method: 'POST', body: JSON.stringify({ origin: app.origin }) });
  });
  after(async () => {
    await browser?.close();
    await app?.remove();
    standIns?.child.kill();
  });

  // The first of all: once a case of hers is open, it is that which is told of.
  it('play a move from SMS to the web and a refund, as customers who are signed in, and lose nothing', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${app.origin}/playground`);
    const chat = page.frameLocator('#web-chat');
    await page.getByRole('button', { name: 'From SMS to the web' }).click();
    await chat.getByText('You were in touch by text message before').waitFor({ timeout: 20_000 });
    await page.getByRole('button', { name: 'A refund' }).click();
    await chat.getByText('is on its way back to your card').waitFor({ timeout: 25_000 });
    assert.equal(await page.getByRole('textbox', { name: 'You are' }).inputValue(), 'Lucia Okafor');
    const count = page.getByRole('group', { name: 'Messages of customers' });
    await count.getByText('0 lost').waitFor();
    await count.getByText('0 on the way').waitFor();
    await page.getByLabel('Lanes and what waits in them').getByText('the bot speaks').first().waitFor();
    await page.getByLabel('Teams is busy').click();
    // The stand-in is asked, and the page shows what it answers.
    await page.getByLabel('Teams is busy').and(page.locator(':checked')).waitFor();
    await page.reload();
    // What is broken stays broken, and says so.
    await page.getByLabel('Teams is busy').and(page.locator(':checked')).waitFor();
    await page.getByLabel('Teams is busy').click();
    await page.getByLabel('Teams is busy').and(page.locator(':not(:checked)')).waitFor();
    await expectNoFaults(page);
    await page.close();
  });

  it('play a customer by SMS and the desk in Slack, side by side', async () => {
    const page = await newStillPage(browser, { viewport: { width: 1680, height: 1000 } });
    await page.goto(`${app.origin}/playground`);
    await page.getByRole('button', { name: 'Where is my order?', exact: true }).click();
    await page.getByLabel('Text messages').getByText('ORD-12345 is in transit').waitFor();
    await page.getByRole('button', { name: 'A person, please' }).click();
    await page.getByRole('button', { name: 'Claim', exact: true }).click();
    await page.getByLabel('Teams messages').getByText('Ana has joined this chat').waitFor();
    await page.getByPlaceholder('Write in the thread').fill('Hello, this is Ana.');
    await page.keyboard.press('Enter');
    await page.getByLabel('Teams messages').getByText('Hello, this is Ana.').waitFor();
    await page.getByText('escalation agent').waitFor();
    await expectNoFaults(page);
    await page.screenshot({ path: join(PICTURES, 'playground.png') });
    await page.close();
  });

  it('let a customer read their one-time code in the demo inbox and prove with it who they are', async () => {
    const page = await browser.newPage({ viewport: { width: 1680, height: 1250 } });
    await page.goto(`${app.origin}/playground`);
    const said = page.getByLabel('Teams messages');
    const write = async (text: string) => {
      await page.getByPlaceholder('Write in Teams').fill(text);
      await page.keyboard.press('Enter');
    };
    await page.getByRole('textbox', { name: 'You are' }).click();
    await page.getByRole('option', { name: 'Jonas Lindqvist' }).click();
    await page.getByRole('button', { name: 'Change how I pay' }).click();
    await said.getByText('I need to know that it is you').waitFor();
    const order = await app.rows('shop_orders');
    const { _id } = order.find((one) => one.customerId === 'CUS-1002') as { _id: string };
    await write(`${_id} jonas.lindqvist.1002@example.com 10037`);
    const letter = page.getByLabel('Letters with one-time codes').getByText('Your code is');
    await letter.waitFor();
    const [code] = /\d{6}/.exec(await letter.innerText())!;
    await write(code!);
    await said.getByText('Thank you, that is the code').waitFor();
    await expectNoFaults(page);
    await page.close();
  });

  it('are usable on a phone, in the dark', async () => {
    const page = await newStillPage(browser, { viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
    await page.goto(`${app.origin}/playground`);
    await page.getByRole('group', { name: 'Scenes to play' }).waitFor();
    await page.getByRole('button', { name: 'In Slack' }).click();
    // A small screen shows one network, the one in which something happens.
    await page.getByLabel('Direct messages').getByText('Shipping 3 kg to LA').waitFor();
    assert.equal(await page.getByLabel('Text messages').isVisible(), false);
    await page.getByText('Phone', { exact: true }).first().click();
    await page.getByLabel('Text messages').waitFor();
    assert.ok(
      await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
      'it scrolls sideways',
    );
    await expectNoFaults(page);
    await page.close();
  });

  it('let the first admin in by the link, and do the main job of each page', async () => {
    const page = await newStillPage(browser, { viewport: { width: 1400, height: 900 } });
    await app.say('u-page', 'Where is my order ORD-12345?');
    await page.goto((await app.app.firstAdminLink())!);
    await page.getByLabel('Your name').fill('Ada');
    await page.getByLabel('E-mail address').fill('ada@example.com');
    await page
      .getByLabel(/^Password/)
      .first()
      .fill(PASSWORD);
    await expectNoFaults(page);
    await page.getByRole('button', { name: 'Begin' }).click();
    const open = async (name: string) => {
      await page
        .getByRole('navigation')
        .getByRole('link', { name: menuName(name) })
        .click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await expectNoFaults(page);
    };
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await open('Channels');
    await page.getByRole('region', { name: 'Slack' }).getByRole('button', { name: 'Try it' }).click();
    await page.getByText('works as frontdesk').waitFor();
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.screenshot({ path: join(PICTURES, 'admin-channels.png') });
    await open('Policy and caps');
    await page.getByLabel('Refund cap').fill('75');
    await page.getByRole('button', { name: /^Save/ }).click();
    await page.getByLabel('Why?').fill('the season');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await open('History');
    await page.getByText('the season').waitFor();
    await open('Conversations');
    await page.getByRole('button', { name: /^Read/ }).first().click();
    await page
      .getByRole('dialog')
      .getByText(/ORD-12345|person/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await open('Numbers');
    await page.getByRole('button', { name: 'What Escalations means' }).click();
    await page.getByText('Turns that opened a case').waitFor();
    await page.screenshot({ path: join(PICTURES, 'admin-numbers.png') });
    const others = [
      'Overview',
      'Agents',
      'Incident',
      'Hours',
      'Cases',
      'Alerts',
      'Dead letters',
      'Customers',
      'People',
    ];
    for (const name of [...others, 'Audit log']) await open(name);
    await page.getByText('changed the settings').waitFor();
    await page.close();
  });

  it('show no playground without stand-ins', async () => {
    const bare = await startApp();
    const response = await fetch(`${bare.origin}/playground`);
    await bare.remove();
    assert.equal(response.status, 404);
  });
});
