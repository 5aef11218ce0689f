// How large a parcel is, read from the customer's words: "40x30x20 cm", "16 by 12 by 8 inches", "0.4 x 0.3 x 0.2 m". Pure.

export type Size = [length: number, width: number, height: number];

const NUMBER = '(\\d{1,4}(?:[.,]\\d{1,2})?)';
const UNIT =
  '(cms?|centimet(?:er|re)s?|mms?|millimet(?:er|re)s?|m|met(?:er|re)s?|in|inch(?:es)?|"|”|zoll|pouces?|pulgadas?)?';
const TIMES = '\\s*(?:x|×|\\*|by|auf|sur|por|mal)\\s*';
const SIZE = new RegExp(
  `(?<![\\w.,-])${NUMBER}\\s?${UNIT}${TIMES}${NUMBER}\\s?${UNIT}${TIMES}${NUMBER}\\s?${UNIT}(?![\\w])`,
  'i',
);
const LONGEST_CM = 1_000;

/** In centimetres, which also counts where no unit is said; null: none is named, or none that a parcel could have. */
export function readSize(text: string): Size | null {
  const found = SIZE.exec(text);
  if (!found) return null;
  const unit = (found[6] ?? found[4] ?? found[2] ?? 'cm').toLowerCase();
  const sides = [found[1], found[3], found[5]].map((side) => toCentimetres(Number(side!.replace(',', '.')), unit));
  return sides.every((side) => side > 0 && side <= LONGEST_CM) ? (sides as Size) : null;
}

function toCentimetres(value: number, unit: string): number {
  const factor = /^(mm|milli)/.test(unit) ? 0.1 : /^(m$|met)/.test(unit) ? 100 : /^(cm|centi)/.test(unit) ? 1 : 2.54;
  return Math.round(value * factor * 10) / 10;
}
