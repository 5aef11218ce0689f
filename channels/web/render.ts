// From a row of the transcript to the activity that a Direct Line client sees.

import type { Attachment } from '../../models/activity.ts';
import type { Progress } from '../../models/channel.ts';
import type { Message } from '../../models/lane.ts';
import { phrasesFor } from '../../phrases/index.ts';

export interface RenderOptions {
  conversationId: string;
  /** Leave channelData.turn on the activity (outside production). */
  showTurns: boolean;
  /** A link that opens the attachment for a while. */
  linkTo(attachment: Attachment): string;
}

/** The frame's activity; `watermark` is the row's sequence. */
export function renderActivity(row: Message, options: RenderOptions): Record<string, unknown> {
  const { activity } = row;
  const isCustomer = row.role === 'customer';
  return {
    type: activity.type,
    id: row.key,
    timestamp: new Date(row.at).toISOString(),
    channelId: 'directline',
    conversation: { id: options.conversationId },
    from: {
      id: activity.from.id,
      ...(activity.from.name ? { name: activity.from.name } : {}),
      role: isCustomer ? 'user' : 'bot',
    },
    ...(activity.text === undefined ? {} : { text: activity.text, textFormat: isCustomer ? 'plain' : 'markdown' }),
    ...(activity.locale === undefined ? {} : { locale: activity.locale }),
    ...(activity.replyToId === undefined ? {} : { replyToId: activity.replyToId }),
    ...(activity.choices
      ? {
          suggestedActions: { to: [], actions: activity.choices.map((choice) => ({ type: 'imBack', ...choice })) },
          inputHint: 'acceptingInput',
        }
      : {}),
    attachments: (activity.attachments ?? []).map((attachment) => ({
      contentType: attachment.type,
      contentUrl: options.linkTo(attachment),
      name: attachment.name,
    })),
    ...channelDataOf(row, options.showTurns),
  };
}

/** What rides along; a person's words carry their name, so that the page can show who speaks. */
function channelDataOf(row: Message, showTurns: boolean): { channelData?: Record<string, unknown> } {
  const data = {
    ...row.activity.channelData,
    ...(row.role === 'staff' ? { staff: { name: row.activity.from.name ?? '' } } : {}),
  };
  return Object.keys(data).length > 0 ? { channelData: visibleData(data, showTurns) } : {};
}

function visibleData(data: Record<string, unknown>, showTurns: boolean): Record<string, unknown> {
  // The desk's own ids are nobody's business outside.
  const { deskMessageId: _desk, ...known } = data;
  if (showTurns) return known;
  const { turn: _turn, ...rest } = known;
  return rest;
}

/** A typing activity: sent to sockets only, never stored. With progress it says what takes so long. */
export function renderTyping(
  conversationId: string,
  id: string,
  at: Date,
  progress?: Progress,
): Record<string, unknown> {
  return {
    type: 'typing',
    id,
    timestamp: at.toISOString(),
    channelId: 'directline',
    conversation: { id: conversationId },
    from: { id: 'frontdesk', name: 'Frontdesk', role: 'bot' },
    ...(progress ? { text: phrasesFor(progress.language).lookingUp() } : {}),
  };
}
