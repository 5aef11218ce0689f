// Events of the shop on a real server: signed, counted once, told to the customer whom they concern and to nobody else.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { type AppStage, eventually, startApp } from '../support/app-stage.ts';

const SECRET = 'the-shop-and-we-know-this';

describe('events of the shop', function () {
  this.timeout(30_000);
  let app: AppStage;
  before(async () => {
    app = await startApp({ WEB_IDENTITY_SECRET: SECRET });
  });
  after(() => app.remove());

  const send = (event: unknown, { secret = SECRET, at = Date.now() } = {}) => {
    const body = typeof event === 'string' ? event : JSON.stringify(event);
    const seconds = Math.floor(at / 1000);
    const v1 = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
    return fetch(`${app.origin}/api/shop/events`, {
      method: 'POST',
      body,
      headers: { 'x-frontdesk-signature': `t=${seconds},v1=${v1}` },
    });
  };
  const delayed = {
    id: 'e1',
    type: 'parcel.delayed',
    shopCustomerId: 'CUS-1001',
    orderId: 'ORD-12345',
    on: '2026-12-01',
  };
  const said = async () =>
    (await app.rows('messages'))
      .filter((row) => row.role === 'bot')
      .map((row) => (row.activity as { text: string }).text);

  it('become one message to a customer who is known, and to nobody otherwise', async () => {
    assert.deepEqual(await (await send({ ...delayed, id: 'e0' })).json(), { outcome: 'nobody to tell' });
    await app.say('u-maya', 'hello', { shopCustomerId: 'CUS-1001', name: 'Maya' });
    await eventually(async () => (await said()).length === 1);
    assert.equal((await send(delayed)).status, 202);
    assert.equal((await send(delayed)).status, 202);
    await eventually(async () => assert.ok((await said()).some((text) => text.includes('parcel is delayed'))));
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.equal((await said()).filter((text) => text.includes('parcel is delayed')).length, 1);
  });

  it('are refused unless the shop signed them lately', async () => {
    assert.equal((await send(delayed, { secret: 'another' })).status, 401);
    assert.equal((await send(delayed, { at: Date.now() - 600_000 })).status, 401);
    assert.equal((await fetch(`${app.origin}/api/shop/events`, { method: 'POST', body: '{}' })).status, 401);
    assert.equal((await send('{')).status, 400);
    assert.equal((await send({ ...delayed, type: 'else' })).status, 400);
    assert.equal((await fetch(`${app.origin}/api/shop/events`)).status, 405);
  });
});
