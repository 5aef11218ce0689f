// What the shop reports: a parcel is late, a refund is booked, something is back in stock. Signed by the shop, each event
// counts once, and it may become one message to the customer whom it concerns.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import { SupportError } from '../../core/errors.ts';
import type { Secret } from '../../core/secret.ts';
import type { ConversationReference } from '../../models/activity.ts';
import type { Receive } from '../../models/channel.ts';

const SHOP_EVENTS = ['parcel.delayed', 'refund.booked', 'back.in.stock', 'bug.fixed'] as const;

const shopEventSchema = z.object({
  /** Unique: the same id twice is one event. */
  id: z.string().min(1).max(100),
  type: z.enum(SHOP_EVENTS),
  shopCustomerId: z.string().min(1).max(100),
  orderId: z.string().max(40).optional(),
  product: z.string().max(120).optional(),
  /** A day, as YYYY-MM-DD: the new delivery day, or when the money was booked. */
  on: z.iso.date().optional(),
  amount: z.object({ value: z.number(), currency: z.string().length(3) }).optional(),
});

export interface ShopEventsDeps {
  /** WEB_IDENTITY_SECRET: the shop's. Without it nothing is taken. */
  secret: Secret | undefined;
  /** The conversation that this customer used last; null when there is none. */
  findConversation(shopCustomerId: string): Promise<ConversationReference | null>;
  receive: Receive;
  clock: Clock;
}

const MOST_SKEW_MS = 5 * 60_000;

/**
 * `x-frontdesk-signature: t=<seconds>,v1=<hex>`, where v1 is HMAC-SHA256 over `<seconds>.<body>` with WEB_IDENTITY_SECRET.
 * Answers 202 with what became of it.
 */
export async function answerShopEvent(request: Request, deps: ShopEventsDeps): Promise<Response> {
  if (request.method !== 'POST') throw refuse(405, 'event.method', 'Events are posted.');
  if (!deps.secret) throw refuse(404, 'event.off', 'Set WEB_IDENTITY_SECRET to take events from the shop.');
  const body = await request.text();
  verify(body, request.headers.get('x-frontdesk-signature') ?? '', deps.secret, deps.clock.nowMs());
  const event = shopEventSchema.safeParse(parse(body));
  if (!event.success)
    throw refuse(
      400,
      'event.invalid',
      event.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
    );
  const reference = await deps.findConversation(event.data.shopCustomerId);
  if (!reference) return Response.json({ outcome: 'nobody to tell' }, { status: 202 });
  const at = deps.clock.now();
  const key = `shop:${event.data.id}`;
  const { outcome } = await deps.receive(reference, {
    key,
    kind: 'action',
    receivedAt: at,
    activity: { type: 'event', name: 'shop.event', id: key, timestamp: at, from: { id: 'shop' }, value: event.data },
  });
  return Response.json({ outcome }, { status: 202 });
}

function verify(body: string, header: string, secret: Secret, nowMs: number): void {
  const [, seconds, given] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  const expected = createHmac('sha256', secret.reveal()).update(`${seconds}.${body}`).digest();
  const isFresh = Math.abs(nowMs - Number(seconds) * 1000) <= MOST_SKEW_MS;
  if (!given || !isFresh || !timingSafeEqual(expected, Buffer.from(given, 'hex')))
    throw refuse(401, 'event.signature', 'This event was not signed by the shop, or is too old.');
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new SupportError('event.unreadable', 'The body cannot be read.', { kind: 'refused', status: 400, cause });
  }
}

function refuse(status: number, code: string, message: string): SupportError {
  return new SupportError(code, message, { kind: 'refused', status });
}
