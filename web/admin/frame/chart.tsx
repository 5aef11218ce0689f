// Answers over time as bars, with those that went to people in another colour. What a bar says is read out, and stands under it
// while it is pointed at; the same numbers are a table behind CSV.
import { Group, Paper, Text } from '@mantine/core';
import { useState } from 'react';

export interface TimeBar {
  key: string;
  turns: number;
  averageMs: number;
  escalated: number;
}

const HEIGHT = 120;
const HOUR_MS = 3_600_000;

/** Every hour or day from `from` to now, those without an answer too: a gap is news. */
export function fillTimes(bars: readonly TimeBar[], from: Date, to: Date, unit: 'hour' | 'day'): TimeBar[] {
  const known = new Map(bars.map((bar) => [bar.key, bar]));
  const step = unit === 'hour' ? HOUR_MS : 24 * HOUR_MS;
  const filled: TimeBar[] = [];
  for (let at = Math.floor(from.getTime() / step) * step; at <= to.getTime(); at += step) {
    const iso = new Date(at).toISOString();
    const key = unit === 'hour' ? `${iso.slice(0, 13)}:00` : iso.slice(0, 10);
    filled.push(known.get(key) ?? { key, turns: 0, averageMs: 0, escalated: 0 });
  }
  return filled;
}

export function Chart({ title, bars, unit }: { title: string; bars: TimeBar[]; unit: 'hour' | 'day' }) {
  const [at, setAt] = useState<number | null>(null);
  const most = Math.max(1, ...bars.map((bar) => bar.turns));
  const all = bars.reduce((sum, bar) => sum + bar.turns, 0);
  const shown = at === null ? null : bars[at];
  const wide = 100 / Math.max(1, bars.length);
  const first = bars[0];
  const last = bars.at(-1);
  return (
    <Paper withBorder p="lg">
      <Group justify="space-between" mb="sm" gap="xs">
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <Group gap="md">
          <Key name="answers" text="by the bot" />
          <Key name="people" text="to people" />
        </Group>
      </Group>
      <svg
        className="chart"
        role="img"
        aria-label={`${title}: ${all.toLocaleString()} in all, at most ${most.toLocaleString()} in one ${unit}`}
        viewBox={`0 0 100 ${HEIGHT}`}
        preserveAspectRatio="none"
        onPointerLeave={() => setAt(null)}
      >
        {[0.5, 1].map((part) => (
          <line
            key={part}
            x1="0"
            x2="100"
            y1={HEIGHT * (1 - part) + 0.5}
            y2={HEIGHT * (1 - part) + 0.5}
            className="rule"
          />
        ))}
        {bars.map((bar, index) => {
          const height = (bar.turns / most) * (HEIGHT - 4);
          const people = (bar.escalated / most) * (HEIGHT - 4);
          const x = index * wide + wide * 0.12;
          return (
            <g key={bar.key} onPointerEnter={() => setAt(index)} className={at === index ? 'bar here' : 'bar'}>
              <rect x={index * wide} y="0" width={wide} height={HEIGHT} className="field" />
              <rect x={x} y={HEIGHT - height} width={wide * 0.76} height={height} className="answers" />
              <rect x={x} y={HEIGHT - people} width={wide * 0.76} height={people} className="people" />
            </g>
          );
        })}
        <line x1="0" x2="100" y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} className="rule" />
      </svg>
      <Group justify="space-between" mt={6} wrap="nowrap">
        <Text size="xs" c="dimmed">
          {first ? nameOf(first.key, unit) : ''}
        </Text>
        <Text size="xs" c="dimmed" className="figure" ta="center">
          {shown
            ? `${nameOf(shown.key, unit)}: ${shown.turns.toLocaleString()} answers, ${shown.averageMs} ms, ${shown.escalated} to people`
            : `at most ${most.toLocaleString()} ${unit === 'hour' ? 'an hour' : 'a day'}`}
        </Text>
        <Text size="xs" c="dimmed">
          {last ? nameOf(last.key, unit) : ''}
        </Text>
      </Group>
    </Paper>
  );
}

function Key({ name, text }: { name: string; text: string }) {
  return (
    <Text size="xs" c="dimmed">
      <span className={`key ${name}`} />
      {text}
    </Text>
  );
}

/** Hours are kept in UTC, and shown as the clock on the wall says. */
function nameOf(key: string, unit: 'hour' | 'day'): string {
  if (unit === 'day') return new Date(`${key}T12:00:00Z`).toLocaleDateString([], { day: 'numeric', month: 'short' });
  return new Date(`${key}:00Z`).toLocaleString([], { weekday: 'short', hour: '2-digit', minute: '2-digit' });
}
