// What the networks' pages and fields are called where an admin looks for them, and the steps at each provider.

export const NAMES: Record<string, string> = {
  slack: 'Slack',
  sms: 'SMS (Twilio)',
  teams: 'Microsoft Teams',
  alerts: 'Where alerts are told',
};

export const STEPS: Record<string, string[]> = {
  slack: [
    'api.slack.com/apps → Create New App → From a manifest; paste deploy/slack-manifest.yaml with your address.',
    'Install it to the workspace; copy the Bot User OAuth Token (xoxb-…) from OAuth & Permissions.',
    'Copy the Signing Secret from Basic Information.',
    'For the desk: invite the bot into a channel and paste the channel’s id (C…).',
  ],
  sms: [
    'console.twilio.com → Account Info: copy Account SID and Auth Token.',
    'Phone Numbers → your number → Messaging: paste the address below with #rc=5&rp=all at its end, HTTP POST.',
    'Paste the number here, as +15551234567.',
  ],
  teams: [
    'portal.azure.com → Azure Bot → Create (single tenant); messaging endpoint is the address below.',
    'App registration → Certificates & secrets: make a client secret and copy its value.',
    'Channels → Microsoft Teams → Apply; then upload the app package of deploy/teams.',
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

/** Fields that few need: folded away until one of them is set. */
export function isRare(name: string): boolean {
  return /_PREVIOUS$|_API_URL$|^TEAMS_|_MESSAGING_SERVICE_SID$|_DESK_GROUP$/.test(name);
}
