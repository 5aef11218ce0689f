// The overview, and the cases that people have or should take.
import { Alert, Badge, SegmentedControl, SimpleGrid, Stack } from '@mantine/core';
import { useState } from 'react';
import { useLoaded } from './api.ts';
import { Figure, Page, percent, Rows, Shown, time } from './parts.tsx';
import type { AlertLine, CaseLine, CaseNumbers, TurnNumbers } from './shapes.ts';

export function Overview() {
  const loaded = useLoaded<{
    health: { ok: boolean; reasons: string[] };
    turns: TurnNumbers;
    cases: CaseNumbers;
    open: CaseLine[];
    alerts: AlertLine[];
    deadLetters: number;
  }>('/overview', 5_000);
  return (
    <Page title="Overview" about="The last 24 hours.">
      <Shown loaded={loaded}>
        {({ health, turns, cases, open, alerts, deadLetters }) => (
          <Stack>
            {health.ok ? null : (
              <Alert color="red" title="Something does not answer">
                {health.reasons.join('; ')}
              </Alert>
            )}
            {alerts.map((one) => (
              <Alert key={one._id} color="orange" title={one.name}>
                {one.text}
              </Alert>
            ))}
            {deadLetters > 0 ? (
              <Alert color="orange" title={`${deadLetters} messages could not be handled`}>
                See Dead letters.
              </Alert>
            ) : null}
            <SimpleGrid cols={{ base: 2, md: 4 }}>
              <Figure name="Answers" value={String(turns.turns)} />
              <Figure name="Response time (p95)" value={`${turns.responseTimeMs.p95} ms`} />
              <Figure name="Brought in a person" value={percent(turns.escalationRate)} />
              <Figure name="Open cases" value={`${open.length}`} />
            </SimpleGrid>
            <Cases rows={open} empty={`No case waits. ${cases.resolved} were resolved in the last 24 hours.`} />
          </Stack>
        )}
      </Shown>
    </Page>
  );
}

function Cases({ rows, empty }: { rows: CaseLine[]; empty: string }) {
  return (
    <Rows
      label="Cases"
      rows={rows}
      keyOf={(row) => row.id}
      empty={empty}
      columns={[
        { name: 'Case', show: (row) => row.id },
        {
          name: 'Priority',
          show: (row) => (
            <Badge variant="light" color={row.priority === 'URGENT' ? 'red' : 'gray'}>
              {row.priority}
            </Badge>
          ),
        },
        { name: 'About', show: (row) => row.summary },
        { name: 'Status', show: (row) => `${row.status}${row.owner ? ` · ${row.owner.name}` : ''}` },
        { name: 'Due', show: (row) => time(row.dueAt) },
      ]}
    />
  );
}

export function CasesPage() {
  const [status, setStatus] = useState('open');
  const loaded = useLoaded<CaseLine[]>(`/cases?status=${encodeURIComponent(status)}`, 5_000);
  return (
    <Page title="Cases" about="What people take over from the bot. They are claimed in Slack.">
      <SegmentedControl
        value={status}
        onChange={setStatus}
        data={['open', 'claimed', 'on hold', 'resolved', 'returned']}
        aria-label="Which cases"
      />
      <Shown loaded={loaded}>{(rows) => <Cases rows={rows} empty={`No case is ${status}.`} />}</Shown>
    </Page>
  );
}
