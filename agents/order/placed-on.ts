// The day on which an order was placed, as customers name it. Pure.
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const DAY_MS = 86_400_000;

/** "The order from Thursday", "what I ordered yesterday": the days that are meant, as YYYY-MM-DD; null: none is named. */
export function readPlacedOn(text: string, today: string): string[] | null {
  const said =
    /\b(?:ordered|bought|placed|from|of|order|on|last)\b.{0,12}\b(yesterday|today|sunday|monday|tuesday|wednesday|thursday|friday|saturday)\b|\b(yesterday|sunday|monday|tuesday|wednesday|thursday|friday|saturday)'?s (?:order|one|parcel)\b/i.exec(
      text,
    );
  const day = (said?.[1] ?? said?.[2])?.toLowerCase();
  if (!day) return null;
  const dayBefore = (days: number) =>
    new Date(Date.parse(`${today}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);
  if (day === 'today') return [today];
  if (day === 'yesterday') return [dayBefore(1)];
  return [1, 2, 3, 4, 5, 6, 7]
    .map(dayBefore)
    .filter((date) => WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] === day);
}
