// The cases that people have or should take, each with a way to what was said.
import { Anchor, Badge, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useLoaded } from '../frame/api.ts';
import { Page, Rows, Shown, time } from '../frame/parts.tsx';
import type { CaseLine } from '../frame/shapes.ts';

const COLORS: Record<string, string> = { URGENT: 'red', HIGH: 'orange' };

export function Cases({ rows, empty }: { rows: CaseLine[]; empty: string }) {
  return (
    <Rows
      label="Cases"
      rows={rows}
      keyOf={(row) => row.id}
      empty={empty}
      columns={[
        {
          name: 'Case',
          show: (row) => (
            <Anchor href={`#/conversations/${encodeURIComponent(laneOf(row))}`} size="sm" underline="hover">
              {row.id}
            </Anchor>
          ),
        },
        {
          name: 'Priority',
          show: (row) => (
            <Badge variant="light" color={COLORS[row.priority] ?? 'gray'}>
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

const laneOf = ({ conversation: { channel, accountId, nativeId } }: CaseLine) => `${channel}|${accountId}|${nativeId}`;

export function CasesPage() {
  const [status, setStatus] = useState('open');
  const loaded = useLoaded<CaseLine[]>(`/cases?status=${encodeURIComponent(status)}`, 5_000);
  return (
    <Page
      title="Cases"
      about="What people take over from the bot. They are claimed in Slack."
      actions={
        <SegmentedControl
          value={status}
          onChange={setStatus}
          data={['open', 'claimed', 'on hold', 'resolved', 'returned']}
          aria-label="Which cases"
        />
      }
    >
      <Shown loaded={loaded}>{(rows) => <Cases rows={rows} empty={`No case is ${status}.`} />}</Shown>
    </Page>
  );
}
