// Channels: every account of every network, and a way to add another. A change reaches every instance within seconds.
import { Alert, Button, Group, Stack, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { type ChannelState, type Loaded, type SettingsState, useLoaded } from '../frame/api.ts';
import { Dialog, Page, Shown } from '../frame/parts.tsx';
import { ChannelCard } from './channel-card.tsx';
import { NAMES } from './channel-words.ts';

interface Props {
  settings: Loaded<SettingsState>;
  mayChange: boolean;
}

export function Channels({ settings, mayChange }: Props) {
  const [added, setAdded] = useState<ChannelState[]>([]);
  const practice = useLoaded<Record<string, Record<string, string>>>(mayChange ? '/settings/stand-ins' : null);
  return (
    <Page
      title="Channels"
      about="Where customers write, and where cases and alerts go. A change reaches every instance within seconds, without a restart."
    >
      <Shown loaded={settings}>
        {(state) => {
          const known = new Set(state.channels.map(keyOf));
          const all = [...state.channels, ...added.filter((one) => !known.has(keyOf(one)))];
          return (
            <Stack gap="xl">
              {Object.keys(NAMES).map((id) => (
                <Network
                  key={id}
                  id={id}
                  accounts={all.filter((one) => one.id === id)}
                  base={state.revision}
                  publicUrl={state.publicUrl}
                  practice={practice.data?.[id]}
                  mayChange={mayChange}
                  reload={settings.reload}
                  add={(account) => setAdded([...added, account])}
                />
              ))}
            </Stack>
          );
        }}
      </Shown>
    </Page>
  );
}

const keyOf = ({ id, account }: ChannelState) => `${id}/${account}`;

interface NetworkProps {
  id: string;
  accounts: ChannelState[];
  base: number;
  publicUrl: string;
  practice?: Record<string, string> | undefined;
  mayChange: boolean;
  reload(): void;
  add(account: ChannelState): void;
}

function Network({ id, accounts, add, ...shared }: NetworkProps) {
  const [isNaming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const isName = /^[a-z0-9][a-z0-9-]{0,30}$/.test(name) && !['default', 'status'].includes(name);
  const make = () => {
    const [first] = accounts;
    if (!first) return;
    add({
      id,
      account: name,
      on: false,
      off: false,
      state: 'off',
      ...(first.webhook ? { webhook: `${first.webhook}/${name}` } : {}),
      fields: first.fields
        .filter((field) => !field.name.startsWith('SLACK_DESK'))
        .map((field) => ({ name: field.name, secret: field.secret, locked: false, set: false })),
    });
    setNaming(false);
    setName('');
  };
  return (
    <div>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {NAMES[id]}
        </Title>
        {shared.mayChange && id !== 'alerts' ? (
          <Button size="compact-sm" variant="default" onClick={() => setNaming(true)}>
            Add an account
          </Button>
        ) : null}
      </Group>
      <Stack>
        {accounts.map((one) => (
          <ChannelCard key={one.account} channel={one} {...shared} />
        ))}
      </Stack>
      <Dialog open={isNaming} close={() => setNaming(false)} title={`Another account of ${NAMES[id]}`}>
        <Stack>
          <Alert variant="light">It gets an address, credentials, health and counters of its own.</Alert>
          <TextInput
            label="Its name"
            description="Stands in its address: small letters, digits and -, such as berlin."
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={name !== '' && !isName ? 'Small letters, digits and - only.' : undefined}
            data-autofocus
          />
          <Button onClick={make} disabled={!isName}>
            Add
          </Button>
        </Stack>
      </Dialog>
    </div>
  );
}
