// What all pages share: a title with its actions, a table with an honest empty state, a number, a problem, a saved note.
import {
  Alert,
  Button,
  CloseButton,
  Drawer,
  Group,
  Modal,
  Paper,
  Skeleton,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Loaded, Problem } from './api.ts';

export function Page({
  title,
  about,
  actions,
  children,
}: {
  title: string;
  about: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Stack gap="md">
      <Group justify="space-between" align="end">
        <div>
          <Title order={1} size="h3">
            {title}
          </Title>
          <Text size="sm" c="dimmed">
            {about}
          </Text>
        </div>
        {actions}
      </Group>
      {children}
    </Stack>
  );
}

export function Shown<T>({ loaded, children }: { loaded: Loaded<T>; children(data: T): ReactNode }) {
  if (loaded.problem) return <Trouble problem={loaded.problem} />;
  if (!loaded.data) return <Skeleton height={220} radius="md" aria-label="Loading" />;
  return <>{children(loaded.data)}</>;
}

export function Trouble({ problem }: { problem: Problem | null }) {
  if (!problem) return null;
  return (
    <Alert color="red" title="That did not work" role="alert">
      {problem.message}
    </Alert>
  );
}

export function Figure({ name, value, meaning }: { name: string; value: string; meaning?: string | undefined }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {name}
        </Text>
        {meaning ? (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => setOpen(!isOpen)}
            aria-expanded={isOpen}
            aria-label={`What ${name} means`}
          >
            ?
          </Button>
        ) : null}
      </Group>
      <Text size="xl" fw={700} className="figure">
        {value}
      </Text>
      {isOpen ? (
        <Text size="xs" mt={4}>
          {meaning}
        </Text>
      ) : null}
    </Paper>
  );
}

export interface Column<T> {
  name: string;
  show(row: T): ReactNode;
}

export function Rows<T>({
  rows,
  columns,
  empty,
  keyOf,
  label,
}: {
  rows: T[];
  columns: Column<T>[];
  empty: string;
  keyOf(row: T): string;
  label: string;
}) {
  if (rows.length === 0)
    return (
      <Paper withBorder p="xl">
        <Text ta="center" c="dimmed">
          {empty}
        </Text>
      </Paper>
    );
  return (
    // Reached by the keyboard too, since a narrow screen scrolls it.
    <Table.ScrollContainer minWidth={500} type="native" tabIndex={0}>
      <Table striped highlightOnHover aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.name}>{column.name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={keyOf(row)}>
              {columns.map((column) => (
                <Table.Td key={column.name}>{column.show(row)}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Asks why before something is changed: the reason stands in the revision and in the audit log. */
export function AskWhy({
  title,
  open,
  close,
  act,
}: {
  title: string;
  open: boolean;
  close(): void;
  act(why: string): Promise<void>;
}) {
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = () =>
    act(why).then(
      () => {
        setWhy('');
        setProblem(null);
        close();
      },
      (thrown: Problem) => setProblem(thrown),
    );
  return (
    <Modal opened={open} onClose={close} title={title} centered>
      <Stack>
        <Trouble problem={problem} />
        <TextInput
          label="Why?"
          description="Stands beside the change, for your colleagues."
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
          data-autofocus
        />
        <Button onClick={save} disabled={why.trim() === ''}>
          Save
        </Button>
      </Stack>
    </Modal>
  );
}

export const time = (at: string | Date | undefined) =>
  at ? new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' }) : '—';
export const percent = (share: number) => `${Math.round(share * 1000) / 10} %`;

/** Something that is looked at or written beside the list that it comes from. */
export function Side({
  title,
  open,
  close,
  children,
}: {
  title: string;
  open: boolean;
  close(): void;
  children: ReactNode;
}) {
  return (
    <Drawer.Root opened={open} onClose={close} position="right" size="xl">
      <Drawer.Overlay />
      <Drawer.Content aria-label={title}>
        <Drawer.Body pt="md">
          <Group justify="space-between" mb="md">
            <Title order={2} size="h4">
              {title}
            </Title>
            <CloseButton aria-label="Close" onClick={close} />
          </Group>
          {children}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
