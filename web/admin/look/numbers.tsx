// The numbers of a time and a channel, each with its meaning one press away, and the answers by one thing or another.
import {
  Anchor,
  Group,
  Paper,
  Progress,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { useMemo, useState } from 'react';
import { useLoaded } from '../frame/api.ts';
import { Chart, fillTimes, type TimeBar } from '../frame/chart.tsx';
import { Figure, Page, percent, Shown } from '../frame/parts.tsx';
import type { CaseNumbers, TurnNumbers } from '../frame/shapes.ts';

interface Evaluation {
  strict: number;
  rows: number;
  at: string;
}
interface AllNumbers {
  turns: TurnNumbers;
  cases: CaseNumbers;
  conversations: { all: number; contained: number; deflected: number };
  accuracy: { value: number; low: number; high: number; sample: number };
  /** The classifier's own, on rows it has not seen. */
  evaluation: Evaluation | null;
  definitions: Record<string, string>;
  costPerResolution: number | null;
}

const DAYS = [
  { value: '1', label: '24 hours' },
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
];
const CHANNELS = [
  { value: '', label: 'All channels' },
  { value: 'web', label: 'Web chat' },
  { value: 'sms', label: 'SMS' },
  { value: 'slack', label: 'Slack' },
  { value: 'teams', label: 'Teams' },
];
const DAY_MS = 86_400_000;

export function Numbers() {
  const [days, setDays] = useState('7');
  const [channel, setChannel] = useState('');
  const [dimension, setDimension] = useState('intent');
  // From a whole minute on, so that the address (and with it the answer) stays the same while one looks.
  const [from, query] = useMemo(() => {
    const begin = new Date(Math.floor(Date.now() / 60_000) * 60_000 - Number(days) * DAY_MS);
    const asked = new URLSearchParams({ from: begin.toISOString(), ...(channel ? { channel } : {}) });
    return [begin, asked.toString()];
  }, [days, channel]);
  const unit = days === '1' ? 'hour' : 'day';
  const times = useLoaded<TimeBar[]>(`/numbers/by/${unit}?${query}`, 10_000);
  const loaded = useLoaded<AllNumbers>(`/numbers?${query}`, 10_000);
  const bars = useLoaded<TimeBar[]>(`/numbers/by/${dimension}?${query}`, 10_000);
  return (
    <Page
      title="Numbers"
      about="Computed from turns and cases. Press ? for what a number means."
      actions={
        <Group gap="xs">
          <SegmentedControl value={days} onChange={setDays} data={DAYS} aria-label="Time" />
          <Select
            data={CHANNELS}
            value={channel}
            onChange={(value) => setChannel(value ?? '')}
            aria-label="Channel"
            allowDeselect={false}
            w={150}
          />
          <Anchor href={`/admin/api/numbers?${query}&format=csv`} underline="always" size="sm">
            CSV
          </Anchor>
        </Group>
      }
    >
      <Shown loaded={times}>
        {(bars) => <Chart title={`Answers by ${unit}`} unit={unit} bars={fillTimes(bars, from, new Date(), unit)} />}
      </Shown>
      <Shown loaded={loaded}>{(found) => <Figures {...found} />}</Shown>
      <Title order={2} size="h5">
        Answers by one thing
      </Title>
      <Group justify="space-between">
        <SegmentedControl
          value={dimension}
          onChange={setDimension}
          data={['intent', 'channel', 'agent', 'language', 'day', 'hour']}
          aria-label="Answers by"
        />
        <Anchor href={`/admin/api/numbers/by/${dimension}?${query}&format=csv`} underline="always">
          As a table (CSV)
        </Anchor>
      </Group>
      <Shown loaded={bars}>{(rows) => <Bars rows={rows} />}</Shown>
    </Page>
  );
}

function Figures({
  turns,
  cases,
  conversations,
  accuracy,
  evaluation,
  costPerResolution,
  definitions: is,
}: AllNumbers) {
  const share = (part: number) => (conversations.all === 0 ? '—' : percent(part / conversations.all));
  const none = turns.turns === 0;
  const minutes = (value: number) =>
    value === 0 ? '—' : value >= 120 ? `${Math.round(value / 6) / 10} h` : `${value} min`;
  return (
    <Stack gap="lg">
      <Section name="Answers">
        <Figure name="Answers" value={turns.turns.toLocaleString()} meaning={is.turns} />
        <Figure
          name="Response time"
          value={none ? '—' : `${turns.responseTimeMs.p95} ms`}
          beside={none ? '' : `p95 · p50 ${turns.responseTimeMs.p50} · average ${turns.responseTimeMs.average}`}
          meaning={is.responseTimeMs}
        />
        <Figure
          name="Session duration"
          value={none ? '—' : `${turns.sessionSeconds.average} s`}
          meaning={is.sessionSeconds}
        />
        <Figure
          name="Agent success"
          value={none ? '—' : percent(turns.agentSuccessRate)}
          meaning={is.agentSuccessRate}
        />
        <Figure name="Errors" value={none ? '—' : percent(turns.errorRate)} meaning={is.errorRate} />
        <Figure
          name="Intents right"
          value={accuracy.sample === 0 ? '—' : percent(accuracy.value)}
          beside={[
            accuracy.sample === 0
              ? 'no case worked on yet'
              : `${percent(accuracy.low)} to ${percent(accuracy.high)} · ${accuracy.sample} cases`,
            evaluation ? `evaluation ${percent(evaluation.strict)}` : '',
          ]
            .filter(Boolean)
            .join(' · ')}
          meaning={`${is.accuracy}${evaluation ? ` ${is.evaluation} ${evaluation.rows.toLocaleString()} rows, ${evaluation.at}.` : ''}`}
        />
        <Figure name="Negative messages" value={none ? '—' : percent(turns.negativeRate)} meaning={is.negativeRate} />
        <Figure
          name="Satisfaction with cases"
          value={cases.satisfaction.count === 0 ? '—' : `${cases.satisfaction.average} of 5`}
          beside={cases.satisfaction.count === 0 ? 'not rated yet' : `${cases.satisfaction.count} ratings`}
          meaning={is.satisfaction}
        />
      </Section>
      <Section name="Without a person">
        <Figure
          name="Conversations"
          value={conversations.all.toLocaleString()}
          meaning="With an answer on one of these days."
        />
        <Figure name="Containment" value={share(conversations.contained)} meaning={is.containment} />
        <Figure name="Deflection" value={share(conversations.deflected)} meaning={is.deflection} />
        <Figure
          name="Satisfaction with the bot"
          value={turns.satisfaction.count === 0 ? '—' : `${turns.satisfaction.average} of 5`}
          beside={turns.satisfaction.count === 0 ? 'not rated yet' : `${turns.satisfaction.count} ratings`}
          meaning={is.botSatisfaction}
        />
        <Figure name="Escalations" value={none ? '—' : percent(turns.escalationRate)} meaning={is.escalationRate} />
      </Section>
      {turns.tokens > 0 ? (
        <Section name="What models take">
          <Figure name="Cost" value={`$${turns.cost.toFixed(2)}`} meaning={is.cost} />
          <Figure
            name="Cost per resolution"
            value={costPerResolution === null ? '—' : `$${costPerResolution.toFixed(4)}`}
            meaning={is.costPerResolution}
          />
          <Figure name="Tokens" value={turns.tokens.toLocaleString()} meaning="Read and written by remote models." />
        </Section>
      ) : null}
      <Section name="The desk">
        <Figure name="Cases opened" value={cases.opened.toLocaleString()} meaning="In this time." />
        <Figure name="Time to claim" value={minutes(cases.minutesToClaim.average)} meaning={is.minutesToClaim} />
        <Figure
          name="First human reply"
          value={minutes(cases.minutesToFirstReply.average)}
          meaning={is.minutesToFirstReply}
        />
        <Figure name="Time to resolve" value={minutes(cases.minutesToResolve.average)} meaning={is.minutesToResolve} />
        <Figure
          name="Resolution"
          value={cases.resolved === 0 ? '—' : percent(cases.resolutionRate)}
          beside={`${cases.resolved} resolved · ${cases.reopened} opened again`}
          meaning={is.resolution}
        />
        <Figure
          name="Oldest that waits"
          value={cases.open === 0 ? '—' : `${cases.oldestOpenHours} h`}
          beside={cases.open === 0 ? 'nobody waits' : `${cases.open} wait, ${cases.overdue} overdue`}
          meaning={is.oldestOpenHours}
        />
        <Figure
          name="Most cases in one hand"
          value={cases.load[0] ? String(cases.load[0].cases) : '—'}
          beside={cases.load.map((one) => `${one.name} ${one.cases}`).join(' · ')}
          meaning={is.load}
        />
      </Section>
    </Stack>
  );
}

function Section({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <section aria-label={name}>
      <Title order={2} size="h5" mb="xs">
        {name}
      </Title>
      <SimpleGrid cols={{ base: 2, md: 4 }}>{children}</SimpleGrid>
    </section>
  );
}

function Bars({ rows }: { rows: TimeBar[] }) {
  const most = Math.max(1, ...rows.map((bar) => bar.turns));
  if (rows.length === 0)
    return (
      <Paper withBorder p="xl">
        <Text c="dimmed" ta="center">
          No answers in this time. Write something in the chat, or choose a longer time.
        </Text>
      </Paper>
    );
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        {rows.map((bar) => (
          <div key={bar.key}>
            <Group justify="space-between" wrap="nowrap">
              <Text size="sm">{bar.key}</Text>
              <Text size="sm" c="dimmed" className="figure">
                {bar.turns === 1 ? '1 answer' : `${bar.turns.toLocaleString()} answers`} · {bar.averageMs} ms ·{' '}
                {bar.escalated} to people
              </Text>
            </Group>
            <Progress value={(bar.turns / most) * 100} aria-label={`${bar.key}: ${bar.turns} answers`} />
          </div>
        ))}
      </Stack>
    </Paper>
  );
}
