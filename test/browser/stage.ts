// Sets the stage for tests of the widget's own manners: one browser for the file, a fresh server as told and a fresh
// visit for every test.
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { buildPages } from '../../scripts/build-pages.mjs';
import { launchBrowser } from './browser.ts';
import { StandIn } from './stand-in.ts';
import { type Visit, visit } from './visit.ts';

export interface Stage {
  server: StandIn;
  /** Opens the shop's page; `attributes` go onto the script tag. */
  enter(attributes?: string, options?: BrowserContextOptions): Promise<Visit>;
}

/** To be called inside `describe`. What it returns is filled before each test. */
export function setStage(): Stage {
  let browser: Browser;
  let seen: Visit | undefined;
  const stage = {} as Stage;
  before(async () => {
    await buildPages({ say: () => {} });
    browser = await launchBrowser();
  });
  after(() => browser?.close());
  beforeEach(async () => {
    const server = new StandIn();
    await server.start();
    stage.server = server;
    stage.enter = async (attributes = '', options) => {
      const url = `${server.origin}/shop?attributes=${encodeURIComponent(attributes)}`;
      seen = await visit(browser, url, options);
      return seen;
    };
  });
  afterEach(async () => {
    const last = seen;
    seen = undefined;
    try {
      await last?.end();
    } finally {
      await stage.server.stop();
    }
  });
  return stage;
}
