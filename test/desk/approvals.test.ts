// A write over the cap: the bot asks the desk, and does it once under the proposal's key after a yes, never after a no; another
// amount needs the customer's new yes. The whole product, with the demo shop's payment sandbox.
import assert from 'node:assert/strict';
import { makeDemoShop } from '../../models/shop/demo.ts';
import { ANA, BEN, DESK, eventually, type SlackStage, startSlackStage } from '../support/slack-stage.ts';

interface Charge {
  _id: string;
  customerId: string;
  cents: number;
}

const charges = makeDemoShop().shop_charges as Charge[];
const large = charges.filter((one) => one._id.endsWith('-2') && one.cents > 20_000);

describe('a refund over the cap', function () {
  this.timeout(60_000);
  let stage: SlackStage;
  const charge = large[0]!;
  const dollars = (charge.cents / 100).toFixed(2);

  beforeEach(async () => {
    stage = await startSlackStage({
      settings: (settings) => ({ ...settings, desk: { ...settings.desk, leads: [ANA], undoSeconds: 0 } }),
    });
    await say(`there is a duplicate charge of $${dollars} on my card`);
    await eventually(() => JSON.stringify(stage.card().blocks).includes('case:approve'), 15_000);
  });
  afterEach(() => stage.remove());

  let count = 0;
  const say = (text: string) => {
    count += 1;
    return stage.apps[0]!.receive(
      { channel: 'web', accountId: 'default', nativeId: 'cap', customer: { id: 'cap' } },
      {
        key: `m${count}`,
        kind: 'message',
        receivedAt: new Date(),
        activity: {
          type: 'message',
          id: `m${count}`,
          timestamp: new Date(),
          from: { id: 'cap' },
          text,
          identity: { shopCustomerId: charge.customerId, name: 'Robin Sato' },
        },
      },
    );
  };
  const told = (part: RegExp) =>
    eventually(async () => {
      const lane = await stage.connection.collection('lanes').findOne({ _id: 'web|default|cap' } as never);
      const stored = await stage.connection.collection('messages').find({ laneId: 'web|default|cap' }).toArray();
      assert.match(JSON.stringify([...stored, ...((lane?.pendingMessages as unknown[]) ?? [])]), part);
    });
  const press = (user: string, action: string) =>
    stage.slack.people.press({ user, channel: DESK, ts: stage.card().ts, action });
  const refunds = async () => {
    const row = (await stage.connection
      .collection('shop_charges')
      .findOne({ _id: charge._id } as never)) as unknown as {
      refunds?: { cents: number }[];
    };
    return (row.refunds ?? []).map((one) => one.cents);
  };
  const cardSays = (part: string) =>
    eventually(() =>
      assert.ok(JSON.stringify(stage.card().blocks).includes(part), JSON.stringify(stage.card().blocks)),
    );

  it('is made once after a lead approved it, however often they press', async () => {
    assert.deepEqual(await refunds(), []);
    await Promise.allSettled([press(ANA, 'case:approve'), press(ANA, 'case:approve')]);
    await told(/REF-/);
    await cardSays('Approved by Ana');
    assert.deepEqual(await refunds(), [charge.cents]);
    await eventually(() => assert.ok(stage.whispers(ANA).some((text) => text.includes('approved it already'))));
  });

  it('is not for everybody to approve', async () => {
    await press(BEN, 'case:approve');
    await eventually(() => assert.ok(stage.whispers(BEN).some((text) => text.includes('Only a lead'))));
    assert.deepEqual(await refunds(), []);
  });

  it('is not made after a no, and the customer is told', async () => {
    await press(ANA, 'case:decline');
    await told(/decided not to do this/);
    await cardSays('Declined by Ana');
    assert.deepEqual(await refunds(), []);
  });

  it('needs a new yes for another amount, and moves that amount once', async () => {
    await press(ANA, 'case:change');
    await stage.slack.people.submit({ user: ANA, fields: { amount: '150' } });
    await told(/offers this instead.*150\.00.*Shall I do exactly this/);
    assert.deepEqual(await refunds(), [], 'nothing moves before the new yes');
    await say('yes');
    await told(/REF-/);
    assert.deepEqual(await refunds(), [15_000]);
  });

  it('asks the lead again when that amount cannot be had', async () => {
    await press(ANA, 'case:change');
    await stage.slack.people.submit({ user: ANA, fields: { amount: '99999' } });
    await eventually(() => assert.ok(stage.thread(stage.card().ts).some((post) => post.text.includes('decide again'))));
    await cardSays('case:approve');
    assert.deepEqual(await refunds(), []);
  });
});
