// Any form that the desk opens in Slack, drawn from what it says of itself, so that a new one needs nothing here.
import { Button, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { act, type SlackForm, STAFF } from '../world.ts';

type Input = SlackForm['view']['blocks'][number];

export function OpenForm({ form, user }: { form: SlackForm | undefined; user: string }) {
  const [given, setGiven] = useState<Record<string, string>>({});
  const view = form?.view;
  const sayOf = (block: Input) => given[`${view?.id}|${block.block_id}`] ?? block.element?.initial_value ?? '';
  const inputs = (view?.blocks ?? []).filter((block) => block.block_id && block.element);
  const isComplete = inputs.every((block) => block.optional || sayOf(block) !== '');
  const close = () => act('slack', 'dismiss', { viewId: view?.id });
  const submit = async () => {
    const fields = inputs.map((block) => [block.block_id!, sayOf(block)] as const).filter(([, value]) => value !== '');
    await act('slack', 'submit', { user, viewId: view?.id, fields: Object.fromEntries(fields) });
  };
  return (
    <Modal opened={view !== undefined} onClose={close} title={view?.title.text} centered>
      <Stack>
        {inputs.map((block) => (
          <Field
            key={`${view?.id}|${block.block_id}`}
            block={block}
            value={sayOf(block)}
            onChange={(value) => setGiven({ ...given, [`${view?.id}|${block.block_id}`]: value })}
          />
        ))}
        <Button onClick={submit} disabled={!isComplete}>
          {view?.submit?.text ?? 'Send'}
        </Button>
      </Stack>
    </Modal>
  );
}

function Field({ block, value, onChange }: { block: Input; value: string; onChange(value: string): void }) {
  const label = block.label?.text ?? '';
  const { type, multiline, options } = block.element!;
  const list = type === 'users_select' ? STAFF.map(({ id, name }) => ({ value: id, label: name })) : null;
  const choices = list ?? options?.map((option) => ({ value: option.value, label: option.text.text }));
  if (choices)
    return <Select label={label} data={choices} value={value || null} onChange={(picked) => onChange(picked ?? '')} />;
  if (type === 'datetimepicker')
    return (
      <TextInput
        type="datetime-local"
        label={label}
        onChange={(event) => onChange(String(Math.floor(new Date(event.currentTarget.value).getTime() / 1000)))}
      />
    );
  const write = (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value);
  return multiline ? (
    <Textarea label={label} value={value} onChange={write} autosize minRows={2} />
  ) : (
    <TextInput label={label} value={value} onChange={write} />
  );
}
