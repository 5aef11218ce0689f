// What the Teams stand-in takes and shows.

export interface TeamsEmulatorOptions {
  port?: number;
  appId?: string;
  appPassword?: string;
  tenantId?: string;
  /** The bot's /hooks/teams. */
  botUrl?: string;
  /** Pauses before the tries after the first, when the bot does not answer. */
  retryAfterMs?: readonly number[];
}

export interface TeamsPost {
  id: string;
  conversation: string;
  from: 'bot' | string;
  activity: Record<string, unknown>;
  at: string;
}

export interface PersonSays {
  user: { id: string; name: string; email?: string };
  text: string;
  conversation?: string;
  type?: 'personal' | 'groupChat' | 'channel';
  mentionBot?: boolean;
  /** What a card's button carries. */
  value?: unknown;
  replyToId?: string;
  id?: string;
  files?: PersonFile[];
}

export interface PersonFile {
  name: string;
  type: string;
  base64: string;
}

/** `text` null: deleted. */
export interface PersonChanges {
  user: { id: string; name: string };
  /** The id of what they wrote. */
  id: string;
  text: string | null;
}
