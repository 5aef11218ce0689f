// The sentences that no model writes, by language: ours, and the house's own in their place. Words in braces are filled in.
import { Badge, Button, Code, Group, Paper, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { memo, useCallback, useState } from 'react';
import { call, type Loaded, type Problem, type SettingsState, useLoaded } from '../frame/api.ts';
import { Conflict, type Versions } from '../frame/conflict.tsx';
import { Held, type Hold, useTouch } from '../frame/held.tsx';
import { languageName } from '../frame/languages.ts';
import { AskWhy, Page, Shown } from '../frame/parts.tsx';
import { useLeave } from '../frame/unsaved.tsx';
import { asTitle, wordsOf } from '../frame/words.ts';

interface Phrase {
  name: string;
  words: string[];
  own: string;
}
interface Language {
  language: string;
  phrases: Phrase[];
}

export function PhrasesPage({ settings, mayChange }: { settings: Loaded<SettingsState>; mayChange: boolean }) {
  const loaded = useLoaded<Language[]>('/settings/phrases');
  const [code, setCode] = useState('en');
  const leave = useLeave();
  const languages = (loaded.data ?? []).map(({ language }) => ({
    value: language,
    label: languageName(language),
  }));
  return (
    <Page
      title="Phrases"
      about="What the bot says word for word. Leave a field empty to keep our own sentence."
      actions={
        languages.length > 0 ? (
          <SegmentedControl
            value={code}
            onChange={(chosen) => leave(() => setCode(chosen))}
            data={languages}
            aria-label="Language"
          />
        ) : null
      }
    >
      <Shown loaded={loaded}>
        {(all) => (
          <Held settings={settings}>
            {(state, hold) => (
              <Sentences
                key={`${state.revision}${code}`}
                code={code}
                phrases={all.find((one) => one.language === code)?.phrases ?? []}
                state={state}
                hold={hold}
                mayChange={mayChange}
              />
            )}
          </Held>
        )}
      </Shown>
    </Page>
  );
}

interface SentencesProps {
  code: string;
  phrases: Phrase[];
  state: SettingsState;
  hold: Hold;
  mayChange: boolean;
}

function Sentences({ code, phrases, state, hold, mayChange }: SentencesProps) {
  const stored = (state.values.phrases?.[code] ?? {}) as Record<string, string>;
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [asks, setAsks] = useState(false);
  const [conflict, setConflict] = useState<Versions | null>(null);
  const change = useCallback((name: string, text: string) => setTyped((before) => ({ ...before, [name]: text })), []);
  const textOf = (name: string) => (typed[name] ?? stored[name] ?? '').trim();
  const changed = phrases.filter(({ name }) => textOf(name) !== (stored[name] ?? ''));
  const hasChanges = changed.length > 0;
  useTouch(hold, hasChanges);
  const save = async (why: string) => {
    const texts = Object.fromEntries(phrases.flatMap(({ name }) => (textOf(name) ? [[name, textOf(name)]] : [])));
    try {
      const all = { ...state.values.phrases, [code]: texts };
      await call('PUT', '/settings', { base: state.revision, why, values: { phrases: all } });
      await hold.release();
    } catch (thrown) {
      const problem = thrown as Problem;
      if (problem.status !== 409) throw problem;
      setConflict(problem.body as unknown as Versions);
    }
  };
  return (
    <Stack>
      {phrases.map((phrase) => (
        <Sentence
          key={phrase.name}
          phrase={phrase}
          isOurs={!stored[phrase.name]}
          value={typed[phrase.name] ?? stored[phrase.name] ?? ''}
          change={change}
          mayChange={mayChange}
        />
      ))}
      {conflict ? <Conflict versions={conflict} look={hold.release} /> : null}
      {mayChange ? (
        <Group className="savebar">
          <Button onClick={() => setAsks(true)} disabled={!hasChanges}>
            Save {hasChanges ? `(${changed.length})` : ''}
          </Button>
          {hasChanges ? (
            <Button variant="default" onClick={() => setTyped({})}>
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
          Only admins can change phrases.
        </Text>
      )}
      <AskWhy title="Save these phrases" open={asks} close={() => setAsks(false)} act={save} />
    </Stack>
  );
}

interface SentenceProps {
  phrase: Phrase;
  isOurs: boolean;
  value: string;
  change(name: string, text: string): void;
  mayChange: boolean;
}

/** Only the one that is typed in is drawn again: each measures its own height, and there are dozens. */
const Sentence = memo(function Sentence({ phrase, isOurs, value, change, mayChange }: SentenceProps) {
  const { name, words: filledIn, own } = phrase;
  const title = asTitle(wordsOf(name));
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" mb={4}>
        <Text fw={600} size="sm">
          {title}
        </Text>
        {isOurs ? null : (
          <Badge variant="light" color="orange">
            changed
          </Badge>
        )}
      </Group>
      <Text size="sm" c="dimmed" className="pre" mb="xs">
        {own}
      </Text>
      <Textarea
        aria-label={`Yours for ${title}`}
        placeholder="Ours, as above"
        autosize
        minRows={1}
        value={value}
        disabled={!mayChange}
        onChange={(event) => change(name, event.currentTarget.value)}
      />
      {filledIn.length > 0 ? (
        <Text size="xs" c="dimmed" mt={4}>
          Filled in:{' '}
          {filledIn.map((word) => (
            <Code key={word}>{`{${word}}`} </Code>
          ))}
        </Text>
      ) : null}
    </Paper>
  );
});
