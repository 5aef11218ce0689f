// What a customer hears whose lane is full: said by the store itself, since no turn will run for it.
import type { Activity, ConversationReference } from '../models/activity.ts';
import type { NewEntry } from '../models/lane.ts';
import { phrasesFor } from '../phrases/index.ts';

/** What a customer hears whose lane is full; in the language of the house until the lane knows another. */
export function floodNotice(_reference: ConversationReference, entry: NewEntry): Activity {
  return {
    type: 'message',
    id: `${entry.key}-flood`,
    timestamp: entry.receivedAt,
    from: { id: 'frontdesk', name: 'Frontdesk', role: 'bot' },
    text: phrasesFor(entry.activity.locale ?? 'en').tooManyWaiting(),
    replyToId: entry.activity.id,
  };
}
