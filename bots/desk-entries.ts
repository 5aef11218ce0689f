// What reaches a customer's lane from the desk and from the shop: a person's words, and what the bot is asked to do for the
// desk. Each is decided like a turn, and nothing is sent from here.
import { isOpen, whenOpen } from '../cases/due.ts';
import { deriveId } from '../core/ids.ts';
import type { ConversationState } from '../dialogs/conversation-state.ts';
import { dueInWords } from '../dialogs/due-in-words.ts';
import { tellCase } from '../dialogs/escalate.ts';
import { apologyFor, type DecidedApproval, perform, proposeChanged } from '../dialogs/exchanges/approval.ts';
import type { TurnContext } from '../dialogs/turn-context.ts';
import type { Activity, Attachment } from '../models/activity.ts';
import type { StaffMember } from '../models/case.ts';
import type { Entry, Lane, LaneDecision, NewOutboxItem } from '../models/lane.ts';
import { codeWords } from '../phrases/codes/index.ts';
import { type Phrases, phrasesFor } from '../phrases/index.ts';
import { showWaiting } from './case-status.ts';
import { queueNews, waitingOf } from './queue-news.ts';
import { say } from './say.ts';
import { rateCase } from './timers.ts';

/** A person's words, as they are. */
export function passOn(lane: Lane, entries: Entry[]): LaneDecision {
  const outbox = entries.map((entry): NewOutboxItem => {
    const id = deriveId(lane._id, entry.key, 'staff');
    const { activity } = entry;
    return {
      id,
      kind: 'send',
      activity: { ...activity, id, type: 'message', from: { ...activity.from, role: 'user' } },
    };
  });
  const state = lane.state as ConversationState | null;
  const said = entries.map((entry) => ({
    role: 'bot' as const,
    text: `(${entry.activity.from.name}) ${entry.activity.text ?? ''}`,
  }));
  return { state: state ? { ...state, said: [...state.said, ...said].slice(-12) } : state, outbox };
}

/** What the desk asks the bot to do: ask for a rating, say that it takes longer, do what was approved. */
export async function actForDesk(context: TurnContext): Promise<LaneDecision> {
  const { lane, entries, state } = context;
  const entry = entries[0]!;
  const words = phrasesFor(state.language || 'en', context.settings.phrases);
  const isWaiting = lane.owner === 'waiting' || context.opened !== null;
  const reply = (text: string, extras: Partial<Activity> = {}): LaneDecision => ({
    state,
    outbox: [
      say(lane, entry.key, 'desk', text, entry.receivedAt, extras),
      ...(isWaiting ? showWaiting(context, entry.key) : []),
      ...context.effects,
    ],
    ...(context.opened && lane.owner === 'bot' ? { owner: 'waiting' } : {}),
  });
  switch (entry.activity.name) {
    case 'case.rate':
      return rateCase(lane, state, (entry.activity.value as { caseId: string }).caseId, entry, words);
    case 'case.delayed':
      return lane.owner === 'waiting'
        ? reply(words.takesLonger({ caseId: state.openCase?.id ?? '' }))
        : { state, outbox: [] };
    case 'case.again':
      return lane.owner === 'waiting' && state.openCase
        ? reply(
            words.openedAgain({
              caseId: state.openCase.id,
              due: dueInWords({ ...context, words }, state.openCase.dueAt),
            }),
          )
        : { state, outbox: [] };
    case 'case.queue': {
      const news = await queueNews(context, (entry.activity.value as { caseId: string }).caseId);
      return news ? reply(news, { channelData: waitingOf(context) }) : { state, outbox: [] };
    }
    case 'staff.changed':
      return { state, outbox: [correct(lane, entry)] };
    case 'shop.event':
      return tellEvent(context, entry, words);
    case 'code.failed':
      return tellCodeFailed(context, entry, words);
    case 'consent':
      return hearConsent(context, entry, words);
    case 'customer.blocked':
      return {
        state: { ...state, blocked: { until: new Date((entry.activity.value as { until: string }).until) } },
        outbox: [],
      };
    case 'case.recover': {
      const { caseId, language } = entry.activity.value as { caseId: string; language: string };
      const apology = await apologyFor(context, caseId, language);
      if (apology) tellCase(context, caseId, 'case.recovery', apology, deriveId(lane._id, entry.key, 'recovery'));
      return { state, outbox: context.effects };
    }
    case 'case.decided': {
      const approval = entry.activity.value as DecidedApproval;
      if (approval.decided?.verdict !== 'changed') {
        const done = await perform(context, approval, words);
        return done === null ? { state, outbox: context.effects } : reply(done);
      }
      const asked = await proposeChanged(context, approval, words);
      if (asked === null) return { state, outbox: context.effects };
      return reply(asked, { choices: [words.yesChoice(), words.noChoice()] });
    }
    default:
      return { state: lane.state, outbox: [] };
  }
}

