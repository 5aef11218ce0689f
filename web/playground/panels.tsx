// The frames that all panels share: a titled box, a log that stays at its end, and a line to write in.
import { ActionIcon, Badge, Box, Group, Paper, ScrollArea, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';

export function Panel({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <Paper component="section" aria-label={title} withBorder className="panel" shadow="xs">
      <Group justify="space-between" px="md" py="xs" className="panel-head" wrap="nowrap">
        <Title order={2} size="h5">
          {title}
        </Title>
        <Text size="xs" c="dimmed" truncate>
          {note}
        </Text>
      </Group>
      {children}
    </Paper>
  );
}

/** A list of messages that shows its end when something comes. */
export function Log({ label, size, children }: { label: string; size: number; children: ReactNode }) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (size > 0) end.current?.scrollIntoView({ block: 'nearest' });
  }, [size]);
  return (
    <ScrollArea className="panel-log" type="auto" viewportProps={{ tabIndex: 0, role: 'log', 'aria-label': label }}>
      <Box p="sm">
        {size === 0 ? (
          <Text size="sm" c="dimmed" ta="center" py="xl">
            Nothing yet. Write something below, or play a scene.
          </Text>
        ) : (
          children
        )}
        <div ref={end} />
      </Box>
    </ScrollArea>
  );
}

export function Bubble({ mine, who, text, meta }: { mine: boolean; who: string; text: string; meta?: string }) {
  return (
    <div className={mine ? 'bubble mine' : 'bubble'}>
      <Text size="xs" c="dimmed">
        {who}
      </Text>
      <div className="bubble-text">{formatted(text)}</div>
      {meta ? (
        <Text size="xs" c="dimmed" mt={2}>
          {meta}
        </Text>
      ) : null}
    </div>
  );
}

export function Composer({ label, onSend }: { label: string; onSend(text: string): Promise<unknown> }) {
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const said = text.trim();
    if (said === '' || isBusy) return;
    setText('');
    setBusy(true);
    await onSend(said).finally(() => setBusy(false));
  };
  return (
    <form onSubmit={send} className="composer">
      <TextInput
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        rightSection={
          <ActionIcon type="submit" variant="filled" size="md" aria-label={`Send (${label})`} loading={isBusy}>
            ↑
          </ActionIcon>
        }
      />
    </form>
  );
}

export function Chip({ text, color }: { text: string; color?: string }) {
  return (
    <Badge variant="light" color={color ?? 'gray'} size="sm" tt="none" className="chip">
      {text}
    </Badge>
  );
}

/** Bold and italics as a reader of Teams sees them; everything else as it is. */
function formatted(text: string): ReactNode[] {
  return text.split(/(\*\*[^*\n]+\*\*|(?<![\w_])_[^_\n]+_(?![\w_]))/).map((part, at) => {
    if (part.startsWith('**')) return <strong key={`${at}${part}`}>{part.slice(2, -2)}</strong>;
    return part.startsWith('_') && part.endsWith('_') && part.length > 2 ? (
      <em key={`${at}${part}`}>{part.slice(1, -1)}</em>
    ) : (
      part
    );
  });
}
