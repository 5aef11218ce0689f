// Billing in our own MongoDB. Each write is one update of one charge with its key inside, and each filter names the
// customer: what is somebody else's is not there.
import type { Clock } from '../../../core/clock.ts';
import { deriveReadableId } from '../../../core/ids.ts';
import type { OpenRows } from '../../../models/rows.ts';
import type {
  StoredCharge,
  StoredCreditTurn,
  StoredGiftCard,
  StoredInvoice,
  StoredMoment,
} from '../../../models/shop/billing.ts';
import type { BillingBackend, Charge, GiftCard, Invoice, Refund, RefundClaim, RefundState } from '../billing.ts';

const DAY_MS = 86_400_000;
const MOST = 200;

export function createMongoBilling(open: OpenRows, clock: Clock): BillingBackend {
  const charges = open<StoredCharge>('shop_charges');
  const invoices = open<StoredInvoice>('shop_invoices');
  const giftCards = open<StoredGiftCard>('shop_gift_cards');
  const creditTurns = open<StoredCreditTurn>('shop_credit_turns');

  async function lastCredit(customerId: string): Promise<Date | null> {
    const given = { customerId, givenAt: { $exists: true } };
    const [last] = await giftCards.find(given).sort({ givenAt: -1 }).limit(1).toArray();
    return last?.givenAt ?? null;
  }

  /** The customer's one turn until it is over: whose key holds it gives the card, also after a crash in between. */
  async function takeCreditTurn(customerId: string, notSince: Date, key: string): Promise<boolean> {
    const turn = { key, givenAt: clock.now() };
    try {
      await creditTurns.updateOne({ _id: customerId, givenAt: { $lte: notSince } }, { $set: turn }, { upsert: true });
    } catch (error) {
      if ((error as { code?: number }).code !== 11000) throw error; // else somebody holds it
    }
    return (await creditTurns.findOne({ _id: customerId }))?.key === key;
  }

  async function findCharge(customerId: string, chargeId: string): Promise<Charge | null> {
    const row = await charges.findOne({ _id: chargeId, customerId });
    return row ? toCharge(row, clock) : null;
  }
  return {
    listCharges: async (customerId) => {
      const rows = await charges.find({ customerId }).sort({ day: -1, _id: -1 }).limit(MOST).toArray();
      return rows.map((row) => toCharge(row, clock));
    },
    findCharge,
    listInvoices: async (customerId) => {
      const rows = await invoices.find({ customerId }).sort({ day: -1, _id: -1 }).limit(MOST).toArray();
      return rows.map((row) => toInvoice(row, clock));
    },
    findGiftCard: async (customerId, code) => {
      const row = await giftCards.findOne({ _id: code });
      if (!row || (row.customerId !== undefined && row.customerId !== customerId)) return null;
      return toGiftCard(row, clock);
    },
    lastCredit,
    giveCredit: async (customerId, { cents, currency }, notSince, key) => {
      const code = giftCodeOf(key);
      const known = await giftCards.findOne({ _id: code });
      if (known) return toGiftCard(known, clock);
      const last = await lastCredit(customerId);
      if (last && last > notSince) return null;
      if (!(await takeCreditTurn(customerId, notSince, key))) return null;
      const row: StoredGiftCard = { _id: code, customerId, cents, currency, givenAt: clock.now() };
      await giftCards.insertOne(row).catch(async (error: unknown) => {
        if (!(await giftCards.findOne({ _id: code }))) throw error; // the same key was quicker
      });
      return toGiftCard(row, clock);
    },
    claimRefund: async (customerId, chargeId, cents, key) => {
      const find = async (): Promise<RefundClaim> => {
        const row = await charges.findOne({ _id: chargeId, customerId });
        if (!row) return { claimed: false };
        const goesUnder = row.refundAliases?.find((one) => one.key === key)?.of ?? key;
        const charge = toCharge(row, clock);
        const refund = charge.refunds.find((one) => one.key === goesUnder);
        return refund ? { claimed: true, refund, charge } : { claimed: false };
      };
      const known = await find();
      if (known.claimed) return known;
      const charge = await findCharge(customerId, chargeId);
      // One that was promised and never confirmed is brought to its end, under its own key.
      const open = charge?.refunds.find((one) => one.state === 'requested' && one.cents === cents);
      const isNew = { 'refunds.key': { $ne: key }, 'refundAliases.key': { $ne: key } };
      if (open) {
        const alias = { refundAliases: { key, of: open.key } };
        await charges.updateOne({ _id: chargeId, customerId, ...isNew }, { $push: alias });
      } else {
        const refund = { key, id: deriveReadableId('REF', key), cents, at: clock.now() };
        const holds = { status: 'paid', refundableCents: { $gte: cents } };
        await charges.updateOne(
          { _id: chargeId, customerId, ...holds, ...isNew },
          { $inc: { refundableCents: -cents }, $push: { refunds: refund } },
        );
      }
      return find();
    },
    recordRefund: async (customerId, chargeId, key, reference) => {
      await charges.updateOne(
        { _id: chargeId, customerId, 'refunds.key': key, 'refundSteps.key': { $ne: key } },
        { $push: { refundSteps: { key, what: 'sent', reference, at: clock.now() } } },
      );
    },
    releaseRefund: async (customerId, chargeId, key) => {
      const cents = (await findCharge(customerId, chargeId))?.refunds.find((one) => one.key === key)?.cents ?? 0;
      await charges.updateOne(
        { _id: chargeId, customerId, 'refunds.key': key, 'refundSteps.key': { $ne: key } },
        { $inc: { refundableCents: cents }, $push: { refundSteps: { key, what: 'refused', at: clock.now() } } },
      );
    },
    openDispute: async (customerId, chargeId, reason, key) => {
      const id = deriveReadableId('DSP', chargeId, key);
      await charges.updateOne(
        { _id: chargeId, customerId, status: 'paid', dispute: { $exists: false } },
        { $set: { dispute: { key, id, reason, at: clock.now() } } },
      );
      const ours = await charges.findOne({ _id: chargeId, customerId, 'dispute.key': key });
      return ours ? { done: true, reference: id } : { done: false };
    },
  };
}

