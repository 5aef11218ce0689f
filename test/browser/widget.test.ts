// The widget's own manners in a real Chromium, against a server that does as it is told: nothing is lost or said twice,
// whatever the line does, and everybody can use it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { buildPages } from '../../scripts/build-pages.mjs';
import { launchBrowser } from './browser.ts';
import { StandIn } from './stand-in.ts';
import {
  expectCount,
  expectFocus,
  expectNoAxeFaults,
  expectStill,
  PHONE,
  roundedBox,
  type Visit,
  visit,
} from './visit.ts';

describe('The chat widget', function () {
  this.timeout(60_000);
  let browser: Browser;
  let server: StandIn;
  let seen: Visit | undefined;

  before(async () => {
    await buildPages({ say: () => {} });
    browser = await launchBrowser();
  });
  after(() => browser?.close());
  beforeEach(async () => {
    server = new StandIn();
    await server.start();
  });
  afterEach(async () => {
    const last = seen;
    seen = undefined;
    try {
      await last?.end();
    } finally {
      await server.stop();
    }
  });

  const shop = (attributes = '') => `${server.origin}/shop?attributes=${encodeURIComponent(attributes)}`;
  async function enter(attributes = '', options?: Parameters<typeof visit>[2]): Promise<Visit> {
    seen = await visit(browser, shop(attributes), options);
    return seen;
  }

  it('is at most 40 KB over the line', () => {
    const bytes = gzipSync(readFileSync(new URL('../../dist/widget/widget.js', import.meta.url))).length;
    assert.ok(bytes <= 40 * 1024, `${bytes} bytes`);
  });

  it('begins a conversation only when the customer writes, and shows the answer', async () => {
    const chat = await enter('data-identity-token="a.b.c"');
    await chat.open();
    assert.equal(server.tokenRequests.length, 0);
    server.answer = (text) => server.say(`You said **${text}**.`);
    await chat.say('good day');
    await chat.log.getByText('You said good day.').waitFor();
    await chat.mine.getByText('Sent').waitFor();
    assert.equal(await chat.log.locator('strong').innerText(), 'good day');
    assert.deepEqual(server.tokenRequests, [{ identityToken: 'a.b.c' }]);
  });

  it('shows a message that did not get through as failed, and sends it exactly once when tried again', async () => {
    const chat = await enter();
    await chat.open();
    await chat.say('first');
    await chat.mine.getByText('Sent').waitFor();
    await server.stop();
    await chat.say('second');
    await chat.log.getByText(/Not sent/).waitFor();
    await server.start();
    await chat.page.getByRole('button', { name: 'Try again' }).click();
    await expectCount(chat.page.getByRole('button', { name: 'Try again' }), 0);
    await chat.mine.getByText('Sent').waitFor();
    assert.deepEqual(
      server.activities.map((activity) => activity.text),
      ['first', 'second'],
    );
    await expectCount(chat.mine, 2);
  });

  it('sends again under the same key when the server took the message but the answer was lost', async () => {
    const chat = await enter();
    await chat.open();
    await chat.say('hello');
    await chat.mine.getByText('Sent').waitFor();
    server.loseAnswers = true;
    await chat.say('pay me back');
    // The stream echoes what was taken, so the widget may learn of it even though the call failed.
    await chat.page.waitForTimeout(500);
    server.loseAnswers = false;
    const again = chat.page.getByRole('button', { name: 'Try again' });
    if ((await again.count()) > 0) await again.click();
    await chat.mine.getByText('Sent').waitFor();
    await expectCount(chat.mine, 2);
    assert.equal(server.activities.length, 2);
  });

  it('keeps an unsent message over a reload', async () => {
    const chat = await enter();
    await chat.open();
    await chat.say('one');
    await chat.mine.getByText('Sent').waitFor();
    server.failWith = 503;
    await chat.say('two');
    await chat.log.getByText(/Not sent/).waitFor();
    server.failWith = undefined;
    await chat.page.reload();
    await chat.open();
    await chat.page.getByRole('button', { name: 'Try again' }).click();
    await expectCount(chat.page.getByRole('button', { name: 'Try again' }), 0);
    assert.deepEqual(
      server.activities.map((activity) => activity.text),
      ['one', 'two'],
    );
  });

  it('shows the history, and a half written message, after a reload', async () => {
    const chat = await enter();
    await chat.open();
    server.answer = () => server.say('Noted.');
    await chat.say('remember this');
    await chat.log.getByText('Noted.').waitFor();
    await chat.input.fill('half wri');
    await chat.page.reload();
    await chat.open();
    await chat.log.getByText('remember this').waitFor();
    await expectCount(chat.theirs, 1);
    assert.equal(await chat.input.inputValue(), 'half wri');
    assert.equal(server.tokenRequests.length, 1);
  });

  it('reconnects by itself, says so, and shows what was said meanwhile once', async () => {
    const chat = await enter();
    await chat.open();
    server.answer = () => server.say('before');
    await chat.say('hi');
    await chat.log.getByText('before').waitFor();
    await server.stop();
    await chat.panel.getByText('Reconnecting…').waitFor();
    server.say('meanwhile');
    await server.start();
    await chat.log.getByText('meanwhile').waitFor();
    await chat.panel.getByText('Automatic assistant').waitFor();
    await expectCount(chat.theirs, 2);
  });

  it('counts unread messages on the launcher, also after a reload, and forgets them when opened', async () => {
    const chat = await enter();
    await chat.open();
    server.answer = () => server.say('read');
    await chat.say('hi');
    await chat.log.getByText('read').waitFor();
    await chat.page.getByRole('button', { name: 'Close chat', exact: true }).click();
    server.say('news one');
    server.say('news two');
    await chat.page.getByRole('button', { name: /2 unread messages/ }).waitFor();
    await chat.page.reload();
    await chat.page.getByRole('button', { name: /2 unread messages/ }).waitFor();
    assert.equal(await chat.page.locator('.badge').innerText(), '2');
    await chat.open();
    await expectCount(chat.page.locator('.badge'), 0);
  });

  it('offers choices as buttons and sends the picked one', async () => {
    const chat = await enter();
    await chat.open();
    const actions = ['Refund', 'Exchange'].map((title) => ({ type: 'imBack', title, value: title.toLowerCase() }));
    server.answer = () => server.say('Which one?', { suggestedActions: { actions } });
    await chat.say('this is broken');
    await chat.log.getByRole('button', { name: 'Exchange' }).click();
    await chat.mine.getByText('exchange').waitFor();
    await expectCount(chat.log.getByRole('button', { name: 'Refund' }), 0);
    assert.equal(server.activities.at(-2)?.text, 'exchange');
  });

  it('says that someone is typing until the answer is there', async () => {
    const chat = await enter();
    await chat.open();
    server.answer = () => server.type();
    await chat.say('hi');
    await chat.log.getByText('Frontdesk is typing').waitFor();
    server.say('Done.');
    await chat.log.getByText('Done.').waitFor();
    await expectCount(chat.log.getByText('Frontdesk is typing'), 0);
  });

  it('has "Talk to a person" in its menu, and shows case, time and place while waiting', async () => {
    const chat = await enter();
    await chat.open();
    const dueAt = new Date(Date.now() + 15 * 60_000).toISOString();
    const waiting = { caseId: 'C-1042', dueAt, position: 3 };
    server.answer = () => server.say('I am bringing in a colleague.', { channelData: { waiting } });
    await chat.choose('Talk to a person');
    await chat.mine.getByText('I want to talk to a person').waitFor();
    const banner = chat.panel.locator('.waiting');
    await banner.getByText(/A person will reply by \d\d:\d\d/).waitFor();
    await banner.getByText('Case C-1042. You are number 3 in line.').waitFor();
    server.say('Hello, Mia here.', { channelData: { staff: { name: 'Mia' } } });
    await chat.panel.getByText('Mia is with you').waitFor();
    await expectCount(banner, 0);
  });

  it('is usable with the keyboard alone', async () => {
    const chat = await enter();
    const { keyboard } = chat.page;
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await expectFocus(chat.page, 'Open chat with Frontdesk');
    await keyboard.press('Enter');
    await chat.input.waitFor();
    await expectFocus(chat.page, 'Message');
    await keyboard.type('one');
    await keyboard.press('Shift+Enter');
    await keyboard.type('two');
    await keyboard.press('Enter');
    await chat.mine.getByText('Sent').waitFor();
    assert.equal(server.activities[0]?.text, 'one\ntwo');
    await chat.page.getByRole('button', { name: 'Menu' }).focus();
    await keyboard.press('Enter');
    await expectFocus(chat.page, 'Talk to a person');
    await keyboard.press('ArrowDown');
    await expectFocus(chat.page, 'Start a new conversation');
    await keyboard.press('Escape');
    await expectFocus(chat.page, 'Menu');
    await keyboard.press('Escape');
    await expectFocus(chat.page, 'Open chat with Frontdesk');
    assert.equal(await chat.panel.isVisible(), false);
  });

  it('starts a new conversation from the menu', async () => {
    const chat = await enter();
    await chat.open();
    await chat.say('old words');
    await chat.mine.getByText('Sent').waitFor();
    await chat.choose('Start a new conversation');
    await expectCount(chat.mine, 0);
    server.activities.length = 0;
    await chat.say('new words');
    await chat.mine.getByText('Sent').waitFor();
    assert.equal(server.tokenRequests.length, 2);
    await expectCount(chat.mine, 1);
  });

  it('never makes markup of what a message says', async () => {
    const chat = await enter();
    await chat.open();
    server.answer = () =>
      server.say('<img src=x onerror=alert(1)> [bad](javascript:alert(1)) [good](https://example.com/a) `<b>`');
    await chat.say('<script>alert(1)</script>');
    await chat.log.getByText('<img src=x onerror=alert(1)>').waitFor();
    assert.equal(await chat.log.locator('img, script, b').count(), 0);
    const link = chat.log.locator('.bubble a');
    assert.equal(await link.count(), 1);
    assert.equal(await link.getAttribute('href'), 'https://example.com/a');
    assert.match((await link.getAttribute('rel')) ?? '', /noopener/);
  });

  it('sends picked files, shows pictures, and offers the transcript', async () => {
    const chat = await enter();
    await chat.open();
    await chat.page.locator('input[type=file]').setInputFiles([
      { name: 'chair.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(PICTURE) },
      { name: 'bill.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') },
    ]);
    await expectCount(chat.panel.locator('.picked li'), 2);
    await chat.say('it came like this');
    await chat.mine.getByText('Sent').waitFor();
    await chat.mine.getByRole('img', { name: 'chair.svg' }).waitFor();
    await chat.page.reload();
    await chat.open();
    await chat.mine.getByRole('img', { name: 'chair.svg' }).waitFor();
    await chat.mine.getByText('bill.pdf').waitFor();
    const saving = chat.page.waitForEvent('download');
    await chat.choose('Download transcript');
    const saved = readFileSync(await (await saving).path(), 'utf8');
    assert.match(saved, /You: it came like this \[chair\.svg\] \[bill\.pdf\]/);
  });

  it('fills a phone and keeps clear of the page on a desktop', async () => {
    const chat = await enter('', PHONE);
    await chat.open();
    await expectStill(chat.page);
    assert.deepEqual(await roundedBox(chat.panel), { x: 0, y: 0, width: 390, height: 844 });
    assert.equal(await chat.launcher.isVisible(), false);
    await chat.page.setViewportSize({ width: 1120, height: 760 });
    const box = await chat.panel.boundingBox();
    assert.ok(box && box.width === 400 && box.x + box.width <= 1120 && box.y >= 0, JSON.stringify(box));
  });

  it('is not changed by the styles of the page', async () => {
    const chat = await enter('data-accent="#1a6b5c"');
    await chat.open();
    const styles = await chat.page
      .locator('.choice')
      .first()
      .evaluate((button) => {
        const { letterSpacing, textTransform } = getComputedStyle(button);
        return { letterSpacing, textTransform };
      });
    assert.deepEqual(styles, { letterSpacing: 'normal', textTransform: 'none' });
    const accent = await chat.launcher.evaluate((button) => getComputedStyle(button).backgroundColor);
    assert.equal(accent, 'rgb(26, 107, 92)');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has no fault that axe finds, in its ${colorScheme} colours`, async () => {
      const chat = await enter('', { viewport: { width: 1120, height: 760 }, colorScheme });
      const theme = await chat.page.locator('.frontdesk').getAttribute('data-theme');
      assert.equal(theme, colorScheme);
      await chat.open();
      await expectNoAxeFaults(chat.page);
      const actions = [{ type: 'imBack', title: 'Yes', value: 'Yes' }];
      const channelData = { waiting: { caseId: 'C-7', position: 1 } };
      server.answer = () =>
        server.say('A [link](https://example.com), `code` and\n- a list', {
          suggestedActions: { actions },
          channelData,
        });
      await chat.say('hello');
      await chat.log.getByRole('button', { name: 'Yes' }).waitFor();
      server.failWith = 500;
      await chat.say('lost');
      await chat.log.getByText(/Not sent/).waitFor();
      await expectNoAxeFaults(chat.page);
      await chat.page.getByRole('button', { name: 'Menu' }).click();
      await expectNoAxeFaults(chat.page);
    });
  }
});

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="#c96"/></svg>';
