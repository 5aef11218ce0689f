// A world for conversation tests: the real bot, the real desk, the real classifier and tools, over lanes in memory and
// a clock that is moved by hand. Nothing here talks to a network or a store.
import { createClassifier } from '../../agents/classifier/index.ts';
import { createAgents } from '../../agents/index.ts';
import type { ModelSource } from '../../agents/model.ts';
import { createRunner } from '../../agents/runner.ts';
import { createSupportBot } from '../../bots/support-bot.ts';
import { createCaseDesk } from '../../cases/case-desk.ts';
import { createCasePort } from '../../cases/due.ts';
import { renderCard } from '../../channels/console/index.ts';
import { createManualClock } from '../../core/clock.ts';
import { readConfig } from '../../core/config.ts';
import { silentLog } from '../../core/log.ts';
import { Secret } from '../../core/secret.ts';
import { type ConversationReference, laneIdOf } from '../../models/activity.ts';
import type { Case, ShownStatus } from '../../models/case.ts';
import type { CodeEffect, CodeWay, Entry, EntryKind, Lane, LaneDecision, LaneKind, Owner } from '../../models/lane.ts';
import { birthOf } from '../../models/lane-birth.ts';
import { createCodeStore } from '../../models/one-time-codes.ts';
import type { CasePort, CodeSender } from '../../models/ports.ts';
import type { Settings } from '../../models/settings.ts';
import { makeDemoShop } from '../../models/shop/demo.ts';
import type { StoredOrder } from '../../models/shop/shop.ts';
import type { TurnRecord } from '../../models/turn.ts';
import { maskEntry } from '../../queues/mask-entry.ts';
import { fixedSettings, settingsFromConfig } from '../../settings/environment.ts';
import { createCodes } from '../../tools/backends/codes/delivery.ts';
import { createIdentity } from '../../tools/backends/identity.ts';
import { createMongoBackends } from '../../tools/backends/mongo/index.ts';
import { type Backends, createTools } from '../../tools/index.ts';
import { memoryRows } from './memory-rows.ts';
import { scriptedModel } from './scripted-model.ts';

export interface WorldOptions {
  channel?: string;
  /** The network's own id of the conversation; a telephone number for SMS. */
  nativeId?: string;
  /** Orders besides those of the demo shop. */
  orders?: StoredOrder[];
  /** Who the shop says this is. */
  customer?: { shopCustomerId: string; name?: string };
  settings?: Partial<Settings>;
  /** Real ones, instead of the offline model. */
  models?: ModelSource;
  /** What sends one-time codes; a demo inbox for both ways if left out. */
  senders?: Partial<Record<CodeWay, CodeSender>>;
  /** What the desk is like. */
  queue?: Pick<CasePort, 'ahead' | 'outlook'>;
  /** Stand in for ours. */
  backends?: Partial<Backends>;
}

const classifier = createClassifier();
const demoShop = makeDemoShop();
const exampleOrder = demoShop.shop_orders!.find((one) => one._id === 'ORD-12345') as StoredOrder;

/** An order like the worked example's, with what matters changed. */
export function order(id: string, changes: Partial<StoredOrder> = {}): StoredOrder {
  return { ...exampleOrder, _id: id, ...changes };
}

export type World = ReturnType<typeof world>;

