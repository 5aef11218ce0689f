// The page: who you are, scenes to play and things to break, the networks side by side, and what the server made of it.
import { Alert, Anchor, Group, Loader, SegmentedControl, Select, SimpleGrid, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Controls } from './controls.tsx';
import { Inbox } from './inbox.tsx';
import { Inspector } from './inspector.tsx';
import { Phone, SlackChat, TeamsChat, WebChat } from './rooms/customers.tsx';
import { SlackDesk } from './rooms/slack.tsx';
import type { Network } from './scenes.ts';
import { CUSTOMERS, type Customer, STAFF, useWorld, type World } from './world.ts';

const PERSONAS = [
  {
    group: 'Customers, signed in',
    items: CUSTOMERS.filter((one) => one.shopId).map(({ id, name }) => ({ value: id, label: name })),
  },
  {
    group: 'Visitors',
    items: CUSTOMERS.filter((one) => !one.shopId).map(({ id, name }) => ({ value: id, label: name })),
  },
  { group: 'Staff', items: STAFF.map(({ id, name }) => ({ value: id, label: `${name}, at the desk` })) },
];

export function Playground() {
  const { world, isAway } = useWorld();
  const [customer, setCustomer] = useState<Customer>(CUSTOMERS[0]!);
  const [staff, setStaff] = useState(STAFF[0]!.id);
  const [room, setRoom] = useState<Network>('sms');
  const [persona, setPersona] = useState<string>(CUSTOMERS[0]!.id);
  const become = (id: string | null) => {
    const found = CUSTOMERS.find((one) => one.id === id);
    if (found) setCustomer(found);
    else if (id) {
      setStaff(id);
      setRoom('slack');
    }
    if (id) setPersona(id);
    return found ?? customer;
  };

  return (
    <main className="page">
      <Group justify="space-between" mb="md" align="end" gap="sm">
        <div className="intro">
          <Title order={1} size="h3">
            Frontdesk playground
          </Title>
          <Text size="sm" c="dimmed">
            Every channel through its real code, each network played by a stand-in on this machine. See also{' '}
            <Anchor href="/admin" underline="always">
              the admin pages
            </Anchor>
            .
          </Text>
        </div>
        <Select
          label="You are"
          size="sm"
          className="persona"
          value={persona}
          onChange={become}
          data={PERSONAS}
          allowDeselect={false}
        />
      </Group>
      <Health isAway={isAway} />
      {world ? (
        <>
          <Controls customer={customer} world={world} isAway={isAway} onBecome={become} onShow={setRoom} />
          <Rooms world={world} customer={customer} staff={staff} onStaff={setStaff} room={room} onRoom={setRoom} />
          {customer.postalCode ? <Inbox letters={world.letters} customer={customer} /> : null}
          <Inspector turns={world.turns} lanes={world.lanes} />
        </>
      ) : (
        <Group justify="center" py={120} gap="sm">
          <Loader size="sm" aria-label="Loading" />
          <Text size="sm" c="dimmed">
            Looking at the networks…
          </Text>
        </Group>
      )}
    </main>
  );
}

const SHOW_BACK_MS = 8_000;

/** Says that the server is away, and for a moment that it is back. */
function Health({ isAway }: { isAway: boolean }) {
  const [backAfter, setBackAfter] = useState<number | null>(null);
  const awaySince = useRef<number | null>(null);
  useEffect(() => {
    if (isAway) {
      awaySince.current ??= Date.now();
      return setBackAfter(null);
    }
    if (awaySince.current === null) return;
    setBackAfter(Date.now() - awaySince.current);
    awaySince.current = null;
    const timer = setTimeout(() => setBackAfter(null), SHOW_BACK_MS);
    return () => clearTimeout(timer);
  }, [isAway]);
  return (
    <div role="status">
      {isAway ? (
        <Alert color="orange" mb="md" className="news" title="The server is away">
          What people write now waits. It comes back by itself.
        </Alert>
      ) : null}
      {backAfter === null || isAway ? null : (
        <Alert
          color="green"
          mb="md"
          className="news"
          title={`The server is back after ${(backAfter / 1_000).toFixed(1)} seconds`}
        >
          Nothing that it had taken is lost: see the count below.
        </Alert>
      )}
    </div>
  );
}

const ROOMS: { value: Network; label: string }[] = [
  { value: 'sms', label: 'Phone' },
  { value: 'teams', label: 'Teams' },
  { value: 'web', label: 'Web' },
  { value: 'slack', label: 'Slack' },
];

interface RoomsProps {
  /** The one that a small screen shows. */
  room: Network;
  onRoom(room: Network): void;
  world: World;
  customer: Customer;
  staff: string;
  onStaff(id: string): void;
}

function Rooms({ world, customer, staff, onStaff, room, onRoom }: RoomsProps) {
  return (
    <>
      <SegmentedControl
        fullWidth
        mt="md"
        className="room-switch"
        data={ROOMS}
        value={room}
        onChange={(value) => onRoom(value as Network)}
        aria-label="Which network"
      />
      <SimpleGrid cols={{ base: 1, sm: 2, xl: 4 }} spacing="md" mt="md" className={`rooms show-${room}`}>
        <Phone world={world} customer={customer} />
        <TeamsChat world={world} customer={customer} />
        <WebChat customer={customer} />
        <SlackChat world={world} customer={customer} />
      </SimpleGrid>
      <SlackDesk world={world} staff={staff} onStaff={onStaff} />
    </>
  );
}
