// Channels and alerts in a real Chromium, as a new admin meets them: what is refused is named, what is right is connected, and
// a broken token is seen.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startSlackEmulator } from '../../emulators/slack/index.ts';
import { startTeamsEmulator } from '../../emulators/teams/index.ts';
import { startTwilioEmulator, type TwilioEmulator } from '../../emulators/twilio/index.ts';
import type { AdminClient } from '../support/admin-client.ts';
import { type AppStage, eventually } from '../support/app-stage.ts';
import { setAdminStage } from './admin-stage.ts';
import { expectNoFaults } from './axe.ts';
import { PATIENCE_MS, TEST_MS } from './browser.ts';
import { PICTURES } from './pictures.ts';

describe('channels on the admin pages', function () {
  this.timeout(TEST_MS);
  const stage = setAdminStage();
  let page: Page;
  let app: AppStage;
  let other: AdminClient;
  const { open, giveWhy } = stage;
  let twilio: TwilioEmulator;
  before(async () => {
    ({ page, app, other } = stage);
    twilio = await startTwilioEmulator();
  });
  after(() => twilio?.stop());

  const fillSms = async (card: ReturnType<Page['getByRole']>, token: string) => {
    await card.getByLabel('Account SID', { exact: true }).fill(twilio.accountSid);
    await card.getByLabel('Auth Token', { exact: true }).fill(token);
    await card.getByLabel('Number', { exact: true }).fill(twilio.from);
    const rare = card.getByLabel('Address of a stand-in');
    if (!(await rare.isVisible())) await card.getByText('Rarely needed').click();
    await rare.fill(twilio.url);
    await card.getByRole('button', { name: 'Save', exact: true }).click();
  };

  it('names what the provider refuses, saves nothing of it, and connects with the right token', async () => {
    await open('Channels');
    const card = page.getByRole('region', { name: 'SMS (Twilio)' });
    await fillSms(card, 'a-wrong-token');
    await giveWhy('connect SMS');
    await card.getByText('✗').first().waitFor();
    await card.getByText('off', { exact: true }).waitFor();
    await page.screenshot({ path: join(PICTURES, 'admin-refused.png') });
    await fillSms(card, twilio.authToken);
    await giveWhy('connect SMS');
    await card.getByText('on', { exact: true }).waitFor();
    assert.ok(!(await page.content()).includes(twilio.authToken), 'the token is in the page');
    await expectNoFaults(page);
  });

  it('tries credentials and signature, and sends a test message to a number of the admin’s choice', async () => {
    const card = page.getByRole('region', { name: 'SMS (Twilio)' });
    await card.getByRole('listitem').filter({ hasText: 'The provider takes them' }).getByLabel('done:').waitFor();
    await card.getByLabel('Test message to').fill('+15557654399');
    await card.getByRole('button', { name: 'Try it' }).click();
    await card.getByText('✓ signature: signed is taken, forged is refused').waitFor();
    await card.getByText('✓ test message: the provider took it for +15557654399').waitFor();
    const [sent] = twilio.messages.filter((one) => one.to === '+15557654399');
    assert.match(sent?.body ?? '', /test message/);
    await card.getByLabel('Test message to').fill('somebody');
    await card.getByRole('button', { name: 'Try it' }).click();
    await card.getByText('✗ test message: somebody is nothing that this channel can write to').waitFor();
    await card.getByLabel('Test message to').fill('');
    await expectNoFaults(page);
  });

  it('adds a second account with an address of its own', async () => {
    await page.getByRole('button', { name: 'Add an account' }).nth(1).click();
    await page.getByLabel('Its name').fill('Berlin!');
    assert.ok(await page.getByRole('dialog').getByRole('button', { name: 'Add' }).isDisabled());
    await page.getByLabel('Its name').fill('berlin');
    await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
    const card = page.getByRole('region', { name: 'SMS (Twilio), berlin' });
    await card.getByText('/hooks/sms/berlin').waitFor();
    await fillSms(card, twilio.authToken);
    await giveWhy('a second number');
    await card.getByText('on', { exact: true }).waitFor();
    await expectNoFaults(page);
    await card.scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(PICTURES, 'admin-accounts.png') });
  });

  it('connects Slack and Teams by the page alone, and customers there are answered', async () => {
    const slack = await startSlackEmulator();
    const teams = await startTeamsEmulator();
    const fill = async (name: string, fields: Record<string, string>, rare: Record<string, string>) => {
      const card = page.getByRole('region', { name });
      for (const [label, value] of Object.entries(fields)) await card.getByLabel(label, { exact: true }).fill(value);
      await card.getByText('Rarely needed').click();
      for (const [label, value] of Object.entries(rare)) await card.getByLabel(label, { exact: true }).fill(value);
      await card.getByRole('button', { name: 'Save', exact: true }).click();
      await giveWhy(`connect ${name}`);
      await card.getByText('on', { exact: true }).waitFor();
      return (await card
        .getByText(/\/hooks\//)
        .first()
        .textContent())!;
    };
    try {
      slack.pointTo(
        await fill(
          'Slack',
          {
            'Bot User OAuth Token': slack.token,
            'Signing Secret': slack.signingSecret,
            'Channel of the desk': 'C0DESK001',
          },
          { 'Address of a stand-in': slack.url },
        ),
      );
      teams.pointTo(
        await fill(
          'Microsoft Teams',
          {
            'Application (client) ID': teams.appId,
            'Client secret': teams.appPassword,
            'Directory (tenant) ID': teams.tenantId,
          },
          {
            'Address of a stand-in for sign-in keys': teams.openIdUrl,
            'Address of a stand-in for tokens': teams.tokenUrl,
            'Further hosts that may be answered': teams.serviceUrl,
          },
        ),
      );
      await slack.people.write({ user: 'U0CUST001', to: 'dm', text: 'Where is my order ORD-12345?' });
      await teams.write({ user: { id: 'maya-aad', name: 'Maya' }, text: 'Where is my order ORD-12345?' });
      await eventually(() => slack.workspace.posts.some((post) => post.text.includes('in transit')), PATIENCE_MS);
      await eventually(
        () => teams.posts.some((post) => JSON.stringify(post.activity).includes('in transit')),
        PATIENCE_MS,
      );
      await expectNoFaults(page);
    } finally {
      const { body } = await other.call('GET', '/settings');
      const off = { slack: { off: true }, teams: { off: true } };
      await other.call('PUT', '/settings', { base: body.revision, why: 'the stand-ins go', channels: off });
      await slack.stop();
      await teams.stop();
    }
  });

  it('watches an alert come, says who looks after it, and sees it go', async () => {
    const token = twilio.authToken;
    twilio.rotate('another-token');
    const timestamp = new Date();
    const say = (phone: string) =>
      app.app.receive(
        { channel: 'sms', accountId: 'default', nativeId: phone, customer: { id: phone } },
        {
          key: `SM${phone}`,
          kind: 'message',
          receivedAt: timestamp,
          activity: { type: 'message', id: `SM${phone}`, timestamp, from: { id: phone }, text: 'hello' },
        },
      );
    await say('+15557654321');
    await open('Alerts');
    await page.getByText('sms refuses us: 20003').waitFor();
    await page.getByRole('button', { name: 'I look after it' }).click();
    await page.getByText('ada@example.com looks after it').waitFor();
    await expectNoFaults(page);
    await page.screenshot({ path: join(PICTURES, 'admin-alerts.png') });
    await open('Channels');
    await page.getByText('failing: 20003').waitFor();
    const { body } = await other.call('GET', '/settings');
    const alerts = { ...body.values.alerts, holdSeconds: 0 };
    await other.call('PUT', '/settings', { base: body.revision, why: 'quick', values: { alerts } });
    twilio.rotate(token);
    await say('+15557654322');
    await open('Alerts');
    await page.getByText('over since').waitFor();
  });
});
