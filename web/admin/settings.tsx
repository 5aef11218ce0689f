// Policy, caps, hours, the desk, alerts and incidents. What a colleague has changed meanwhile is shown beside one's own.
import {
  Button,
  Group,
  MultiSelect,
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
import { call, type Loaded, type Problem, type SettingsState } from './api.ts';
import { Conflict, type Versions } from './conflict.tsx';
import { Hours } from './hours.tsx';
import { AskWhy, Page, Shown } from './parts.tsx';

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
  const [asks, setAsks] = useState(false);
  const [conflict, setConflict] = useState<Versions | null>(null);
  const set = (name: string, value: unknown) => setValues({ ...values, [name]: value });
  const within = (group: string, name: string, value: unknown) => set(group, { ...values[group], [name]: value });
  const changed = Object.fromEntries(
    Object.entries(values).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(state.values[name])),
  );
  const save = async (why: string) => {
    try {
      await call('PUT', '/settings', { base: state.revision, why, values: changed });
      reload();
    } catch (thrown) {
      const problem = thrown as Problem;
      if (problem.status !== 409) throw problem;
      setConflict((problem.body ?? {}) as unknown as Versions);
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
      <SimpleGrid cols={{ base: 1, md: 2 }} className="sheets">
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
            <Hours week={values.hours.week} change={(week) => within('hours', 'week', week)} disabled={!mayChange} />
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
            <TextInput
              type="datetime-local"
              label="Until"
              description="Your own time. Empty: until it is switched off."
              value={localOf(values.incident.until)}
              onChange={(event) => within('incident', 'until', isoOf(event.currentTarget.value))}
              disabled={!mayChange}
            />
          </Stack>
        </Paper>
        <Paper withBorder p="md">
          <Title order={2} size="h5" mb="sm">
            Alerts
          </Title>
          <Stack>
            {limits.map(([label, name, description, isShare]) => (
              <NumberInput
                key={name}
                label={label}
                description={description}
                value={isShare ? Math.round(values.alerts[name] * 1_000) / 10 : values.alerts[name]}
                onChange={(value) => within('alerts', name, isShare ? Number(value) / 100 : Number(value))}
                disabled={!mayChange}
                suffix={isShare ? ' %' : ''}
              />
            ))}
          </Stack>
        </Paper>
        <Paper withBorder p="md">
          <Title order={2} size="h5" mb="sm">
            Agents and models
          </Title>
          <Stack>
            <MultiSelect
              label="Agents that are switched off"
              description="A person answers in their place."
              data={['order', 'shipping', 'billing', 'technical']}
              value={values.agentsOff}
              onChange={(names) => set('agentsOff', names)}
              disabled={!mayChange}
            />
            <TextInput
              label="Model"
              description="Asked where OPENAI_API_KEY is set; otherwise the bot answers by itself."
              value={values.model.name}
              onChange={(event) => within('model', 'name', event.currentTarget.value)}
              disabled={!mayChange}
            />
            <TextInput
              label="When it is away"
              description="Another model. Empty: the bot answers by itself at once."
              value={values.model.fallback ?? ''}
              onChange={(event) => within('model', 'fallback', event.currentTarget.value || null)}
              disabled={!mayChange}
            />
            {costs.map(([label, name, description]) => (
              <NumberInput
                key={name}
                label={label}
                description={description}
                value={values.model[name]}
                onChange={(value) => within('model', name, Number(value))}
                disabled={!mayChange}
                prefix="$"
              />
            ))}
          </Stack>
        </Paper>
        <Paper withBorder p="md">
          <Title order={2} size="h5" mb="sm">
            Privacy
          </Title>
          <NumberInput
            label="Keep conversations for (days)"
            description="Quiet ones without an open case go after that, with all that belongs to them. Empty: they stay."
            value={values.retentionDays ?? ''}
            onChange={(value) => set('retentionDays', value === '' ? null : Number(value))}
            min={1}
            disabled={!mayChange}
          />
        </Paper>
      </SimpleGrid>
      {conflict ? <Conflict versions={conflict} look={reload} /> : null}
      {mayChange ? (
        <Group className="savebar">
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

const costs: [string, string, string][] = [
  ['A day at most', 'dailyCost', 'Then the bot answers by itself until tomorrow.'],
  ['A day and customer at most', 'dailyCostPerCustomer', 'The same for one customer.'],
  ['An answer at most', 'mostCost', 'Then the bot answers by itself.'],
];

/** Label, name, what it means, and whether it is a share. */
const limits: [string, string, string, boolean][] = [
  ['Response time (ms)', 'responseTimeMs', 'p95 of answers that need no remote model.', false],
  ['Response time with a model (ms)', 'modelResponseTimeMs', 'p95 of answers by a remote model.', false],
  ['Errors', 'errorRate', 'Share of the turns that met a failure.', true],
  ['Escalations', 'escalationRate', 'Share of the turns that brought in a person.', true],
  ['Over the last (minutes)', 'windowMinutes', 'The turns that are looked at.', false],
  ['Lasting (seconds)', 'holdSeconds', 'Before an alert is raised, and before it is resolved.', false],
  ['At least (turns)', 'minimumSample', 'Below that nothing is said about rates.', false],
];

/** What a field for local time wants, and back. */
function localOf(iso: string | null): string {
  if (!iso) return '';
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
const isoOf = (local: string) => (local === '' ? null : new Date(local).toISOString());
