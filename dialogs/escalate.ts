// Escalate: a person takes over. Opens the case's own lane by one effect, at most once per turn, and never a second
// case while one is open.
import { asSupportError } from '../core/errors.ts';
import { deriveId, deriveReadableId } from '../core/ids.ts';
import type { Case } from '../models/case.ts';
import type { Entry, NewOutboxItem } from '../models/lane.ts';
import { appendTo, CASE_OPENED, caseReference } from '../models/lane-effects.ts';
import type { Intent } from '../models/turn.ts';
import { dueInWords } from './due-in-words.ts';
import type { Escalation, TurnContext } from './turn-context.ts';

const MOST_SUMMARY = 500;

/** Opens a case, or leaves the open one as it is, unless a risk makes it urgent. Returns true when it is new. */
export function escalate(context: TurnContext, escalation: Escalation): boolean {
  const { state, lane, entries, classification, services } = context;
  if (state.openCase && !context.opened && escalation.reason === 'risk')
    raiseCase(context, escalation.reasons[0] ?? 'danger');
  if (state.openCase || context.opened) return false;
  const head = entries[0]!;
  const now = services.clock.now();
  const priority = classification.priority;
  const id = deriveReadableId('ESC', lane._id, head.key);
  const intent = classification.intents[0]!.intent;
  const opened: Case = {
    id,
    status: 'open',
    reason: escalation.reason,
    priority,
    intent,
    sentiment: classification.sentiment,
    language: classification.language,
    summary: escalation.summary,
    tried: context.answers.map(
      ({ answer, route }) => `${route.agent}: ${answer.tools.map((tool) => tool.name).join(', ') || 'no tools'}`,
    ),
    ...(context.text ? { asked: context.text.slice(0, 500) } : {}),
    ...suggestionOf(context),
    conversation: lane.reference,
    ...nameOf(state),
    ...(state.contact.shopCustomerId ? { shopCustomerId: state.contact.shopCustomerId } : {}),
    known: knownOf(context),
    ...(escalation.approval ? { approval: escalation.approval } : {}),
    openedAt: now,
    dueAt: services.casePort.dueAt(priority, now),
    owner: null,
    ownershipEpoch: 0,
    recent: [
      ...state.said
        .slice(-6)
        .map((said) => ({ who: said.role, text: said.text.slice(0, 300), at: state.session.lastAt })),
      ...entries
        .filter((entry) => entry.activity.text)
        .map((entry) => ({ who: 'customer' as const, text: entry.activity.text!.slice(0, 300), at: entry.receivedAt })),
    ],
    history: [{ at: now, who: 'bot', what: `opened: ${escalation.reason}` }],
    lastCustomerAt: now,
    labels: [],
    reminded: [],
  };
  context.opened = opened;
  context.outcome = 'escalated';
  context.followUpRequired = true;
  const place = services.casePort.outlook?.(opened.dueAt)?.ahead;
  state.openCase = {
    id,
    subject: intent,
    dueAt: opened.dueAt,
    reasons: escalation.reasons,
    ...(escalation.approval ? { approves: escalation.summary.slice(0, MOST_SUMMARY) } : {}),
    ...(place === undefined ? {} : { place, placeAt: now }),
  };
  context.effects.push(openingEffect(lane._id, head, opened));
  return true;
}

/** Danger, told while a case is open: that one is urgent from now on, and is promised as soon as a new one would be. */
export function raiseCase(context: TurnContext, risk: string): void {
  const { state, lane, entries, services } = context;
  const open = state.openCase;
  if (!open || open.reasons.includes(risk)) return;
  const urgent = services.casePort.dueAt('URGENT', services.clock.now());
  const dueAt = urgent < new Date(open.dueAt) ? urgent : new Date(open.dueAt);
  state.openCase = { ...open, dueAt, reasons: [...open.reasons, risk] };
  context.followUpRequired = true;
  tellCase(context, open.id, 'case.raised', { risk, dueAt }, deriveId(lane._id, entries[0]!.key, 'raised'));
}

/** Who they are to us, for the card: nothing that colleagues would ask again. */
function knownOf({ state, classification }: TurnContext): string[] {
  const { contact, facts, lastCase, problems } = state;
  const orders = [...new Set([...(classification.entities.orderIds ?? []), ...state.orderIds])].slice(0, 3);
  return [
    contact.level === 'anonymous' ? 'not signed in, not verified' : 'signed in or verified',
    ...(orders.length > 0 ? [`speaks of ${orders.join(', ')}`] : []),
    ...(facts.name && facts.name.value !== contact.name ? [`wants to be called ${facts.name.value}`] : []),
    ...(facts.channel ? [`prefers ${facts.channel.value}`] : []),
    ...(lastCase ? [`had case ${lastCase.id}${lastCase.promised ? `, promised: ${lastCase.promised}` : ''}`] : []),
    ...(problems.length > 1 ? [`${problems.length} technical problems before`] : []),
  ].map((one) => one.slice(0, 150));
}

