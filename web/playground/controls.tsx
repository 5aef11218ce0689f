// What one can play and what one can break, and the count that says whether anything was lost.
import { Button, Group, Paper, Switch, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { type Network, play, SCENES, type Scene } from './scenes.ts';
import { act, type Customer, killServer, type Tally, type World } from './world.ts';

/** The widget needs a moment to sign somebody else in. */
const CHANGE_MS = 1_500;

interface Props {
  world: World;
  customer: Customer;
  isAway: boolean;
  /** The scene needs somebody else, or shows something in this room. */
  onBecome(id: string): Customer;
  onShow(network: Network): void;
}

export function Controls({ world, customer, isAway, onBecome, onShow }: Props) {
  const [playing, setPlaying] = useState('');
  const latest = useRef(world);
  latest.current = world;
  const start = async (scene: Scene) => {
    setPlaying(scene.name);
    const who = scene.as && scene.as !== customer.id ? onBecome(scene.as) : customer;
    if (who !== customer) await new Promise((resolve) => setTimeout(resolve, CHANGE_MS));
    await play(scene, who, () => latest.current, onShow).finally(() => setPlaying(''));
  };
  return (
    <Paper withBorder className="controls">
      <Group gap={6} role="group" aria-label="Scenes to play" className="row">
        <Text size="sm" fw={600} className="row-name">
          Play
        </Text>
        {SCENES.map((scene) => (
          <Button
            key={scene.name}
            size="compact-sm"
            variant="light"
            loading={playing === scene.name}
            disabled={playing !== '' && playing !== scene.name}
            onClick={() => start(scene)}
          >
            {scene.name}
          </Button>
        ))}
      </Group>
      <Group gap="lg" role="group" aria-label="Things to break" className="row">
        <Text size="sm" fw={600} className="row-name">
          Break
        </Text>
        <Breaks world={world} />
        <Button size="compact-sm" variant="default" className="danger" disabled={isAway} onClick={() => killServer()}>
          Kill the server now
        </Button>
      </Group>
      <Count tally={world.tally} />
    </Paper>
  );
}

const isOn = (share: number | undefined) => (share ?? 0) > 0;

function Breaks({ world }: { world: World }) {
  const { slack, twilio, teams, openai } = world;
  return (
    <>
      <Switch
        label="Slack is down"
        checked={isOn(slack.faults.failBefore)}
        onChange={(event) => act('slack', 'faults', event.currentTarget.checked ? { failBefore: 1 } : {})}
      />
      <Switch
        label="Twilio delivers twice"
        checked={isOn(twilio.faults.duplicate)}
        onChange={(event) => act('twilio', 'faults', event.currentTarget.checked ? { duplicate: 1 } : {})}
      />
      <Switch
        label="Teams is busy"
        checked={isOn(teams.faults.rateLimited)}
        onChange={(event) =>
          act('teams', 'faults', event.currentTarget.checked ? { rateLimited: 0.7, retryAfterSeconds: 1 } : {})
        }
      />
      <Switch
        label={openai ? 'The model hangs' : 'The model hangs (start with OPENAI_API_KEY=stand-in)'}
        disabled={!openai}
        checked={openai?.trouble === 'hang'}
        onChange={(event) => act('openai', 'trouble', { trouble: event.currentTarget.checked ? 'hang' : null })}
      />
    </>
  );
}

/** Written in the networks against heard by the server. */
function Count({ tally }: { tally: Tally }) {
  const numbers: [string, number][] = [
    ['written', tally.written],
    ['heard', tally.heard],
    ['on the way', tally.underway],
    ['lost', tally.lost],
  ];
  return (
    <Group gap="lg" className="row count" role="group" aria-label="Messages of customers">
      <Text size="sm" fw={600} className="row-name">
        Count
      </Text>
      {numbers.map(([name, number]) => (
        <Text key={name} size="sm" className={name === 'lost' && number > 0 ? 'number bad' : 'number'}>
          <strong>{number}</strong> {name}
        </Text>
      ))}
    </Group>
  );
}
