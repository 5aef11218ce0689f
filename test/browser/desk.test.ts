// The desk in the playground, in a real browser, with three people: everything that docs/desk.md teaches can be done there.
// Leaves the pictures of that page.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type AppStage, startApp } from '../support/app-stage.ts';
import { launchBrowser, newStillPage, TEST_MS } from './browser.ts';
import { type StandIns, startStandIns } from './networks.ts';
import { PICTURES } from './pictures.ts';

describe('the desk in a browser', function () {
  this.timeout(TEST_MS);
  let browser: Browser;
  let standIns: StandIns;
  let app: AppStage;
  let page: Page;

  before(async () => {
    browser = await launchBrowser();
    standIns = await startStandIns();
    app = await startApp({ ...standIns.env, PLAYGROUND_URL: standIns.url });
    await fetch(`${standIns.url}/point`, { method: 'POST', body: JSON.stringify({ origin: app.origin }) });
    page = await newStillPage(browser, { viewport: { width: 1680, height: 1300 } });
    await page.goto(`${app.origin}/playground`);
  });
  after(async () => {
    await browser?.close();
    await app?.remove();
    standIns?.child.kill();
  });

  const desk = () => page.getByLabel('Slack: #support-desk');
  const customer = () => page.getByLabel('Teams messages');
  const write = async (text: string) => {
    await page.getByPlaceholder('Write in the thread').fill(text);
    await page.keyboard.press('Enter');
  };
  const picture = (name: string) => desk().screenshot({ path: join(PICTURES, name) });

  it('shows a case, and offers the claim to whoever answers first', async () => {
    await page.getByRole('button', { name: 'A person, please' }).click();
    await desk().getByRole('button', { name: 'Claim', exact: true }).waitFor();
    await picture('desk-card.png');
    await write('Hello, I can help');
    await desk().getByText('Nobody has claimed this case yet').waitFor();
    await desk().getByRole('button', { name: 'Claim it' }).click();
    await customer().getByText('Ana has joined this chat').waitFor();
    await customer().getByText('Ana is here with you').waitFor();
  });

  it('shows a file from Teams in the thread', async () => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByLabel('Add a file (Write in Teams)').click();
    await (await chooser).setFiles({ name: 'lamp.png', mimeType: 'image/png', buffer: Buffer.from('a lamp') });
    await page.getByPlaceholder('Write in Teams', { exact: true }).fill('this is the lamp');
    await page.keyboard.press('Enter');
    await customer().getByText('lamp.png').waitFor();
    await desk().getByRole('link', { name: 'lamp.png' }).waitFor();
  });

  it('lets words be taken back, sends the others, and keeps notes inside', async () => {
    await write('WRONG words');
    await desk().getByRole('button', { name: 'Undo' }).first().click();
    await write('Hello, this is Ana.');
    await write('! they sound tired');
    await customer().getByText('Hello, this is Ana.').waitFor();
    await desk().getByText('✉️ sent').first().waitFor();
    await picture('desk-thread.png');
    const heard = await customer().innerText();
    assert.doesNotMatch(heard, /WRONG|tired|I can help/);
  });

  it('lists cases by a command and in the Home tab, and tells a colleague who has it', async () => {
    await write('/cases mine');
    await desk().getByText('Cases (mine)').waitFor();
    await desk().getByRole('button', { name: 'Home' }).click();
    await page.getByRole('dialog', { name: 'Home' }).getByText('Cases (mine)').waitFor();
    await page.keyboard.press('Escape');
    await desk().getByText('as Ben').click();
    await write('I would refund it');
    await desk().getByText('Ana has this case').waitFor();
    await desk().getByText('as Ana').click();
  });

  it('opens every form of a case, and resolves it by one', async () => {
    await desk().getByRole('button', { name: 'Reply…' }).click();
    const reply = page.getByRole('dialog', { name: 'Reply to the customer' });
    await reply.getByLabel('What the customer will read').fill('Looked over by Ana.');
    await reply.getByRole('button', { name: 'Send' }).click();
    await customer().getByText('Looked over by Ana.').waitFor();
    for (const [entry, title] of [
      ['Change priority…', 'Change the priority'],
      ['On hold…', 'Put on hold'],
      ['Merge…', 'Merge into another case'],
      ['Block the customer…', 'Block the customer'],
    ] as const) {
      await desk().getByRole('button', { name: 'More about this case' }).click();
      await page.getByRole('menuitem', { name: entry }).click();
      await page.getByRole('dialog', { name: title }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog', { name: title }).waitFor({ state: 'hidden' });
    }
    await desk().getByRole('button', { name: 'Resolve…' }).click();
    const resolve = page.getByRole('dialog', { name: 'Resolve the case' });
    await resolve.getByLabel('How did it end?').click();
    await page.getByRole('option', { name: 'explained' }).click();
    await resolve.getByLabel('What was promised to the customer?').fill('a call on Friday');
    await page.screenshot({ path: join(PICTURES, 'desk-resolve.png') });
    await resolve.getByRole('button', { name: 'Resolve' }).click();
    await customer().getByText('has closed this case').waitFor();
    await desk().getByText('Resolved by Ana: explained').waitFor();
  });

  it('plays a customer in Slack, taken by a reaction, with a file from the thread', async () => {
    const chat = page.getByLabel('Slack, as a customer');
    await page.getByPlaceholder('Write in Slack', { exact: true }).fill('A person please');
    await page.keyboard.press('Enter');
    await desk().getByText('Slack · en').waitFor();
    await desk().getByRole('button', { name: 'React with 👀 claim' }).last().click();
    await chat.getByText('Ana has joined this chat').waitFor();
    const chooser = page.waitForEvent('filechooser');
    await page.getByLabel('Add a file (Write in the thread)').click();
    await (await chooser).setFiles({ name: 'label.txt', mimeType: 'text/plain', buffer: Buffer.from('a label') });
    await write('Your *label* is here');
    await chat.getByText('is here').waitFor();
    await desk().locator('strong', { hasText: 'label' }).first().waitFor();
    await desk().getByRole('button', { name: 'Return to bot…' }).last().click();
    const back = page.getByRole('dialog', { name: 'Return to bot' });
    await back.getByLabel('What was promised to the customer?').fill('a new label');
    await back.getByRole('button', { name: 'Return' }).click();
    await chat.getByText('My colleague has left this chat').waitFor();
  });
});
