// The lists of the desk's page: which cases go where, and replies that are saved once.
import { Button, Group, MultiSelect, SimpleGrid, Stack, TagsInput, Text, Textarea, TextInput } from '@mantine/core';
import { languageName, OWN_LANGUAGES } from '../frame/languages.ts';
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
        <Button variant="default" style={{ alignSelf: 'start' }} onClick={() => change([...routes, { channel: '' }])}>
          Add a row
        </Button>
      )}
    </Sheet>
  );
}

/** A text for each language; who writes in one that has none gets the English one. */
export function Replies({ replies, change, disabled }: { replies: SavedReply[] } & ListProps<SavedReply>) {
  const set = (at: number, more: Partial<SavedReply>) =>
    change(replies.map((one, place) => (place === at ? { ...one, ...more } : one)));
  return (
    <Sheet
      title="Saved replies"
      about="Opened from a card, and looked over before they leave. {name} becomes the customer’s name, {me} the colleague’s, {case} the case’s number."
    >
      {replies.length === 0 ? (
        <Text size="sm" c="dimmed">
          None yet: what is typed again and again can be kept here.
        </Text>
      ) : null}
      {replies.map((one, at) => (
        // The name is being typed here.
        <Stack key={at} gap="xs">
          <Group align="end" gap="xs">
            <TextInput
              label="Name"
              flex={1}
              value={one.name}
              disabled={disabled}
              description="Colleagues choose it by its name."
              onChange={(event) => set(at, { name: event.currentTarget.value })}
            />
            {disabled ? null : (
              <Button variant="subtle" onClick={() => change(replies.filter((_, place) => place !== at))}>
                Remove {one.name || 'this reply'}
              </Button>
            )}
          </Group>
          <Texts
            texts={one.texts}
            of={one.name || 'the new reply'}
            change={(texts) => set(at, { texts })}
            disabled={disabled}
          />
        </Stack>
      ))}
      {disabled ? null : (
        <Button
          variant="default"
          style={{ alignSelf: 'start' }}
          onClick={() => change([...replies, { name: '', texts: {} }])}
        >
          Add a reply
        </Button>
      )}
    </Sheet>
  );
}

interface TextsProps {
  texts: SavedReply['texts'];
  of: string;
  change(texts: SavedReply['texts']): void;
  disabled: boolean;
}

/** The languages of the house, and those that an import has brought. */
function Texts({ texts, of, change, disabled }: TextsProps) {
  const codes = [...new Set([...OWN_LANGUAGES, ...Object.keys(texts)])];
  // A language without words is none: it falls back.
  const put = (code: string, text: string) => {
    const { [code]: _before, ...others } = texts;
    change(text === '' ? others : { ...others, [code]: text });
  };
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xs">
      {codes.map((code) => (
        <Textarea
          key={code}
          label={`Text in ${languageName(code)}`}
          aria-label={`Text in ${languageName(code)} of ${of}`}
          lang={code}
          autosize
          minRows={2}
          value={texts[code] ?? ''}
          placeholder={code === 'en' ? '' : (texts.en ?? '')}
          disabled={disabled}
          description={code === 'en' ? 'Also for every language that has none.' : 'Empty: the English one.'}
          onChange={(event) => put(code, event.currentTarget.value)}
        />
      ))}
    </SimpleGrid>
  );
}
