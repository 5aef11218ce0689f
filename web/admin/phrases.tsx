// The sentences that no model writes, by language: ours, and the house's own in their place. Words in braces are filled in.
import { Badge, Button, Code, Group, Paper, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { call, type Loaded, type SettingsState, useLoaded } from './api.ts';
import { AskWhy, Page, Shown } from './parts.tsx';

interface Phrase {
  name: string;
  words: string[];
  own: string;
  text?: string;
}
interface Language {
  language: string;
  phrases: Phrase[];
}

const LANGUAGES: Record<string, string> = { en: 'English', de: 'German', es: 'Spanish', fr: 'French' };

export function PhrasesPage({ settings, mayChange }: { settings: Loaded<SettingsState>; mayChange: boolean }) {
  const loaded = useLoaded<Language[]>('/settings/phrases');
  const [code, setCode] = useState('en');
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [asks, setAsks] = useState(false);
  const phrases = loaded.data?.find((one) => one.language === code)?.phrases ?? [];
  const changed = phrases.filter(({ name, text = '' }) => (typed[name] ?? text).trim() !== text);
  const save = async (why: string) => {
    const texts = Object.fromEntries(
      phrases.flatMap(({ name, text = '' }) => {
        const next = (typed[name] ?? text).trim();
        return next === '' ? [] : [[name, next]];
      }),
    );
    const all = { ...settings.data?.values.phrases, [code]: texts };
    await call('PUT', '/settings', { base: settings.data?.revision, why, values: { phrases: all } });
    setTyped({});
    settings.reload();
    loaded.reload();
  };
  return (
    <Page
      title="Phrases"
      about="What the bot says word for word. Leave a field empty to keep our own sentence."
      actions={
        <SegmentedControl
          value={code}
          onChange={(next) => {
            setTyped({});
            setCode(next);
          }}
          data={(loaded.data ?? []).map(({ language }) => ({
            value: language,
            label: LANGUAGES[language] ?? language,
          }))}
          aria-label="Language"
        />
      }
    >
      <Shown loaded={loaded}>
        {() => (
          <Stack>
            {phrases.map((phrase) => (
              <Sentence
                key={`${code}${phrase.name}`}
                phrase={phrase}
                value={typed[phrase.name] ?? phrase.text ?? ''}
                change={(text) => setTyped({ ...typed, [phrase.name]: text })}
                mayChange={mayChange}
              />
            ))}
            {mayChange ? (
              <Group className="savebar">
                <Button onClick={() => setAsks(true)} disabled={changed.length === 0}>
                  Save {changed.length > 0 ? `(${changed.length})` : ''}
                </Button>
              </Group>
            ) : (
              <Text size="sm" c="dimmed">
                Only admins can change phrases.
              </Text>
            )}
          </Stack>
        )}
      </Shown>
      <AskWhy title="Save these phrases" open={asks} close={() => setAsks(false)} act={save} />
    </Page>
  );
}

interface SentenceProps {
  phrase: Phrase;
  value: string;
  change(text: string): void;
  mayChange: boolean;
}

function Sentence({ phrase: { name, words, own, text }, value, change, mayChange }: SentenceProps) {
  // camelCase as words: sessionResumed → session resumed
  const title = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" mb={4}>
        <Text fw={600} size="sm">
          {title}
        </Text>
        {text ? (
          <Badge variant="light" color="orange">
            changed
          </Badge>
        ) : null}
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
        onChange={(event) => change(event.currentTarget.value)}
      />
      {words.length > 0 ? (
        <Text size="xs" c="dimmed" mt={4}>
          Filled in:{' '}
          {words.map((word) => (
            <Code key={word}>{`{${word}}`} </Code>
          ))}
        </Text>
      ) : null}
    </Paper>
  );
}
