// A promise is kept: once a day the bot looks whether an order or a refund has moved, tells it once, and says so, too, when
// nothing has happened for a week. While a person has the conversation it only waits.
import { asSupportError } from '../core/errors.ts';
import type { TurnContext } from '../dialogs/turn-context.ts';
import { scopeOf } from '../dialogs/turn-context.ts';
import type { Entry, LaneDecision, LaneTimer } from '../models/lane.ts';
import { type BillingWords, billingWords, type RefundStateWords } from '../phrases/billing/index.ts';
import { phrasesFor } from '../phrases/index.ts';
import { talkWords } from '../phrases/talk/index.ts';
import { say } from './say.ts';

const DAY_MS = 86_400_000;
const MOST_LOOKS = 7;

interface Watch {
  about: string;
  watch: 'order' | 'refund';
  orderId: string;
  was: string;
  looks?: string;
}

/** What is known now: its state, and how it is put into words. Null: it cannot be seen any more. */
type Seen = { state: string; text: string } | null;

export function isWatch({ activity }: Entry): boolean {
  return 'watch' in ((activity.value ?? {}) as object);
}

export async function lookAgain(context: TurnContext, entry: Entry): Promise<LaneDecision> {
  const { lane, state, services } = context;
  const watch = entry.activity.value as Watch;
  const looks = Number(watch.looks ?? 0) + 1;
  const language = state.language || 'en';
  context.classification.language = language;
  const again: LaneTimer = {
    key: `${entry.key}:again`.slice(-120),
    at: new Date(services.clock.nowMs() + DAY_MS),
    name: 'follow-up',
    data: { ...watch, agent: 'watch', text: '', looks: String(looks) },
  };
  const rest = lane.timers.filter((timer) => timer.key !== entry.key);
  const later = { state, outbox: [], timers: [...rest, again] };
  if (lane.owner !== 'bot') return later;
  let seen: Seen;
  try {
    seen = watch.watch === 'order' ? await seeOrder(context, watch) : await seeRefund(context, watch);
  } catch (thrown) {
    const error = asSupportError(thrown);
    if (error.kind !== 'transient') throw thrown;
    // Three quick tries would end the promise: a shop that is away is looked at tomorrow.
    services.log.warn('watch.away', { laneId: lane._id, error });
    return later;
  }
  if (!seen) return { state, outbox: [] };
  const hasMoved = seen.state !== watch.was;
  if (!hasMoved && looks < MOST_LOOKS) return later;
  const words = talkWords(language);
  const text = hasMoved
    ? words.lookedAgain({ state: seen.text })
    : words.notYet({ orderId: watch.orderId, state: seen.text });
  return { state, outbox: [say(lane, entry.key, 'follow-up', text, entry.receivedAt)] };
}

async function seeOrder(context: TurnContext, { orderId }: Watch): Promise<Seen> {
  const found = await call(context, 'order', 'look_up_order', { orderId });
  if (!found.found) return null;
  const { status, carrier, trackingNumber, deliveryOn } = found as Record<string, string | null>;
  const words = phrasesFor(context.state.language || 'en', context.settings.phrases);
  const text = words.orderState({
    orderId,
    status: status ?? '',
    carrier: carrier ?? null,
    trackingNumber: trackingNumber ?? null,
    deliveryOn: deliveryOn ?? null,
    today: context.services.clock.now().toISOString().slice(0, 10),
  });
  return { state: status ?? '', text };
}

async function seeRefund(context: TurnContext, { orderId }: Watch): Promise<Seen> {
  const found = await call(context, 'billing', 'get_refund_state', { orderId });
  const [refund] = (found.refunds ?? []) as RefundStateWords[];
  const words: BillingWords = billingWords(context.state.language || 'en');
  return refund ? { state: refund.state, text: words.refundState(refund) } : { state: 'none', text: words.noRefunds() };
}

/** Throws as the tool does. */
async function call(context: TurnContext, agent: 'order' | 'billing', name: string, input: Record<string, unknown>) {
  const tool = context.services.agents[agent].tools.find((one) => one.name === name)!;
  if (tool.effect !== 'reads') throw new Error(`${name} is no tool that reads`);
  return tool.run(tool.input.parse(input), scopeOf(context, context.entries[0]!.key));
}
