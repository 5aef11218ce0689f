// No page of ours asks a host that is not ours: every page of the menu, and the queues' page, which is bull-board's own.
import assert from 'node:assert/strict';
import { setAdminStage } from './admin-stage.ts';
import { TEST_MS } from './browser.ts';

describe('who the pages ask', function () {
  this.timeout(TEST_MS);
  const stage = setAdminStage();
  const asked: string[] = [];
  const foreign = () => asked.filter((url) => !url.startsWith('data:') && new URL(url).origin !== stage.app.origin);

  before(() => {
    stage.page.context().on('request', (request) => {
      asked.push(request.url());
    });
  });

  it('is us alone, on every page of the menu', async () => {
    const { page, open } = stage;
    const names = await page.getByRole('navigation').getByRole('link').allInnerTexts();
    const pages = names.map((name) => name.split('\n')[0]!.trim()).filter((name) => name !== 'Queues');
    assert.ok(pages.length > 15, `only ${pages}`);
    for (const name of pages) await open(name);
    assert.ok(asked.length > 10, `only ${asked.length}`);
    assert.deepEqual(foreign(), []);
  });

  it('is us alone on the page of the queues, too, and its browser is told so', async () => {
    const { page, app } = stage;
    const complaints: string[] = [];
    page.on('console', (line) => {
      if (line.type() === 'error') complaints.push(line.text());
    });
    const response = await page.goto(`${app.origin}/admin/queues`);
    await page.getByText('turns', { exact: true }).first().waitFor();
    await page.waitForLoadState('networkidle');
    assert.deepEqual(foreign(), []);
    assert.deepEqual(complaints, [], 'nothing of it is held back');
    assert.match(response!.headers()['content-security-policy'] ?? '', /^default-src 'self'; /);
    // Whatever would be asked all the same does not leave the browser.
    const fate = await page.evaluate(() => fetch('https://fonts.example.com/x').then(String, () => 'held back'));
    assert.equal(fate, 'held back');
    assert.match(complaints.join(), /Content Security Policy/);
  });
});
