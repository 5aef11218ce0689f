// Policy, caps, hours, the desk, incidents, and the history of all of it with a way back.
import {
  Alert,
  Button,
  Group,
  JsonInput,
  NumberInput,
  Paper,
  Select,
  SimpleGrid,
  Stack,
  TagsInput,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useState } from 'react';
import { call, type Loaded, type Problem, type SettingsState, useLoaded } from './api.ts';
import { AskWhy, Page, Rows, Shown, time } from './parts.tsx';

interface Props {
  settings: Loaded<SettingsState>;
  mayChange: boolean;
}

export function Policy({ settings, mayChange }: Props) {
  return (
    <Page title="Policy and hours" about="What the bot may do, when people are there, and what alerts say.">
      <Shown loaded={settings}>
        {(state) => <Form key={state.revision} state={state} mayChange={mayChange} reload={settings.reload} />}
      </Shown>
    </Page>
  );
}

function Form({ state, mayChange, reload }: { state: SettingsState; mayChange: boolean; reload(): void }) {
  const [values, setValues] = useState(state.values);
  const [week, setWeek] = useState(JSON.stringify(state.values.hours.week));
  const [asks, setAsks] = useState(false);
  const [conflict, setConflict] = useState<Record<string, unknown> | null>(null);
  const set = (name: string, value: unknown) => setValues({ ...values, [name]: value });
  const within = (group: string, name: string, value: unknown) => set(group, { ...values[group], [name]: value });
  const changed = Object.fromEntries(
    Object.entries({ ...values, hours: { ...values.hours, week: parse(week, values.hours.week) } }).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(state.values[name]),
    ),
  );
  const save = async (why: string) => {
    try {
      await call('PUT', '/settings', { base: state.revision, why, values: changed });
      reload();
    } catch (thrown) {
      const problem = thrown as Problem;
      if (problem.status !== 409) throw problem;
      setConflict(problem.body ?? {});
    }
  };
  const number = (label: string, name: string, description: string) => (
    <NumberInput
      key={name}
      label={label}
      description={description}
      value={values[name]}
      onChange={(value) => set(name, Number(value))}
      disabled={!mayChange}
    />
  );
  return (
    <Stack>
      {conflict ? (
        <Alert color="orange" title="Somebody else has changed the settings meanwhile; nothing was overwritten">
          <Text size="sm">Yours: {JSON.stringify(conflict.yours)}</Text>
          <Text size="sm">
            Theirs: {JSON.stringify(pick(conflict.theirs as Record<string, unknown>, Object.keys(changed)))}
          </Text>
          <Button mt="xs" size="compact-sm" onClick={reload}>
            Look at theirs
          </Button>
        </Alert>
      ) : null}
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Paper withBorder p="md">
          <Title order={2} size="h5" mb="sm">
            Policy
          </Title>
          <Stack>
            {number('Refund cap', 'refundCap', 'More than this goes to a person, in the order’s currency.')}
            {number('Proposals lapse after (minutes)', 'proposalMinutes', 'A yes that comes later does nothing.')}
            {number('Proofs of identity an hour', 'proofTries', 'Failed tries before the door is shut.')}
            {number('Session ends after (idle minutes)', 'sessionIdleMinutes', 'Then a conversation begins anew.')}
            {number('Waiting messages at most', 'waitingLimit', 'Further ones are politely refused.')}
          </Stack>
        </Paper>
        <Paper withBorder p="md">
          <Title order={2} size="h5" mb="sm">
            Hours and the desk
          </Title>
          <Stack>
            <TextInput
              label="Time zone"
              description="Such as Europe/Berlin."
              value={values.hours.timeZone}
              onChange={(event) => within('hours', 'timeZone', event.currentTarget.value)}
              disabled={!mayChange}
            />
            <JsonInput
              label="Opening hours"
              description="Spans per weekday from Sunday, in minutes of the day: [[540, 1020]] is 9:00 to 17:00."
              value={week}
              onChange={setWeek}
              autosize
              minRows={2}
              disabled={!mayChange}
              validationError="This is not a list of spans."
            />
            <TagsInput
              label="Holidays"
              description="As 2026-12-25."
              value={values.hours.holidays}
              onChange={(days) => within('hours', 'holidays', days)}
              disabled={!mayChange}
            />
            <TagsInput
              label="On call"
              description="Slack ids of people or groups who are mentioned when a case is due."
              value={values.desk.onCall}
              onChange={(ids) => within('desk', 'onCall', ids)}
              disabled={!mayChange}
            />
            <TagsInput
              label="Leads"
              description="May approve, and take a case from somebody else. Empty: everybody of the desk."
              value={values.desk.leads}
              onChange={(ids) => within('desk', 'leads', ids)}
              disabled={!mayChange}
            />
          </Stack>
        </Paper>
        <Paper withBorder p="md">
          <Title order={2} size="h5" mb="sm">
            SMS
          </Title>
          <Stack>
            <TagsInput
              label="Countries"
              description="ISO codes such as US; empty: everywhere."
              value={values.sms.countries}
              onChange={(codes) => within('sms', 'countries', codes)}
              disabled={!mayChange}
            />
            <NumberInput
              label="Messages a day in all"
              value={values.sms.dailyCap}
              onChange={(value) => within('sms', 'dailyCap', Number(value))}
              disabled={!mayChange}
            />
            <NumberInput
              label="Segments a message at most"
              value={values.sms.mostSegments}
              onChange={(value) => within('sms', 'mostSegments', Number(value))}
              disabled={!mayChange}
            />
          </Stack>
        </Paper>
        <Paper withBorder p="md">
          <Title order={2} size="h5" mb="sm">
            Incident
          </Title>
          <Stack>
            <Select
              label="Now"
              data={[
                { value: 'off', label: 'Nothing special' },
                { value: 'notice', label: 'Tell everybody a sentence' },
                { value: 'people', label: 'Everything to people' },
                { value: 'paused', label: 'The bot is paused' },
              ]}
              value={values.incident.mode}
              onChange={(mode) => within('incident', 'mode', mode ?? 'off')}
              disabled={!mayChange}
              allowDeselect={false}
            />
            <Textarea
              label="The sentence"
              value={values.incident.text}
              onChange={(event) => within('incident', 'text', event.currentTarget.value)}
              disabled={!mayChange}
            />
          </Stack>
        </Paper>
      </SimpleGrid>
      {mayChange ? (
        <Group>
          <Button onClick={() => setAsks(true)} disabled={Object.keys(changed).length === 0}>
            Save {Object.keys(changed).length > 0 ? `(${Object.keys(changed).join(', ')})` : ''}
          </Button>
        </Group>
      ) : (
        <Text size="sm" c="dimmed">
          Only admins can change these.
        </Text>
      )}
      <AskWhy title="Save these settings" open={asks} close={() => setAsks(false)} act={save} />
    </Stack>
  );
}

function parse(text: string, otherwise: unknown): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return otherwise;
  }
}

const pick = (from: Record<string, unknown>, names: string[]) =>
  Object.fromEntries(names.map((name) => [name, from[name]]));

interface RevisionLine {
  revision: number;
  at: string;
  by: string;
  why: string;
  changed: string[];
}

export function Revisions({ settings, mayChange }: Props) {
  const lines = useLoaded<RevisionLine[]>('/settings/revisions');
  const [to, setTo] = useState<number | null>(null);
  const back = async (why: string) => {
    await call('POST', '/settings/rollback', { base: settings.data?.revision ?? 1, to, why });
    settings.reload();
    lines.reload();
  };
  return (
    <Page
      title="History"
      about={`In force: revision ${settings.data?.revision ?? '…'}, on ${settings.data?.instances.onThis ?? '…'} of ${settings.data?.instances.all ?? '…'} instances.`}
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
                    <Button size="compact-xs" variant="default" onClick={() => setTo(row.revision)}>
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
