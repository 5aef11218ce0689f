// The frames that all panels share: a titled box, a log that stays at its end, and a line to write in.
import { ActionIcon, Badge, Box, FileButton, Group, Paper, ScrollArea, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { PickedFile } from './world.ts';

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

interface BubbleProps {
  mine: boolean;
  who: string;
  text: ReactNode;
  meta?: string;
}

export function Bubble({ mine, who, text, meta }: BubbleProps) {
  return (
    <div className={mine ? 'bubble mine' : 'bubble'}>
      <Text size="xs" c="dimmed">
        {who}
      </Text>
      <div className="bubble-text">{typeof text === 'string' ? formatted(text) : text}</div>
      {meta ? (
        <Text size="xs" c="dimmed" mt={2}>
          {meta}
        </Text>
      ) : null}
    </div>
  );
}

interface ComposerProps {
  label: string;
  /** Where the network takes files. */
  takesFiles?: boolean;
  onSend(text: string, file?: PickedFile): Promise<unknown>;
}

export function Composer({ label, takesFiles = false, onSend }: ComposerProps) {
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [isBusy, setBusy] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const said = text.trim();
    if ((said === '' && !file) || isBusy) return;
    const picked = file ? await readFile(file) : undefined;
    setText('');
    setFile(null);
    setBusy(true);
    await onSend(said, picked).finally(() => setBusy(false));
  };
  return (
    <form onSubmit={send} className="composer">
      {file ? (
        <Text size="xs" c="dimmed" pb={4}>
          📎 {file.name}
        </Text>
      ) : null}
      <Group gap={6} wrap="nowrap">
        {takesFiles ? (
          <FileButton onChange={setFile}>
            {(props) => (
              <ActionIcon {...props} variant="default" size="lg" aria-label={`Add a file (${label})`}>
                +
              </ActionIcon>
            )}
          </FileButton>
        ) : null}
        <TextInput
          flex={1}
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
      </Group>
    </form>
  );
}

async function readFile(file: File): Promise<PickedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return { name: file.name, type: file.type, base64: btoa(binary) };
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
