// The history of the settings: who changed what and why, how many servers have it, and a way back.
import { Button, FileButton, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { call, type Loaded, type Problem, type SettingsState, useLoaded } from '../frame/api.ts';
import { AskWhy, Page, Rows, Shown, Trouble, time } from '../frame/parts.tsx';
import { asTitle, wordsOf } from '../frame/words.ts';

interface RevisionLine {
  revision: number;
  at?: string;
  by: string;
  why: string;
  changed: string[];
}

/** What the environment says is the first one. */
const FIRST: RevisionLine = { revision: 1, by: 'the environment', why: 'as the server was started', changed: [] };

export function Revisions({ settings, mayChange }: { settings: Loaded<SettingsState>; mayChange: boolean }) {
  const lines = useLoaded<RevisionLine[]>('/settings/revisions', 10_000);
  const [to, setTo] = useState<number | null>(null);
  /** The provider said no once: now it is saved all the same. */
  const [isRefused, setRefused] = useState(false);
  const post = async (path: string, input: object) => {
    try {
      await call('POST', path, {
        base: settings.data?.revision ?? 1,
        ...input,
        ...(isRefused ? { untried: true } : {}),
      });
    } catch (thrown) {
      setRefused((thrown as Problem).status === 422);
      throw thrown;
    }
    settings.reload();
    lines.reload();
  };
  const back = (why: string) => post('/settings/rollback', { to, why });
  const action = isRefused ? 'Save all the same' : 'Save';
  const [file, setFile] = useState<{ name: string; content: unknown } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const read = async (chosen: File | null) => {
    if (!chosen) return;
    try {
      setFile({ name: chosen.name, content: JSON.parse(await chosen.text()) });
      setProblem(null);
    } catch {
      setProblem({ status: 0, message: `${chosen.name} is not a file of settings: it cannot be read as JSON.` });
    }
  };
  const takeOver = (why: string) => post('/settings/import', { why, file: file?.content });
  const { revision = '…', instances } = settings.data ?? {};
  const took = instances?.tookMs ? `, after ${instances.tookMs} ms` : '';
  return (
    <Page
      title="History"
      about={`In force: revision ${revision}, on ${instances?.onThis ?? '…'} of ${instances?.all ?? '…'} instances${took}.`}
      actions={
        mayChange ? (
          <Group gap="xs">
            <Button component="a" href="/admin/api/settings/export" variant="default">
              Export
            </Button>
            <FileButton onChange={read} accept="application/json,.json">
              {(button) => (
                <Button {...button} variant="default">
                  Import…
                </Button>
              )}
            </FileButton>
          </Group>
        ) : null
      }
    >
      <Trouble problem={problem} />
      <Shown loaded={lines}>
        {(rows) => (
          <Rows
            label="Revisions"
            rows={rows.length > 0 ? [...rows, FIRST] : []}
            keyOf={(row) => String(row.revision)}
            empty="Nothing was changed yet: everything is as the environment says."
            columns={[
              { name: 'Revision', show: (row) => row.revision },
              { name: 'When', show: (row) => time(row.at) },
              { name: 'Who', show: (row) => row.by },
              { name: 'What', show: (row) => <Text size="sm">{asTitle(row.changed.map(wordsOf).join(', '))}</Text> },
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
      <AskWhy
        title={`Take over ${file?.name ?? 'the file'}`}
        about="Everything but the secrets becomes as the file says; secrets stay as they are."
        open={file !== null}
        action={action}
        close={() => {
          setFile(null);
          setRefused(false);
        }}
        act={takeOver}
      />
      <AskWhy
        title={`Back to revision ${to}`}
        open={to !== null}
        action={action}
        close={() => {
          setTo(null);
          setRefused(false);
        }}
        act={back}
      />
    </Page>
  );
}
