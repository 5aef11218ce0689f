// The overview: what needs somebody, how the last day went, how each network fares, what a new house still lacks, and the cases
// that wait.
import { Alert, Anchor, Badge, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { IncidentNotice } from '../bot/incident.tsx';
import { type ChannelState, type Loaded, type SettingsState, useLoaded } from '../frame/api.ts';
import { Chart, fillTimes, type TimeBar } from '../frame/chart.tsx';
import { Figure, Page, percent, Shown } from '../frame/parts.tsx';
import type { AlertLine, CaseLine, CaseNumbers, TurnNumbers } from '../frame/shapes.ts';
import { NAMES } from '../house/channel-words.ts';
import { Cases } from './cases.tsx';
import { Remedy } from './people.tsx';

export interface OverviewState {
  health: { ok: boolean; reasons: string[] };
  turns: TurnNumbers;
  cases: CaseNumbers;
  open: CaseLine[];
  alerts: AlertLine[];
  deadLetters: number;
}
interface Props {
  overview: Loaded<OverviewState>;
  settings: Loaded<SettingsState>;
  mayChange: boolean;
}

const DAY_MS = 86_400_000;

export function Overview({ overview, settings, mayChange }: Props) {
  const from = useMemo(() => new Date(Math.floor(Date.now() / 60_000) * 60_000 - DAY_MS), []);
  const hours = useLoaded<TimeBar[]>(`/numbers/by/hour?from=${encodeURIComponent(from.toISOString())}`, 15_000);
  return (
    <Page title="Overview" about="The last 24 hours.">
      <Shown loaded={overview}>
        {(now) => (
          <Stack gap="lg">
            <Needed {...now} state={settings.data} />
            {mayChange && settings.data ? <FirstSteps state={settings.data} /> : null}
            <SimpleGrid cols={{ base: 2, md: 4 }}>
              <Figure name="Answers" value={now.turns.turns.toLocaleString()} />
              <Figure
                name="Response time (p95)"
                value={now.turns.turns === 0 ? '—' : `${now.turns.responseTimeMs.p95} ms`}
              />
              <Figure
                name="Brought in a person"
                value={now.turns.turns === 0 ? '—' : percent(now.turns.escalationRate)}
              />
              <Figure name="Open cases" value={`${now.open.length}`} />
            </SimpleGrid>
            <Chart title="Answers by hour" unit="hour" bars={fillTimes(hours.data ?? [], from, new Date(), 'hour')} />
            {settings.data ? <Networks state={settings.data} /> : null}
            <section aria-label="Open cases">
              <Title order={2} size="h5" mb="xs">
                Open cases
              </Title>
              <Cases
                rows={now.open}
                empty={
                  now.cases.resolved > 0
                    ? `No case waits. ${now.cases.resolved} of the last 24 hours are resolved.`
                    : 'No case waits.'
                }
              />
            </section>
          </Stack>
        )}
      </Shown>
    </Page>
  );
}

function Needed({ health, alerts, deadLetters, state }: OverviewState & { state: SettingsState | null }) {
  return (
    <>
      {health.ok ? null : (
        <Alert color="red" title="Something does not answer">
          {health.reasons.join('; ')}
        </Alert>
      )}
      <IncidentNotice state={state} />
      {alerts.map((one) => (
        <Alert key={one._id} color="orange" title={one.name}>
          {one.text} <Remedy of={one} />{' '}
          {one.acknowledgedBy ? `${one.acknowledgedBy} looks after it.` : <a href="#/alerts">Look after it</a>}
        </Alert>
      ))}
      {deadLetters > 0 ? (
        <Alert color="orange" title={`${deadLetters} messages could not be handled`}>
          <a href="#/dead-letters">Look at them</a>
        </Alert>
      ) : null}
    </>
  );
}

/** What a new house still lacks; gone when all of it is there. */
function FirstSteps({ state }: { state: SettingsState }) {
  const isAllDay = (spans: [number, number][]) => spans.length === 1 && spans[0]![0] === 0 && spans[0]![1] === 1_440;
  const isOn = (id: string) => state.channels.some((one) => one.id === id && one.on);
  const steps: [string, string, boolean][] = [
    [
      'Connect a network where customers write',
      'channels',
      state.channels.some((one) => one.id !== 'alerts' && one.on && !one.standIn),
    ],
    ['Say when people answer', 'hours', !(state.values.hours.week as [number, number][][]).every(isAllDay)],
    ['Choose where alerts are told', 'channels', isOn('alerts')],
  ];
  if (steps.every(([, , isDone]) => isDone)) return null;
  return (
    <Paper withBorder p="lg" component="section" aria-label="First steps">
      <Title order={2} size="h5" mb="xs">
        First steps
      </Title>
      <ul className="marks">
        {steps.map(([name, page, isDone]) => (
          <li key={name} data-done={isDone}>
            <span className="mark" role="img" aria-label={isDone ? 'done:' : 'not yet:'}>
              {isDone ? '✓' : ''}
            </span>
            <Anchor href={`#/${page}`} size="sm" underline="hover">
              {name}
            </Anchor>
          </li>
        ))}
      </ul>
    </Paper>
  );
}

function Networks({ state }: { state: SettingsState }) {
  const shown = state.channels.filter((one) => one.id !== 'alerts' && (one.on || one.off));
  const { instances, revision } = state;
  return (
    <Paper withBorder p="lg" component="section" aria-label="Networks">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          Networks
        </Title>
        <Anchor href="#/history" size="xs" c="dimmed" underline="hover">
          Revision {revision} on {instances.onThis} of {instances.all}
          {instances.tookMs ? `, after ${instances.tookMs} ms` : ''}
        </Anchor>
      </Group>
      {shown.length === 0 ? (
        <Text size="sm" c="dimmed">
          Only the web chat is on.{' '}
          <Anchor href="#/channels" inherit underline="always">
            Connect another network
          </Anchor>
        </Text>
      ) : (
        shown.map((one) => <Network key={`${one.id}/${one.account}`} {...one} />)
      )}
    </Paper>
  );
}

function Network({ id, account, state, standIn, lastError, today }: ChannelState) {
  const color = state === 'failing' ? 'orange' : state === 'off' ? 'gray' : standIn ? 'blue' : 'green';
  const word = state === 'failing' ? `failing: ${lastError}` : state === 'off' ? 'off' : standIn ? 'stand-in' : 'on';
  return (
    <Group justify="space-between" py={6} wrap="nowrap" className="line">
      <Text size="sm">
        {NAMES[id]}
        {account === 'default' ? '' : `, ${account}`}
      </Text>
      <Group gap="md" wrap="nowrap">
        <Text size="xs" c="dimmed" className="figure" visibleFrom="xs">
          {today ? `${today.received} in · ${today.accepted} out · ${today.refused} refused` : 'nothing yet today'}
        </Text>
        <Badge variant="light" color={color} className="state">
          {word}
        </Badge>
      </Group>
    </Group>
  );
}
