// The page: who you are, the networks side by side, what the last turns did, scenes to play, and things to break.
import {
  Alert,
  Anchor,
  Button,
  Group,
  Loader,
  Paper,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  Title,
} from '@mantine/core';
import { useState } from 'react';
import { Inbox } from './inbox.tsx';
import { Phone, SlackChat, TeamsChat, WebChat } from './networks.tsx';
import { Chip, Panel } from './panels.tsx';
import { SlackDesk } from './slack.tsx';
import { act, CUSTOMERS, type Customer, killServer, type Turn, useWorld, type World } from './world.ts';

export function Playground() {
  const { world, isAway } = useWorld();
  const [customer, setCustomer] = useState<Customer>(CUSTOMERS[0]!);
  return (
    <main className="page">
      <Group justify="space-between" mb="md" align="end">
        <div>
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
          value={customer.id}
          onChange={(id) => setCustomer(CUSTOMERS.find((one) => one.id === id) ?? CUSTOMERS[0]!)}
          data={CUSTOMERS.map(({ id, name }) => ({ value: id, label: name }))}
          allowDeselect={false}
        />
      </Group>
      <div role="status">
        {isAway ? (
          <Alert color="orange" mb="md" title="The server is away">
            What people write now waits at the networks and on disk; it comes back by itself.
          </Alert>
        ) : null}
      </div>
      {world ? <Rooms world={world} customer={customer} /> : <Loader aria-label="Loading" />}
    </main>
  );
}

function Rooms({ world, customer }: { world: World; customer: Customer }) {
  return (
    <>
      <Controls customer={customer} world={world} />
      <SimpleGrid cols={{ base: 1, sm: 2, xl: 4 }} spacing="md">
        <Phone world={world} customer={customer} />
        <TeamsChat world={world} customer={customer} />
        <SlackChat world={world} customer={customer} />
        <WebChat />
      </SimpleGrid>
      <SlackDesk world={world} />
      <Inbox letters={world.letters} customer={customer} />
      <Turns turns={world.turns} />
    </>
  );
}

interface Scene {
  name: string;
  play(customer: Customer): Promise<unknown>;
}

const sms = (customer: Customer, text: string) => act('twilio', 'write', { phone: customer.phone, text });
const teams = (customer: Customer, text: string) =>
  act('teams', 'write', { user: { id: customer.id, name: customer.name }, text, conversation: `a:${customer.id}` });

const SCENES: Scene[] = [
  {
    name: 'Where is my order?',
    play: (one) => sms(one, 'Hi, I need to check the status of my order ORD-12345. When will it be delivered?'),
  },
  {
    name: 'Headphones',
    play: (one) =>
      teams(
        one,
        "My wireless headphones are not connecting to my phone. I've tried everything but they're still not working. This is really frustrating!",
      ),
  },
  {
    name: 'A furious customer',
    play: (one) =>
      sms(
        one,
        "I'm extremely unhappy with your service! My order was delivered damaged and customer service has been ignoring my emails for days. This is unacceptable!",
      ),
  },
  {
    name: 'Four questions at once',
    play: (one) =>
      teams(
        one,
        "Where is ORD-12345? Also my headphones won't connect. And how much is shipping 3kg to LA? I was charged $89.99 incorrectly.",
      ),
  },
  { name: 'Change how I pay', play: (one) => teams(one, 'I want to change my payment method') },
  { name: 'A person, please', play: (one) => teams(one, 'A person please') },
  { name: 'STOP', play: (one) => sms(one, 'STOP') },
  { name: 'START', play: (one) => sms(one, 'START') },
];

function Controls({ customer, world }: { customer: Customer; world: World }) {
  const [down, setDown] = useState(false);
  const [twice, setTwice] = useState(false);
  return (
    <Paper withBorder p="md" mb="md">
      <Stack gap="sm">
        <Group gap="xs" role="group" aria-label="Scenes to play">
          <Text size="sm" fw={600}>
            Play:
          </Text>
          {SCENES.map((scene) => (
            <Button key={scene.name} size="compact-sm" variant="light" onClick={() => scene.play(customer)}>
              {scene.name}
            </Button>
          ))}
        </Group>
        <Group gap="lg" role="group" aria-label="Things to break">
          <Text size="sm" fw={600}>
            Break:
          </Text>
          <Switch
            label="Slack is down"
            checked={down}
            onChange={(event) => {
              setDown(event.currentTarget.checked);
              void act('slack', 'faults', event.currentTarget.checked ? { failBefore: 1 } : {});
            }}
          />
          <Switch
            label="Twilio delivers twice"
            checked={twice}
            onChange={(event) => {
              setTwice(event.currentTarget.checked);
              void act('twilio', 'faults', event.currentTarget.checked ? { duplicate: 1 } : {});
            }}
          />
          {world.openai ? (
            <Switch
              label="The model hangs"
              checked={world.openai.trouble === 'hang'}
              onChange={(event) => {
                void act('openai', 'trouble', { trouble: event.currentTarget.checked ? 'hang' : null });
              }}
            />
          ) : null}
          <Button size="compact-sm" variant="default" onClick={() => killServer()}>
            Kill the server now
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function Turns({ turns }: { turns: Turn[] }) {
  return (
    <Paper withBorder p="md" mt="md" component="section" aria-label="What the last turns did">
      <Title order={2} size="h5" mb="xs">
        What the last turns did
      </Title>
      {turns.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nothing yet.
        </Text>
      ) : null}
      <Stack gap={6}>
        {turns.map((turn) => (
          <Group key={turn.id} gap={6} className="turn">
            <Chip text={turn.laneId.split('|')[0] ?? ''} color="blue" />
            {turn.intents.slice(0, 4).map((one) => (
              <Chip key={one.intent} text={`${one.intent} ${Math.round(one.confidence * 100)} %`} />
            ))}
            <Chip text={turn.priority} color={turn.priority === 'URGENT' ? 'red' : 'gray'} />
            <Chip text={`${turn.sentiment.label} ${turn.sentiment.score}`} />
            {turn.agents.map((one) => (
              <Chip key={one.name} text={`${one.name} agent`} color="teal" />
            ))}
            {turn.tools.map((one, at) => (
              <Chip key={`${one.name}${at}`} text={`${one.name}: ${one.outcome}`} color="grape" />
            ))}
            <Chip
              text={`${turn.outcome} in ${turn.responseTimeMs} ms`}
              color={turn.outcome === 'escalated' ? 'orange' : 'green'}
            />
            {turn.caseId ? <Chip text={turn.caseId} color="orange" /> : null}
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}

export { Panel };
