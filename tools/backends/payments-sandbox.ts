// A payment processor to develop and test against: it keeps a ledger of what moved, honours keys, and fails, hangs or
// loses its reply when it is told to.
import type { Clock } from '../../core/clock.ts';
import { SupportError } from '../../core/errors.ts';
import { deriveId } from '../../core/ids.ts';
import type { OpenRows, Rows } from '../../models/rows.ts';
import type { LinkRequest, Movement, PaymentProcessor, RefundRequest } from './payments.ts';

/** fails: before anything happened · loses reply: after it happened · hangs: never answers, nothing happened. */
export type PaymentFault = 'fails' | 'hangs' | 'loses reply' | 'refuses';
export type PaymentCall = 'refund' | 'lookUp' | 'createLink';

export interface SandboxOptions {
  /** Asked at every call; null: it works. */
  fault?(call: PaymentCall): PaymentFault | null;
  /** A processor that has forgotten its keys: every call moves money. Only asking first protects against it. */
  forgetsKeys?: boolean;
  /** Where its pages are. */
  pages?: string;
}

interface LedgerRow extends RefundRequest {
  _id: string;
  key: string;
  reference: string;
  at: Date;
}

interface LinkRow extends LinkRequest {
  _id: string;
  url: string;
  at: Date;
}

const PAGES = 'https://pay.example.com/once';

export function createSandboxProcessor(open: OpenRows, clock: Clock, options: SandboxOptions = {}): PaymentProcessor {
  const ledger = open<LedgerRow>('payments_ledger');
  const links = open<LinkRow>('payments_links');
  let count = 0;

  async function run<T>(call: PaymentCall, work: () => Promise<T>): Promise<T> {
    const fault = options.fault?.(call) ?? null;
    if (fault === 'hangs') return new Promise<never>(() => undefined);
    if (fault === 'fails') throw unanswered('the processor failed');
    if (fault === 'refuses') throw refused('payment.refused');
    const done = await work();
    if (fault === 'loses reply') throw unanswered('the reply was lost');
    return done;
  }
  return {
    refund: (request, key) =>
      run('refund', async () => {
        count += 1;
        const id = options.forgetsKeys ? `${key}#${count}` : key;
        const { chargeId, cents, currency } = request;
        const reference = `sbx_${deriveId('refund', id).slice(0, 16)}`;
        const row = await insertOnce(ledger, { _id: id, key, chargeId, cents, currency, reference, at: clock.now() });
        if (row.chargeId !== chargeId || row.cents !== cents) throw refused('payment.key.reused');
        return toMovement(row);
      }),
    lookUp: (key) =>
      run('lookUp', async () => {
        const row = await ledger.findOne(options.forgetsKeys ? { key } : { _id: key });
        return row ? toMovement(row) : null;
      }),
    createLink: (request, key) =>
      run('createLink', async () => {
        const url = `${options.pages ?? PAGES}/${deriveId('link', key)}`;
        const row = await insertOnce(links, { _id: key, ...request, url, at: clock.now() });
        return { url: row.url };
      }),
  };
}

/** The row, or the one that was there before it. */
async function insertOnce<T extends { _id: string }>(rows: Rows<T>, row: T): Promise<T> {
  try {
    await rows.insertOne(row);
    return row;
  } catch (error) {
    if ((error as { code?: number }).code !== 11000) throw error;
    return (await rows.findOne({ _id: row._id }))!;
  }
}

function toMovement({ _id, ...movement }: LedgerRow): Movement {
  return movement;
}

function unanswered(message: string): SupportError {
  return new SupportError('payment.unanswered', message, { kind: 'transient' });
}

function refused(code: string): SupportError {
  return new SupportError(code, 'the processor refused', { kind: 'refused' });
}
