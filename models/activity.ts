// One thing that happened on a network. The field names are the Bot Framework's; the types are ours and narrow.

export interface ChannelAccount {
  id: string;
  name?: string;
  role?: 'user' | 'bot';
}

/** A file, kept in GridFS from the first upload. */
export interface Attachment {
  id: string;
  name: string;
  /** Media type, such as image/png. */
  type: string;
  bytes: number;
  /** Hex digest of the content. */
  sha256: string;
}

/** A choice the customer can pick; shown as a button, a number or a suggested action, as the channel can. */
export interface Choice {
  title: string;
  /** What comes back as the customer's text when it is picked. */
  value: string;
}

/** Who a shop says its visitor is (a signed web identity). */
export interface SignedIdentity {
  shopCustomerId: string;
  email?: string;
  name?: string;
}

export interface Activity {
  type: 'message' | 'event' | 'endOfConversation';
  /** The network's own id of this message, or the client's when the network lets clients choose. */
  id: string;
  /** When it happened, by the network's clock if it has one, else ours. */
  timestamp: Date;
  from: ChannelAccount;
  recipient?: ChannelAccount;
  /** Plain text from customers, Markdown from agents. */
  text?: string;
  /** BCP 47, if the network says so. */
  locale?: string;
  attachments?: Attachment[];
  choices?: Choice[];
  /** The id of the (last) customer activity that this answers. */
  replyToId?: string;
  /** A structured answer (a picked button, a submitted form). */
  value?: unknown;
  /** Event name when type is 'event'. */
  name?: string;
  identity?: SignedIdentity;
  /** Keyed marks of the one-time codes that the door took out of the text. */
  codes?: string[];
  /** Network extras that ride along unchanged; clientActivityID of Direct Line lives here. */
  channelData?: Record<string, unknown>;
}

/** Where an answer goes. Enough to write to this conversation at any later time. */
export interface ConversationReference {
  channel: string;
  /** Which account of that channel (`default` comes from the environment). */
  accountId: string;
  /** The network's own id of the conversation. */
  nativeId: string;
  customer: ChannelAccount;
  /** Network extras that a later send needs (Teams serviceUrl, Slack thread). */
  extras?: Record<string, string>;
}

/** The lane that a conversation lives in: channel, account and native id. */
export function laneIdOf(reference: Pick<ConversationReference, 'channel' | 'accountId' | 'nativeId'>): string {
  return `${reference.channel}|${reference.accountId}|${reference.nativeId}`;
}
