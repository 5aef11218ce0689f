// Where to write to somebody alone: the personal chat with each person who wrote where others read along. Opened once; Teams
// opens it only for people who have the app, and the others are asked to write to us themselves.
import type { Log } from '../../core/log.ts';
import { within } from '../../core/within.ts';
import type { ConversationReference } from '../../models/activity.ts';
import type { TeamsAdapter } from './adapter.ts';
import { resultOf } from './result.ts';

/** Teams waits fifteen seconds for the whole of our answer. */
const PATIENCE_MS = 3_000;
const MOST_REMEMBERED = 5_000;

export function createPersonalPlaces(log: Log) {
  const known = new Map<string, string>();

  async function open(adapter: TeamsAdapter, shared: ConversationReference, person: string): Promise<string> {
    const { extras = {}, nativeId, customer } = shared;
    const opened = known.get(person);
    if (opened) return opened;
    const sdkReference = {
      serviceUrl: extras.serviceUrl,
      channelId: extras.channelId,
      bot: { id: extras.bot },
      user: { id: customer.id },
      conversation: { id: nativeId },
    };
    const made = await within(
      PATIENCE_MS,
      adapter.withClient(sdkReference, (client) =>
        client.conversations.createConversation({
          isGroup: false,
          bot: { id: extras.bot },
          members: [{ id: person }],
          tenantId: extras.tenant,
          channelData: { tenant: { id: extras.tenant } },
        } as never),
      ),
    );
    if (known.size >= MOST_REMEMBERED) known.delete(known.keys().next().value!);
    known.set(person, made.id);
    return made.id;
  }

  /** `person`: the author's id as Teams gave it. Null when there is no personal chat with them. */
  return async (
    adapter: TeamsAdapter,
    shared: ConversationReference,
    person: string,
  ): Promise<ConversationReference | null> => {
    try {
      const nativeId = await open(adapter, shared, person);
      const { shared: _shared, ...extras } = shared.extras ?? {};
      return { channel: 'teams', accountId: shared.accountId, nativeId, customer: shared.customer, extras };
    } catch (error) {
      log.info('teams.personal.closed', { code: resultOf(error).code });
      return null;
    }
  };
}
