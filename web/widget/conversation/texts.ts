// Every sentence the widget itself says. What went wrong, and what the customer can do about it.
import type { ChatError, ChatErrorKind } from '../direct-line/chat-error.ts';

export const PERSON_REQUEST = 'I want to talk to a person';
export const OFFLINE_NOTICE = 'Not sent. Connection problem.';
export const EXPIRED_NOTICE = 'This conversation was idle for a long time and has closed. Write to start a new one.';
export const CARRIED_ON_NOTICE = 'The earlier conversation has ended. This is a new one.';
export const ENDED_NOTICE = 'This conversation has ended. Write to start a new one.';

const PROBLEMS: Record<ChatErrorKind, string> = {
  offline: OFFLINE_NOTICE,
  expired: 'Not sent. This conversation has closed.',
  ended: 'Not sent. This conversation has ended.',
  busy: 'Not sent. That was a bit fast.',
  large: 'Not sent. It is too large.',
  kind: 'Not sent. Files of this kind are not accepted.',
  unwelcome: 'Not sent. Reload the page, then try again.',
  refused: 'Not sent. The server did not accept it.',
};

export function problemText(error: ChatError): string {
  const wait = error.retryAfterMs;
  const seconds = wait ? ` Wait ${Math.ceil(wait / 1000)} seconds.` : '';
  return PROBLEMS[error.kind] + seconds;
}
