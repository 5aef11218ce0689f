// What every channel promises, whichever network is behind it: who is let in and what becomes of the rest, that everything
// said arrives whole and fits, and that the fate of each send is told truthfully. One suite, run by all of them.
import assert from 'node:assert/strict';
import { errorResponse } from '../../channels/web/refusal.ts';
import { silentLog } from '../../core/log.ts';
import { pickChoice } from '../../dialogs/steps/choose.ts';
import type { Activity, Choice } from '../../models/activity.ts';
import type { OutboxItem } from '../../models/lane.ts';
import { type Body, type ChannelStage, sample, settings, type Trouble } from '../support/channel-stages.ts';

export interface ChannelContract {
  open(): Promise<ChannelStage>;
  /** How much one message may be, as `bytes` of the stage counts it. */
  mostBytes: number;
  /** The network keeps our ids, so that an unclear send can be looked up. */
  canLookUp: boolean;
  /** What this door reads of a body at all; the rest of the table goes through the app. */
  malformed: string[];
}

const CHOICES: Choice[] = [
  { title: 'Track it', value: 'Where is my order ORD-1?' },
  { title: 'Return it', value: 'I want to return ORD-1' },
  { title: 'Talk to a person', value: 'I want to talk to a person' },
];

let count = 0;
export function itemOf(activity: Partial<Activity>): OutboxItem {
  count += 1;
  const at = new Date();
  return {
    id: `item-${process.pid}-${count}`,
    kind: 'send',
    activity: { type: 'message', id: `a-${count}`, timestamp: at, from: { id: 'frontdesk', role: 'bot' }, ...activity },
    notBefore: null,
    cancelledAt: null,
    ownerEpoch: 0,
    attempts: 0,
    ambiguousSince: null,
    createdAt: at,
  };
}

export function channelContract(name: string, contract: ChannelContract): void {
  describe(`channel contract: ${name}`, function () {
    this.timeout(20_000);
    let stage: ChannelStage;
    beforeEach(async () => {
      stage = await contract.open();
    });
    afterEach(() => stage.stop());

    /** As the web shell does it: whatever is thrown becomes a refusal with an id. */
    const knock = async (body: Body | string, trouble?: Trouble) =>
      stage.channel.webhook!(await stage.request!(body, trouble)).catch((error: unknown) =>
        errorResponse(error, silentLog),
      );
    const send = (activity: Partial<Activity>) => stage.channel.send(stage.reference, itemOf(activity), settings);

    if (name !== 'console') comesIn(name, contract, () => stage, knock);
    goesOut(contract, () => stage, send);
    if (!['console', 'web'].includes(name)) fates(contract, () => stage);
  });
}

type Knock = (body: Body | string, trouble?: Trouble) => Promise<Response>;

