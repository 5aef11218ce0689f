// The agents: what each answers, how it fares, and whether it is on; and the model that they may ask, with what it may cost.
import { Badge, Select, SimpleGrid, Stack, Switch, Table, Text, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { type Loaded, type SettingsState, useLoaded } from '../frame/api.ts';
import { Page } from '../frame/parts.tsx';
import { type Amount, Amounts, type Fields, SettingsForm, Sheet } from '../frame/settings-form.tsx';
import { Prices } from './prices.tsx';

interface Bar {
  key: string;
  turns: number;
  averageMs: number;
  escalated: number;
}

/** Name, what it answers, and whether it can be switched off. */
const AGENTS: [string, string, boolean][] = [
  ['order', 'Orders: where they are, changing and cancelling them, returns', true],
  ['shipping', 'Parcels: tracking, delays, addresses, what shipping costs', true],
  ['billing', 'Payments: charges, refunds, invoices, promo codes', true],
  ['technical', 'Products: faults step by step, manuals, reports', true],
  ['general', 'Greetings, questions about the house, everything from an article', false],
  ['escalation', 'Brings in a person; nobody can switch that off', false],
];
const WEEK_MS = 7 * 86_400_000;

export function Agents({ settings, mayChange }: { settings: Loaded<SettingsState>; mayChange: boolean }) {
  const from = useMemo(() => new Date(Math.floor(Date.now() / 60_000) * 60_000 - WEEK_MS).toISOString(), []);
  const bars = useLoaded<Bar[]>(`/numbers/by/agent?from=${encodeURIComponent(from)}`, 30_000);
  return (
    <Page title="Agents" about="Who answers what. In the place of one that is switched off, a person answers.">
      <SettingsForm settings={settings} mayChange={mayChange}>
        {(fields) => (
          <>
            <Sheet title="Specialists">
              <Specialists fields={fields} bars={bars.data ?? []} />
            </Sheet>
            <SimpleGrid cols={{ base: 1, md: 2 }} className="sheets">
              <Sheet title="Model" about="Asked where OPENAI_API_KEY is set; otherwise the bot answers by itself.">
                <Model {...fields} />
              </Sheet>
              <Stack>
                <Sheet title="What models may cost">
                  <Amounts fields={fields} group="model" rows={COSTS} />
                </Sheet>
                <Sheet
                  title="Prices"
                  about="US dollars for a million tokens, as the provider’s list says; a model that is not named counts as the dearest."
                >
                  <Prices {...fields} />
                </Sheet>
              </Stack>
            </SimpleGrid>
          </>
        )}
      </SettingsForm>
    </Page>
  );
}

function Specialists({ fields, bars }: { fields: Fields; bars: Bar[] }) {
  const off: string[] = fields.values.agentsOff;
  const turn = (name: string, isOn: boolean) =>
    fields.set('agentsOff', isOn ? off.filter((one) => one !== name) : [...off, name]);
  return (
    <Table.ScrollContainer minWidth={560} type="native" tabIndex={0}>
      <Table aria-label="Agents" verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Agent</Table.Th>
            <Table.Th ta="right">Answers, 7 days</Table.Th>
            <Table.Th ta="right">On average</Table.Th>
            <Table.Th ta="right">To people</Table.Th>
            <Table.Th>On</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {AGENTS.map(([name, about, canBeOff]) => {
            const bar = bars.find((one) => one.key === name);
            return (
              <Table.Tr key={name}>
                <Table.Td>
                  <Text size="sm" fw={600} tt="capitalize">
                    {name}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {about}
                  </Text>
                </Table.Td>
                <Table.Td ta="right" className="figure">
                  {bar ? bar.turns.toLocaleString() : '—'}
                </Table.Td>
                <Table.Td ta="right" className="figure">
                  {bar ? `${bar.averageMs} ms` : '—'}
                </Table.Td>
                <Table.Td ta="right" className="figure">
                  {bar?.turns ? `${Math.round((bar.escalated / bar.turns) * 100)} %` : '—'}
                </Table.Td>
                <Table.Td>
                  {canBeOff ? (
                    <Switch
                      aria-label={`${name} is on`}
                      checked={!off.includes(name)}
                      disabled={fields.disabled}
                      onChange={(event) => turn(name, event.currentTarget.checked)}
                    />
                  ) : (
                    <Badge variant="light" color="gray">
                      always
                    </Badge>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Model({ values, within, disabled }: Fields) {
  return (
    <>
      <TextInput
        label="Model"
        value={values.model.name}
        onChange={(event) => within('model', 'name', event.currentTarget.value)}
        disabled={disabled}
      />
      <TextInput
        label="When it is away"
        description="Another model. Empty: the bot answers by itself at once."
        value={values.model.fallback ?? ''}
        onChange={(event) => within('model', 'fallback', event.currentTarget.value || null)}
        disabled={disabled}
      />
      <Select
        label="Reads what a message is about"
        description="The local classifier stays the net."
        data={[
          { value: 'never', label: 'Never' },
          { value: 'unsure', label: 'When the local classifier is unsure' },
          { value: 'always', label: 'Always' },
        ]}
        value={values.model.classifies}
        onChange={(value) => within('model', 'classifies', value ?? 'never')}
        allowDeselect={false}
        disabled={disabled}
      />
      <Amounts fields={{ values, within, disabled, set: () => undefined }} group="model" rows={PATIENCE} />
    </>
  );
}

const PATIENCE: Amount[] = [
  { label: 'One call at most', name: 'timeoutMs', about: 'Then it is asked again, or done without.', unit: 'ms' },
  { label: 'An answer at most', name: 'answerMs', about: 'All its calls together.', unit: 'ms' },
  { label: 'Tries again', name: 'retries', about: 'When the provider fails.' },
  { label: 'Steps at most', name: 'maxSteps', about: 'Calls of the model for one answer, tools between them.' },
  {
    label: '“Let me look that up” after',
    name: 'progressAfterMs',
    about: 'Said where it can be taken back; never by SMS.',
    unit: 'ms',
  },
];
const COSTS: Amount[] = [
  { label: 'A day at most', name: 'dailyCost', about: 'Then the bot answers by itself until tomorrow.', isMoney: true },
  {
    label: 'A day and customer at most',
    name: 'dailyCostPerCustomer',
    about: 'The same for one customer.',
    isMoney: true,
  },
  { label: 'An answer at most', name: 'mostCost', about: 'Then the bot answers by itself.', isMoney: true },
  { label: 'Tokens an answer at most', name: 'mostTokens', about: 'Read and written together.' },
];
