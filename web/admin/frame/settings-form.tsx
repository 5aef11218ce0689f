// A page of settings: what is typed, what of it is new, the button that saves it with a reason, and both versions when a
// colleague was quicker. The pages only say which fields there are.
import { Button, Group, NumberInput, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { call, type Loaded, type Problem, type SettingsState } from './api.ts';
import { Conflict, type Versions } from './conflict.tsx';
import { Held, type Hold, useTouch } from './held.tsx';
import { AskWhy } from './parts.tsx';

export interface Fields {
  // biome-ignore lint/suspicious/noExplicitAny: the schema of the values stands on the server
  values: Record<string, any>;
  set(name: string, value: unknown): void;
  within(group: string, name: string, value: unknown): void;
  disabled: boolean;
}

interface Props {
  settings: Loaded<SettingsState>;
  mayChange: boolean;
  children(fields: Fields): ReactNode;
}

export function SettingsForm({ settings, mayChange, children }: Props) {
  return (
    <Held settings={settings}>
      {(state, hold) => (
        <Form key={state.revision} state={state} hold={hold} mayChange={mayChange}>
          {children}
        </Form>
      )}
    </Held>
  );
}

interface FormProps extends Pick<Props, 'mayChange' | 'children'> {
  state: SettingsState;
  hold: Hold;
}

function Form({ state, hold, mayChange, children }: FormProps) {
  const [values, setValues] = useState(state.values);
  const [asks, setAsks] = useState(false);
  const [conflict, setConflict] = useState<Versions | null>(null);
  const set = (name: string, value: unknown) => setValues((before) => ({ ...before, [name]: value }));
  const within = (group: string, name: string, value: unknown) =>
    setValues((before) => ({ ...before, [group]: { ...before[group], [name]: value } }));
  const changed = Object.fromEntries(
    Object.entries(values).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(state.values[name])),
  );
  const hasChanges = Object.keys(changed).length > 0;
  useTouch(hold, hasChanges);
  const save = async (why: string) => {
    try {
      await call('PUT', '/settings', { base: state.revision, why, values: changed });
      await hold.release();
    } catch (thrown) {
      const problem = thrown as Problem;
      if (problem.status !== 409) throw problem;
      setConflict((problem.body ?? {}) as unknown as Versions);
    }
  };
  return (
    <Stack>
      {children({ values, set, within, disabled: !mayChange })}
      {conflict ? <Conflict versions={conflict} look={hold.release} /> : null}
      {mayChange ? (
        <Group className="savebar">
          <Button onClick={() => setAsks(true)} disabled={!hasChanges}>
            Save {hasChanges ? `(${Object.keys(changed).join(', ')})` : ''}
          </Button>
          {hasChanges ? (
            <Button variant="default" onClick={() => setValues(state.values)}>
              Discard
            </Button>
          ) : (
            <Text size="sm" c="dimmed">
              Nothing is changed yet.
            </Text>
          )}
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

export function Sheet({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  return (
    <Paper withBorder p="lg" component="section" aria-label={title}>
      <Title order={2} size="h5">
        {title}
      </Title>
      {about ? (
        <Text size="sm" c="dimmed" mb="md">
          {about}
        </Text>
      ) : null}
      <Stack mt={about ? 0 : 'md'}>{children}</Stack>
    </Paper>
  );
}

export interface Amount {
  label: string;
  about: string;
  name: string;
  unit?: string;
  /** Kept as a part of one, shown as per cent. */
  isShare?: boolean;
  isMoney?: boolean;
}

/** Numbers of one group of the settings, or of the settings themselves. */
export function Amounts({ fields, group, rows }: { fields: Fields; group?: string; rows: Amount[] }) {
  const { values, set, within, disabled } = fields;
  const from = group ? values[group] : values;
  const put = (name: string, value: number) => (group ? within(group, name, value) : set(name, value));
  return rows.map(({ label, about, name, unit, isShare, isMoney }) => (
    <NumberInput
      key={name}
      label={label}
      description={about}
      value={isShare ? Math.round(from[name] * 1_000) / 10 : from[name]}
      onChange={(value) => {
        if (value !== '') put(name, isShare ? Number(value) / 100 : Number(value));
      }}
      disabled={disabled}
      min={0}
      {...(isMoney ? { prefix: '$' } : {})}
      {...(isShare ? { suffix: ' %' } : unit ? { suffix: ` ${unit}` } : {})}
    />
  ));
}
