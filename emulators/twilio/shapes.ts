// What the Twilio stand-in takes and shows.
import type { Faults } from '../shared/faults.ts';

export interface TwilioEmulatorOptions {
  port?: number;
  accountSid?: string;
  authToken?: string;
  /** Our number. */
  from?: string;
  /** Where inbound messages go: the public address of /hooks/sms. `#rc=5` after it asks for so many more tries. */
  webhookUrl?: string;
}

export interface SentMessage {
  sid: string;
  from: string;
  to: string;
  body: string;
  media: string[];
  direction: 'inbound' | 'outbound-api' | 'outbound-reply';
  status: string;
  at: string;
  errorCode?: number;
  segments: number;
}

export interface TwilioEmulator {
  /** For TWILIO_API_URL. */
  url: string;
  /** The variables that lead a server here. */
  env: Record<string, string>;
  accountSid: string;
  authToken: string;
  from: string;
  messages: SentMessage[];
  faults: Faults;
  /** A phone writes. Answers with what the webhook answered. */
  write(input: PhoneText): Promise<{ sid: string; status: number; body: string }>;
  pointTo(webhookUrl: string): void;
  /** The token is changed at the provider. */
  rotate(token: string): void;
  stop(): Promise<void>;
}

export interface PhoneText {
  phone: string;
  text: string;
  whatsapp?: boolean;
  media?: { type: string; base64: string }[];
  /** Advanced Opt-Out: say in the webhook what was understood. */
  optOutType?: 'STOP' | 'START' | 'HELP';
  /** The same message once more, under the same id. */
  sid?: string;
}
