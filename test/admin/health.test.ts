// How channels fare over two instances: what one knows the other learns, counts add up, and a try of the credentials counts as
// much as a send.
import assert from 'node:assert/strict';
import { createManualClock } from '../../core/clock.ts';
import { createHealthBook, healthKey } from '../../models/channel-health.ts';
import { type Database, openDatabase } from '../../models/database.ts';
import { testMongoUri } from '../support/stores.ts';

describe('the health of channels', function () {
  this.timeout(20_000);
  let database: Database;
  before(async () => {
    database = await openDatabase({ uri: testMongoUri(`frontdesk_health_${process.pid}`) });
  });
  beforeEach(() => database.connection.collection('channel_health').deleteMany({}));
  after(async () => {
    await database.connection.dropDatabase();
    await database.close();
  });
  const stage = () => {
    const clock = createManualClock();
    return {
      clock,
      one: createHealthBook(database.connection, clock),
      other: createHealthBook(database.connection, clock),
    };
  };

  it('is failing after an error that an admin must mend, and well after the next success elsewhere', async () => {
    const { one, other } = stage();
    one.note('slack', 'refused', 'token_revoked');
    await one.sync();
    await other.sync();
    assert.equal(other.failing().slack?.code, 'token_revoked');
    other.note('slack', 'accepted');
    await other.sync();
    await one.sync();
    assert.deepEqual(one.failing(), {});
  });

  it('is not failing because one message was refused or one answer was late', () => {
    const { one } = stage();
    one.note('sms', 'refused', '21610');
    for (let tries = 0; tries < 4; tries += 1) one.note('sms', 'ambiguous', 'ETIMEDOUT');
    assert.deepEqual(one.failing(), {});
    one.note('sms', 'ambiguous', 'ETIMEDOUT');
    assert.equal(one.failing().sms?.code, 'ETIMEDOUT');
  });

  it('keeps the first error and its time until all is well', async () => {
    const { one, clock } = stage();
    one.note('teams', 'refused', '401');
    const since = one.failing().teams!.at;
    clock.advance(60_000);
    one.note('teams', 'refused', '403');
    await one.sync();
    assert.deepEqual(one.failing().teams, { code: '401', at: since });
  });

  it('counts what both sent and took in today, and begins anew tomorrow', async () => {
    const { one, other, clock } = stage();
    for (const book of [one, other]) {
      book.note('sms/berlin', 'accepted');
      book.note('sms/berlin', 'received');
      await book.sync();
    }
    one.note('sms/berlin', 'refused', '21610');
    await one.sync();
    const { day: _day, ...today } = one.list()['sms/berlin']!.today;
    assert.deepEqual(today, { accepted: 2, refused: 1, received: 2 });
    clock.advance(86_400_000);
    one.note('sms/berlin', 'accepted');
    await one.sync();
    assert.equal(one.list()['sms/berlin']!.today.accepted, 1);
  });

  it('turns with a try of the credentials, both ways', async () => {
    const { one, other } = stage();
    one.judge('slack', 'token_revoked');
    await one.sync();
    await other.sync();
    assert.equal(other.failing().slack?.code, 'token_revoked');
    other.judge('slack', null);
    await other.sync();
    await one.sync();
    assert.deepEqual(one.failing(), {});
  });

  it('is kept by account', () => {
    assert.deepEqual(
      [healthKey('sms'), healthKey('sms', 'default'), healthKey('sms', 'berlin')],
      ['sms', 'sms', 'sms/berlin'],
    );
  });
});
