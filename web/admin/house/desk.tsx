// The desk: where cases go, by when somebody must have reacted, who is on call in turn, and replies that are saved once.
import { Group, NumberInput, Select, SimpleGrid, Stack, Table, TagsInput, TextInput } from '@mantine/core';
import type { Loaded, SettingsState } from '../frame/api.ts';
import { languageName } from '../frame/languages.ts';
import { Page } from '../frame/parts.tsx';
import { type Fields, SettingsForm, Sheet } from '../frame/settings-form.tsx';
import { type DeskRoute, PRIORITIES, Replies, Routes, type SavedReply } from './desk-lists.tsx';

interface Desk {
  routes: DeskRoute[];
  savedReplies: SavedReply[];
  resolveHours: Record<string, number>;
  rotation: { since: string; days: number; people: string[] } | null;
  ownerSilentMinutes: number;
  customerSilentHours: number;
  widenAfterMinutes: number;
  reopenHours: number;
  queueNewsMinutes: number;
  rateSessionMinutes: number;
  recoveryAmount: number;
  rateAfterMinutes: number;
  undoSeconds: number;
  language: string;
  translates: 'never' | 'customer' | 'both';
}
interface Props {
  settings: Loaded<SettingsState>;
  mayChange: boolean;
}

const TIMES: [string, keyof Desk, string][] = [
  ['More people are told after (minutes)', 'widenAfterMinutes', 'When nobody has taken an overdue case.'],
  ['A silent owner is reminded after (minutes)', 'ownerSilentMinutes', 'While the customer waits for them.'],
  ['A silent customer’s case closes after (hours)', 'customerSilentHours', 'It opens again when they write.'],
  [
    'A waiting customer hears that they moved up after (minutes)',
    'queueNewsMinutes',
    '0: never. By SMS hourly at most.',
  ],
  [
    'Who was served by the bot alone is asked for a rating after (minutes)',
    'rateSessionMinutes',
    '0: never. Not by SMS.',
  ],
  [
    'After a bad experience a lead may approve a gift card of',
    'recoveryAmount',
    '0: never. Once in ninety days for each customer.',
  ],
  ['A resolved case’s customer is asked for a rating after (minutes)', 'rateAfterMinutes', 'Once for each case.'],
  ['A colleague may take back their words for (seconds)', 'undoSeconds', '0: words leave at once. At most 60.'],
  ['A resolved case opens again within (hours)', 'reopenHours', 'Later it is a new one.'],
];

export function DeskPage({ settings, mayChange }: Props) {
  return (
    <Page
      title="Desk"
      about="Where cases go, by when somebody must have reacted, and what colleagues need not type twice."
    >
      <SettingsForm settings={settings} mayChange={mayChange}>
        {(fields) => <DeskFields {...fields} />}
      </SettingsForm>
    </Page>
  );
}

function DeskFields({ values, set: put, disabled }: Fields) {
  const desk = values.desk as Desk;
  const first = values.firstReplyMinutes as Record<string, number>;
  const set = (change: Partial<Desk>) => put('desk', { ...desk, ...change });
  return (
    <Stack>
      <Routes routes={desk.routes} change={(routes) => set({ routes })} disabled={disabled} />
      <SimpleGrid cols={{ base: 1, md: 2 }} className="sheets">
        <Stack>
          <Sheet title="By when">
            <Table aria-label="By when" withRowBorders={false}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Priority</Table.Th>
                  <Table.Th>First reply (minutes)</Table.Th>
                  <Table.Th>Settled (hours)</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {PRIORITIES.map((one) => (
                  <Table.Tr key={one}>
                    <Table.Td>{one}</Table.Td>
                    <Table.Td>
                      <NumberInput
                        aria-label={`First reply, ${one}`}
                        value={first[one] ?? 0}
                        min={1}
                        disabled={disabled}
                        onChange={(value) => put('firstReplyMinutes', { ...first, [one]: Number(value) })}
                      />
                    </Table.Td>
                    <Table.Td>
                      <NumberInput
                        aria-label={`Settled, ${one}`}
                        value={desk.resolveHours[one] ?? 0}
                        min={0.25}
                        disabled={disabled}
                        onChange={(value) => set({ resolveHours: { ...desk.resolveHours, [one]: Number(value) } })}
                      />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Sheet>
          <Sheet
            title="Language"
            about="Translated by the model, where there is one; every translation is marked as such."
          >
            <Select
              label="Spoken at the desk"
              data={[...LANGUAGES, ...(LANGUAGES.some((one) => one.value === desk.language) ? [] : [desk.language])]}
              value={desk.language}
              searchable
              allowDeselect={false}
              disabled={disabled}
              onChange={(language) => set({ language: language ?? desk.language })}
            />
            <Select
              label="Translated"
              data={[
                { value: 'both', label: 'What customers write, and what colleagues answer' },
                { value: 'customer', label: 'What customers write' },
                { value: 'never', label: 'Nothing' },
              ]}
              value={desk.translates}
              allowDeselect={false}
              disabled={disabled}
              onChange={(translates) => set({ translates: (translates ?? 'both') as Desk['translates'] })}
            />
          </Sheet>
          <Sheet title="On call in turn">
            <TagsInput
              label="People"
              description="Slack ids, in their order. Empty: those under Hours."
              value={desk.rotation?.people ?? []}
              disabled={disabled}
              onChange={(people) =>
                set({ rotation: people.length === 0 ? null : { since: today(), days: 7, ...desk.rotation, people } })
              }
            />
            {desk.rotation ? (
              <Group grow>
                <TextInput
                  type="date"
                  label="The first since"
                  value={desk.rotation.since}
                  disabled={disabled}
                  onChange={(event) => set({ rotation: { ...desk.rotation!, since: event.currentTarget.value } })}
                />
                <NumberInput
                  label="Days each"
                  min={1}
                  value={desk.rotation.days}
                  disabled={disabled}
                  onChange={(value) => set({ rotation: { ...desk.rotation!, days: Number(value) } })}
                />
              </Group>
            ) : null}
          </Sheet>
        </Stack>
        <Sheet title="Reminders">
          {TIMES.map(([label, name, description]) => (
            <NumberInput
              key={name}
              label={label}
              description={description}
              value={desk[name] as number}
              min={0}
              {...(name === 'undoSeconds' ? { max: 60 } : {})}
              disabled={disabled}
              onChange={(value) => {
                if (value !== '') set({ [name]: Number(value) });
              }}
            />
          ))}
        </Sheet>
      </SimpleGrid>
      <Replies replies={desk.savedReplies} change={(savedReplies) => set({ savedReplies })} disabled={disabled} />
    </Stack>
  );
}

const LANGUAGES = 'en es fr de it pt nl pl sv da nb fi cs hu ro el tr uk ru ar he hi zh ja ko'
  .split(' ')
  .map((value) => ({ value, label: languageName(value) }));

const today = () => new Date().toISOString().slice(0, 10);
