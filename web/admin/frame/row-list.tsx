// A list of rows that the settings keep under names, such as a price by model: what is half typed stays in its row, and only
// rows that have a name count.
import { Button, CloseButton, Group, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';

interface Props<Row, Value> {
  value: Record<string, Value>;
  change(value: Record<string, Value>): void;
  disabled: boolean;
  /** Of a stored name and value, and the other way round; null while the row has no name yet. */
  read(name: string, value: Value): Row;
  write(row: Row): [string, Value] | null;
  fresh: Row;
  add: string;
  empty: string;
  children(row: Row, set: (more: Partial<Row>) => void): ReactNode;
}

export function RowList<Row extends object, Value>(props: Props<Row, Value>) {
  const { value, change, disabled, read, write, fresh } = props;
  const readAll = () => Object.entries(value).map(([name, one]) => read(name, one));
  const writeAll = (list: readonly Row[]) =>
    Object.fromEntries(list.flatMap((row) => (write(row) ? [write(row)!] : []))) as Record<string, Value>;
  const [rows, setRows] = useState(readAll);
  // Discarded, or a colleague's: what was typed here is not what stands there any more.
  if (sorted(writeAll(rows)) !== sorted(value)) setRows(readAll());
  const put = (list: Row[]) => {
    setRows(list);
    change(writeAll(list));
  };
  const names = rows.map((row) => write(row)?.[0]);
  return (
    <Stack gap="sm">
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {props.empty}
        </Text>
      ) : null}
      {rows.map((row, at) => (
        // Their names are being typed here; their order is all that stays.
        <div key={at}>
          <Group align="end" wrap="wrap" gap="xs">
            {props.children(row, (more) => put(rows.map((one, place) => (place === at ? { ...one, ...more } : one))))}
            <CloseButton
              size="lg"
              disabled={disabled}
              onClick={() => put(rows.filter((_, place) => place !== at))}
              aria-label={`Remove ${names[at] ?? 'this row'}`}
            />
          </Group>
          {names[at] !== undefined && names.indexOf(names[at]) !== at ? (
            <Text size="xs" c="red" role="alert">
              {names[at]} is there twice; this row counts.
            </Text>
          ) : null}
        </div>
      ))}
      {disabled ? null : (
        <Button
          variant="default"
          size="compact-sm"
          style={{ alignSelf: 'start' }}
          onClick={() => setRows([...rows, fresh])}
        >
          {props.add}
        </Button>
      )}
    </Stack>
  );
}

const sorted = (record: Record<string, unknown>) =>
  JSON.stringify(Object.entries(record).sort(([one], [other]) => one.localeCompare(other)));
