// The lists of the desk's page: which cases go where, and replies that are saved once.
import { Button, Group, MultiSelect, Stack, TagsInput, Text, Textarea, TextInput } from '@mantine/core';
import { Sheet } from '../frame/settings-form.tsx';

export interface DeskRoute {
  intents?: string[];
  priorities?: string[];
  languages?: string[];
  channel: string;
}
export interface SavedReply {
  name: string;
  texts: Record<string, string>;
}
export const PRIORITIES = ['LOW', 'MEDIUM', 'HIGH', 'URGENT'];
const INTENTS = [
  'ORDER_INQUIRY',
  'SHIPPING',
  'BILLING',
  'TECHNICAL_SUPPORT',
  'ACCOUNT',
  'COMPLAINT',
  'HUMAN_REQUEST',
  'FEEDBACK',
  'OUT_OF_SCOPE',
];
interface ListProps<T> {
  change(list: T[]): void;
  disabled: boolean;
}

/** The first row that fits decides; cases that fit none go to the desk's own channel. */
export function Routes({ routes, change, disabled }: { routes: DeskRoute[] } & ListProps<DeskRoute>) {
  const set = (at: number, more: Partial<DeskRoute>) =>
    change(routes.map((one, place) => (place === at ? { ...one, ...more } : one)));
  return (
    <Sheet title="Where cases go">
      <Text size="sm" c="dimmed">
        The first row that fits decides. An empty field fits everything; cases that fit no row go to the desk’s own
        channel.
      </Text>
      {routes.map((one, at) => (
        // Rows have no name of their own; their order is what counts.
        <Group key={at} align="end" grow>
          <MultiSelect
            label="About"
            data={INTENTS}
            value={one.intents ?? []}
            disabled={disabled}
            onChange={(intents) => set(at, { intents })}
          />
          <MultiSelect
            label="Priority"
            data={PRIORITIES}
            value={one.priorities ?? []}
            disabled={disabled}
            onChange={(priorities) => set(at, { priorities })}
          />
          <TagsInput
            label="Language"
            placeholder="de"
            value={one.languages ?? []}
            disabled={disabled}
            onChange={(languages) => set(at, { languages })}
          />
          <TextInput
            label="Slack channel"
            placeholder="C0123456789"
            value={one.channel}
            disabled={disabled}
            onChange={(event) => set(at, { channel: event.currentTarget.value })}
          />
          <Button
            variant="subtle"
            disabled={disabled}
            onClick={() => change(routes.filter((_, place) => place !== at))}
          >
            Remove
          </Button>
        </Group>
      ))}
      {disabled ? null : (
        <Button variant="default" onClick={() => change([...routes, { channel: '' }])}>
          Add a row
        </Button>
      )}
    </Sheet>
  );
}

export function Replies({ replies, change, disabled }: { replies: SavedReply[] } & ListProps<SavedReply>) {
  const set = (at: number, more: Partial<SavedReply>) =>
    change(replies.map((one, place) => (place === at ? { ...one, ...more } : one)));
  return (
    <Sheet title="Saved replies">
      {replies.map((one, at) => (
        // The name is being typed here.
        <Stack key={at} gap="xs">
          <TextInput
            label="Name"
            value={one.name}
            disabled={disabled}
            onChange={(event) => set(at, { name: event.currentTarget.value })}
          />
          <Textarea
            label="Text in English"
            autosize
            value={one.texts.en ?? ''}
            disabled={disabled}
            onChange={(event) => set(at, { texts: { ...one.texts, en: event.currentTarget.value } })}
          />
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={disabled}
            onClick={() => change(replies.filter((_, place) => place !== at))}
          >
            Remove {one.name}
          </Button>
        </Stack>
      ))}
      {disabled ? null : (
        <Button variant="default" onClick={() => change([...replies, { name: '', texts: { en: '' } }])}>
          Add a reply
        </Button>
      )}
    </Sheet>
  );
}
