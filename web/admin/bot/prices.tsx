// What models cost, as their providers' lists say: every cap and number of money is counted by these.
import { NumberInput, TextInput } from '@mantine/core';
import { RowList } from '../frame/row-list.tsx';
import type { Fields } from '../frame/settings-form.tsx';

interface Price {
  input: number;
  output: number;
}
interface Row extends Price {
  model: string;
}

export function Prices({ values, within, disabled }: Fields) {
  return (
    <RowList<Row, Price>
      value={values.model.prices}
      change={(prices) => within('model', 'prices', prices)}
      disabled={disabled}
      read={(model, price) => ({ model, ...price })}
      write={({ model, input, output }) => (model.trim() === '' ? null : [model.trim(), { input, output }])}
      fresh={{ model: '', input: 0, output: 0 }}
      add="Add a model"
      empty="None: nothing that a model costs is counted, and no cap of money holds."
    >
      {(row, set) => (
        <>
          <TextInput
            label="Model"
            value={row.model}
            maxLength={100}
            onChange={(event) => set({ model: event.currentTarget.value })}
            disabled={disabled}
            w={160}
          />
          {(['input', 'output'] as const).map((side) => (
            <NumberInput
              key={side}
              label={side === 'input' ? 'Read' : 'Written'}
              value={row[side]}
              onChange={(dollars) => {
                if (dollars !== '') set({ [side]: Number(dollars) });
              }}
              min={0}
              max={1_000_000}
              decimalScale={4}
              prefix="$"
              disabled={disabled}
              w={110}
            />
          ))}
        </>
      )}
    </RowList>
  );
}
