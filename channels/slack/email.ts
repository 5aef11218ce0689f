// The e-mail address of somebody who writes to us, as their workspace has confirmed it. Only for people of our own workspace: what
// another company's admin wrote there proves nothing to us.
import type { WebClient } from '@slack/web-api';
import type { Log } from '../../core/log.ts';
import { within } from '../../core/within.ts';
import type { ConversationReference } from '../../models/activity.ts';
import { errorName } from './client.ts';

const PATIENCE_MS = 1_500;

/** Null when Slack does not say it, or not in time: then nobody is recognised, and everything else goes on. */
export async function findEmail(
  client: WebClient,
  { extras }: ConversationReference,
  log: Log,
): Promise<{ email: string } | null> {
  const { team, user } = extras ?? {};
  if (!team || !user) return null;
  try {
    const answer = await within(PATIENCE_MS, client.users.info({ user }));
    const found = answer.user as
      | { team_id?: string; is_email_confirmed?: boolean; profile?: { email?: string } }
      | undefined;
    const email = found?.profile?.email;
    return email && found.team_id === team && found.is_email_confirmed === true ? { email } : null;
  } catch (error) {
    log.info('slack.address.unknown', { code: errorName(error) });
    return null;
  }
}