/** Who it is, and whether that is only the number or address talking. */
function nameOf({ contact, recognised }: TurnContext['state']): Pick<Case, 'customerName' | 'recognisedBy'> {
  if (contact.name) return { customerName: contact.name };
  return recognised ? { customerName: recognised.name, recognisedBy: recognised.by } : {};
}

/** What the bot would have said is a draft for the person who takes it. */
function suggestionOf({ answers }: TurnContext): { suggested?: string } {
  const text = answers
    .map(({ answer }) => answer.text.trim())
    .filter((one) => one !== '')
    .join('\n\n');
  return text ? { suggested: text.slice(0, 1_500) } : {};
}

function openingEffect(laneId: string, head: Entry, opened: Case): NewOutboxItem {
  const id = deriveId(laneId, head.key, 'case');
  const from = { id: 'frontdesk', role: 'bot' as const };
  const activity = { type: 'event' as const, name: CASE_OPENED, id, timestamp: opened.openedAt, from, value: opened };
  return appendTo(caseReference(opened.id), { id, entryKind: 'action', activity });
}

/** Hands what the customer wrote on to the case's lane; the entry's key makes a repetition harmless. */
export function forwardToCase(context: TurnContext, caseId: string): void {
  for (const { key, kind, activity } of context.entries) {
    // A case may have several conversations; an answer goes to the one that was used last.
    const channelData = { ...activity.channelData, conversation: context.lane.reference };
    const id = deriveId(context.lane._id, key, 'forward');
    const entry = { id, entryKind: kind, activity: { ...activity, channelData } };
    context.effects.push(appendTo(caseReference(caseId), entry));
  }
}

/** Tells a case's lane something, once per key. */
export function tellCase(context: TurnContext, caseId: string, name: string, value: unknown, key: string): void {
  const timestamp = context.services.clock.now();
  const activity = { type: 'event' as const, name, id: key, timestamp, from: { id: 'customer' }, value };
  context.effects.push(appendTo(caseReference(caseId), { id: key, entryKind: 'action', activity }));
}

/** The customer writes about a case that was closed lately: it is open again, with a new time. */
export function reopen(context: TurnContext): void {
  const { state, services, classification, lane, entries } = context;
  const { lastCase } = state;
  if (!lastCase) return;
  const dueAt = services.casePort.dueAt(classification.priority, services.clock.now());
  state.openCase = { id: lastCase.id, subject: lastCase.subject, dueAt, reasons: lastCase.reasons };
  state.lastCase = null;
  context.outcome = 'escalated';
  context.followUpRequired = true;
  context.reopened = true;
  const news = { dueAt, conversation: lane.reference };
  tellCase(context, lastCase.id, 'case.reopened', news, deriveId(lane._id, entries[0]!.key, 'reopen'));
  forwardToCase(context, lastCase.id);
}

/** It failed: say so, and let a person look at it. A bug goes on to the lane, which tries again. */
export function apologise(context: TurnContext, intent: Intent, thrown: unknown): string {
  const error = asSupportError(thrown);
  if (error.kind === 'bug') throw error;
  context.services.log.warn('agent.failed', { laneId: context.lane._id, error });
  escalate(context, { reason: 'failure', reasons: [], summary: `The bot could not answer: ${error.code}.` });
  const { openCase } = context.state;
  const due = { caseId: openCase!.id, due: dueInWords(context, openCase!.dueAt) };
  if (error.code === 'agent.late') return context.words.stillChecking({ topic: context.words.topic(intent), ...due });
  return withOrders(context, context.words.somethingFailed(due));
}

const ORDER_ID = /\bORD-\d{1,10}\b/gi;
const MOST_NAMED = 3;

/** Of several messages the customer must know which one went wrong: the orders that it named are named behind the apology. */
export function withOrders({ text, words }: TurnContext, apology: string): string {
  const named = [...new Set(text.match(ORDER_ID)?.map((id) => id.toUpperCase()))].slice(0, MOST_NAMED);
  return named.length === 0 ? apology : `${apology} ${words.itWasAbout({ orderId: named.join(', ') })}`;
}
