// What the browser tests do on a page: open it as a certain customer would, find the chat's parts by the names that a
// screen reader says.
import assert from 'node:assert/strict';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { PATIENCE_MS } from './browser.ts';

export const DESKTOP: BrowserContextOptions = { viewport: { width: 1120, height: 760 } };
export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
};

export interface Visit {
  page: Page;
  launcher: Locator;
  panel: Locator;
  log: Locator;
  input: Locator;
  /** Own messages in the log. */
  mine: Locator;
  /** Messages of the bot or a person. */
  theirs: Locator;
  open(): Promise<void>;
  say(text: string): Promise<void>;
  choose(menuItem: string): Promise<void>;
  end(): Promise<void>;
}

/** Opens an address in a browser profile of its own. A script error on the page fails the visit at its end. */
export async function visit(browser: Browser, url: string, options: BrowserContextOptions = DESKTOP): Promise<Visit> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(url);
  const panel = page.locator('.panel');
  const log = page.getByRole('log');
  const input = page.getByRole('textbox', { name: 'Message' });
  return {
    page,
    launcher: page.locator('.launcher'),
    panel,
    log,
    input,
    mine: log.locator('[data-who="customer"]'),
    theirs: log.locator('[data-who="bot"], [data-who="person"]'),
    async open() {
      await page.getByRole('button', { name: /^Open chat/ }).click();
      await input.waitFor();
    },
    async say(text) {
      await input.fill(text);
      await input.press('Enter');
    },
    async choose(menuItem) {
      await page.getByRole('button', { name: 'Menu' }).click();
      await page.getByRole('menuitem', { name: menuItem }).click();
    },
    async end() {
      await context.close();
      assert.deepEqual(faults, []);
    },
  };
}

/** Waits until the locator matches so many elements; fails with what it found. */
export async function expectCount(locator: Locator, count: number): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while ((await locator.count()) !== count) {
    assert.ok(
      Date.now() < deadline,
      `expected ${count}, found ${await locator.count()}: ${await locator.allInnerTexts()}`,
    );
    await locator.page().waitForTimeout(50);
  }
}

/** Waits until the chat's control of this name (or text) has the focus. */
export async function expectFocus(page: Page, name: string): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const inner = document.querySelector('frontdesk-chat')?.shadowRoot?.activeElement;
      return inner?.getAttribute('aria-label') ?? inner?.textContent;
    });
  const deadline = Date.now() + PATIENCE_MS;
  while ((await focused()) !== name) {
    assert.ok(Date.now() < deadline, `expected the focus on "${name}", it is on "${await focused()}"`);
    await page.waitForTimeout(30);
  }
}

export async function roundedBox(locator: Locator) {
  const box = await locator.boundingBox();
  assert.ok(box, 'it is not on the page');
  return { x: Math.round(box.x), y: Math.round(box.y), width: Math.round(box.width), height: Math.round(box.height) };
}
