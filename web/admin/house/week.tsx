// Opening hours as a week of days: open or closed, from and to. Kept as minutes of the day, as the settings want them.
import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';

type Span = [number, number];

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const NINE_TO_FIVE: Span = [540, 1_020];

interface Props {
  week: Span[][];
  change(week: Span[][]): void;
  disabled: boolean;
}

export function Week({ week, change, disabled }: Props) {
  const set = (day: number, spans: Span[]) => change(week.map((one, at) => (at === day ? spans : one)));
  return (
    <Stack gap={6} role="group" aria-label="Opening hours">
      <div>
        <Text size="sm" fw={500}>
          Opening hours
        </Text>
        <Text size="xs" c="dimmed">
          From midnight to midnight is the whole day.
        </Text>
      </div>
      {DAYS.map((name, day) => {
        const spans = week[day] ?? [];
        return (
          <div key={name} className="day">
            <Checkbox
              label={name}
              checked={spans.length > 0}
              disabled={disabled}
              onChange={(event) => set(day, event.currentTarget.checked ? [NINE_TO_FIVE] : [])}
            />
            <Group gap="xs" mih={36}>
              {spans.length === 0 ? (
                <Text size="sm" c="dimmed">
                  closed
                </Text>
              ) : (
                spans.map((span, at) => (
                  // Spans have no name of their own; while one is typed its times change.
                  <Group key={at} gap={4} wrap="nowrap">
                    {(['from', 'to'] as const).map((edge, index) => (
                      <TextInput
                        key={edge}
                        type="time"
                        size="xs"
                        aria-label={`${name} ${edge}${at > 0 ? ' after the break' : ''}`}
                        value={clockOf(span[index]!)}
                        disabled={disabled}
                        onChange={(event) => {
                          const minutes = minutesOf(event.currentTarget.value, edge === 'to');
                          const next: Span = edge === 'from' ? [minutes, span[1]] : [span[0], minutes];
                          if (next[0] < next[1])
                            set(
                              day,
                              spans.map((one, place) => (place === at ? next : one)),
                            );
                        }}
                      />
                    ))}
                  </Group>
                ))
              )}
              {spans.length === 1 && !disabled ? (
                <Break name={name} span={spans[0]!} set={(next) => set(day, next)} />
              ) : null}
              {spans.length > 1 && !disabled ? (
                <Button size="compact-xs" variant="subtle" onClick={() => set(day, [[spans[0]![0], spans.at(-1)![1]]])}>
                  No break
                </Button>
              ) : null}
            </Group>
          </div>
        );
      })}
    </Stack>
  );
}

/** Shut for an hour in the middle of the day. */
function Break({ name, span: [from, to], set }: { name: string; span: Span; set(spans: Span[]): void }) {
  if (to - from < 180) return null;
  const middle = Math.min(Math.max(720, from + 60), to - 120);
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      aria-label={`Add a break on ${name}`}
      onClick={() =>
        set([
          [from, middle],
          [middle + 60, to],
        ])
      }
    >
      Add a break
    </Button>
  );
}

/** Midnight at the end of the day is shown as 00:00. */
function clockOf(minutes: number): string {
  const within = minutes % 1_440;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}

function minutesOf(text: string, isEnd: boolean): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  const all = hours * 60 + minutes;
  return isEnd && all === 0 ? 1_440 : all;
}