/** A day counted from the start of today (UTC), or the moment that was kept. */
function dateOf({ day, at }: StoredMoment, clock: Clock): Date {
  if (at) return at;
  return new Date(Math.floor(clock.nowMs() / DAY_MS) * DAY_MS + (day ?? 0) * DAY_MS);
}

function toCharge(row: StoredCharge, clock: Clock): Charge {
  const { _id, day, refunds, refundSteps, refundAliases: _aliases, dispute, ...rest } = row;
  return {
    id: _id,
    ...rest,
    on: dateOf({ day }, clock),
    refunds: refunds.map((refund): Refund => {
      const last = refundSteps.findLast((step) => step.key === refund.key);
      const state: RefundState = last?.what ?? 'requested';
      const requestedOn = dateOf(refund, clock);
      const since = last ? dateOf(last, clock) : requestedOn;
      return { id: refund.id, key: refund.key, cents: refund.cents, state, requestedOn, since };
    }),
    ...(dispute ? { disputeId: dispute.id } : {}),
  };
}

function toInvoice({ _id, customerId: _customer, day, ...rest }: StoredInvoice, clock: Clock): Invoice {
  return { id: _id, ...rest, on: dateOf({ day }, clock) };
}

/** One code per key, which nobody can guess who does not know the key. */
function giftCodeOf(key: string): string {
  const signs = deriveReadableId('G', key, '1').slice(2) + deriveReadableId('G', key, '2').slice(2);
  return `GIFT-${signs.slice(0, 4)}-${signs.slice(4, 8)}-${signs.slice(8, 12)}`;
}

function toGiftCard({ _id, cents, currency, expiresDay }: StoredGiftCard, clock: Clock): GiftCard {
  const expiresOn = expiresDay === undefined ? {} : { expiresOn: dateOf({ day: expiresDay }, clock) };
  return { code: _id, cents, currency, ...expiresOn };
}