export function world(options: WorldOptions = {}) {
  const clock = createManualClock();
  const settings = fixedSettings({ ...settingsFromConfig(readConfig({ NODE_ENV: 'test' })), ...options.settings });
  const script: string[] = [];
  const asked = { times: 0 };
  const model = scriptedModel(script, asked);
  const rows = memoryRows({ ...demoShop, shop_orders: [...demoShop.shop_orders!, ...(options.orders ?? [])] });
  const backends: Backends = { ...createMongoBackends(rows, clock), ...options.backends };
  const letters: { to: string; text: string }[] = [];
  const sender = {
    name: 'demo',
    send: async ({ id, to, text }: { id: string; to: string; text: string }) => {
      letters.push({ to, text });
      return { outcome: 'accepted' as const, providerId: id };
    },
  };
  const codes = createCodes({
    key: new Secret('the key of the world'),
    store: createCodeStore(rows, clock),
    shop: backends.shop,
    senders: () => options.senders ?? { email: sender, phone: sender },
    clock,
  });
  const identity = createIdentity(backends.shop, rows, clock);
  const agents = createAgents(createTools(backends));
  const runnerOf = (scripted: boolean) =>
    createRunner({
      ...(scripted ? { models: () => model as never } : options.models ? { models: options.models } : {}),
      clock,
      log: silentLog,
    });
  const state = { scripted: false };
  const bot = createSupportBot({
    classify: classifier.classify,
    agents,
    runner: {
      run: (...args) => runnerOf(state.scripted).run(...args),
      confirm: (...args) => runnerOf(state.scripted).confirm(...args),
    },
    identity,
    codes,
    showTurns: true,
    casePort: createCasePort(settings, options.queue),
    settings,
    clock,
    log: silentLog,
  });
  const handlers = { conversation: bot, case: createCaseDesk({ clock, settings }) };
  const lanes = new Map<string, Lane>();
  const turns: TurnRecord[] = [];
  /** What reached the customer, and what reached the desk, not yet asserted. */
  const said: { text: string; choices: string[]; who: string }[] = [];
  const cards: string[] = [];
  /** How the customer's own card of their case changed. */
  const statuses: ShownStatus[] = [];
  const reference: ConversationReference = {
    channel: options.channel ?? 'web',
    accountId: 'default',
    nativeId: options.nativeId ?? 'c1',
    customer: { id: 'u1' },
  };
  let count = 0;

  function laneOf(ref: ConversationReference, kind: LaneKind): Lane {
    const id = laneIdOf(ref);
    const known = lanes.get(id);
    if (known) return known;
    const entry = {
      key: '',
      kind: 'message' as const,
      activity: { type: 'message' as const, id: '', timestamp: clock.now(), from: { id: '' } },
      receivedAt: clock.now(),
    };
    const born = birthOf({
      laneId: id,
      laneKind: kind,
      reference: ref,
      entry,
      quietWindowMs: 0,
      now: clock.now(),
    }) as Lane;
    lanes.set(id, born);
    return born;
  }

  /** One entry, served at once: decide, keep the state, send what was decided. */
  async function serve(
    ref: ConversationReference,
    kind: LaneKind,
    entryKind: EntryKind,
    activity: Entry['activity'],
    owner?: Owner,
  ): Promise<void> {
    const lane = laneOf(ref, kind);
    lane.sequence += 1;
    if (owner) Object.assign(lane, { owner, ownerEpoch: lane.ownerEpoch + 1 });
    const entry: Entry = {
      key: activity.id,
      kind: entryKind,
      activity,
      receivedAt: clock.now(),
      sequence: lane.sequence,
    };
    await decideAll(lane, kind, [entry]);
  }

  const decideAll = async (lane: Lane, kind: LaneKind, entries: Entry[]): Promise<void> =>
    carryOut(lane, kind, entries, await handlers[kind].decide(lane, entries, new AbortController().signal));

  async function carryOut(lane: Lane, kind: LaneKind, entries: Entry[], decision: LaneDecision): Promise<void> {
    Object.assign(lane, { state: decision.state, ...(decision.owner ? { owner: decision.owner } : {}) });
    const fired = entries.filter((entry) => entry.kind === 'timer').map((entry) => entry.key);
    lane.timers = decision.timers ?? lane.timers.filter((timer) => !fired.includes(timer.key));
    if (decision.turn) turns.push(decision.turn);
    for (const item of decision.outbox) {
      if (item.effect?.type === 'code') await sendCode(lane, item.id, item.effect);
      else if (item.effect)
        await serve(
          item.effect.reference,
          item.effect.laneKind,
          item.effect.entryKind,
          { ...item.effect.activity, id: item.id },
          item.effect.owner,
        );
      else if (item.activity?.name === 'case.status') statuses.push(item.activity.value as ShownStatus);
      else if (kind === 'case') cards.push(shownAtDesk(item.activity!));
      else
        said.push({
          text: item.activity?.text ?? '',
          choices: (item.activity?.choices ?? []).map((one) => one.title),
          who: item.activity?.from.name ?? '',
        });
    }
  }

  /** As the outbox does it: what cannot be sent is told to the lane. */
  async function sendCode(lane: Lane, id: string, effect: CodeEffect): Promise<void> {
    const result = await codes.deliver(effect, lane._id);
    if (result.outcome === 'accepted') return;
    const value = { challengeId: effect.challengeId, why: result.code };
    const event = { ...activity({ id: 'frontdesk' }), type: 'event' as const, id, name: 'code.failed', value };
    await serve(lane.reference, 'conversation', 'action', event);
  }

  /** What the door makes of a text before it is stored. */
  async function masked(text: string): Promise<Pick<Entry['activity'], 'text' | 'codes'>> {
    const came = { key: '', kind: 'message' as const, activity: activity({ id: 'u1' }, text), receivedAt: clock.now() };
    const { activity: kept } = await maskEntry(came, laneIdOf(reference), codes, 1_000);
    return { ...(kept.text === undefined ? {} : { text: kept.text }), ...(kept.codes ? { codes: kept.codes } : {}) };
  }

  const activity = (from: { id: string; name?: string }, text?: string): Entry['activity'] => {
    count += 1;
    return { type: 'message', id: `m${count}`, timestamp: clock.now(), from, ...(text === undefined ? {} : { text }) };
  };

  const written = (text: string): Entry => {
    const lane = laneOf(reference, 'conversation');
    lane.sequence += 1;
    const said = activity({ id: 'u1' }, text);
    return { key: said.id, kind: 'message', activity: said, receivedAt: clock.now(), sequence: lane.sequence };
  };

  return {
    clock,
    /** The shop's collections, to look at what was really done. */
    rows,
    script,
    asked,
    state,
    turns,
    said,
    cards,
    statuses,
    reference,
    lane: () => laneOf(reference, 'conversation'),
    caseOf: () => [...lanes.values()].filter((lane) => lane.kind === 'case').map((lane) => lane.state as Case),
    /** The lane of another conversation, if it was begun. */
    laneAt: (ref: ConversationReference) => lanes.get(laneIdOf(ref)),
    /** Letters with one-time codes, in the order in which they left. */
    letters,
    codes,
    identity,
    customer: async (text: string, channelData?: Record<string, unknown>) => {
      const more = {
        ...(options.customer ? { identity: options.customer } : {}),
        ...(channelData ? { channelData } : {}),
      };
      const said = await masked(text);
      return serve(reference, 'conversation', 'message', { ...activity({ id: 'u1' }), ...said, ...more });
    },
    /** Several texts that share a turn. */
    customerRapidly: (texts: string[]) =>
      decideAll(laneOf(reference, 'conversation'), 'conversation', texts.map(written)),
    /** A message whose turn failed three times, as the lane gives it up. */
    givenUp: (text: string) => {
      const [lane, entries] = [laneOf(reference, 'conversation'), [written(text)]];
      return carryOut(lane, 'conversation', entries, bot.giveUp(lane, entries, new Error('again')));
    },
    /** The desk or the shop asks the bot for something. */
    act: (name: string, value: unknown) =>
      serve(reference, 'conversation', 'action', { ...activity({ id: 'desk' }), type: 'event', name, value }),
    /** A colleague does something to the first case. */
    desk: (name: string, value: unknown) => {
      const lane = [...lanes.values()].find((one) => one.kind === 'case')!;
      return serve(lane.reference, 'case', 'action', { ...activity({ id: 'ana' }), type: 'event', name, value });
    },
    /** The next timer of that name comes due; false: there is none. */
    next: async (name: string): Promise<boolean> => {
      const timer = laneOf(reference, 'conversation').timers.find((one) => one.name === name);
      if (!timer) return false;
      clock.advance(Math.max(0, timer.at.getTime() - clock.nowMs()));
      const { key: id, data: value } = timer;
      await serve(reference, 'conversation', 'timer', { ...activity({ id: 'clock' }), type: 'event', id, name, value });
      return true;
    },
    claim: (name: string) =>
      serve(reference, 'conversation', 'owner', activity({ id: name.toLowerCase(), name }), name.toLowerCase()),
    /** The conversation changes hands, with what its new owner is told. */
    give: (owner: string, value: unknown) =>
      serve(
        reference,
        'conversation',
        'owner',
        { ...activity({ id: 'ana', name: 'Ana' }), type: 'event', value },
        owner,
      ),
    person: (text: string) => serve(reference, 'conversation', 'staff', activity({ id: 'ana', name: 'Ana' }, text)),
  };
}

/** What the desk sees of an item, as one line of text. */
function shownAtDesk({ name, value }: Entry['activity']): string {
  if (name === 'case.card') return renderCard(value as Case);
  const shown = value as { text?: string; name?: string; to?: string; state?: string };
  return [name, shown.name, shown.to && `(to ${shown.to})`, shown.text, shown.state].filter(Boolean).join(' ');
}
