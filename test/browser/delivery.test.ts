// Nothing is lost or said twice, whatever the line does: the widget in a real Chromium against a server that does as it
// is told.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { TEST_MS } from './browser.ts';
import { setStage } from './stage.ts';
import { expectCount } from './visit.ts';

describe('The chat widget on a bad line', function () {
  this.timeout(TEST_MS);
  const stage = setStage();

  it('begins a conversation only when the customer writes, and shows the answer', async () => {
    const { enter, server } = stage;
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
    const { enter, server } = stage;
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
    const { enter, server } = stage;
    // No echo over the socket either, so that the widget cannot know.
    server.refuseSockets = true;
    const chat = await enter();
    await chat.open();
    await chat.say('hello');
    await chat.mine.getByText('Sent').waitFor();
    server.loseAnswers = true;
    await chat.say('pay me back');
    await chat.log.getByText(/Not sent/).waitFor();
    server.loseAnswers = false;
    await chat.page.getByRole('button', { name: 'Try again' }).click();
    await chat.mine.getByText('Sent').waitFor();
    await expectCount(chat.mine, 2);
    // The browser itself may repeat a call on a dead connection: one more reason for the key.
    assert.ok(server.posts >= 3);
    assert.equal(server.activities.length, 2);
  });

  it('keeps the conversations of two customers on one device apart', async () => {
    const { enter, server } = stage;
    const tokenOf = (sub: string) => `x.${Buffer.from(JSON.stringify({ sub })).toString('base64url')}.y`;
    const chat = await enter(`data-identity-token="${tokenOf('CUST-1')}"`);
    await chat.open();
    await chat.say('my secret');
    await chat.mine.getByText('Sent').waitFor();
    const other = `data-identity-token="${tokenOf('CUST-2')}"`;
    await chat.page.goto(`${server.origin}/shop?attributes=${encodeURIComponent(other)}`);
    await chat.open();
    await chat.log.getByText('How can we help?').waitFor();
    await expectCount(chat.mine, 0);
    await chat.page.goBack();
    await chat.open();
    await chat.log.getByText('my secret').waitFor();
  });

  it('keeps an unsent message over a reload', async () => {
    const { enter, server } = stage;
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
    const { enter, server } = stage;
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
    const { enter, server } = stage;
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

  it('carries on in a new conversation when the old one has closed, and says so', async () => {
    const { enter, server } = stage;
    const chat = await enter();
    await chat.open();
    await chat.say('long ago');
    await chat.mine.getByText('Sent').waitFor();
    server.closeConversations();
    await chat.say('are you still there');
    await chat.panel.getByText('The earlier conversation has ended. This is a new one.').waitFor();
    await chat.mine.getByText('Sent').waitFor();
    assert.equal(server.tokenRequests.length, 2);
    assert.equal(server.activities.at(-1)?.text, 'are you still there');
    await expectCount(chat.log.getByText('are you still there'), 1);
  });

  it('reads over HTTP where sockets are blocked', async () => {
    const { enter, server } = stage;
    server.refuseSockets = true;
    const chat = await enter();
    await chat.open();
    server.answer = () => server.say('by the back door');
    await chat.say('hi');
    await chat.log.getByText('by the back door').waitFor();
    await chat.panel.getByText('Automatic assistant').waitFor();
  });

  it('starts a new conversation from the menu', async () => {
    const { enter, server } = stage;
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

  it('sends picked files, shows pictures, and offers the transcript', async () => {
    const { enter } = stage;
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
});

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="#c96"/></svg>';
