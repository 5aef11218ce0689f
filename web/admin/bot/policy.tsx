// Policy and caps: what the bot may do, how long things are waited for and kept, what SMS may cost, and when alerts are raised.
import { NumberInput, SimpleGrid, Stack, TagsInput } from '@mantine/core';
import type { Loaded, SettingsState } from '../frame/api.ts';
import { Page } from '../frame/parts.tsx';
import { type Amount, Amounts, type Fields, SettingsForm, Sheet } from '../frame/settings-form.tsx';
import { ResponseLimits } from './response-limits.tsx';

interface Props {
  settings: Loaded<SettingsState>;
  mayChange: boolean;
}

export function Policy({ settings, mayChange }: Props) {
  return (
    <Page title="Policy and caps" about="What the bot may do by itself, what it may cost, and when alerts are raised.">
      <SettingsForm settings={settings} mayChange={mayChange}>
        {(fields) => (
          <SimpleGrid cols={{ base: 1, md: 2 }} className="sheets">
            <Stack>
              <Sheet title="Policy">
                <Amounts fields={fields} rows={POLICY} />
              </Sheet>
              <Sheet title="SMS" about="Against numbers that are pumped through us for money.">
                <TagsInput
                  label="Countries"
                  description="ISO codes such as US. Empty: everywhere."
                  value={fields.values.sms.countries}
                  onChange={(codes) => fields.within('sms', 'countries', codes)}
                  disabled={fields.disabled}
                />
                <Amounts fields={fields} group="sms" rows={SMS} />
              </Sheet>
              <Privacy {...fields} />
            </Stack>
            <Stack>
              <Sheet title="Alerts" about="Raised once when a limit is passed, resolved once when it is well again.">
                <Amounts fields={fields} group="alerts" rows={LIMITS} />
              </Sheet>
              <Sheet
                title="Response times of their own"
                about="For a channel, a model, or one on the other; the most particular limit counts. The bot without a model is called offline."
              >
                <ResponseLimits {...fields} />
              </Sheet>
              <Sheet title="Quiet windows" about="So long is waited for the rest of what a customer types in pieces.">
                <QuietWindows {...fields} />
              </Sheet>
            </Stack>
          </SimpleGrid>
        )}
      </SettingsForm>
    </Page>
  );
}

function Privacy({ values, set, disabled }: Fields) {
  return (
    <Sheet title="Privacy">
      <NumberInput
        label="Keep conversations for"
        description="Quiet ones without an open case go after that, with all that belongs to them. Empty: they stay."
        value={values.retentionDays ?? ''}
        onChange={(value) => set('retentionDays', value === '' ? null : Number(value))}
        min={1}
        suffix=" days"
        disabled={disabled}
      />
    </Sheet>
  );
}

function QuietWindows({ values, within, disabled }: Fields) {
  const windows: Record<string, number> = values.quietWindowMs;
  const rows: [string, string][] = [
    ['default', 'Wherever nothing else is said'],
    ['web', 'Web chat'],
    ['sms', 'SMS'],
    ['slack', 'Slack'],
    ['teams', 'Teams'],
  ];
  return rows.map(([name, label]) => (
    <NumberInput
      key={name}
      label={label}
      placeholder={`${windows.default} ms, as above`}
      value={windows[name] ?? ''}
      onChange={(value) => {
        if (value !== '') within('quietWindowMs', name, Number(value));
      }}
      min={0}
      max={10_000}
      suffix=" ms"
      disabled={disabled}
    />
  ));
}

const POLICY: Amount[] = [
  { label: 'Refund cap', name: 'refundCap', about: 'More than this goes to a person, in the order’s currency.' },
  {
    label: 'Proposals lapse after',
    name: 'proposalMinutes',
    about: 'A yes that comes later does nothing.',
    unit: 'min',
  },
  { label: 'Proofs of identity an hour', name: 'proofTries', about: 'Failed tries before the door is shut.' },
  {
    label: 'A session ends after',
    name: 'sessionIdleMinutes',
    about: 'Then a conversation begins anew.',
    unit: 'min',
  },
  { label: 'Waiting messages at most', name: 'waitingLimit', about: 'Further ones are politely refused.' },
];
const SMS: Amount[] = [
  { label: 'A day in all', name: 'dailyCap', about: 'Then nothing is sent until tomorrow.', unit: 'messages' },
  { label: 'A day to one number', name: 'dailyPerNumber', about: 'The same for one customer.', unit: 'messages' },
  {
    label: 'A day to one range of numbers',
    name: 'dailyPerPrefix',
    about: 'All but the last three digits.',
    unit: 'messages',
  },
  {
    label: 'A message at most',
    name: 'mostSegments',
    about: 'What does not fit stands behind a link.',
    unit: 'segments',
  },
];
const LIMITS: Amount[] = [
  { label: 'Response time', name: 'responseTimeMs', about: 'p95 of answers that need no remote model.', unit: 'ms' },
  {
    label: 'Response time with a model',
    name: 'modelResponseTimeMs',
    about: 'p95 of answers by a remote model.',
    unit: 'ms',
  },
  { label: 'Errors', name: 'errorRate', about: 'Share of the turns that met a failure.', isShare: true },
  {
    label: 'Escalations',
    name: 'escalationRate',
    about: 'Share of the turns that brought in a person.',
    isShare: true,
  },
  { label: 'Negative messages', name: 'sentimentFactor', about: 'So many times the shop’s own week.', unit: '×' },
  { label: 'Unclaimed cases', name: 'overdueCases', about: 'Overdue ones that nobody has taken.' },
  { label: 'Dead letters', name: 'deadLetters', about: 'In the last hour.' },
  { label: 'Cost', name: 'costShare', about: 'Of the day’s money for models.', isShare: true },
  { label: 'Over the last', name: 'windowMinutes', about: 'The turns that are looked at.', unit: 'min' },
  { label: 'Lasting', name: 'holdSeconds', about: 'Before an alert is raised, and before it is resolved.', unit: 's' },
  { label: 'At least', name: 'minimumSample', about: 'Below that nothing is said about rates.', unit: 'turns' },
];
