// Is this really from Twilio? The signature over the public address as it is configured (never over Host or forwarded
// headers) and the form, or over the address and the body's hash for JSON; with the token, or the previous one while it
// is being changed.
import twilio from 'twilio';
import { SupportError } from '../../core/errors.ts';

export interface SignedRequest {
  /** The configured public address with this request's path and query. */
  url: string;
  signature: string;
  contentType: string;
  body: string;
}

/** The fields of a verified request. Throws SupportError `sms.signature` (refused, 403). */
export function verifyRequest(request: SignedRequest, tokens: readonly string[]): Record<string, string> {
  const { url, signature, contentType, body } = request;
  if (contentType.includes('application/json')) {
    const isValid = tokens.some((token) => twilio.validateRequestWithBody(token, signature, url, body));
    if (!isValid) throw refuse('sms.signature', 'This request was not signed by Twilio.', 403);
    return fieldsOf(body);
  }
  if (!contentType.includes('application/x-www-form-urlencoded'))
    throw refuse('sms.type', 'Twilio sends a form or JSON.', 415);
  const fields: Record<string, string> = Object.fromEntries(new URLSearchParams(body));
  if (!tokens.some((token) => twilio.validateRequest(token, signature, url, fields)))
    throw refuse('sms.signature', 'This request was not signed by Twilio.', 403);
  return fields;
}

function fieldsOf(body: string): Record<string, string> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (cause) {
    throw new SupportError('sms.body', 'The body cannot be read.', { kind: 'refused', status: 400, cause });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refuse('sms.body', 'The body is not an object.', 400);
  // Twilio's fields are flat; what is nested stays what it is, and is nobody's number.
  const flat = (one: unknown) => (typeof one === 'object' ? JSON.stringify(one) : String(one));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, flat(one)]));
}

function refuse(code: string, message: string, status: number): SupportError {
  return new SupportError(code, message, { kind: 'refused', status });
}
