// Contact data never leaves for a remote model: it is shown `[email-1]`, and what it says or asks of a tool is put back
// into the real words here. One of these for each answer; the same value always has the same placeholder.
import { literally } from '../../core/literally.ts';

export interface Placeholders {
  /** The text without contact data. */
  hide(text: string): string;
  /** The same for JSON, where the names of fields tell what is contact data, too. */
  hideIn<T>(value: T): T;
  restore(text: string): string;
  restoreIn<T>(value: T): T;
}

type Kind = 'email' | 'phone' | 'name' | 'address';

const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/gu;
/** With a plus, a leading zero in groups, or in groups of three and four: never an order number, a date or a parcel number. */
const PHONE =
  /(?<![\p{L}\d#-])(?:\+\d[\d ().-]{6,18}\d|\(\d{2,5}\)[ -]?\d[\d -]{4,12}\d|0\d{1,5}[ /-]\d[\d -]{4,12}\d|\d{3}[ .-]\d{3}[ .-]\d{4})(?![\p{L}\d])/gu;
const STREET_WORD =
  'street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|square|sq|place|pl|terrace|highway|hwy|parkway';
/** "12 Main Street, 10115 Springfield", "Hauptstraße 5, 10115 Berlin", "12 rue de la Paix, 75002 Paris", "Calle Mayor 3, 28013 Madrid". */
const ADDRESSES = [
  new RegExp(
    `\\b\\d{1,5}[a-z]?\\s+(?:[\\p{L}'.]+\\s+){1,4}(?:${STREET_WORD})\\b\\.?(?:,?\\s+(?:apt|unit|suite|#)\\.?\\s*\\w+)?(?:,?\\s+(?:\\d{4,6}\\s+)?\\p{Lu}[\\p{L}.'-]+(?:\\s\\p{Lu}[\\p{L}.'-]+){0,2})?(?:,?\\s+[A-Z]{2})?(?:,?\\s+\\d{4,6}(?:-\\d{4})?)?`,
    'giu',
  ),
  /\b\p{L}+(?:straße|strasse|str\.|weg|platz|allee|gasse)\s+\d{1,4}[a-z]?(?:,?\s+\d{5}\s+\p{Lu}[\p{L}-]+)?/giu,
  /\b(?:\d{1,4},?\s+)?(?:rue|avenue|boulevard|calle|avenida|plaza|paseo)\s+(?:de\s+|del\s+|la\s+|le\s+|los\s+)*\p{Lu}[\p{L}'-]+(?:\s+\d{1,4})?(?:,?\s+\d{5}\s+\p{Lu}[\p{L}-]+)?/gu,
];
const FIELDS: [RegExp, Kind][] = [
  [/^(e-?mail|emailAddress)$/i, 'email'],
  [/^(phone|mobile|phoneNumber|tel)$/i, 'phone'],
  [/^(customerName|fullName|firstName|lastName|recipient|recipientName|holder)$/i, 'name'],
  [/^(address|street|line1|line2|postalCode|postcode|zip|shipTo|billTo|deliveryAddress|newAddress)$/i, 'address'],
];
/** Below one of these a plain `name` is a person's, and every text is part of where they live. */
const PERSONAL = /^(customer|contact|recipient)$/i;
const SHOWN = /\[(email|phone|name|address)-(\d{1,3})\]/gi;
const IS_SHOWN = /^\[(email|phone|name|address)-\d{1,3}\]$/i;
const SHORTEST = 2;

export function createPlaceholders(known: { name?: string | undefined } = {}): Placeholders {
  const byValue = new Map<string, string>();
  const byShown = new Map<string, string>();

  function shownFor(kind: Kind, value: string): string {
    const trimmed = value.trim();
    if (trimmed.length < SHORTEST || IS_SHOWN.test(trimmed)) return value;
    const shown = byValue.get(trimmed.toLowerCase());
    if (shown) return shown;
    const made = `[${kind}-${[...byShown.keys()].filter((one) => one.startsWith(`[${kind}-`)).length + 1}]`;
    byValue.set(trimmed.toLowerCase(), made);
    byShown.set(made, trimmed);
    return made;
  }

  function hide(text: string): string {
    // Addresses first: a name within one is no name.
    let hidden = hideKnown(text.replace(EMAIL, (found) => shownFor('email', found)));
    for (const address of ADDRESSES) hidden = hidden.replace(address, (found) => shownFor('address', found));
    return hidden.replace(PHONE, (found) => (/^\d{4}-\d\d-\d\d/.test(found) ? found : shownFor('phone', found)));
  }

  /** What was recognised once is recognised wherever it stands alone. */
  function hideKnown(text: string): string {
    const values = [...byShown.entries()].sort(([, one], [, other]) => other.length - one.length);
    return values.reduce(
      (hidden, [shown, value]) =>
        hidden.replace(new RegExp(`(?<![\\p{L}\\d])${literally(value)}(?![\\p{L}\\d])`, 'giu'), shown),
      text,
    );
  }

  function hideField(name: string, value: unknown, isPersonal: boolean): unknown {
    if (typeof value === 'string') {
      const kind =
        FIELDS.find(([field]) => field.test(name))?.[1] ?? (isPersonal && name === 'name' ? 'name' : undefined);
      return kind ? shownFor(kind, value) : hide(value);
    }
    if (Array.isArray(value)) return value.map((one) => hideField(name, one, isPersonal));
    if (typeof value !== 'object' || value === null) return value;
    const isAddress = FIELDS.at(-1)![0].test(name);
    return Object.fromEntries(
      Object.entries(value).map(([inner, one]) =>
        isAddress && typeof one === 'string'
          ? [inner, shownFor(inner === 'name' ? 'name' : 'address', one)]
          : [inner, hideField(inner, one, isPersonal || PERSONAL.test(name))],
      ),
    );
  }

  const restore = (text: string) => text.replace(SHOWN, (shown) => byShown.get(shown.toLowerCase()) ?? shown);
  if (known.name) {
    shownFor('name', known.name);
    // "Hello Ana" is as much of a name as "Ana Torres".
    const parts = known.name.split(/\s+/).filter((part) => part.length > SHORTEST);
    if (parts.length > 1) for (const part of parts) shownFor('name', part);
  }
  return {
    hide,
    hideIn: (value) => hideField('', value, false) as typeof value,
    restore,
    restoreIn: (value) => mapTexts(value, restore) as typeof value,
  };
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapTexts(one, change)]));
}
