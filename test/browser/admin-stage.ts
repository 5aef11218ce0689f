// A new admin in a real Chromium: signed in by the one-time link on a fresh server, with what the tests of the pages do again
// and again.
import type { Browser, Page } from 'playwright-core';
import { buildPages } from '../../scripts/build-pages.mjs';
import { type AdminClient, PASSWORD, signIn } from '../support/admin-client.ts';
import { type AppStage, startApp } from '../support/app-stage.ts';
import { launchBrowser, newStillPage } from './browser.ts';

export interface AdminStage {
  browser: Browser;
  app: AppStage;
  page: Page;
  /** The same person without a browser: what a colleague does meanwhile. */
  other: AdminClient;
  open(name: string): Promise<void>;
  giveWhy(why: string): Promise<void>;
  /** Closes the dialog, and waits until the focus is back where it came from: it would take away what is typed meanwhile. */
  leaveDialog(): Promise<void>;
}

/** A line of the menu may say how many things wait there. */
export const menuName = (name: string) => new RegExp(`^${name}( \\d+ waiting)?$`);

/** To be called inside `describe`. What it returns is filled before the tests. */
export function setAdminStage(): AdminStage {
  const stage = {} as AdminStage;
  before(async () => {
    await buildPages({ say: () => undefined });
    stage.browser = await launchBrowser();
    stage.app = await startApp();
    const page = await newStillPage(stage.browser, { viewport: { width: 1400, height: 1000 } });
    stage.page = page;
    await page.goto((await stage.app.app.firstAdminLink())!);
    await page.getByLabel('Your name').fill('Ada');
    await page.getByLabel('E-mail address').fill('ada@example.com');
    await page
      .getByLabel(/^Password/)
      .first()
      .fill(PASSWORD);
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    stage.other = await signIn(stage.app.origin, 'ada@example.com', PASSWORD);
  });
  after(async () => {
    await stage.browser?.close();
    await stage.app?.remove();
  });
  stage.open = async (name) => {
    const { page } = stage;
    await page.keyboard.press('Escape');
    await page
      .getByRole('navigation')
      .getByRole('link', { name: menuName(name) })
      .click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  };
  stage.giveWhy = async (why) => {
    const dialog = stage.page.getByRole('dialog');
    await stage.page.getByLabel('Why?').fill(why);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  stage.leaveDialog = async () => {
    const { page } = stage;
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement !== document.body);
  };
  return stage;
}
