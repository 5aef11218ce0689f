// The knowledge base: what the bot tells, drafts that nobody is told yet, a question to try them with, and the questions
// that had no answer.
import { Anchor, Badge, Button, Group, Tabs, Text } from '@mantine/core';
import { useState } from 'react';
import { useLoaded } from '../frame/api.ts';
import { Page, Rows, Shown, Side, time } from '../frame/parts.tsx';
import { useLeave } from '../frame/unsaved.tsx';
import { type ArticleText, Editor, EMPTY } from './article-editor.tsx';

interface ArticleLine {
  id: string;
  title: string;
  isPublished: boolean;
  hasDraft: boolean;
  versions: number;
}
interface QuestionGroup {
  about: string[];
  count: number;
  language: string;
  examples: string[];
  lastAt: string;
}
export function Knowledge({ mayWrite, mayPublish }: { mayWrite: boolean; mayPublish: boolean }) {
  const lines = useLoaded<ArticleLine[]>('/knowledge', 15_000);
  const questions = useLoaded<QuestionGroup[]>('/knowledge/unanswered', 60_000);
  const [open, setOpen] = useState<{ id: string | null; text?: ArticleText } | null>(null);
  const leave = useLeave();
  const begin = (group?: QuestionGroup) =>
    setOpen({
      id: null,
      text: group ? { ...EMPTY, title: group.examples[0]?.slice(0, 120) ?? '', keywords: group.about } : EMPTY,
    });
  return (
    <Page
      title="Knowledge"
      about="What the bot answers questions with. A draft is told to nobody until it is published."
      actions={mayWrite ? <Button onClick={() => begin()}>New article</Button> : null}
    >
      <Tabs defaultValue="articles">
        <Tabs.List>
          <Tabs.Tab value="articles">Articles</Tabs.Tab>
          <Tabs.Tab value="questions">Without an answer ({questions.data?.length ?? '…'})</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="articles" pt="md">
          <Shown loaded={lines}>{(rows) => <Articles rows={rows} open={(id) => setOpen({ id })} />}</Shown>
        </Tabs.Panel>
        <Tabs.Panel value="questions" pt="md">
          <Shown loaded={questions}>{(rows) => <Questions rows={rows} draft={mayWrite ? begin : null} />}</Shown>
        </Tabs.Panel>
      </Tabs>
      <Side open={open !== null} close={() => leave(() => setOpen(null))} title="Article">
        {open ? (
          <Editor
            key={open.id ?? 'new'}
            id={open.id}
            text={open.text ?? EMPTY}
            mayWrite={mayWrite}
            mayPublish={mayPublish}
            changed={(id) => {
              lines.reload();
              setOpen(id ? { id } : null);
            }}
          />
        ) : null}
      </Side>
    </Page>
  );
}

function Articles({ rows, open }: { rows: ArticleLine[]; open(id: string): void }) {
  return (
    <Rows
      label="Articles"
      rows={rows}
      keyOf={(row) => row.id}
      empty="There is no article yet. Write the first one."
      columns={[
        { name: 'Number', show: (row) => row.id },
        {
          name: 'Title',
          show: (row) => (
            <Anchor component="button" onClick={() => open(row.id)} underline="always" ta="left">
              {row.title}
            </Anchor>
          ),
        },
        {
          name: 'State',
          show: (row) => (
            <Group gap={4}>
              {row.isPublished ? (
                <Badge color="green" variant="light">
                  told
                </Badge>
              ) : (
                <Badge color="gray" variant="light">
                  not told
                </Badge>
              )}
              {row.hasDraft ? (
                <Badge color="orange" variant="light">
                  draft
                </Badge>
              ) : null}
            </Group>
          ),
        },
      ]}
    />
  );
}

function Questions({ rows, draft }: { rows: QuestionGroup[]; draft: ((group: QuestionGroup) => void) | null }) {
  return (
    <Rows
      label="Questions without an answer"
      rows={rows}
      keyOf={(row) => row.examples.join('|')}
      empty="Every question of the last two weeks had an answer."
      columns={[
        { name: 'Times', show: (row) => row.count },
        { name: 'About', show: (row) => row.about.join(', ') },
        {
          name: 'In their words',
          show: (row) =>
            row.examples.slice(0, 3).map((text) => (
              <Text key={text} size="sm">
                “{text}”
              </Text>
            )),
        },
        { name: 'Last', show: (row) => time(row.lastAt) },
        {
          name: 'Actions',
          show: (row) =>
            draft ? (
              <Button
                size="compact-xs"
                onClick={() => draft(row)}
                aria-label={`Draft an article about ${row.about.join(', ')}`}
              >
                Draft an article
              </Button>
            ) : null,
        },
      ]}
    />
  );
}