function comesIn(name: string, contract: ChannelContract, stage: () => ChannelStage, knock: Knock): void {
  it('hears a customer', async () => {
    const response = await knock(sample(name, 'message'));
    assert.ok(response.ok, `${response.status} ${await response.text()}`);
    assert.equal(stage().heard.length, 1);
    const { reference, entry } = stage().heard[0]!;
    assert.equal(entry.activity.text, 'Where is my order ORD-12345?');
    assert.deepEqual([reference.channel, reference.accountId, entry.kind], [name, 'default', 'message']);
  });

  it('answers a delivery that comes twice twice, under one key', async () => {
    await knock(sample(name, 'message'));
    assert.ok((await knock(sample(name, 'message'))).ok);
    const keys = stage().heard.map(({ reference, entry }) => `${reference.nativeId} ${entry.key}`);
    assert.equal(new Set(keys).size, 1);
  });

  for (const trouble of ['forged', 'stale', 'unsigned'] as const)
    it(`refuses what is ${trouble}`, async () => {
      const response = await knock(sample(name, 'message'), trouble);
      assert.ok([401, 403].includes(response.status), String(response.status));
      assert.match(await response.text(), /"id":"err-/);
      assert.deepEqual(stage().heard, []);
    });

  if (name !== 'web')
    it('does not hear itself', async () => {
      assert.ok((await knock(sample(name, 'own'))).ok);
      assert.deepEqual(stage().heard, []);
    });

  it('takes what does not concern us for what it is', async () => {
    for (const body of sample<Body[]>(name, 'ignored')) {
      const response = await knock(body);
      assert.ok(response.ok, `${response.status} for ${JSON.stringify(body)}`);
    }
    assert.deepEqual(stage().heard, []);
  });

  it('refuses what it cannot read, with an opaque id and nothing else', async () => {
    for (const body of contract.malformed) {
      const response = await knock(body);
      assert.ok(response.status >= 400 && response.status < 500, `${response.status} for ${body.slice(0, 80)}`);
      const told = await response.text();
      assert.match(told, /"id":"err-/);
      assert.doesNotMatch(told, /node_modules|at \S+ \(|ZodError|Unexpected token/);
    }
    assert.deepEqual(stage().heard, []);
  });
}

const LONG: [string, string][] = [
  ['50,000 letters', 'x'.repeat(50_000)],
  ['50,000 characters of words', 'A good word. '.repeat(3_850)],
  ['50,000 emoji units', '👨‍👩‍👧‍👦'.repeat(4_545)],
  ['signs that are escaped', '&<>"\\\n'.repeat(2_000)],
  ['paragraphs', `${'One two three.\n\n'.repeat(3_000)}`],
  ['a long list', '- **first** _second_ `third`\n'.repeat(1_500)],
  ['right to left', 'مرحبا بالعالم '.repeat(2_000)],
  ['Chinese', '订单已经发货。'.repeat(6_000)],
  ['a code block', `\`\`\`\n${'line of code\n'.repeat(3_000)}\`\`\``],
];
const SHORT: [string, string, RegExp][] = [
  ['right to left', 'مرحبا، طلبك في الطريق', /طلبك/],
  ['emoji', 'On its way 🚚', /🚚|On its way/],
  ['half a character', 'broken \ud83d here', /broken/],
  ['signs', '5 < 6 & 7 > 2', /5/],
];

function goesOut(
  { mostBytes }: ChannelContract,
  stage: () => ChannelStage,
  send: (activity: Partial<Activity>) => ReturnType<ChannelStage['channel']['send']>,
): void {
  for (const [what, text] of LONG)
    it(`says ${what}: it fits, and nothing of it is lost`, async () => {
      const result = await send({ text });
      assert.equal(result.outcome, 'accepted', JSON.stringify(result));
      const [shown] = stage().shown().slice(-1);
      assert.ok(shown!.bytes <= mostBytes, `${shown!.bytes} of ${mostBytes}`);
      assert.ok(shown!.text.isWellFormed(), 'half a character');
      const isWhole = shown!.bytes >= text.length * 0.6;
      if (!isWhole) {
        assert.match(shown!.text, /https:\/\/support\.example\.com\/files\//, 'no link to the rest');
        assert.ok(stage().kept.at(-1)!.length >= text.trim().length * 0.6, 'the rest is not behind the link');
      }
    });

  for (const [what, text, sees] of SHORT)
    it(`says ${what}`, async () => {
      assert.equal((await send({ text })).outcome, 'accepted');
      assert.match(stage().shown().at(-1)!.text, sees);
    });

  for (const text of ['', '   \n', '\u200b'])
    it(`does not stumble over ${JSON.stringify(text)}`, async () => {
      assert.equal((await send({ text })).outcome, 'accepted');
    });

  it('shows what there is to choose, and every way of choosing means the same', async () => {
    assert.equal((await send({ text: 'What now?', choices: CHOICES })).outcome, 'accepted');
    const { choices } = stage().shown().at(-1)!;
    assert.deepEqual(
      choices,
      CHOICES.map((one) => one.title),
    );
    for (const said of ['2', 'the second one', 'Return it', 'second', '2.', CHOICES[1]!.value])
      assert.equal(pickChoice(said, CHOICES)?.value, CHOICES[1]!.value, said);
    if (!stage().press) return;
    const response = await stage().channel.webhook!(await stage().press!(2));
    assert.ok(response.ok, String(response.status));
    assert.equal(stage().heard.at(-1)?.entry.activity.text, CHOICES[1]!.value);
  });

  it('shows a long text and many long choices all the same', async () => {
    const choices = Array.from({ length: 6 }, (_, at) => ({ title: `${at} ${'title '.repeat(40)}`, value: `v${at}` }));
    const result = await send({ text: 'A good word. '.repeat(2_000), choices });
    assert.equal(result.outcome, 'accepted', JSON.stringify(result));
    assert.ok(stage().shown().at(-1)!.bytes <= mostBytes);
  });
}

function fates({ canLookUp }: ChannelContract, stage: () => ChannelStage): void {
  const item = itemOf({ text: 'Your order is on its way.' });
  const send = () => stage().channel.send(stage().reference, item, settings);

  it('waits for as long as it is told to', async () => {
    stage().faults!.set({ rateLimited: 1, times: 1, retryAfterSeconds: 7 });
    const result = await send();
    assert.equal(result.outcome, 'refused');
    assert.ok(
      result.outcome === 'refused' && !result.permanent && result.retryAfterMs === 7_000,
      JSON.stringify(result),
    );
    assert.deepEqual(stage().shown(), []);
  });

  it('never takes a failure before acceptance for an end', async () => {
    stage().faults!.set({ failBefore: 1, times: 1 });
    const result = await send();
    assert.notEqual(result.outcome, 'accepted');
    assert.ok(result.outcome === 'ambiguous' || (result.outcome === 'refused' && !result.permanent));
    if (canLookUp) assert.equal(await stage().channel.lookup!(stage().reference, item), null);
    assert.deepEqual(stage().shown(), []);
  });

  for (const fault of ['failAfter', 'drop'] as const)
    it(`says that it does not know after ${fault}, sends once, and ${canLookUp ? 'finds it again' : 'cannot look it up'}`, async () => {
      stage().faults!.set({ [fault]: 1, times: 1 });
      assert.equal((await send()).outcome, 'ambiguous');
      assert.equal(stage().shown().length, 1, 'an SDK repeated it by itself');
      if (!canLookUp) return assert.equal(stage().channel.lookup, undefined);
      assert.equal(await stage().channel.lookup!(stage().reference, item), stage().shown()[0]!.id);
    });

  it('says that it does not know when nobody answers in time', async () => {
    // Whoever waited for it would hear that it was accepted.
    stage().faults!.set({ delayMs: 1_500 });
    assert.equal((await send()).outcome, 'ambiguous');
    stage().faults!.set({});
  });

  it('knows that nothing was sent when nobody is there', async () => {
    await stage().goAway!();
    const result = await send();
    assert.ok(result.outcome === 'refused' && !result.permanent, JSON.stringify(result));
  });
}
