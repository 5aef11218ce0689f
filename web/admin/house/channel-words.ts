// What the networks' pages and fields are called where an admin looks for them, and the steps at each provider.

export const NAMES: Record<string, string> = {
  slack: 'Slack',
  sms: 'SMS (Twilio)',
  teams: 'Microsoft Teams',
  alerts: 'Where alerts are told',
};

export const STEPS: Record<string, string[]> = {
  slack: [
    'api.slack.com/apps → Create New App → From a manifest: paste the manifest, which has your address in it.',
    'Install it to the workspace; paste the Bot User OAuth Token (xoxb-…) from OAuth & Permissions here.',
    'Paste the Signing Secret from Basic Information here.',
    'For the desk: write /invite @frontdesk in a channel, and paste the channel’s id (C…) here.',
  ],
  sms: [
    'console.twilio.com → Account Info: paste Account SID and Auth Token here.',
    'Paste your number here, as +15551234567.',
    'Phone Numbers → your number → Messaging → A message comes in: paste the address, HTTP POST. What stands behind its # asks Twilio to try again.',
  ],
  teams: [
    'portal.azure.com → Azure Bot → Create, single tenant. Under Configuration, paste the address as the messaging endpoint.',
    'App registration → Overview: paste Application (client) ID and Directory (tenant) ID here.',
    'App registration → Certificates & secrets: make a client secret, and paste its value here.',
    'Channels → Microsoft Teams → Apply. npm run teams:package writes the app package that your Teams admin uploads.',
  ],
  alerts: [
    'Slack: invite the bot into a channel and paste the channel’s id (C…).',
    'Webhook: an address that answers 2xx to a POST, and a secret by which it can tell that it was us.',
    'Neither is needed: alerts are on the Alerts page in any case.',
  ],
};

export const FIELDS: Record<string, string> = {
  SLACK_BOT_TOKEN: 'Bot User OAuth Token',
  SLACK_SIGNING_SECRET: 'Signing Secret',
  SLACK_SIGNING_SECRET_PREVIOUS: 'Signing Secret before it',
  SLACK_DESK_CHANNEL: 'Channel of the desk',
  SLACK_DESK_GROUP: 'Group that may claim',
  SLACK_API_URL: 'Address of a stand-in',
  TWILIO_ACCOUNT_SID: 'Account SID',
  TWILIO_AUTH_TOKEN: 'Auth Token',
  TWILIO_AUTH_TOKEN_PREVIOUS: 'Auth Token before it',
  TWILIO_FROM: 'Number',
  TWILIO_MESSAGING_SERVICE_SID: 'Messaging Service SID, instead of a number',
  TWILIO_API_URL: 'Address of a stand-in',
  MICROSOFT_APP_ID: 'Application (client) ID',
  MICROSOFT_APP_PASSWORD: 'Client secret',
  MICROSOFT_APP_TENANT_ID: 'Directory (tenant) ID',
  TEAMS_OPENID_URL: 'Address of a stand-in for sign-in keys',
  TEAMS_TOKEN_URL: 'Address of a stand-in for tokens',
  TEAMS_SERVICE_URLS: 'Further hosts that may be answered',
  ALERTS_SLACK_CHANNEL: 'Slack channel',
  ALERTS_WEBHOOK_URL: 'Webhook address',
  ALERTS_WEBHOOK_SECRET: 'Webhook secret',
};

/** What a test message goes to, by network. */
export const TEST_TO: Record<string, { label: string; about: string }> = {
  slack: { label: 'Test message to', about: 'A channel’s or a person’s id, such as C0123456789. Optional.' },
  sms: { label: 'Test message to', about: 'A number such as +15551234567. Optional.' },
  teams: { label: 'Test message to', about: 'A conversation’s id, such as 19:…@thread.v2. Optional.' },
};

/** What is pasted at the provider: Twilio is asked in the address itself to try again. */
export function pasted(id: string, webhook: string): string {
  return id === 'sms' ? `${webhook}#rc=5&rp=all&ct=2000&rt=4000&tt=15000` : webhook;
}

/** Fields that few need: folded away until one of them is set. */
export function isRare(name: string): boolean {
  return /_PREVIOUS$|_API_URL$|^TEAMS_|_MESSAGING_SERVICE_SID$|_DESK_GROUP$/.test(name);
}
