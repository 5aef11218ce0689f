// Against SMS pumping: only countries that are served, so many messages a day to one number, to one range of numbers, and
// in all. What is refused is said in the log and in the numbers, once a day as an alarm.
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Clock } from '../../core/clock.ts';
import type { Log } from '../../core/log.ts';
import type { SendResult } from '../../models/channel.ts';
import type { Counters } from '../../models/counters.ts';
import type { Settings } from '../../models/settings.ts';

/** ISO 3166 of a number such as +15551234567 or whatsapp:+49…; undefined when it has none. */
export function countryOf(address: string): string | undefined {
  return parsePhoneNumberFromString(address.replace(/^whatsapp:/, ''))?.country ?? regionOf(address);
}

/** Numbers that are not assigned (555…) still have the country of their calling code. */
function regionOf(address: string): string | undefined {
  const code = parsePhoneNumberFromString(address.replace(/^whatsapp:/, ''))?.countryCallingCode;
  return code === '1' ? 'US' : undefined;
}

/** The range that a pumper would count through: all but the last three digits. */
export function prefixOf(address: string): string {
  return address.slice(0, -3);
}

/** Null: go ahead. */
export async function checkRecipient(
  to: string,
  settings: Settings,
  counters: Counters,
  clock: Clock,
  log: Log,
): Promise<SendResult | null> {
  const { sms } = settings;
  const country = countryOf(to);
  if (sms.countries.length > 0 && !(country && sms.countries.includes(country)))
    return { outcome: 'refused', code: 'country.closed', permanent: true };
  const day = clock.now().toISOString().slice(0, 10);
  const counts: [string, number][] = [
    [`sms|number|${to}`, sms.dailyPerNumber],
    [`sms|prefix|${prefixOf(to)}`, sms.dailyPerPrefix],
    ['sms|all', sms.dailyCap],
  ];
  for (const [name, most] of counts) {
    const count = await counters.add(name, day);
    if (count <= most) continue;
    const what = name.split('|')[1]!;
    if (count === most + 1) log.error('sms.cap', { what, most });
    return { outcome: 'refused', code: `cap.${what}`, permanent: true };
  }
  return null;
}
