// One article: its draft, what is published, its versions, and a question to try it with before anybody is told.
import {
  Alert,
  Button,
  Group,
  MultiSelect,
  Paper,
  SimpleGrid,
  Stack,
  TagsInput,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useEffect, useState } from 'react';
import { call, type Problem, useLoaded } from '../frame/api.ts';
import { Markdown } from '../frame/markdown.tsx';
import { Rows, Trouble, time } from '../frame/parts.tsx';
import { useLeave, useUnsaved } from '../frame/unsaved.tsx';
import { TOPIC_WORDS } from './topics.ts';

export interface ArticleText {
  title: string;
  products: string[];
  symptoms: string[];
  topics?: string[];
  keywords: string[];
  minutes: number;
  steps: string[];
  body: string;
}
interface ArticleState {
  published: (ArticleText & { _id: string }) | null;
  draft: { article: ArticleText; edition: number; by: string; at: string } | null;
  versions: { version: number; at: string; by: string; article: ArticleText }[];
}
interface Found {
  id: string;
  title: string;
  body: string;
}

export const EMPTY: ArticleText = {
  title: '',
  products: [],
  symptoms: [],
  topics: [],
  keywords: [],
  minutes: 5,
  steps: [],
  body: '',
};

/** What the server keeps of an article, always in the same order. */
function inputOf({ title, products, symptoms, topics = [], keywords, minutes, steps, body }: ArticleText): ArticleText {
  return { title, products, symptoms, topics, keywords, minutes, steps, body };
}

interface EditorProps {
  id: string | null;
  text: ArticleText;
  mayWrite: boolean;
  mayPublish: boolean;
  changed(id: string | null): void;
}

export function Editor({ id, text: begun, mayWrite, mayPublish, changed }: EditorProps) {
  const loaded = useLoaded<ArticleState>(id ? `/knowledge/articles/${id}` : null);
  const [text, setText] = useState<ArticleText>(begun);
  const [problem, setProblem] = useState<Problem | null>(null);
  const state = loaded.data;
  const stored = state?.draft?.article ?? state?.published ?? state?.versions[0]?.article;
  useEffect(() => {
    if (stored) setText({ ...EMPTY, ...stored });
  }, [stored]);
  useUnsaved(JSON.stringify(inputOf(text)) !== JSON.stringify(inputOf({ ...begun, ...stored })));
  const act = (work: Promise<unknown>, then: () => void) =>
    work.then(
      () => {
        setProblem(null);
        then();
      },
      (thrown: Problem) => setProblem(thrown),
    );
  const save = async () => {
    const input = inputOf(text);
    if (!id) return changed((await call<{ id: string }>('POST', '/knowledge/articles', input)).id);
    await call('PUT', `/knowledge/articles/${id}/draft`, { ...input, edition: state?.draft?.edition ?? 0 });
    loaded.reload();
  };
  const leave = useLeave();
  // What is published is the draft that was saved, not what is typed.
  const post = (what: string, input: object = {}) =>
    leave(() =>
      act(call('POST', `/knowledge/articles/${id}/${what}`, input), () => {
        loaded.reload();
        changed(id);
      }),
    );
  const set = (change: Partial<ArticleText>) => setText({ ...text, ...change });
  return (
    <Stack>
      <Trouble problem={problem ?? loaded.problem} />
      {state?.draft ? (
        <Alert
          color="orange"
          p="xs"
        >{`Draft by ${state.draft.by}, ${time(state.draft.at)}: told to nobody yet.`}</Alert>
      ) : null}
      <TextInput
        label="Title"
        value={text.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
        disabled={!mayWrite}
      />
      <Textarea
        label="What the customer is told"
        description="Markdown."
        autosize
        minRows={6}
        maxRows={20}
        value={text.body}
        onChange={(event) => set({ body: event.currentTarget.value })}
        disabled={!mayWrite}
      />
      {text.body.trim() ? (
        <Paper withBorder p="md" component="section" aria-label="As the customer sees it">
          <Text size="xs" c="dimmed" mb={4}>
            As the customer sees it
          </Text>
          <Markdown text={text.body} />
        </Paper>
      ) : null}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TagsInput
          label="Keywords"
          description="Words that customers use for it."
          value={text.keywords}
          onChange={(keywords) => set({ keywords })}
          disabled={!mayWrite}
        />
        <TagsInput
          label="Products"
          description="Empty: all of them."
          value={text.products}
          onChange={(products) => set({ products })}
          disabled={!mayWrite}
        />
        <MultiSelect
          label="General questions"
          description="Those that this article answers, however they are asked."
          data={Object.entries(TOPIC_WORDS).map(([value, label]) => ({ value, label }))}
          value={text.topics ?? []}
          onChange={(topics) => set({ topics })}
          searchable
          disabled={!mayWrite}
        />
      </SimpleGrid>
      <Group>
        {mayWrite ? (
          <Button variant="default" onClick={() => act(save(), () => undefined)}>
            Save the draft
          </Button>
        ) : null}
        {id && state?.draft && mayPublish ? <Button onClick={() => post('publish')}>Publish</Button> : null}
        {id && state?.published && mayPublish ? (
          <Button variant="subtle" onClick={() => post('withdraw')}>
            Withdraw
          </Button>
        ) : null}
      </Group>
      {id ? <Try id={id} /> : null}
      {state && state.versions.length > 0 ? (
        <Rows
          label="Versions"
          rows={state.versions}
          keyOf={(row) => String(row.version)}
          empty=""
          columns={[
            { name: 'Version', show: (row) => row.version },
            { name: 'When', show: (row) => time(row.at) },
            { name: 'Who', show: (row) => row.by },
            {
              name: 'Actions',
              show: (row) =>
                mayPublish ? (
                  <Button
                    size="compact-xs"
                    variant="default"
                    onClick={() => post('rollback', { version: row.version })}
                  >
                    Publish this again
                  </Button>
                ) : null,
            },
          ]}
        />
      ) : null}
    </Stack>
  );
}

function Try({ id }: { id: string }) {
  const [question, setQuestion] = useState('');
  const [found, setFound] = useState<{ now: Found[]; withDrafts: Found[] } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const ask = () =>
    call<{ now: Found[]; withDrafts: Found[] }>('POST', '/knowledge/try', { question, drafts: [id] }).then(
      setFound,
      (thrown: Problem) => setProblem(thrown),
    );
  const list = (articles: Found[]) =>
    articles.length === 0 ? 'nothing' : articles.map((one) => `${one.id} ${one.title}`).join('; ');
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Group align="end" wrap="nowrap">
          <TextInput
            className="grows"
            label="Try a question"
            placeholder="As a customer would ask it"
            value={question}
            onChange={(event) => setQuestion(event.currentTarget.value)}
          />
          <Button variant="default" onClick={ask} disabled={question.trim().length < 2}>
            Ask
          </Button>
        </Group>
        <Trouble problem={problem} />
        {found ? (
          <div role="status">
            <Text size="sm">Found today: {list(found.now)}</Text>
            <Text size="sm">Found with this draft: {list(found.withDrafts)}</Text>
          </div>
        ) : null}
      </Stack>
    </Paper>
  );
}
