// What travels over Direct Line 3.0, as far as the widget reads or writes it. Every field that comes from the server may
// be missing: the widget shows what it knows and never breaks on what it does not.

export interface WireAttachment {
  contentType: string;
  contentUrl?: string;
  thumbnailUrl?: string;
  name?: string;
}

export interface WireAction {
  type?: string;
  title?: string;
  value?: unknown;
}

/** Place and time while a case waits for a person. */
export interface WireWaiting {
  caseId?: string;
  /** ISO 8601: when a person will have reacted. */
  dueAt?: string;
  /** 1 is next. */
  position?: number;
}

export interface WireActivity {
  type: string;
  id?: string;
  timestamp?: string;
  from?: { id?: string; name?: string; role?: string };
  text?: string;
  attachments?: WireAttachment[];
  suggestedActions?: { actions?: WireAction[] };
  replyToId?: string;
  channelData?: {
    clientActivityID?: string;
    waiting?: WireWaiting | null;
    /** Who speaks, when it is not the bot. */
    staff?: { name?: string };
    [name: string]: unknown;
  };
}

export interface ActivitySet {
  activities: WireActivity[];
  watermark?: string;
}

/** A token and, from /conversations, the address of the stream. Times in seconds. */
export interface Grant {
  conversationId: string;
  token: string;
  expires_in?: number;
  streamUrl?: string;
}
