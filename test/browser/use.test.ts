// Everybody can use it, on any page: keyboard, screen reader, phone, both themes, choices, badge and menu.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { eventually } from '../support/eventually.ts';
import { expectNoFaults, expectStill } from './axe.ts';
import { TEST_MS } from './browser.ts';
import { setStage } from './stage.ts';
import { expectCount, expectFocus, PHONE, roundedBox } from './visit.ts';

describe('The chat widget in use', function () {
  this.timeout(TEST_MS);
  const stage = setStage();

  it('is at most 40 KB over the line', () => {
    const bytes = gzipSync(readFileSync(new URL('../../dist/widget/widget.js', import.meta.url))).length;
    assert.ok(bytes <= 40 * 1024, `${bytes} bytes`);
  });

  it('counts unread messages on the launcher, also after a reload, and forgets them when opened', async () => {
    const { enter, server } = stage;
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
    const { enter, server } = stage;
    const chat = await enter();
    await chat.open();
    const actions = ['Refund', 'Exchange'].map((title) => ({ type: 'imBack', title, value: title.toLowerCase() }));
    server.answer = () => server.say('Which one?', { suggestedActions: { actions } });
    await chat.say('this is broken');
    const exchange = chat.log.getByRole('button', { name: 'Exchange' });
    await exchange.waitFor();
    server.answer = () => {};
    await exchange.click();
    await chat.mine.getByText('exchange').waitFor();
    await expectCount(chat.log.getByRole('button', { name: 'Refund' }), 0);
    // The bubble is there before the message has arrived.
    await eventually(() => assert.equal(server.activities.at(-1)?.text, 'exchange'));
  });

  it('speaks the language of the customer, or the one the shop has decided on, and sends both on', async () => {
    const { enter, server } = stage;
    const locale = () => server.activities.findLast((activity) => activity.channelData?.clientActivityID)?.locale;
    const german = await enter('', { locale: 'de-AT' });
    await german.page.getByRole('button', { name: 'Chat mit Frontdesk öffnen' }).click();
    await german.page.getByRole('textbox', { name: 'Nachricht' }).waitFor();
    await german.page.getByText('Guten Tag.').waitFor();
    server.answer = () => server.say('Gern.', { channelData: { waiting: { caseId: 'ESC-1', position: 3 } } });
    await german.page.getByRole('button', { name: 'Ich möchte mit einem Menschen sprechen' }).click();
    await german.page.getByText('Ein Mensch antwortet so bald wie möglich.').waitFor();
    await german.page.getByText('Ihr Platz in der Warteschlange: 3.').waitFor();
    assert.equal(await german.page.locator('.frontdesk').getAttribute('lang'), 'de-AT');
    assert.equal(locale(), 'de-AT');
    await expectNoFaults(german.page);
    await german.end();

    const french = await enter('data-language="fr"', { locale: 'de-AT' });
    await french.page.getByRole('button', { name: 'Ouvrir la discussion avec Frontdesk' }).click();
    await french.page.getByRole('button', { name: 'Menu' }).click();
    await french.page.getByRole('menuitem', { name: 'Parler à une personne' }).click();
    await french.mine.getByText('Je veux parler à une personne').waitFor();
    await french.mine.getByText('Envoyé').waitFor();
    assert.equal(locale(), 'fr');
    await french.end();

    // Italian is not spoken by the widget, but maybe by the server.
    const italian = await enter('', { locale: 'it-IT' });
    await italian.open();
    await italian.say('ciao');
    await italian.mine.getByText('Sent').waitFor();
    assert.equal(locale(), 'it-IT');
  });

  it('says what takes so long, through further signs of typing, until the answer is there', async () => {
    const { enter, server } = stage;
    const chat = await enter();
    await chat.open();
    server.answer = () => server.type('Let me look that up');
    await chat.say('hi');
    await chat.log.getByText('Let me look that up').waitFor();
    server.type();
    await expectCount(chat.log.getByText('Let me look that up'), 1);
    server.say('Done.');
    await chat.log.getByText('Done.').waitFor();
    await expectCount(chat.log.getByText('Let me look that up'), 0);
  });

  it('says that someone is typing until the answer is there', async () => {
    const { enter, server } = stage;
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
    const { enter, server } = stage;
    const chat = await enter();
    await chat.open();
    const dueAt = new Date(Date.now() + 15 * 60_000).toISOString();
    const waiting = { caseId: 'C-1042', dueAt, position: 3 };
    server.answer = () => server.say('I am bringing in a colleague.', { channelData: { waiting } });
    await chat.choose('Talk to a person');
    await chat.mine.getByText('I want to talk to a person').waitFor();
    const banner = chat.panel.locator('.waiting');
    await banner.getByText(/A person will reply by \d{1,2}:\d\d/).waitFor();
    await banner.getByText('Case C-1042. You are number 3 in line.').waitFor();
    server.say('Hello, Mia here.', { channelData: { staff: { name: 'Mia' } } });
    await chat.panel.getByText('Mia is with you').waitFor();
    await expectCount(banner, 0);
  });

  it('is usable with the keyboard alone', async () => {
    const { enter, server } = stage;
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

  it('does not move for those who asked for no motion', async () => {
    const { enter, server } = stage;
    const chat = await enter('', { reducedMotion: 'reduce' });
    await chat.open();
    server.answer = () => server.type();
    await chat.say('hi');
    await chat.log.getByText('Frontdesk is typing').waitFor();
    const moving = await chat.panel.evaluate((panel) => (panel.getRootNode() as ShadowRoot).getAnimations().length);
    assert.equal(moving, 0);
  });

  it('never makes markup of what a message says', async () => {
    const { enter, server } = stage;
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

  it('fills a phone and keeps clear of the page on a desktop', async () => {
    const { enter } = stage;
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
    const { enter } = stage;
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
      const { enter, server } = stage;
      const chat = await enter('', { viewport: { width: 1120, height: 760 }, colorScheme });
      const theme = await chat.page.locator('.frontdesk').getAttribute('data-theme');
      assert.equal(theme, colorScheme);
      await chat.open();
      await expectNoFaults(chat.page);
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
      await expectNoFaults(chat.page);
      await chat.page.getByRole('button', { name: 'Menu' }).click();
      await expectNoFaults(chat.page);
    });
  }
});
