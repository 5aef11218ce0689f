// A card whose button was pressed shows what was picked in place of its buttons: made from what the button carries, safe to repeat
// and no loss when it fails.

import type { Log } from '../../core/log.ts';
import { within } from '../../core/within.ts';
import type { ConversationReference } from '../../models/activity.ts';
import type { TeamsAdapter } from './adapter.ts';
import { pickedCard } from './render.ts';
import { resultOf } from './result.ts';
import { pickSchema, type TeamsActivity } from './schema.ts';

const PATIENCE_MS = 5_000;

export async function showPick(
  adapter: TeamsAdapter,
  sdkReference: object,
  { nativeId, extras }: ConversationReference,
  { value, replyToId }: TeamsActivity,
  log: Log,
): Promise<void> {
  const shown = pickSchema.safeParse(value).data?.frontdeskShown;
  if (!shown || !replyToId) return;
  const from = { id: extras?.bot ?? '' };
  const card = { ...pickedCard(shown), from, conversation: { id: nativeId } };
  try {
    await within(
      PATIENCE_MS,
      adapter.withClient(sdkReference, (client) =>
        client.conversations.updateActivity(nativeId, replyToId, card as never),
      ),
    );
  } catch (error) {
    log.info('teams.pick.unshown', { code: resultOf(error).code });
  }
}