interface Correction {
  providerId: string;
  text: string | null;
  by: StaffMember;
  attachments?: Attachment[];
}

/** A person's correction of what the customer has: changed or deleted in place, by the network's own id of it. */
function correct(lane: Lane, entry: Entry): NewOutboxItem {
  const { providerId, text, by, attachments } = entry.activity.value as Correction;
  const id = deriveId(lane._id, entry.key, 'correction');
  return {
    id,
    kind: text === null ? 'delete' : 'update',
    activity: {
      type: 'message',
      id,
      timestamp: entry.receivedAt,
      from: { ...by, role: 'user' },
      ...(text === null ? {} : { text, ...(attachments ? { attachments } : {}) }),
      channelData: { providerId },
    },
  };
}

interface ShopEvent {
  type: 'parcel.delayed' | 'refund.booked' | 'back.in.stock' | 'bug.fixed';
  orderId?: string;
  product?: string;
  on?: string;
  amount?: { value: number; currency: string };
}

/** One message about what the shop reports: only while the bot speaks here, and within the opening hours. */
function tellEvent(context: TurnContext, entry: Entry, words: Phrases): LaneDecision {
  const { lane, state, settings, services } = context;
  if (lane.owner !== 'bot') {
    // A person has it, or will: what the shop says is theirs to pass on.
    if (state.openCase)
      tellCase(context, state.openCase.id, 'case.shop', entry.activity.value, deriveId(lane._id, entry.key, 'shop'));
    return { state, outbox: context.effects };
  }
  const text = words.shopEvent({ orderId: '', product: '', ...(entry.activity.value as ShopEvent) });
  const now = services.clock.now();
  if (isOpen(settings.hours, now)) return { state, outbox: [say(lane, entry.key, 'event', text, entry.receivedAt)] };
  const at = whenOpen(settings.hours, now);
  const timer = { key: `event:${entry.key}`, at, name: 'follow-up', data: { agent: 'shop', about: 'event', text } };
  return { state, outbox: [], timers: [...lane.timers, timer] };
}

/** The code that is waited for cannot be sent; an older one is nobody's concern. */
function tellCodeFailed({ lane, state }: TurnContext, entry: Entry, words: Phrases): LaneDecision {
  const { challengeId } = entry.activity.value as { challengeId: string };
  const { question } = state;
  if (question?.kind !== 'code' || question.challengeId !== challengeId || lane.owner !== 'bot')
    return { state, outbox: [] };
  const codes = codeWords(state.language || 'en');
  state.choices = [codes.againChoice(), words.personChoice()];
  const { choices } = state;
  return { state, outbox: [say(lane, entry.key, 'code', codes.failed(), entry.receivedAt, { choices })] };
}

/** STOP, START and HELP: the door has kept what was said; the one confirmation is ours unless the network gives it. */
function hearConsent(context: TurnContext, entry: Entry, words: Phrases): LaneDecision {
  const { lane, state } = context;
  const { word, confirm } = entry.activity.value as { word: 'stop' | 'start' | 'help'; confirm: boolean };
  if (word !== 'help' && state.openCase)
    tellCase(context, state.openCase.id, 'case.consent', { word }, deriveId(lane._id, entry.key, 'consent'));
  const text = word === 'stop' ? words.stopped() : word === 'start' ? words.started() : words.help();
  const reply = say(lane, entry.key, 'consent', text, entry.receivedAt, { channelData: { consent: 'confirmation' } });
  return {
    state,
    outbox: [...(confirm ? [reply] : []), ...context.effects],
    ...(word === 'stop' ? { timers: [] } : {}),
  };
}
