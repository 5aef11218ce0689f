// stores: embedded
// Microsoft's own Web Chat against our web door, in a real Chromium: what we say we speak is what its client hears. Its
// package is too large for everybody's `npm install` and comes by `npm pack`, once. `npm run prove -- webchat`.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser, newStillPage } from './browser.ts';
import { startRealServer } from './real-server.ts';

const PACKAGE = 'botframework-webchat@4.18.1';
const SHA512 = '7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==';
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The client's one script, out of the package that npm knows, checked by its hash. */
function fetchWebChat(): string {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-webchat-'));
  try {
    const out = execFileSync('npm', ['pack', PACKAGE, '--json', '--silent'], { cwd: folder, encoding: 'utf8' });
    const archive = join(folder, (JSON.parse(out) as { filename: string }[])[0]!.filename);
    const found = createHash('sha512').update(readFileSync(archive)).digest('base64');
    if (found !== SHA512) throw new Error(`${PACKAGE} is not the package that was tried: sha512-${found}`);
    execFileSync('tar', ['xzf', archive, 'package/dist/webchat.js'], { cwd: folder });
    return readFileSync(join(folder, 'package/dist/webchat.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As the documentation of Web Chat says it: a token, a connection, one element. */
const pageOf = (origin: string, options: object) => `<!doctype html><html lang="en"><title>shop</title>
<style>html,body,#chat{height:100%;margin:0}</style><div id="chat"></div><script src="/webchat.js"></script><script>
(async () => {
  const answer = await fetch('${origin}/v3/directline/tokens/anonymous', { method: 'POST' });
  const { token } = await answer.json();
  const directLine = WebChat.createDirectLine({ domain: '${origin}/v3/directline', token, ...${JSON.stringify(options)} });
  WebChat.renderWebChat({ directLine, locale: 'en-US' }, document.getElementById('chat'));
})();
</script>`;

const steps: [string, (page: Page, server: { origin: string }) => Promise<void>][] = [
  [
    'an order is asked about; its tracking number is shown, and our Markdown as it is meant',
    async (page) => {
      await say(page, 'Where is my order ORD-12345?');
      await page.getByText('1Z999AA1234567890').first().waitFor();
      await page.locator('em', { hasText: 'automated assistant' }).waitFor();
    },
  ],
  [
    'a choice of ours is a button of theirs, and a click answers',
    async (page) => {
      await say(page, "My headphones won't connect");
      const button = page.locator('.webchat__suggested-action').first();
      await button.waitFor();
      const label = (await button.innerText()).trim();
      await button.click();
      await page.locator('.webchat__bubble--from-user', { hasText: label }).last().waitFor();
    },
  ],
  [
    'a picture is sent and answered',
    async (page) => {
      const before = await page.locator('.webchat__bubble:not(.webchat__bubble--from-user)').count();
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'broken.png', mimeType: 'image/png', buffer: PICTURE });
      await page.getByRole('button', { name: 'Send' }).click();
      await page.waitForFunction(
        (count) => document.querySelectorAll('.webchat__bubble:not(.webchat__bubble--from-user)').length > count,
        before,
      );
    },
  ],
  [
    'a person is asked for, and the case named',
    async (page) => {
      await say(page, 'I want to talk to a person');
      await page
        .getByText(/ESC-[0-9A-Z]{4,}/)
        .first()
        .waitFor();
    },
  ],
];

async function say(page: Page, text: string): Promise<void> {
  const box = page.locator('[data-testid="send box text area"], .webchat__send-box-text-box__input').first();
  await box.fill(text);
  await box.press('Enter');
  await page.getByText(text).last().waitFor();
}

const script = fetchWebChat();
const server = await startRealServer();
const browser = await launchBrowser();
let options: object = {};
const shop = createServer((request, response) => {
  const isScript = request.url === '/webchat.js';
  response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' });
  response.end(isScript ? script : pageOf(server.origin, options));
});
await new Promise<void>((done) => shop.listen(0, '127.0.0.1', () => done()));
let failed = 0;
try {
  for (const [way, chosen] of [
    ['over a WebSocket', {}],
    ['by polling', { webSocket: false, pollingInterval: 500 }],
  ] as const) {
    options = chosen;
    const page = await newStillPage(browser, { viewport: { width: 480, height: 820 } });
    await page.goto(`http://127.0.0.1:${(shop.address() as AddressInfo).port}/`);
    for (const [what, run] of steps) {
      const error = await run(page, server).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      if (error) failed += 1;
      process.stdout.write(
        `| ${PACKAGE} ${way} | ${what} | ${error ? `no: ${String(error).split('\n')[0]}` : 'yes'} |\n`,
      );
    }
    if (process.env.SHOTS) await page.screenshot({ path: `webchat-${way.split(' ').at(-1)}.png` });
    await page.close();
  }
} finally {
  await browser.close();
  shop.close();
  await server.remove();
}
process.exit(failed === 0 ? 0 : 1);
