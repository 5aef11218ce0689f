// What the server did and does: the last turns with what was decided and how long it took, and the lanes with what waits in them.
import { Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Chip } from './rooms/panels.tsx';
import type { LaneGlimpse, Turn } from './world.ts';

export function Inspector({ turns, lanes }: { turns: Turn[]; lanes: LaneGlimpse[] }) {
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md" mt="md">
      <Paper withBorder p="md" component="section" aria-label="What the last turns did">
        <Title order={2} size="h5" mb="xs">
          What the last turns did
        </Title>
        {turns.length === 0 ? <Nothing text="No turn yet." /> : null}
        <Stack gap={0}>
          {turns.map((turn) => (
            <TurnLine key={turn.id} turn={turn} />
          ))}
        </Stack>
      </Paper>
      <Paper withBorder p="md" component="section" aria-label="Lanes and what waits in them">
        <Title order={2} size="h5" mb="xs">
          Lanes and what waits in them
        </Title>
        {lanes.length === 0 ? <Nothing text="No lane yet." /> : null}
        <Stack gap={0}>
          {lanes.map((lane) => (
            <LaneLine key={lane.laneId} lane={lane} />
          ))}
        </Stack>
      </Paper>
    </SimpleGrid>
  );
}

function Nothing({ text }: { text: string }) {
  return (
    <Text size="sm" c="dimmed">
      {text}
    </Text>
  );
}

const timeOf = (at: string) => new Date(at).toLocaleTimeString([], { hour12: false });

function TurnLine({ turn }: { turn: Turn }) {
  const mood = turn.sentiment.label.toLowerCase().replace('_', ' ');
  return (
    <div className="line">
      <Group gap={6} wrap="nowrap" className="line-head">
        <Text size="sm" fw={600}>
          {turn.laneId.split('|')[0]}
        </Text>
        <Text size="xs" c="dimmed">
          {timeOf(turn.at)} · {turn.route}
        </Text>
        <Text size="xs" c="dimmed" ml="auto" className="time">
          {turn.responseTimeMs} ms
        </Text>
      </Group>
      <Group gap={4}>
        {turn.intents.slice(0, 4).map((one) => (
          <Chip key={one.intent} text={`${nameOf(one.intent)} ${Math.round(one.confidence * 100)} %`} />
        ))}
        <Chip text={turn.priority.toLowerCase()} color={turn.priority === 'URGENT' ? 'red' : 'gray'} />
        <Chip
          text={`${mood} ${turn.sentiment.score.toFixed(1)}`}
          color={turn.sentiment.score <= -0.6 ? 'red' : 'gray'}
        />
        {turn.agents.map((one) => (
          <Chip key={one.name} text={`${one.name} agent · ${one.ms} ms`} color="teal" />
        ))}
        {turn.tools.map((one, at) => (
          <Chip key={`${one.name}${at}`} text={`${one.name}: ${one.outcome} · ${one.ms} ms`} color="grape" />
        ))}
        <Chip text={turn.outcome} color={turn.outcome === 'escalated' ? 'orange' : 'green'} />
        {turn.caseId ? <Chip text={turn.caseId} color="orange" /> : null}
      </Group>
    </div>
  );
}

const nameOf = (intent: string) => intent.toLowerCase().replaceAll('_', ' ');

function LaneLine({ lane }: { lane: LaneGlimpse }) {
  const [channel, , place = ''] = lane.laneId.split('|');
  const speaker =
    lane.owner === 'bot' ? 'the bot speaks' : lane.owner === 'waiting' ? 'waits for a person' : 'a person has it';
  return (
    <div className="line">
      <Group gap={6} wrap="nowrap" className="line-head">
        <Text size="sm" fw={600}>
          {lane.kind === 'case' ? 'case' : channel}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {place}
        </Text>
        <Text size="xs" c="dimmed" ml="auto" className="time">
          {timeOf(lane.changedAt)}
        </Text>
      </Group>
      <Group gap={4}>
        {lane.kind === 'case' ? null : <Chip text={speaker} color={lane.owner === 'bot' ? 'green' : 'orange'} />}
        <Chip text={lane.isHeld ? 'a worker has it' : 'free'} color={lane.isHeld ? 'blue' : 'gray'} />
        <Chip text={`inbox ${lane.inbox}`} color={lane.inbox > 0 ? 'blue' : 'gray'} />
        <Chip text={`outbox ${lane.outbox.length}`} color={lane.outbox.length > 0 ? 'orange' : 'gray'} />
        {lane.outbox.slice(0, 3).map((item) => (
          <Chip
            key={item.id}
            text={`${item.kind}, ${item.attempts} ${item.attempts === 1 ? 'try' : 'tries'}${item.ambiguousSince ? ', unclear' : ''}`}
            color="orange"
          />
        ))}
        <Chip text={`lease ${lane.leaseEpoch} · owner ${lane.ownerEpoch}`} />
      </Group>
    </div>
  );
}
