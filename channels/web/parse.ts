// From what a Direct Line client sent to our own activity. Pure: who the customer is comes from the token, never from
// the body.
import { deriveId, newId } from '../../core/ids.ts';
import type { Activity, Attachment, ConversationReference } from '../../models/activity.ts';
import { type ActivityBody, activityBody } from './schema.ts';
import { refuse, type Visitor } from './tokens.ts';

/** Levels of nesting beyond which nobody means well. */
const MOST_DEPTH = 32;

/** The JSON of a body. Throws SupportError 400 for bad UTF-8, bad JSON, too deep a nesting, or anything but an object. */
export function parseJson(bytes: Uint8Array): Record<string, unknown> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw refuse(400, 'body.encoding', 'The body is not valid UTF-8.', cause);
  }
  if (depthOf(text) > MOST_DEPTH) throw refuse(400, 'body.depth', 'The body is nested too deeply.');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw refuse(400, 'body.json', 'The body is not valid JSON.', cause);
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw refuse(400, 'body.shape', 'The body must be a JSON object.');
  return value as Record<string, unknown>;
}

function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      most = Math.max(most, depth);
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return most;
}

/** The checked body. Throws SupportError 400 (413 for a text that is too long) and names the field. */
export function parseActivity(body: unknown): ActivityBody {
  const parsed = activityBody.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const tooLong = issue.path[0] === 'text' && issue.code === 'too_big';
  throw refuse(
    tooLong ? 413 : 400,
    tooLong ? 'text.long' : 'activity.shape',
    `${issue.path.join('.') || 'activity'}: ${issue.message}`,
  );
}

/** Our activity of a checked body. The client's own id makes a resend the same message. */
export function toActivity(body: ActivityBody, visitor: Visitor, at: Date, attachments: Attachment[] = []): Activity {
  const clientId = body.channelData?.clientActivityID;
  const id = clientId ? deriveId(visitor.conversationId, visitor.userId, clientId) : newId();
  return {
    type: body.type === 'event' ? 'event' : 'message',
    id,
    timestamp: at,
    from: { id: visitor.userId, role: 'user', ...(visitor.name ? { name: visitor.name } : {}) },
    ...(body.text === undefined ? {} : { text: wellFormed(body.text) }),
    ...(body.locale === undefined ? {} : { locale: body.locale }),
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(visitor.identity ? { identity: visitor.identity } : {}),
    ...(clientId ? { channelData: { clientActivityID: clientId } } : {}),
  };
}

/** Half a surrogate pair cannot be stored; a null character cannot be shown. */
function wellFormed(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '');
}

export function referenceOf(visitor: Visitor): ConversationReference {
  return {
    channel: 'web',
    accountId: 'default',
    nativeId: visitor.conversationId,
    customer: { id: visitor.userId, ...(visitor.name ? { name: visitor.name } : {}) },
  };
}
