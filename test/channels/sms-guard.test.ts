// Against SMS pumping: countries that are not served, too many messages to one number, to one range of numbers, and in all; each
// limit raises one alarm a day.
import assert from 'node:assert/strict';
import { checkRecipient, countryOf, prefixOf } from '../../channels/sms/guard.ts';
import { createManualClock } from '../../core/clock.ts';
import { type Log, silentLog } from '../../core/log.ts';
import type { SmsSettings } from '../../models/settings.ts';
import { settings } from '../support/channel-stages.ts';

function stage(sms: Partial<SmsSettings>) {
  const clock = createManualClock();
  const counts = new Map<string, number>();
  const alarms: unknown[] = [];
  const log: Log = { ...silentLog, error: (event, fields) => void alarms.push({ event, ...fields }) };
  const counters = {
    add: async (name: string, day: string) => {
      counts.set(`${name} ${day}`, (counts.get(`${name} ${day}`) ?? 0) + 1);
      return counts.get(`${name} ${day}`)!;
    },
  };
  const now = { ...settings, sms: { ...settings.sms, ...sms } };
  const send = async (to: string): Promise<string> => {
    const refused = await checkRecipient(to, now, counters, clock, log);
    if (refused === null) return 'sent';
    assert.equal(refused.outcome, 'refused');
    assert.ok(refused.outcome === 'refused' && refused.permanent, 'it would never be let through today');
    return refused.outcome === 'refused' ? refused.code : '';
  };
  return { send, alarms, clock };
}

describe('the guard against SMS pumping', () => {
  it('knows the country of a number, of WhatsApp too, and the range that it is in', () => {
    assert.equal(countryOf('+4915112345678'), 'DE');
    assert.equal(countryOf('whatsapp:+4915112345678'), 'DE');
    assert.equal(countryOf('+15557654321'), 'US');
    assert.equal(countryOf('12345'), undefined);
    assert.equal(prefixOf('+15557654321'), '+15557654');
  });

  it('sends to the countries that are served only, and to none whose country is not known', async () => {
    const { send } = stage({ countries: ['US', 'DE'] });
    assert.equal(await send('+15557654321'), 'sent');
    assert.equal(await send('whatsapp:+4915112345678'), 'sent');
    assert.equal(await send('+94771234567'), 'country.closed');
    assert.equal(await send('12345'), 'country.closed');
  });

  it('sends so many a day to one number, and raises one alarm', async () => {
    const { send, alarms, clock } = stage({ dailyPerNumber: 2 });
    assert.deepEqual([await send('+15557654321'), await send('+15557654321')], ['sent', 'sent']);
    assert.equal(await send('+15557654321'), 'cap.number');
    assert.equal(await send('+15557654321'), 'cap.number');
    assert.equal(await send('+15557654322'), 'sent');
    assert.deepEqual(alarms, [{ event: 'sms.cap', what: 'number', most: 2 }]);
    clock.advance(24 * 3_600_000);
    assert.equal(await send('+15557654321'), 'sent');
  });

  it('sends so many a day to one range of numbers, through which a pumper counts', async () => {
    const { send, alarms } = stage({ dailyPerPrefix: 3 });
    for (const last of ['001', '002', '003']) assert.equal(await send(`+15557654${last}`), 'sent');
    assert.equal(await send('+15557654004'), 'cap.prefix');
    assert.equal(await send('+15551111001'), 'sent');
    assert.deepEqual(alarms, [{ event: 'sms.cap', what: 'prefix', most: 3 }]);
  });

  it('sends so many a day in all', async () => {
    const { send, alarms } = stage({ dailyCap: 2 });
    assert.equal(await send('+15551111001'), 'sent');
    assert.equal(await send('+15552222001'), 'sent');
    assert.equal(await send('+15553333001'), 'cap.all');
    assert.deepEqual(alarms, [{ event: 'sms.cap', what: 'all', most: 2 }]);
  });
});
