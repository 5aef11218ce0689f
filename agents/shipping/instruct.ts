// "Leave it at the door", "come on Thursday instead", "ring at Olsen": what the shop cannot set and the carrier can, with the
// number of the parcel where it is known which one. Pure.
import { actWords } from '../../phrases/acts/index.ts';
import { phrasesFor } from '../../phrases/index.ts';
import { holdsKind, takeKinds } from '../../tools/support/read-device.ts';
import type { AgentRequest, OfflineStep, ToolAnswer } from '../agent.ts';
import { namesOrder } from '../classifier/entities.ts';

interface Parcel {
  orderId: string;
  status: string;
  carrier: string | null;
  trackingNumber: string | null;
  items?: { name: string }[];
}

const MOST_READ = 10;
const OVER: ReadonlySet<string> = new Set(['delivered', 'cancelled']);

/** `spoken`: the order that is named, or was spoken of last. */
export function instruct(request: AgentRequest, answers: readonly ToolAnswer[], spoken?: string): OfflineStep {
  const { classification, facts, text } = request;
  const words = actWords(classification.language);
  const choices = [phrasesFor(classification.language, request.phrases).personChoice()];
  const isKnown = facts.level !== 'anonymous';
  const [answer] = answers;
  if (!answer && isKnown) return { call: 'list_orders', input: { limit: MOST_READ } };
  if (!answer && spoken) return { call: 'track_parcel', input: { orderId: spoken } };
  const found = answer?.name === 'list_orders' ? (answer.result.orders as Parcel[] | undefined) : undefined;
  const parcels = (found ?? (answer?.result.found ? [answer.result as never as Parcel] : [])).filter(
    ({ status }) => !OVER.has(status),
  );
  const parcel = theirs(parcels, text, spoken);
  const hour = /\btime\b/i.test(text) ? [words.hourUnknown()] : [];
  if (!parcel) return { text: [...hour, words.atTheCarrier({})].join(' '), choices };
  const { orderId, carrier, trackingNumber } = parcel;
  return {
    text: [
      ...hour,
      words.atTheCarrier({ orderId, ...(carrier && trackingNumber ? { carrier, trackingNumber } : {}) }),
    ].join(' '),
    choices,
  };
}

/** That which is named by its number, else by its thing, else the one that was spoken of or the only one on its way. */
function theirs(parcels: readonly Parcel[], text: string, spoken?: string): Parcel | undefined {
  const { kinds } = takeKinds(text);
  const named = parcels.find(({ orderId }) => namesOrder(text, orderId));
  const holding = kinds.length > 0 ? parcels.filter(({ items }) => holdsKind(items ?? [], kinds)) : [];
  const last = parcels.find(({ orderId }) => orderId === spoken);
  if (named || holding.length === 1) return named ?? holding[0];
  if (last && (holding.length === 0 || holding.includes(last))) return last;
  return parcels.length === 1 ? parcels[0] : undefined;
}
