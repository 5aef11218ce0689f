// Tries the Slack settings: whether the token works, whether it may do what we do, and whether the desk's channel is there.
import type { WebClient } from '@slack/web-api';
import type { ChannelCheck } from '../../models/channel.ts';
import { errorName } from './client.ts';

/** Exactly what the manifest asks for. */
export const NEEDED_SCOPES = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'chat:write.customize',
  'commands',
  'files:read',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'reactions:read',
  'reactions:write',
  'usergroups:read',
  'users:read',
  'users:read.email',
];

const REMEDIES: Record<string, string> = {
  invalid_auth: 'Copy the Bot User OAuth Token (xoxb-…) from OAuth & Permissions once more.',
  token_revoked: 'The app was uninstalled or the token revoked: install the app to the workspace again.',
  account_inactive: 'The app or its workspace was switched off: install the app again.',
  channel_not_found: 'Use the id of the channel (C…), and invite the bot into it: /invite @frontdesk.',
};

export async function checkSlack(client: WebClient, deskChannel: string | undefined): Promise<ChannelCheck[]> {
  try {
    const answer = await client.auth.test();
    const granted = (answer.response_metadata as { scopes?: string[] } | undefined)?.scopes ?? [];
    const missing = NEEDED_SCOPES.filter((scope) => !granted.includes(scope));
    return [
      { name: 'token', ok: true, detail: `works as ${answer.user} in ${answer.team}` },
      missing.length === 0
        ? { name: 'scopes', ok: true, detail: 'all that is needed' }
        : {
            name: 'scopes',
            ok: false,
            detail: `missing: ${missing.join(', ')}`,
            remedy: 'Add them under OAuth & Permissions and install the app again, or use deploy/slack-manifest.yaml.',
          },
      ...(deskChannel ? [await checkDesk(client, deskChannel)] : []),
    ];
  } catch (error) {
    return [failure('token', error)];
  }
}

async function checkDesk(client: WebClient, channel: string): Promise<ChannelCheck> {
  try {
    const { channel: found } = (await client.conversations.info({ channel })) as {
      channel?: { name?: string; is_member?: boolean; is_archived?: boolean };
    };
    if (found?.is_archived)
      return { name: 'desk', ok: false, detail: 'the channel is archived', remedy: 'Unarchive it, or choose another.' };
    if (!found?.is_member)
      return {
        name: 'desk',
        ok: false,
        detail: 'the bot is not in the channel',
        remedy: `Write /invite @frontdesk in #${found?.name ?? channel}.`,
      };
    return { name: 'desk', ok: true, detail: `#${found.name}` };
  } catch (error) {
    return failure('desk', error);
  }
}

function failure(name: string, error: unknown): ChannelCheck {
  const said = errorName(error);
  return {
    name,
    ok: false,
    detail: `Slack says ${said}`,
    code: said,
    ...(REMEDIES[said] ? { remedy: REMEDIES[said] } : {}),
  };
}
