// "Tell me when it moves": promised in the reply, looked after once a day, told once, and not while a person has the
// conversation.
import assert from 'node:assert/strict';
import { createClassifier } from '../../agents/classifier/index.ts';
import { createAgents } from '../../agents/index.ts';
import { createRunner } from '../../agents/runner.ts';
import { createSupportBot } from '../../bots/support-bot.ts';
import { createCasePort } from '../../cases/due.ts';
import { createManualClock } from '../../core/clock.ts';
import { readConfig } from '../../core/config.ts';
import { SupportError } from '../../core/errors.ts';
import { silentLog } from '../../core/log.ts';
import type { Entry, EntryKind, Lane } from '../../models/lane.ts';
import { birthOf } from '../../models/lane-birth.ts';
import { makeDemoShop } from '../../models/shop/demo.ts';
import { fixedSettings, settingsFromConfig } from '../../settings/environment.ts';
import { createMongoBackends } from '../../tools/backends/mongo/index.ts';
import { createTools } from '../../tools/index.ts';
import { memoryRows } from '../support/memory-rows.ts';

const REFERENCE = { channel: 'web', accountId: 'default', nativeId: 'news', customer: { id: 'u1' } };

function stage() {
  const clock = createManualClock();
  const settings = fixedSettings(settingsFromConfig(readConfig({ NODE_ENV: 'test' })));
  const rows = memoryRows(makeDemoShop());
  const own = createMongoBackends(rows, clock);
  const shop = { isAway: false };
  const backends = {
    ...own,
    shop: new Proxy(own.shop, {
      get: (target, call) =>
        shop.isAway
          ? () => Promise.reject(new SupportError('backend.resting', 'away', { kind: 'transient' }))
          : Reflect.get(target, call),
    }),
  };
  const bot = createSupportBot({
    classify: createClassifier().classify,
    agents: createAgents(createTools(backends)),
    runner: createRunner({ clock, log: silentLog }),
    identity: { match: (proof) => backends.shop.matchCustomer(proof) },
    casePort: createCasePort(settings),
    showTurns: true,
    // Nothing here is proved by a code.
    codes: { waysTo: async () => [], mayAsk: async () => false, fits: () => false },
    settings,
    clock,
    log: silentLog,
  });
  let count = 0;
  const entryOf = (kind: EntryKind, more: Partial<Entry['activity']>): Entry => {
    count += 1;
    const activity = { type: 'message' as const, id: `n${count}`, timestamp: clock.now(), from: { id: 'u1' }, ...more };
    return { key: `n${count}`, kind, activity, receivedAt: clock.now(), sequence: count };
  };
  const lane = birthOf({
    laneId: 'web|default|news',
    laneKind: 'conversation',
    reference: REFERENCE,
    entry: entryOf('message', {}),
    quietWindowMs: 0,
    now: clock.now(),
  }) as Lane;

  async function serve(entry: Entry): Promise<string[]> {
    const decision = await bot.decide(lane, [entry], new AbortController().signal);
    Object.assign(lane, { state: decision.state, timers: decision.timers ?? lane.timers });
    return decision.outbox.flatMap((item) => item.activity?.text ?? []);
  }
  return {
    lane,
    rows,
    shop,
    says: (text: string) => serve(entryOf('message', { text })),
    /** A day later: what is due becomes an entry, as the lane makes it. */
    nextDay: async () => {
      clock.advance(86_400_000);
      const due = promised(lane).filter((timer) => timer.at <= clock.now());
      lane.timers = lane.timers.filter((timer) => !due.includes(timer));
      const said: string[] = [];
      for (const { name, data } of due) said.push(...(await serve(entryOf('timer', { name, value: data }))));
      return said;
    },
  };
}

/** Ratings have timers of their own. */
function promised({ timers }: Lane) {
  return timers.filter((timer) => timer.name === 'follow-up');
}

const moved = (its: ReturnType<typeof stage>) =>
  its.rows('shop_orders').updateOne({ _id: 'ORD-12345' as never }, { $set: { status: 'delivered' } });

describe('news that were asked for', () => {
  it('are promised, looked for every day, and told once when the order has moved', async () => {
    const its = stage();
    await its.says('where is ORD-12345');
    const [promise] = await its.says('tell me when it moves please');
    assert.match(promise!, /in transit.*I'll look at order ORD-12345 every day and tell you here/s);
    assert.deepEqual(await its.nextDay(), []);
    await moved(its);
    const said = await its.nextDay();
    assert.equal(said.length, 1);
    assert.match(said[0]!, /You asked me to tell you: Your order ORD-12345 was delivered/);
    assert.deepEqual(await its.nextDay(), []);
    assert.deepEqual(promised(its.lane), []);
  });

  it('are asked for twice and promised once', async () => {
    const its = stage();
    await its.says('where is ORD-12345');
    await its.says('tell me when it moves');
    await its.says('let me know when it arrives');
    assert.equal(promised(its.lane).length, 1);
  });

  it('end after a week in which nothing has happened, with a word about it', async () => {
    const its = stage();
    await its.says('where is ORD-12345');
    await its.says('tell me when it moves');
    const said: string[] = [];
    for (let day = 0; day < 9; day += 1) said.push(...(await its.nextDay()));
    assert.equal(said.length, 1);
    assert.match(said[0]!, /As promised I looked at order ORD-12345 again, and nothing has changed/);
  });

  it('are looked for again when the shop is away, for longer than what it said last counts', async () => {
    const its = stage();
    await its.says('where is ORD-12345');
    await its.says('tell me when it moves');
    its.shop.isAway = true;
    for (let day = 0; day < 3; day += 1) assert.deepEqual(await its.nextDay(), []);
    its.shop.isAway = false;
    await moved(its);
    assert.match((await its.nextDay())[0]!, /You asked me to tell you/);
  });

  it('wait while a person has the conversation', async () => {
    const its = stage();
    await its.says('where is ORD-12345');
    await its.says('tell me when it moves');
    its.lane.owner = 'ana';
    await moved(its);
    assert.deepEqual(await its.nextDay(), []);
    its.lane.owner = 'bot';
    assert.equal((await its.nextDay()).length, 1);
  });
});
