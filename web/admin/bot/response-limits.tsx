// Limits of the response time for a channel, for a model, or for one on the other; the most particular one counts.
import { NumberInput, Select, TextInput } from '@mantine/core';
import { RowList } from '../frame/row-list.tsx';
import type { Fields } from '../frame/settings-form.tsx';

interface Row {
  channel: string;
  model: string;
  ms: number;
}

const CHANNELS = [
  { value: '', label: 'Every channel' },
  { value: 'web', label: 'Web chat' },
  { value: 'sms', label: 'SMS' },
  { value: 'slack', label: 'Slack' },
  { value: 'teams', label: 'Teams' },
];
const isChannel = (word: string) => word !== '' && CHANNELS.some(({ value }) => value === word);

/** `sms`, `gpt-4.1-mini`, or both with a blank between them. */
function read(name: string, ms: number): Row {
  const [first = '', ...others] = name.split(' ');
  return isChannel(first) ? { channel: first, model: others.join(' '), ms } : { channel: '', model: name, ms };
}

export function ResponseLimits({ values, within, disabled }: Fields) {
  return (
    <RowList<Row, number>
      value={values.alerts.responseTimeMsBy}
      change={(by) => within('alerts', 'responseTimeMsBy', by)}
      disabled={disabled}
      read={read}
      write={({ channel, model, ms }) => {
        const name = [channel, model.trim()].filter((word) => word !== '').join(' ');
        return name === '' ? null : [name, ms];
      }}
      fresh={{ channel: '', model: '', ms: 500 }}
      add="Add a limit"
      empty="None: the two limits above hold everywhere."
    >
      {(row, set) => (
        <>
          <Select
            label="Channel"
            data={CHANNELS}
            value={row.channel}
            onChange={(channel) => set({ channel: channel ?? '' })}
            allowDeselect={false}
            disabled={disabled}
            w={150}
          />
          <TextInput
            label="Model"
            placeholder="any"
            value={row.model}
            maxLength={80}
            onChange={(event) => set({ model: event.currentTarget.value })}
            disabled={disabled}
            w={150}
          />
          <NumberInput
            label="At most"
            value={row.ms}
            onChange={(ms) => {
              if (ms !== '') set({ ms: Number(ms) });
            }}
            min={50}
            max={600_000}
            suffix=" ms"
            disabled={disabled}
            w={120}
          />
        </>
      )}
    </RowList>
  );
}
