// Settings that are lists under names, and those of the desk's language, in a real Chromium: typed, refused, saved, discarded,
// and kept when a colleague was quicker.
import assert from 'node:assert/strict';
import { setAdminStage } from './admin-stage.ts';
import { expectNoFaults } from './axe.ts';
import { TEST_MS } from './browser.ts';

describe('further settings in a browser', function () {
  this.timeout(TEST_MS);
  const stage = setAdminStage();
  const values = async () => (await stage.other.call('GET', '/settings')).body.values;
  const save = async (why: string) => {
    await stage.page.getByRole('button', { name: /^Save \(/ }).click();
    await stage.giveWhy(why);
  };
  const pick = async (label: string, option: string) => {
    const { page } = stage;
    await page.getByRole('textbox', { name: label, exact: true }).last().click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };

  it('give one network and one model a response time of their own', async () => {
    const { page, open, other } = stage;
    await open('Policy and caps');
    const sheet = page.getByRole('region', { name: 'Response times of their own' });
    await sheet.getByText('the two limits above hold everywhere').waitFor();
    await sheet.getByRole('button', { name: 'Add a limit' }).click();
    // A row without a name is nothing to save.
    await page.getByText('Nothing is changed yet.').waitFor();
    await pick('Channel', 'SMS');
    await sheet.getByLabel('At most').fill('900');
    await sheet.getByRole('button', { name: 'Add a limit' }).click();
    await sheet.getByLabel('Model').last().fill('gpt-4.1');
    await sheet.getByLabel('At most').last().fill('6000');
    await expectNoFaults(page);
    await save('texts are slower');
    assert.deepEqual((await values()).alerts.responseTimeMsBy, { sms: 900, 'gpt-4.1': 6_000 });
    await sheet.getByLabel('At most').first().fill('1200');
    await page.getByRole('button', { name: 'Discard' }).click();
    assert.match(await sheet.getByLabel('At most').first().inputValue(), /^900/);
    // Quicker than us: both versions, nothing overwritten.
    await sheet.getByRole('button', { name: 'Remove gpt-4.1' }).click();
    const { body } = await other.call('GET', '/settings');
    await other.call('PUT', '/settings', { base: body.revision, why: 'quicker', values: { refundCap: 61 } });
    await page.getByText('A colleague has saved revision').waitFor();
    await page.getByRole('button', { name: /^Save \(/ }).click();
    await page.getByLabel('Why?').fill('slower');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('table', { name: 'Both versions' }).getByText('Response time ms by').first().waitFor();
    await page.getByRole('button', { name: 'Go on with theirs' }).click();
    await sheet.getByRole('button', { name: 'Remove gpt-4.1' }).waitFor();
    assert.equal((await values()).refundCap, 61);
  });

  it('keep the prices of models, and say which of two rows counts', async () => {
    const { page, open } = stage;
    await open('Agents');
    const sheet = page.getByRole('region', { name: 'Prices' });
    await sheet.getByRole('button', { name: 'Add a model' }).click();
    await sheet.getByLabel('Model').last().fill('gpt-4.1');
    await sheet.getByText('gpt-4.1 is there twice').waitFor();
    await sheet.getByLabel('Model').last().fill('gpt-5');
    await sheet.getByLabel('Read').last().fill('1.25');
    await sheet.getByLabel('Written').last().fill('10');
    await expectNoFaults(page);
    await save('a new model');
    const { prices } = (await values()).model;
    assert.deepEqual(prices['gpt-5'], { input: 1.25, output: 10 });
    assert.deepEqual(prices['gpt-4.1'], { input: 2, output: 8 });
  });

  it('say what is spoken at the desk, what is translated, and how long words can be taken back', async () => {
    const { page, open } = stage;
    await open('Desk');
    await pick('Spoken at the desk', 'German');
    await pick('Translated', 'What customers write');
    await page.getByLabel('A colleague may take back their words for (seconds)').fill('12');
    await expectNoFaults(page);
    await save('we speak German');
    const { language, translates, undoSeconds } = (await values()).desk;
    assert.deepEqual([language, translates, undoSeconds], ['de', 'customer', 12]);
  });

  it('keep a saved reply in every language of the house, and take one away again', async () => {
    const { page, open } = stage;
    await open('Desk');
    const sheet = page.getByRole('region', { name: 'Saved replies' });
    await sheet.getByText('None yet').waitFor();
    await sheet.getByRole('button', { name: 'Add a reply' }).click();
    await sheet.getByLabel('Name').fill('Parcel');
    const words: [string, string][] = [
      ['English', 'Your parcel is on its way, {name}.'],
      ['Spanish', 'Su paquete está en camino, {name}.'],
      ['French', 'Votre colis est en route, {name}.'],
      ['German', 'Ihr Paket ist unterwegs, {name}.'],
    ];
    for (const [language, text] of words) await sheet.getByLabel(`Text in ${language} of Parcel`).fill(text);
    await expectNoFaults(page);
    await save('one reply, four languages');
    const [en, es, fr, de] = words.map(([, text]) => text);
    assert.deepEqual((await values()).desk.savedReplies, [{ name: 'Parcel', texts: { en, es, fr, de } }]);
    // Without words of its own a language falls back to English, and shows that it does.
    const french = sheet.getByLabel('Text in French of Parcel');
    await french.fill('');
    assert.equal(await french.getAttribute('placeholder'), en);
    await save('French as English');
    assert.deepEqual((await values()).desk.savedReplies, [{ name: 'Parcel', texts: { en, es, de } }]);
  });
});
