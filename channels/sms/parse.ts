// From Twilio's request to what we understand of it. Pure.
import type { ConversationReference } from '../../models/activity.ts';
import type { Message, NewEntry } from '../../models/lane.ts';
import type { Inbound, Status } from './schema.ts';

export interface ParsedInbound {
  reference: ConversationReference;
  entry: NewEntry;
  media: { url: string; type: string }[];
}

/** Why nobody wrote this: ours come back when two of our numbers talk to each other; null when a customer did. */
export function notACustomer(inbound: Inbound, ours: string | undefined): string | null {
  if (inbound.From === inbound.To || (ours && bare(inbound.From) === bare(ours))) return 'our own message';
  return inbound.Body.trim() === '' && inbound.NumMedia === 0 && !isOddMessage(inbound) ? 'empty' : null;
}

/** A place, a contact, a sticker: WhatsApp has messages that hold neither words nor a file. */
function isOddMessage(inbound: Inbound): boolean {
  return inbound.From.startsWith('whatsapp:') && inbound.Body.trim() === '' && inbound.NumMedia === 0;
}

/** The number of an address, WhatsApp's too. */
export function bare(address: string): string {
  return address.replace(/^whatsapp:/, '');
}

export function parseInbound(inbound: Inbound, accountId: string, receivedAt: Date): ParsedInbound {
  const isWhatsApp = inbound.From.startsWith('whatsapp:');
  const media = Array.from({ length: Math.min(inbound.NumMedia, 10) }, (_, at) => ({
    url: String(inbound[`MediaUrl${at}`] ?? ''),
    type: String(inbound[`MediaContentType${at}`] ?? 'application/octet-stream'),
  })).filter((one) => one.url !== '');
  return {
    reference: {
      channel: 'sms',
      accountId,
      nativeId: inbound.From,
      customer: { id: inbound.From, ...(inbound.ProfileName ? { name: inbound.ProfileName } : {}) },
      extras: { to: inbound.To, ...(isWhatsApp ? { whatsapp: 'yes' } : {}) },
    },
    media,
    entry: {
      key: inbound.MessageSid,
      kind: 'message',
      receivedAt,
      activity: {
        type: 'message',
        id: inbound.MessageSid,
        timestamp: receivedAt,
        from: { id: inbound.From, ...(inbound.ProfileName ? { name: inbound.ProfileName } : {}) },
        text: inbound.Body,
        ...(isOddMessage(inbound) ? { channelData: { missedFiles: 1 } } : {}),
      },
    },
  };
}

const DELIVERY: Record<string, Message['delivery']> = {
  accepted: 'queued',
  scheduled: 'queued',
  queued: 'queued',
  sending: 'queued',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  undelivered: 'failed',
  failed: 'failed',
};

/** Twilio's word for a message's fate as ours; undefined for one that says nothing to us. */
export function deliveryOf(status: Pick<Status, 'MessageStatus'>): Message['delivery'] | undefined {
  return DELIVERY[status.MessageStatus.toLowerCase()];
}
