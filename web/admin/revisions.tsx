// The history of the settings: who changed what and why, how many servers have it, and a way back.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { call, type Loaded, type SettingsState, useLoaded } from './api.ts';
import { AskWhy, Page, Rows, Shown, time } from './parts.tsx';

interface RevisionLine {
  revision: number;
  at: string;
  by: string;
  why: string;
  changed: string[];
}

export function Revisions({ settings, mayChange }: { settings: Loaded<SettingsState>; mayChange: boolean }) {
  const lines = useLoaded<RevisionLine[]>('/settings/revisions', 10_000);
  const [to, setTo] = useState<number | null>(null);
  const back = async (why: string) => {
    await call('POST', '/settings/rollback', { base: settings.data?.revision ?? 1, to, why });
    settings.reload();
    lines.reload();
  };
  const { revision = '…', instances } = settings.data ?? {};
  const took = instances?.tookMs ? `, after ${instances.tookMs} ms` : '';
  return (
    <Page
      title="History"
      about={`In force: revision ${revision}, on ${instances?.onThis ?? '…'} of ${instances?.all ?? '…'} instances${took}.`}
    >
      <Shown loaded={lines}>
        {(rows) => (
          <Rows
            label="Revisions"
            rows={rows}
            keyOf={(row) => String(row.revision)}
            empty="Nothing was changed yet: everything is as the environment says."
            columns={[
              { name: 'Revision', show: (row) => row.revision },
              { name: 'When', show: (row) => time(row.at) },
              { name: 'Who', show: (row) => row.by },
              { name: 'What', show: (row) => row.changed.join(', ') },
              { name: 'Why', show: (row) => row.why },
              {
                name: 'Actions',
                show: (row) =>
                  mayChange && row.revision !== settings.data?.revision ? (
                    <Button
                      size="compact-xs"
                      variant="default"
                      onClick={() => setTo(row.revision)}
                      aria-label={`Back to this: revision ${row.revision}`}
                    >
                      Back to this
                    </Button>
                  ) : null,
              },
            ]}
          />
        )}
      </Shown>
      <AskWhy title={`Back to revision ${to}`} open={to !== null} close={() => setTo(null)} act={back} />
    </Page>
  );
}
