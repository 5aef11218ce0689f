// Channels: what to click at the provider, what to paste here, a try before it counts, and off again. Secrets go in and
// never come out.
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
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useState } from 'react';
import { type ChannelState, call, type Loaded, type Problem, type SettingsState } from './api.ts';
import { AskWhy, Page, Shown, Trouble } from './parts.tsx';

const NAMES: Record<string, string> = {
  slack: 'Slack',
  sms: 'SMS (Twilio)',
  teams: 'Microsoft Teams',
  alerts: 'Where alerts are told',
};
const STEPS: Record<string, string[]> = {
  slack: [
    'api.slack.com/apps → Create New App → From a manifest; paste deploy/slack-manifest.yaml with your address.',
    'Install it to the workspace; copy the Bot User OAuth Token (xoxb-…) from OAuth & Permissions.',
    'Copy the Signing Secret from Basic Information.',
    'For the desk: invite the bot into a channel and paste the channel’s id (C…).',
  ],
  sms: [
    'console.twilio.com → Account Info: copy Account SID and Auth Token.',
    'Phone Numbers → your number → Messaging: paste the webhook address below with #rc=5&rp=all at its end, HTTP POST.',
    'Paste the number here, as +15551234567.',
  ],
  teams: [
    'portal.azure.com → Azure Bot → Create (single tenant); messaging endpoint is the address below.',
    'App registration → Certificates & secrets: make a client secret and copy its value.',
    'Channels → Microsoft Teams → Apply; then upload the app package of deploy/teams.',
  ],
  alerts: [
    'Slack: invite the bot into a channel and paste the channel’s id (C…).',
    'Webhook: an address that answers 2xx to a POST, and a secret by which it can tell that it was us.',
    'Neither is needed: alerts are on the Alerts page in any case.',
  ],
};

export function Channels({ settings, mayChange }: { settings: Loaded<SettingsState>; mayChange: boolean }) {
  return (
    <Page
      title="Channels"
      about="Where customers write, and where cases go. A change reaches every instance within seconds, without a restart."
    >
      <Shown loaded={settings}>
        {(state) => (
          <SimpleGrid cols={{ base: 1, lg: 3 }}>
            {state.channels.map((channel) => (
              <Channel
                key={channel.id}
                channel={channel}
                base={state.revision}
                mayChange={mayChange}
                reload={settings.reload}
              />
            ))}
          </SimpleGrid>
        )}
      </Shown>
    </Page>
  );
}

function Address({ value }: { value: string }) {
  return (
    <Group gap="xs" wrap="nowrap">
      <Code className="address">{value}</Code>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Button size="compact-xs" variant="default" onClick={copy}>
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}

interface ChannelProps {
  channel: ChannelState;
  base: number;
  mayChange: boolean;
  reload(): void;
}

interface CheckLine {
  name: string;
  ok: boolean;
  detail: string;
  remedy?: string;
}

function Channel({ channel, base, mayChange, reload }: ChannelProps) {
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [checks, setChecks] = useState<CheckLine[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asks, setAsks] = useState<'save' | 'off' | 'on' | null>(null);
  const fields = Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== ''));
  const patch = (off?: boolean) => ({ [channel.id]: { fields, ...(off === undefined ? {} : { off }) } });
  const tryIt = () =>
    call<{ results: CheckLine[] }>('POST', '/settings/check', { channels: patch() }).then(
      ({ results }) => {
        setChecks(results);
        setProblem(null);
      },
      (thrown: Problem) => setProblem(thrown),
    );
  const save = async (why: string) => {
    await call('PUT', '/settings', {
      base,
      why,
      channels: patch(asks === 'off' ? true : asks === 'on' ? false : undefined),
    });
    setTyped({});
    setChecks(null);
    reload();
  };
  const color = channel.state === 'ok' ? 'green' : channel.state === 'failing' ? 'orange' : 'gray';
  return (
    <Paper withBorder p="md" component="section" aria-label={NAMES[channel.id]}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {NAMES[channel.id]}
          </Title>
          <Badge color={color} variant="light" className="state">
            {channel.state === 'ok' ? 'on' : channel.state === 'failing' ? `failing: ${channel.lastError}` : 'off'}
          </Badge>
        </Group>
        <List type="ordered" size="sm" spacing={4}>
          {(STEPS[channel.id] ?? []).map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
        </List>
        {channel.webhook ? <Address value={channel.webhook} /> : null}
        {channel.fields.map((field) => {
          const Input = field.secret ? PasswordInput : TextInput;
          const description = field.locked
            ? 'Set by the environment, which is a lock.'
            : field.secret && field.set
              ? `Set${field.last4 ? `, ends in ${field.last4}` : ''}. Type to replace it.`
              : undefined;
          return (
            <Input
              key={field.name}
              label={field.name}
              description={description}
              disabled={field.locked || !mayChange}
              placeholder={field.secret ? '' : (field.value ?? '')}
              value={typed[field.name] ?? ''}
              autoComplete="off"
              onChange={(event) => setTyped({ ...typed, [field.name]: event.currentTarget.value })}
            />
          );
        })}
        <Trouble problem={problem} />
        {checks ? (
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
        ) : null}
        {mayChange ? (
          <Group>
            <Button variant="default" onClick={tryIt}>
              Try it
            </Button>
            <Button onClick={() => setAsks('save')} disabled={Object.keys(fields).length === 0}>
              Save
            </Button>
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
          </Group>
        ) : (
          <Text size="sm" c="dimmed">
            Only admins can change channels.
          </Text>
        )}
      </Stack>
      <AskWhy title={`Change ${NAMES[channel.id]}`} open={asks !== null} close={() => setAsks(null)} act={save} />
    </Paper>
  );
}
