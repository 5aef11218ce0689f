// What becomes of the lines of an order when pieces of them become another variant: a line is split, and pieces join a line
// that is the same already. Pure; the lines that were handed in stay as they are.
import { skuOf } from '../backends/shop.ts';
import type { Item } from './order-items.ts';

/** A line: how many of it stay as they are, and what the others become. */
export interface Line {
  item: Item;
  stays: number;
  parts: Item[];
}

/** Lines that are told together, since they end in one another. */
export interface LineChange {
  was: Item[];
  becomes: Item[];
}

interface Group {
  lines: Line[];
  becomes: Item[];
}

/** All lines as they stand then, and what has changed. */
export function settleLines(lines: Line[]): { items: Item[]; changes: LineChange[] } {
  const slots = lines.map(({ item, stays }): Item[] => (stays > 0 ? [{ ...item, quantity: stays }] : []));
  const ends = slots.map((slot) => [...slot]);
  for (const [at, { parts }] of lines.entries())
    for (const part of parts.filter(({ quantity }) => quantity > 0)) {
      // At another price they are a line of their own: what was bought before keeps its price.
      const there = slots.flat().find((one) => skuOf(one) === skuOf(part) && one.price === part.price);
      const end = there ?? { ...part };
      if (there) there.quantity += part.quantity;
      else slots[at]!.push(end);
      ends[at]!.push(end);
    }
  const changes = groupByEnd(lines, ends)
    .filter((group) => group.lines.some(({ item, stays }) => stays !== item.quantity))
    .map((group) => ({ was: group.lines.map(({ item }) => item), becomes: group.becomes }));
  return { items: slots.flat(), changes };
}

function groupByEnd(lines: Line[], ends: Item[][]): Group[] {
  let groups: Group[] = [];
  for (const [at, line] of lines.entries()) {
    const own = ends[at]!;
    const met = groups.filter(({ becomes }) => becomes.some((end) => own.includes(end)));
    const group = {
      lines: [...met.flatMap((one) => one.lines), line],
      becomes: [...new Set([...met.flatMap((one) => one.becomes), ...own])],
    };
    groups = [...groups.filter((one) => !met.includes(one)), group];
  }
  return groups;
}
