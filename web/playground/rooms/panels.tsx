// The frames that all rooms share: a titled box with its network's sign, a log that stays at its end, and a line to write in.
import {
  ActionIcon,
  Badge,
  Box,
  FileButton,
  Group,
  Paper,
  ScrollArea,
  Text,
  TextInput,
  ThemeIcon,
  Title,
} from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { PickedFile } from '../world.ts';

/** One line drawing for each room. */
const SIGNS: Record<string, string> = {
  phone: 'M8 3h8a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2Zm3 15h2',
  teams: 'M4 5h16v11H9l-5 4V5Zm4 4h8M8 12h5',
  web: 'M3 12a9 9 0 1 0 18 0 9 9 0 0 0-18 0Zm0 0h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
  slack: 'M9 4v16M15 4v16M4 9h16M4 15h16',
};

interface PanelProps {
  title: string;
  note: string;
  sign: keyof typeof SIGNS;
  color: string;
  children: ReactNode;
}

export function Panel({ title, note, sign, color, children }: PanelProps) {
  return (
    <Paper component="section" aria-label={title} withBorder className="panel">
      <Group gap="xs" px="md" className="panel-head" wrap="nowrap">
        <ThemeIcon size={26} radius="md" variant="light" color={color} aria-hidden>
          <svg viewBox="0 0 24 24" width="15" height="15" className="sign" role="presentation">
            <path d={SIGNS[sign]} />
          </svg>
        </ThemeIcon>
        <Title order={2} size="h5" className="panel-title">
          {title}
        </Title>
        <Text size="xs" c="dimmed" truncate ml="auto">
          {note}
        </Text>
      </Group>
      {children}
    </Paper>
  );
}

interface LogProps {
  label: string;
  size: number;
  /** What stands there while nothing was said. */
  empty: string;
  children: ReactNode;
}

/** A list of messages that shows its end when something comes. */
export function Log({ label, size, empty, children }: LogProps) {
  const viewport = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = viewport;
    if (size > 0 && current) current.scrollTop = current.scrollHeight;
  }, [size]);
  return (
    <ScrollArea
      className="panel-log"
      type="auto"
      viewportRef={viewport}
      viewportProps={{ tabIndex: 0, role: 'log', 'aria-label': label }}
    >
      {size === 0 ? (
        <Text size="sm" c="dimmed" className="empty">
          {empty}
        </Text>
      ) : (
        <Box p="sm">{children}</Box>
      )}
    </ScrollArea>
  );
}

interface BubbleProps {
  mine: boolean;
  who: string;
  text: ReactNode;
  meta?: string | undefined;
}

export function Bubble({ mine, who, text, meta }: BubbleProps) {
  return (
    <div className={mine ? 'bubble mine' : 'bubble'}>
      <Text size="xs" c="dimmed" mb={2}>
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
    <Badge variant="light" color={color ?? 'gray'} size="sm" tt="none" fw={600} className="chip">
      {text}
    </Badge>
  );
}

/** Bold, italics and bare links as a reader sees them; everything else as it is. */
function formatted(text: string): ReactNode[] {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .split(/(\*\*[^*\n]+\*\*|(?<![\w_])_[^_\n]+_(?![\w_]))/)
    .map((part, at) => {
      if (part.startsWith('**')) return <strong key={`${at}${part}`}>{part.slice(2, -2)}</strong>;
      return part.startsWith('_') && part.endsWith('_') && part.length > 2 ? (
        <em key={`${at}${part}`}>{part.slice(1, -1)}</em>
      ) : (
        part
      );
    });
}
