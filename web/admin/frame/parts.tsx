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
    <Stack gap="lg">
      <Group justify="space-between" align="end">
        <div className="head">
          <Title order={1} size="h2">
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
  if (!loaded.data)
    return loaded.problem ? (
      <Trouble problem={loaded.problem} />
    ) : (
      <Skeleton height={220} radius="md" aria-label="Loading" />
    );
  return (
    <div className={loaded.isOld ? 'old' : undefined} aria-busy={loaded.isOld}>
      <Trouble problem={loaded.problem} />
      {children(loaded.data)}
    </div>
  );
}

export function Trouble({ problem }: { problem: Problem | null }) {
  if (!problem) return null;
  return (
    <Alert color="red" title="That did not work" role="alert">
      {problem.message}
    </Alert>
  );
}

interface FigureProps {
  name: string;
  value: string;
  /** What belongs to it, in small. */
  beside?: string;
  meaning?: string | undefined;
}

export function Figure({ name, value, beside, meaning }: FigureProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed" lh={1.3}>
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
      <Text className="figure value">{value}</Text>
      {beside ? (
        <Text size="xs" c="dimmed" className="figure">
          {beside}
        </Text>
      ) : null}
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
    // On a phone its rows are cards (admin.css), which takes their roles away: hence they are named.
    <Table.ScrollContainer minWidth={0} type="native" className="table">
      <Table role="table" highlightOnHover verticalSpacing="sm" horizontalSpacing="md" aria-label={label}>
        <Table.Thead role="rowgroup">
          <Table.Tr role="row">
            {columns.map((column) => (
              <Table.Th role="columnheader" key={column.name}>
                {column.name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody role="rowgroup">
          {rows.map((row) => (
            <Table.Tr role="row" key={keyOf(row)}>
              {columns.map((column) => (
                <Table.Td role="cell" key={column.name} data-name={column.name}>
                  {column.show(row)}
                </Table.Td>
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
  about,
  action = 'Save',
  open,
  close,
  act,
}: {
  title: string;
  about?: string;
  action?: string;
  open: boolean;
  close(): void;
  act(why: string): Promise<void>;
}) {
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSaving, setSaving] = useState(false);
  const leave = () => {
    setProblem(null);
    close();
  };
  const save = async () => {
    setSaving(true);
    try {
      await act(why);
      setWhy('');
      leave();
    } catch (thrown) {
      setProblem(thrown as Problem);
    } finally {
      setSaving(false);
    }
  };
  return (
    <Dialog open={open} close={leave} title={title}>
      <Stack
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {about ? <Text size="sm">{about}</Text> : null}
        <Trouble problem={problem} />
        <TextInput
          label="Why?"
          description="Stands beside the change, for your colleagues."
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
          data-autofocus
        />
        <Button type="submit" loading={isSaving} disabled={why.trim() === ''}>
          {action}
        </Button>
      </Stack>
    </Dialog>
  );
}

export const time = (at: string | Date | undefined) =>
  at ? new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' }) : '—';
export const percent = (share: number) => `${Math.round(share * 1000) / 10} %`;

interface WindowProps {
  title: string;
  open: boolean;
  close(): void;
  children: ReactNode;
}

/** Something that is looked at or written beside the list that it comes from. */
export function Side({ title, open, close, children }: WindowProps) {
  return (
    <Drawer.Root opened={open} onClose={close} position="right" size="xl">
      <Drawer.Overlay />
      <Drawer.Content aria-label={title}>
        <Drawer.Body pt="md">
          <Head title={title} close={close} />
          {children}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

const OVER_A_SIDE = 300;

/** A question that is answered before anything else goes on. */
export function Dialog({ title, open, close, children }: WindowProps) {
  return (
    <Modal.Root opened={open} onClose={close} centered zIndex={OVER_A_SIDE}>
      <Modal.Overlay />
      <Modal.Content aria-label={title}>
        <Modal.Body pt="md">
          <Head title={title} close={close} />
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Head({ title, close }: Pick<WindowProps, 'title' | 'close'>) {
  return (
    <Group justify="space-between" mb="md" wrap="nowrap">
      <Title order={2} size="h4">
        {title}
      </Title>
      <CloseButton aria-label="Close" onClick={close} />
    </Group>
  );
}
