// Who answers when: the week, the time zone, holidays, and who is mentioned when a case is due.
import { Select, SimpleGrid, TagsInput } from '@mantine/core';
import type { Loaded, SettingsState } from '../frame/api.ts';
import { Page } from '../frame/parts.tsx';
import { SettingsForm, Sheet } from '../frame/settings-form.tsx';
import { Week } from './week.tsx';

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone')];

export function HoursPage({ settings, mayChange }: { settings: Loaded<SettingsState>; mayChange: boolean }) {
  return (
    <Page title="Hours" about="When people answer. Outside of these hours customers are told when somebody will.">
      <SettingsForm settings={settings} mayChange={mayChange}>
        {({ values, within, disabled }) => (
          <SimpleGrid cols={{ base: 1, md: 2 }} className="sheets">
            <Sheet title="The week">
              <Select
                label="Time zone"
                data={[...new Set([values.hours.timeZone, ...ZONES])]}
                value={values.hours.timeZone}
                onChange={(zone) => within('hours', 'timeZone', zone ?? 'UTC')}
                searchable
                allowDeselect={false}
                disabled={disabled}
              />
              <Week week={values.hours.week} change={(week) => within('hours', 'week', week)} disabled={disabled} />
              <TagsInput
                label="Holidays"
                description="As 2026-12-25. Closed the whole day."
                value={values.hours.holidays}
                onChange={(days) => within('hours', 'holidays', days)}
                disabled={disabled}
              />
            </Sheet>
            <Sheet title="People" about="Slack’s own ids: a person’s begins with U, a group’s with S.">
              <TagsInput
                label="On call"
                description="Mentioned when a case is due. The Desk page has a rotation."
                value={values.desk.onCall}
                onChange={(ids) => within('desk', 'onCall', ids)}
                disabled={disabled}
              />
              <TagsInput
                label="Leads"
                description="May approve, and take a case from somebody else. Empty: everybody of the desk."
                value={values.desk.leads}
                onChange={(ids) => within('desk', 'leads', ids)}
                disabled={disabled}
              />
            </Sheet>
          </SimpleGrid>
        )}
      </SettingsForm>
    </Page>
  );
}
