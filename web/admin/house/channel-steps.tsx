// How far an account is connected, as marks that come by themselves, and what there is to copy for the provider's pages.
import { Button, Code, CopyButton, Group, List, Stack, Text } from '@mantine/core';
import manifest from '../../../deploy/slack-manifest.yaml?raw';
import type { ChannelState } from '../frame/api.ts';
import { time } from '../frame/parts.tsx';
import { pasted, STEPS } from './channel-words.ts';

export function Steps({ channel, publicUrl }: { channel: ChannelState; publicUrl: string }) {
  const { id, webhook } = channel;
  return (
    <Stack gap="sm">
      {id === 'alerts' ? null : <Marks channel={channel} />}
      <details open={!channel.on || channel.standIn}>
        <summary>What to do at the provider</summary>
        <List type="ordered" size="sm" spacing={6} mt="xs" pr="md">
          {(STEPS[id] ?? []).map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
        </List>
        {id === 'slack' ? (
          <Copy what="Copy the manifest" value={manifestFor(channel, publicUrl)} copied="The manifest is copied" />
        ) : null}
      </details>
      {webhook ? (
        <div>
          <Text size="xs" c="dimmed" mb={4}>
            Address for the provider
          </Text>
          <Group gap="xs" wrap="nowrap">
            <Code className="address">{pasted(id, webhook)}</Code>
            <Copy what="Copy" label={`Copy ${pasted(id, webhook)}`} value={pasted(id, webhook)} copied="Copied" />
          </Group>
        </div>
      ) : null}
    </Stack>
  );
}

/** The manifest of the house, with this server's own address and this account's door in it. */
function manifestFor({ webhook = '' }: ChannelState, publicUrl: string): string {
  return manifest
    .replace(/^#.*\n/gm, '')
    .replaceAll('https://support.example.com/hooks/slack', webhook)
    .replaceAll('https://support.example.com', publicUrl);
}

function Marks({ channel }: { channel: ChannelState }) {
  const { on, standIn, state, lastReceivedAt, lastAcceptedAt } = channel;
  const isReal = on && !standIn;
  const marks: [string, boolean, string][] = [
    ['Credentials are here', isReal, standIn ? 'a stand-in plays this network' : ''],
    ['The provider takes them', isReal && state === 'ok', state === 'failing' ? (channel.lastError ?? '') : ''],
    ['A customer’s message has come in', Boolean(lastReceivedAt), lastReceivedAt ? time(lastReceivedAt) : ''],
    ['An answer has gone out', Boolean(lastAcceptedAt), lastAcceptedAt ? time(lastAcceptedAt) : ''],
  ];
  return (
    <ul className="marks" aria-label="How far it is connected" aria-live="polite">
      {marks.map(([name, isDone, detail]) => (
        <li key={name} data-done={isDone}>
          <span className="mark" role="img" aria-label={isDone ? 'done:' : 'not yet:'}>
            {isDone ? '✓' : ''}
          </span>
          <span>
            {name}
            {detail ? <span className="quiet"> · {detail}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Copy({ what, label, value, copied }: { what: string; label?: string; value: string; copied: string }) {
  return (
    <CopyButton value={value}>
      {({ copied: isCopied, copy }) => (
        <Button size="compact-xs" variant="default" onClick={copy} aria-label={label} className="copy">
          {isCopied ? copied : what}
        </Button>
      )}
    </CopyButton>
  );
}
