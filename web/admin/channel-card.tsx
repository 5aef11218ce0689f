// One account of one network: what to click at the provider, what to paste here, a try before it counts, and off again.
// Secrets go in and never come out.
import {
  Alert,
  Badge,
  Button,
  Code,
  CopyButton,
  Group,
  List,
  Paper,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useState } from 'react';
import { type ChannelState, call, type Problem } from './api.ts';
import { FIELDS, isRare, NAMES, STEPS } from './channel-words.ts';
import { AskWhy, Trouble, time } from './parts.tsx';

interface CheckLine {
  name: string;
  ok: boolean;
  detail: string;
  remedy?: string;
}
interface Props {
  channel: ChannelState;
  base: number;
  mayChange: boolean;
  reload(): void;
}

export function ChannelCard({ channel, base, mayChange, reload }: Props) {
  const { id, account } = channel;
  const name = account === 'default' ? (NAMES[id] ?? id) : `${NAMES[id]}, ${account}`;
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [checks, setChecks] = useState<CheckLine[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asks, setAsks] = useState<'save' | 'untried' | 'off' | 'on' | 'remove' | null>(null);
  const fields = Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== ''));
  const patch = (change: object | null) =>
    account === 'default' ? { [id]: change } : { [id]: { accounts: { [account]: change } } };
  const tryIt = () =>
    call<{ results: CheckLine[] }>('POST', '/settings/check', { channels: patch({ fields }) }).then(
      ({ results }) => {
        setChecks(results);
        setProblem(null);
      },
      (thrown: Problem) => setProblem(thrown),
    );
  const save = async (why: string) => {
    const change =
      asks === 'remove' ? null : { fields, ...(asks === 'off' ? { off: true } : asks === 'on' ? { off: false } : {}) };
    try {
      await call('PUT', '/settings', {
        base,
        why,
        channels: patch(change),
        ...(asks === 'untried' ? { untried: true } : {}),
      });
    } catch (thrown) {
      const refused = thrown as Problem;
      if (refused.status !== 422) throw refused;
      // The provider said no: its words stand on the card, and nothing was saved.
      setChecks((refused.body?.results ?? []) as CheckLine[]);
      return;
    }
    setTyped({});
    setChecks(null);
    reload();
  };
  const isRefused = checks?.some((one) => !one.ok) ?? false;
  return (
    <Paper withBorder p="md" component="section" aria-label={name}>
      <Stack gap="sm">
        <Head channel={channel} />
        <details open={!channel.on}>
          <summary>What to do at the provider</summary>
          <List type="ordered" size="sm" spacing={4} mt="xs">
            {(STEPS[id] ?? []).map((step) => (
              <List.Item key={step}>{step}</List.Item>
            ))}
          </List>
        </details>
        {channel.webhook ? <Address value={channel.webhook} /> : null}
        <Fields channel={channel} typed={typed} setTyped={setTyped} mayChange={mayChange} />
        <Trouble problem={problem} />
        <Checks checks={checks} />
        {mayChange ? (
          <Group>
            <Button variant="default" onClick={tryIt}>
              Try it
            </Button>
            <Button onClick={() => setAsks('save')} disabled={Object.keys(fields).length === 0}>
              Save
            </Button>
            {isRefused && Object.keys(fields).length > 0 ? (
              <Button variant="subtle" onClick={() => setAsks('untried')}>
                Save all the same
              </Button>
            ) : null}
            {channel.on ? (
              <Button variant="default" onClick={() => setAsks('off')}>
                Switch off
              </Button>
            ) : null}
            {channel.off ? (
              <Button variant="subtle" onClick={() => setAsks('on')}>
                Switch on
              </Button>
            ) : null}
            {account !== 'default' && channel.fields.some((field) => field.set) ? (
              <Button variant="subtle" onClick={() => setAsks('remove')}>
                Remove
              </Button>
            ) : null}
          </Group>
        ) : (
          <Text size="sm" c="dimmed">
            Only admins can change channels.
          </Text>
        )}
      </Stack>
      <AskWhy title={`Change ${name}`} open={asks !== null} close={() => setAsks(null)} act={save} />
    </Paper>
  );
}

function Head({ channel }: { channel: ChannelState }) {
  const color = channel.state === 'ok' ? 'green' : channel.state === 'failing' ? 'orange' : 'gray';
  return (
    <>
      <Group justify="space-between">
        <Title order={3} size="h5">
          {channel.account !== 'default'
            ? channel.account
            : channel.id === 'alerts'
              ? 'Slack and a webhook'
              : 'First account'}
        </Title>
        <Badge color={color} variant="light" className="state">
          {channel.state === 'ok' ? 'on' : channel.state === 'failing' ? `failing: ${channel.lastError}` : 'off'}
        </Badge>
      </Group>
      {channel.lastErrorMeans ? (
        <Alert color="orange" p="xs">
          {channel.lastErrorMeans}. What should go out waits.
        </Alert>
      ) : null}
      {channel.today ? (
        <Text size="sm" c="dimmed">
          Today {channel.today.received} in, {channel.today.accepted} out, {channel.today.refused} refused
          {channel.lastReceivedAt ? ` · last heard ${time(channel.lastReceivedAt)}` : ''}
        </Text>
      ) : null}
    </>
  );
}

function Address({ value }: { value: string }) {
  return (
    <Group gap="xs" wrap="nowrap">
      <Code className="address">{value}</Code>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Button size="compact-xs" variant="default" onClick={copy} aria-label={`Copy ${value}`}>
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}

interface FieldsProps {
  channel: ChannelState;
  typed: Record<string, string>;
  setTyped(typed: Record<string, string>): void;
  mayChange: boolean;
}

function Fields({ channel, typed, setTyped, mayChange }: FieldsProps) {
  const shown = (field: ChannelState['fields'][number]) => {
    const Input = field.secret ? PasswordInput : TextInput;
    const state = field.locked
      ? 'set by the environment, which is a lock'
      : field.secret && field.set
        ? `set${field.last4 ? `, ends in ${field.last4}` : ''}; type to replace it`
        : '';
    return (
      <Input
        key={field.name}
        label={FIELDS[field.name] ?? field.name}
        description={[field.name, state].filter(Boolean).join(': ')}
        disabled={field.locked || !mayChange}
        placeholder={field.secret ? '' : (field.value ?? '')}
        value={typed[field.name] ?? ''}
        autoComplete="off"
        onChange={(event) => setTyped({ ...typed, [field.name]: event.currentTarget.value })}
      />
    );
  };
  const rare = channel.fields.filter((field) => isRare(field.name));
  return (
    <>
      {channel.fields.filter((field) => !isRare(field.name)).map(shown)}
      {rare.length > 0 ? (
        <details open={rare.some((field) => field.set)}>
          <summary>Rarely needed</summary>
          <Stack gap="sm" mt="xs">
            {rare.map(shown)}
          </Stack>
        </details>
      ) : null}
    </>
  );
}

function Checks({ checks }: { checks: CheckLine[] | null }) {
  if (!checks) return null;
  return (
    <Stack gap={6} role="status">
      {checks.map((one) => (
        <Alert
          key={one.name}
          color={one.ok ? 'green' : 'orange'}
          title={`${one.ok ? '✓' : '✗'} ${one.name}: ${one.detail}`}
          p="xs"
        >
          {one.remedy}
        </Alert>
      ))}
    </Stack>
  );
}
