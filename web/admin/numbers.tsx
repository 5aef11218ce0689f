// The numbers, each with its meaning one press away, and the answers by one thing or another.
import { Anchor, Group, Paper, Progress, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useLoaded } from './api.ts';
import { Figure, Page, percent, Shown } from './parts.tsx';
import type { CaseNumbers, TurnNumbers } from './shapes.ts';

interface Bar {
  key: string;
  turns: number;
  averageMs: number;
  escalated: number;
}

export function Numbers() {
  const [dimension, setDimension] = useState('intent');
  const loaded = useLoaded<{
    turns: TurnNumbers;
    cases: CaseNumbers;
    conversations: { all: number; contained: number };
    accuracy: { value: number; low: number; high: number; sample: number };
    definitions: Record<string, string>;
  }>('/numbers', 10_000);
  const bars = useLoaded<Bar[]>(`/numbers/by/${dimension}`, 10_000);
  const most = Math.max(1, ...(bars.data ?? []).map((bar) => bar.turns));
  return (
    <Page title="Numbers" about="The last seven days, computed from turns and cases. Press ? for what a number means.">
      <Shown loaded={loaded}>
        {({ turns, cases, conversations, accuracy, definitions: is }) => (
          <SimpleGrid cols={{ base: 2, md: 4 }}>
            <Figure name="Answers" value={String(turns.turns)} meaning={is.turns} />
            <Figure
              name="Response time"
              value={`${turns.responseTimeMs.p50} / ${turns.responseTimeMs.p95} ms`}
              meaning={`p50 and p95. ${is.responseTimeMs}`}
            />
            <Figure name="Session duration" value={`${turns.sessionSeconds.average} s`} meaning={is.sessionSeconds} />
            <Figure name="Agent success" value={percent(turns.agentSuccessRate)} meaning={is.agentSuccessRate} />
            <Figure name="Escalations" value={percent(turns.escalationRate)} meaning={is.escalationRate} />
            <Figure name="Errors" value={percent(turns.errorRate)} meaning={is.errorRate} />
            <Figure
              name="Containment"
              value={percent(conversations.all === 0 ? 1 : conversations.contained / conversations.all)}
              meaning={is.containment}
            />
            <Figure
              name="Intents right"
              value={accuracy.sample === 0 ? 'no sample yet' : `${percent(accuracy.value)}`}
              meaning={`${is.accuracy} Sample ${accuracy.sample}: ${percent(accuracy.low)} to ${percent(accuracy.high)}.`}
            />
            <Figure name="Time to claim" value={`${cases.minutesToClaim.average} min`} meaning={is.minutesToClaim} />
            <Figure
              name="First human reply"
              value={`${cases.minutesToFirstReply.average} min`}
              meaning={is.minutesToFirstReply}
            />
            <Figure
              name="Time to resolve"
              value={`${cases.minutesToResolve.average} min`}
              meaning={is.minutesToResolve}
            />
            <Figure
              name="Satisfaction"
              value={
                cases.satisfaction.count === 0
                  ? 'not rated yet'
                  : `${cases.satisfaction.average} of 5 (${cases.satisfaction.count})`
              }
              meaning={is.satisfaction}
            />
          </SimpleGrid>
        )}
      </Shown>
      <Group justify="space-between">
        <SegmentedControl
          value={dimension}
          onChange={setDimension}
          data={['intent', 'channel', 'agent', 'language', 'day', 'hour']}
          aria-label="Answers by"
        />
        <Anchor href={`/admin/api/numbers/by/${dimension}?format=csv`} underline="always">
          As a table (CSV)
        </Anchor>
      </Group>
      <Shown loaded={bars}>
        {(rows) => (
          <Paper withBorder p="md">
            {rows.length === 0 ? (
              <Text c="dimmed" ta="center">
                No answers yet. Write something in the chat.
              </Text>
            ) : null}
            <Stack gap="xs">
              {rows.map((bar) => (
                <div key={bar.key}>
                  <Group justify="space-between">
                    <Text size="sm">{bar.key}</Text>
                    <Text size="sm" c="dimmed">
                      {bar.turns} answers, {bar.averageMs} ms, {bar.escalated} to people
                    </Text>
                  </Group>
                  <Progress value={(bar.turns / most) * 100} aria-label={`${bar.key}: ${bar.turns} answers`} />
                </div>
              ))}
            </Stack>
          </Paper>
        )}
      </Shown>
    </Page>
  );
}
