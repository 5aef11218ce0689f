// The words of shipping in English.
import type { ShippingWords } from './words.ts';

const LOCALE = 'en-US';
const kg = (kilograms: number) => `${new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 }).format(kilograms)} kg`;
const number = (value: number) => new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 }).format(value);
const money = (value: number, currency: string) =>
  new Intl.NumberFormat(LOCALE, { style: 'currency', currency }).format(value);
const percent = (value: number) =>
  new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 }).format(value / 100);
const list = (parts: string[]) => new Intl.ListFormat(LOCALE).format(parts);
const range = ([from, to]: [number, number], one: string, many: string) =>
  from === to ? `${to} ${to === 1 ? one : many}` : `${from}–${to} ${many}`;

export const shippingEn: ShippingWords = {
  askWeight: ({ place }) => `How heavy is it${place ? `, for ${place}` : ''}? For example 3 kg or 5 lb.`,
  askPlace: ({ kilograms }) =>
    `Where does it go${kilograms ? `, with ${kg(kilograms)}` : ''}? A city, a country or a postal code is enough.`,
  askBoth: () => 'How heavy is it, and where does it go? For example «3 kg to Los Angeles».',
  quote: ({ kilograms, place, options, recommended, because }) => {
    const lines = options.map(
      ({ name, price, days }) =>
        `- **${name}**: ${money(price, 'USD')}, ${range(days, 'business day', 'business days')}`,
    );
    const advice =
      because === 'fastest'
        ? `I recommend ${recommended}: it is the fastest.`
        : `I recommend ${recommended}: it is the cheapest, and you only need a faster one if it is urgent.`;
    return `${`Shipping ${kg(kilograms)} to ${place}:`}\n\n${lines.join('\n')}\n\n${advice}`;
  },
  oneService: ({ kilograms, place, option }) =>
    `${option.name} to ${place}, ${kg(kilograms)}: **${money(option.price, 'USD')}**, ${range(option.days, 'business day', 'business days')}.`,
  bySize: ({ centimetres, cubicCentimetres, countsAs }) => {
    const size = `${centimetres.map(number).join(' × ')} cm`;
    const counts = countsAs.map(
      ({ kilograms, cubicPerKilogram, services }) =>
        `${kg(kilograms)}${countsAs.length > 1 ? ` with ${list(services)}` : ''} (${number(cubicCentimetres)} cm³ / ${number(cubicPerKilogram)})`,
    );
    return `Its size of ${size} counts as ${counts.join(', ')}; whichever is more, size or weight, is charged.`;
  },
  sizeCounts: () =>
    'Yes, size counts, too: a parcel is charged by its weight or by what its room counts as, whichever is more. Tell me weight, size and place, and I will give you prices.',
  shipsTo: ({ place, options }) =>
    `Yes, we ship to ${place}: ${list(options.map(({ name, days }) => `${name} in ${range(days, 'business day', 'business days')}`))}.`,
  tooHeavy: ({ kilograms, most }) =>
    `${kg(kilograms)} is more than we send in one parcel (${kg(most)} at most). Could it be split into two?`,
  noService: ({ place }) => `I am sorry, we do not ship to ${place} at the moment.`,
  askParcel: () => 'Which parcel is it? Your order number (ORD-12345) or the tracking number is enough.',
  parcelUnknown: () => 'I can’t find that parcel. Could you check the number in your shipping e-mail?',
  events: ({ events }) =>
    `${`What happened so far:`}\n\n${events.map((event) => `- ${event.on}: ${event.what}`).join('\n')}`,
  late: ({ days }) =>
    `It is ${days === 1 ? 'one day' : `${days} days`} overdue. Shall I open an investigation with the carrier?`,
  customs: ({ place, dutyFree, currency, taxPercent, papers, forbidden }) =>
    [
      `Sending to ${place}: ${dutyFree > 0 ? `no customs duty is due up to a value of ${money(dutyFree, currency)}; above that, and in many countries below it, expect about ${percent(taxPercent)} import tax.` : `expect about ${percent(taxPercent)} import tax on any value.`} Whoever receives the parcel pays it, to the carrier. The customs office decides.`,
      papers.length > 0 ? `Papers: ${list(papers)}; we add them.` : '',
      forbidden.length > 0 ? `Cannot be sent: ${list(forbidden)}.` : '',
    ]
      .filter((line) => line !== '')
      .join('\n\n'),
  customsNone: ({ place }) => `Within ${place} there are no customs.`,
  proposeIntercept: ({ orderId, address, fee }) =>
    `Have the carrier deliver order ${orderId} to ${address}; this costs ${money(fee, 'USD')} and may add a day.`,
  intercepted: ({ orderId, address, reference }) =>
    `Done: the carrier will deliver order ${orderId} to ${address} (${reference}).`,
  interceptTooLate: ({ orderId }) =>
    `It is too late to send order ${orderId} elsewhere. A colleague can look at what is still possible.`,
  proposeInvestigation: ({ orderId, kind, days }) =>
    `Open an investigation for order ${orderId}: it is ${days === 1 ? 'one day' : `${days} days`} overdue${kind === 'lost' ? ' and counts as lost' : ''}.`,
  investigating: ({ orderId, reference }) =>
    `Done: the investigation for order ${orderId} is open under ${reference}. The carrier has three working days to answer.`,
  noAttempt: ({ orderId }) => `No attempt to deliver order ${orderId} is recorded so far.`,
  notLateYet: ({ orderId }) =>
    `Order ${orderId} is not late yet, so there is nothing to investigate. From the day after its date on I can have the carrier look for it.`,
  otherRecord: () =>
    "The carrier's own page may be ahead of our record. Some mark a parcel before they hand it over: please look with neighbours, at the door and for a note, and wait until tomorrow evening. If it is not there then, or you think that it was stolen, a colleague has the carrier look for it.",
  markedDelivered: ({ orderId }) =>
    `Order ${orderId} is marked as delivered. Please look with neighbours and at the door; a colleague can look into it if it is not there.`,
  times: () =>
    'Ground takes 3 to 5 business days, Two-Day two, Overnight one; to other countries it is 5 to 18. Tell me weight and place, and I will give you prices.',
};
