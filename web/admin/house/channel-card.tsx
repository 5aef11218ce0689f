// One account of one network: what to click at the provider, what to paste here, a try before it counts, and off again.
// Secrets go in and never come out.
import {
  Alert,
  Badge,
  Button,
  Group,
  Paper,
  PasswordInput,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useState } from 'react';
import { type ChannelState, call, type Problem } from '../frame/api.ts';
import { AskWhy, Trouble, time } from '../frame/parts.tsx';
import { useUnsaved } from '../frame/unsaved.tsx';
import { Steps } from './channel-steps.tsx';
import { FIELDS, isRare, NAMES, TEST_TO } from './channel-words.ts';

interface CheckLine {
  name: string;
  ok: boolean;
  detail: string;
  remedy?: string;
}
interface Props {
  channel: ChannelState;
  base: number;
  publicUrl: string;
  /** What the stand-in of this network takes; none in production. */
  practice?: Record<string, string>;
  mayChange: boolean;
  reload(): void;
}

export function ChannelCard({ channel, base, publicUrl, practice, mayChange, reload }: Props) {
  const { id, account } = channel;
  const name = account === 'default' ? (NAMES[id] ?? id) : `${NAMES[id]}, ${account}`;
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [checks, setChecks] = useState<CheckLine[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [testTo, setTestTo] = useState('');
  const [isTrying, setTrying] = useState(false);
  const [asks, setAsks] = useState<'save' | 'untried' | 'off' | 'on' | 'remove' | null>(null);
  const fields = Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== ''));
  useUnsaved(Object.keys(fields).length > 0);
  const patch = (change: object | null) =>
    account === 'default' ? { [id]: change } : { [id]: { accounts: { [account]: change } } };
  const tryIt = () => {
    setTrying(true);
    const to = testTo.trim();
    return call<{ results: CheckLine[] }>('POST', '/settings/check', {
      channels: patch({ fields }),
      ...(to ? { testTo: to } : {}),
    })
      .then(
        ({ results }) => {
          setChecks(results);
          setProblem(null);
        },
        (thrown: Problem) => {
          setChecks(null);
          setProblem(thrown);
        },
      )
      .finally(() => setTrying(false));
  };
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
    <Paper withBorder p="lg" component="section" aria-label={name}>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl">
        <Stack gap="md">
          <Head channel={channel} />
          <Steps channel={channel} publicUrl={publicUrl} />
        </Stack>
        <Stack gap="sm">
          <Fields channel={channel} typed={typed} setTyped={setTyped} mayChange={mayChange} />
          {mayChange && TEST_TO[id] ? (
            <TextInput
              label={TEST_TO[id].label}
              description={TEST_TO[id].about}
              value={testTo}
              autoComplete="off"
              onChange={(event) => setTestTo(event.currentTarget.value)}
            />
          ) : null}
          <Trouble problem={problem} />
          <Checks checks={checks} />
          {mayChange ? (
            <Group>
              <Button variant="default" onClick={tryIt} loading={isTrying}>
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
              {practice && !Object.keys(typed).length ? (
                <Button variant="subtle" onClick={() => setTyped(practiceFor(channel, practice))}>
                  Fill in the stand-in
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
      </SimpleGrid>
      <AskWhy title={`Change ${name}`} open={asks !== null} close={() => setAsks(null)} act={save} />
    </Paper>
  );
}

/** Its own values, for somebody who wants to connect it by hand. */
function practiceFor({ fields }: ChannelState, practice: Record<string, string>): Record<string, string> {
  return Object.fromEntries(fields.flatMap(({ name }) => (practice[name] ? [[name, practice[name]]] : [])));
}

function Head({ channel }: { channel: ChannelState }) {
  const color = channel.standIn
    ? 'blue'
    : channel.state === 'ok'
      ? 'green'
      : channel.state === 'failing'
        ? 'orange'
        : 'gray';
  const word = channel.state === 'failing' ? `failing: ${channel.lastError}` : channel.state === 'off' ? 'off' : 'on';
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
          {channel.standIn && channel.state === 'ok' ? 'stand-in' : word}
        </Badge>
      </Group>
      {channel.standIn ? (
        <Alert color="blue" p="xs">
          A stand-in on this machine plays this network, so that you can try everything. Your own credentials take its
          place at once.
        </Alert>
      ) : null}
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
        <details open={rare.some((field) => field.set || typed[field.name])}>
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
          className="check"
        >
          {one.remedy}
        </Alert>
      ))}
    </Stack>
  );
}
