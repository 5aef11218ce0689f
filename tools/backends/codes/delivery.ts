// One-time codes from the challenge to the contact on file: which contact may be used, how often, and by which sender. A
// contact that was changed within a week gets none, and what is sent is worked out anew each time, never kept.
import type { Clock } from '../../../core/clock.ts';
import { asSupportError } from '../../../core/errors.ts';
import { type CodeBook, createCodeBook } from '../../../core/one-time-code.ts';
import type { Secret } from '../../../core/secret.ts';
import type { SendResult } from '../../../models/channel.ts';
import type { CodeEffect, CodeWay } from '../../../models/lane.ts';
import type { CodeStore, SentCode } from '../../../models/one-time-codes.ts';
import type { CodeDelivery, CodeDoor, CodePort, CodeSender } from '../../../models/ports.ts';
import { codeWords } from '../../../phrases/codes/index.ts';
import type { Contact, ShopBackend } from '../shop.ts';
import { withRetry } from '../with-retry.ts';

/** A contact that somebody has just put on file says nothing about who they are. */
const SETTLED_MS = 7 * 86_400_000;
const MOST_AN_HOUR = 3;
const WAYS: CodeWay[] = ['email', 'phone'];

export interface CodeDeps {
  key: Secret;
  store: CodeStore;
  shop: Pick<ShopBackend, 'findContacts'>;
  /** What takes codes at this moment: channels come and go while the server runs. */
  senders(): Partial<Record<CodeWay, CodeSender>>;
  clock: Clock;
}

export interface Codes extends CodePort, CodeDelivery, CodeDoor {
  /** What the demo inbox holds, newest first. */
  inbox(): Promise<InboxLetter[]>;
}

export interface InboxLetter {
  id: string;
  to: string;
  name: string;
  text: string;
  at: Date;
}

export function createCodes(deps: CodeDeps): Codes {
  const { store, shop, senders, clock } = deps;
  const book = createCodeBook(deps.key);
  const contactsOf = (customerId: string) => withRetry('the shop', () => shop.findContacts(customerId));
  return {
    waysTo: async (customerId, channel) => {
      const contacts = await contactsOf(customerId);
      return WAYS.flatMap((way) => {
        const contact = contacts?.[way];
        // A text message comes from the number that it would be sent to: that would prove nothing.
        if (!contact || !isSettled(contact, clock) || !senders()[way] || (way === 'phone' && channel === 'sms'))
          return [];
        return [{ way, hint: hintOf(way, contact.value) }];
      });
    },
    mayAsk: async (customerId) => (await store.withinHour(customerId)).length < MOST_AN_HOUR,
    fits: (challengeId, marks) => marks.includes(book.markOf(book.codeOf(challengeId))),
    markOf: book.markOf,
    toHide: store.toHide,
    deliver: (effect, laneId) => deliver(deps, book, effect, laneId),
    inbox: async () => Promise.all((await store.newest('demo')).map((sent) => letterOf(sent))),
  };

  async function letterOf(sent: SentCode): Promise<InboxLetter> {
    const contacts = await contactsOf(sent.customerId);
    return {
      id: sent._id,
      to: contacts?.[sent.way]?.value ?? '',
      name: contacts?.name ?? '',
      text: codeWords('en').message({ code: book.codeOf(sent._id), minutes: minutesOf(sent) }),
      at: sent.at,
    };
  }
}

async function deliver(deps: CodeDeps, book: CodeBook, effect: CodeEffect, laneId: string): Promise<SendResult> {
  const { store, clock } = deps;
  const { challengeId, customerId, way, language } = effect;
  const expiresAt = new Date(effect.expiresAt);
  if (expiresAt.getTime() <= clock.nowMs()) return never('code.late');
  const sender = deps.senders()[way];
  let contact: Contact | undefined;
  try {
    // Looked at again: since the turn somebody may have changed it.
    contact = (await withRetry('the shop', () => deps.shop.findContacts(customerId)))?.[way];
  } catch (thrown) {
    const { kind, code } = asSupportError(thrown);
    if (kind !== 'transient') throw thrown;
    return { outcome: 'refused', code, permanent: false };
  }
  if (!sender || !contact || !isSettled(contact, clock)) return never('code.unreachable');
  const code = book.codeOf(challengeId);
  const sent = await store.begin({ _id: challengeId, laneId, customerId, way, mark: book.markOf(code), expiresAt });
  if (sent.via) return { outcome: 'accepted', providerId: challengeId };
  if ((await store.withinHour(customerId)).length > MOST_AN_HOUR) return never('code.often');
  const words = codeWords(language);
  const text = words.message({ code, minutes: minutesOf(sent) });
  const result = await sender.send({ id: challengeId, to: contact.value, subject: words.subject(), text });
  if (result.outcome === 'accepted') await store.sent(challengeId, sender.name);
  return result;
}

function never(code: string): SendResult {
  return { outcome: 'refused', code, permanent: true };
}

function isSettled({ changedAt }: Contact, clock: Clock): boolean {
  return !changedAt || clock.nowMs() - new Date(changedAt).getTime() >= SETTLED_MS;
}

/** The owner knows which one it is; nobody else learns it. */
function hintOf(way: CodeWay, value: string): string {
  if (way === 'phone') return value.replace(/\D/g, '').slice(-2);
  const [name = '', domain = ''] = value.split('@');
  return `${name.slice(0, 1)}…@${domain}`;
}

function minutesOf({ at, expiresAt }: Pick<SentCode, 'at' | 'expiresAt'>): number {
  return Math.max(1, Math.round((new Date(expiresAt).getTime() - new Date(at).getTime()) / 60_000));
}
