// The product as a customer meets it: the built widget, the real server, the real stores, a real Chromium. With SHOTS=1
// it also takes the pictures of docs/img.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { buildPages } from '../../scripts/build-pages.mjs';
import { expectNoFaults, expectStill } from './axe.ts';
import { launchBrowser, TEST_MS } from './browser.ts';
import { type RealServer, startRealServer } from './real-server.ts';
import { shopPage } from './stand-in.ts';
import { DESKTOP, expectCount, PHONE, type Visit, visit } from './visit.ts';

const QUESTION = 'Hi, I need to check the status of my order ORD-12345. When will it be delivered?';
const COMPLAINT =
  "I'm extremely unhappy with your service! My order was delivered damaged and customer service has been ignoring my emails for days. This is unacceptable!";

describe('A customer in a browser', function () {
  this.timeout(TEST_MS);
  let browser: Browser;
  let server: RealServer;
  let shop: Server;
  let seen: Visit | undefined;

  before(async () => {
    await buildPages({ say: () => {} });
    [browser, server] = await Promise.all([launchBrowser(), startRealServer()]);
    // Another origin, as every shop is.
    shop = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(shopPage('', server.origin));
    });
    await new Promise<void>((done) => shop.listen(0, '127.0.0.1', done));
  });
  after(async () => {
    await browser?.close();
    shop?.close();
    await server?.remove();
  });
  afterEach(async () => {
    const last = seen;
    seen = undefined;
    await last?.end();
  });

  const shopUrl = () => `http://127.0.0.1:${(shop.address() as AddressInfo).port}/`;
  async function enter(url: string, options?: BrowserContextOptions): Promise<Visit> {
    seen = await visit(browser, url, options);
    return seen;
  }

  it('asks about an order on the full page and reads where it is', async () => {
    const chat = await enter(`${server.origin}/chat`);
    await shoot(chat.page, 'chat-welcome');
    await chat.say(QUESTION);
    await chat.theirs.getByText('1Z999AA1234567890').waitFor();
    await expectCount(chat.mine, 1);
    await chat.mine.getByText('Sent').waitFor();
    await shoot(chat.page, 'chat-order');
  });

  it('complains on a shop of another origin, and is promised a person with a case id', async () => {
    const chat = await enter(shopUrl());
    await shoot(chat.page, 'widget-closed');
    await chat.open();
    await chat.say(COMPLAINT);
    await chat.theirs.getByText(/within 15 minutes/).waitFor();
    await chat.theirs.getByText(CASE_ID).first().waitFor();
    await shoot(chat.page, 'widget-complaint');
  });

  it('reaches a person from the menu, and sees case and time while waiting', async () => {
    const chat = await enter(shopUrl(), PHONE);
    await chat.open();
    await chat.choose('Talk to a person');
    await chat.theirs.getByText(CASE_ID).first().waitFor();
    await chat.panel.locator('.waiting').getByText(CASE_ID).waitFor();
    await shoot(chat.page, 'widget-phone-waiting');
  });

  it('finds the conversation again after a reload', async () => {
    const chat = await enter(shopUrl());
    await chat.open();
    await chat.say('Where is my order ORD-12345?');
    await chat.theirs.getByText('1Z999AA1234567890').waitFor();
    await chat.page.reload();
    await chat.open();
    await chat.theirs.getByText('1Z999AA1234567890').waitFor();
    await expectCount(chat.mine, 1);
    await chat.say('Thank you');
    await expectCount(chat.mine, 2);
    await chat.mine.getByText('Sent').waitFor();
  });

  it('shows a picture that the customer sent, also after a reload', async () => {
    const chat = await enter(`${server.origin}/chat`);
    await chat.page.locator('input[type=file]').setInputFiles({
      name: 'chair.png',
      mimeType: 'image/png',
      buffer: Buffer.from(PIXEL, 'base64'),
    });
    await chat.say('My order ORD-12345 looks like this');
    await chat.mine.getByRole('img', { name: 'chair.png' }).waitFor();
    await chat.theirs.first().waitFor();
    await chat.page.reload();
    await chat.mine.getByRole('img', { name: 'chair.png' }).waitFor();
  });

  it('sends again what a fallen server did not get, and is heard exactly once', async () => {
    const chat = await enter(shopUrl());
    await chat.open();
    await chat.say('Hello');
    await chat.theirs.first().waitFor();
    const answered = await chat.theirs.count();
    await server.stop();
    await chat.say(QUESTION);
    await chat.log.getByText(/Not sent/).waitFor();
    await chat.panel.getByText('Reconnecting…').waitFor();
    await shoot(chat.page, 'widget-not-sent');
    await server.startAgain();
    await chat.page.getByRole('button', { name: 'Try again' }).click();
    await chat.theirs.getByText('1Z999AA1234567890').waitFor();
    await chat.page.reload();
    await chat.open();
    await expectCount(chat.mine, 2);
    await expectCount(chat.theirs, answered + 1);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`meets a full page without a fault that axe finds, in ${colorScheme} colours`, async () => {
      const chat = await enter(`${server.origin}/chat`, { ...DESKTOP, colorScheme });
      await expectNoFaults(chat.page);
      await chat.say(QUESTION);
      await chat.theirs.getByText('1Z999AA1234567890').waitFor();
      await expectNoFaults(chat.page);
    });
  }

  it('has pictures of every look for the documents', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const [name, device] of [['desktop', DESKTOP] as const, ['phone', PHONE] as const]) {
        const chat = await visit(browser, shopUrl(), { ...device, colorScheme });
        await chat.open();
        await chat.say(QUESTION);
        await chat.theirs.getByText('1Z999AA1234567890').waitFor();
        assert.equal(await chat.page.locator('.frontdesk').getAttribute('data-theme'), colorScheme);
        await shoot(chat.page, `widget-${name}-${colorScheme}`);
        await chat.end();
      }
    }
  });
});

/** What case ids look like in a sentence. */
const CASE_ID = /ESC-[0-9A-Z]{4,}/;

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

/** Keeps a picture when asked to; taken after everything has come to rest. */
async function shoot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS !== '1') return;
  await expectStill(page);
  const folder = fileURLToPath(new URL('../../docs/img/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}${name}.png` });
}
