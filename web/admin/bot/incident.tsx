// The incident switch: a sentence for everybody, everything to people, or the bot paused, until a time or until it is over.
import { Alert, Radio, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { Loaded, SettingsState } from '../frame/api.ts';
import { Page, time } from '../frame/parts.tsx';
import { SettingsForm, Sheet } from '../frame/settings-form.tsx';

interface Incident {
  mode: 'off' | 'notice' | 'people' | 'paused';
  text: string;
  until: string | null;
}

const MODES: [Incident['mode'], string, string][] = [
  ['off', 'Nothing special', 'The bot answers as always.'],
  ['notice', 'Tell everybody a sentence', 'Once in each conversation, before the answer; the bot goes on as always.'],
  ['people', 'Everything to people', 'Whoever writes gets the sentence and a case.'],
  ['paused', 'The bot is paused', 'It says the sentence and nothing else; what customers write is kept.'],
];

/** Null: nothing is on, or its time is over. */
export function incidentOf(state: SettingsState | null): Incident | null {
  const incident = state?.values.incident as Incident | undefined;
  if (!incident || incident.mode === 'off') return null;
  return incident.until && new Date(incident.until) < new Date() ? null : incident;
}

export function IncidentNotice({ state }: { state: SettingsState | null }) {
  const incident = incidentOf(state);
  if (!incident) return null;
  const name = MODES.find(([mode]) => mode === incident.mode)?.[1] ?? '';
  return (
    <Alert color="orange" title={`Incident: ${name.toLowerCase()}`}>
      {incident.text ? `“${incident.text}” ` : ''}
      {incident.until ? `Until ${time(incident.until)}.` : 'Until it is switched off.'}{' '}
      <a href="#/incident">Change it</a>
    </Alert>
  );
}

export function IncidentPage({ settings, mayChange }: { settings: Loaded<SettingsState>; mayChange: boolean }) {
  return (
    <Page title="Incident" about="When something is wrong: what customers hear, and who answers, within two seconds.">
      <SettingsForm settings={settings} mayChange={mayChange}>
        {({ values, within, disabled }) => (
          <SimpleGrid cols={{ base: 1, md: 2 }} className="sheets">
            <Sheet title="Now">
              <Radio.Group
                value={values.incident.mode}
                onChange={(mode) => within('incident', 'mode', mode)}
                aria-label="What is on"
              >
                <Stack gap="md">
                  {MODES.map(([mode, label, about]) => (
                    <Radio key={mode} value={mode} label={label} description={about} disabled={disabled} />
                  ))}
                </Stack>
              </Radio.Group>
            </Sheet>
            <Sheet title="What is said">
              <Textarea
                label="The sentence"
                description="Needed to tell everybody; otherwise empty means ours, in the customer’s language."
                placeholder="Parcels of today arrive a day later. We are sorry."
                autosize
                minRows={3}
                value={values.incident.text}
                error={
                  values.incident.mode === 'notice' && values.incident.text.trim() === ''
                    ? 'Nobody is told anything without it.'
                    : null
                }
                onChange={(event) => within('incident', 'text', event.currentTarget.value)}
                disabled={disabled}
              />
              <TextInput
                type="datetime-local"
                label="Until"
                description="Your own time. Empty: until it is switched off."
                value={localOf(values.incident.until)}
                onChange={(event) => within('incident', 'until', isoOf(event.currentTarget.value))}
                disabled={disabled}
              />
            </Sheet>
          </SimpleGrid>
        )}
      </SettingsForm>
    </Page>
  );
}

/** What a field for local time wants, and back. */
function localOf(iso: string | null): string {
  if (!iso) return '';
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
const isoOf = (local: string) => (local === '' ? null : new Date(local).toISOString());
