// Conversations and their transcripts, and dead letters.
import { Anchor, Button, Group, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { call, type Problem, useLoaded } from '../frame/api.ts';
import { Page, Rows, Shown, Side, Trouble, time } from '../frame/parts.tsx';
import { type MessageLine, Transcript, type TurnLine } from './transcript.tsx';

/** While somebody is still typing, nobody is asked: each search reads everything that was ever said. */
const SEARCH_AFTER_MS = 250;

interface ConversationLine {
  id: string;
  channel: string;
  customer: string;
  owner: string;
  changedAt: string;
  caseId?: string;
}

/** One is opened by its address, `#/conversations/<id>`: cases, alerts and colleagues link to it. */
const openedIn = (hash: string) =>
  hash.startsWith('#/conversations/') ? decodeURIComponent(hash.slice('#/conversations/'.length)) : null;

export function Conversations() {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), SEARCH_AFTER_MS);
  const [open, setOpen] = useState<string | null>(openedIn(location.hash));
  useEffect(() => {
    const follow = () => setOpen(openedIn(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const read = (id: string | null) => {
    location.hash = id ? `#/conversations/${encodeURIComponent(id)}` : '#/conversations';
  };
  const loaded = useLoaded<ConversationLine[]>(`/conversations?q=${encodeURIComponent(q)}`, 5_000);
  return (
    <Page title="Conversations" about="Everything that was said. Whoever reads one is noted in the audit log.">
      <TextInput
        label="Search"
        placeholder="Words, an order number, a name"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Shown loaded={loaded}>
        {(rows) => (
          <Rows
            label="Conversations"
            rows={rows}
            keyOf={(row) => row.id}
            empty={
              q ? `Nothing was found for “${q}”. Try other words.` : 'Nobody has written yet. Open /chat and say hello.'
            }
            columns={[
              { name: 'Customer', show: (row) => row.customer },
              { name: 'Channel', show: (row) => row.channel },
              {
                name: 'With',
                show: (row) =>
                  row.owner === 'bot' ? 'the bot' : row.owner === 'waiting' ? 'waiting for a person' : 'a person',
              },
              { name: 'Last', show: (row) => time(row.changedAt) },
              {
                name: 'Actions',
                show: (row) => (
                  <Button
                    size="compact-xs"
                    variant="default"
                    onClick={() => read(row.id)}
                    aria-label={`Read the conversation with ${row.customer}`}
                  >
                    Read
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Shown>
      <Side open={open !== null} close={() => read(null)} title="Conversation">
        {open ? <Reading key={open} id={open} /> : null}
      </Side>
    </Page>
  );
}

function Reading({ id }: { id: string }) {
  const transcript = useLoaded<{ messages: MessageLine[]; turns: TurnLine[] }>(
    `/conversations/${encodeURIComponent(id)}`,
    3_000,
  );
  return <Shown loaded={transcript}>{({ messages, turns }) => <Transcript messages={messages} turns={turns} />}</Shown>;
}

export function DeadLetters() {
  const loaded = useLoaded<{ _id: string; laneId: string; reason: string; cause: string; at: string }[]>(
    '/dead-letters',
    10_000,
  );
  const [problem, setProblem] = useState<Problem | null>(null);
  const act = (method: string, path: string) =>
    call(method, path, method === 'POST' ? {} : undefined).then(
      () => {
        setProblem(null);
        loaded.reload();
      },
      (thrown: Problem) => setProblem(thrown),
    );
  return (
    <Page
      title="Dead letters"
      about="What could not be handled after three tries. The customer got an honest answer and a case."
    >
      <Trouble problem={problem} />
      <Shown loaded={loaded}>
        {(rows) => (
          <Rows
            label="Dead letters"
            rows={rows}
            keyOf={(row) => row._id}
            empty="Nothing is here, and that is good."
            columns={[
              { name: 'When', show: (row) => time(row.at) },
              {
                name: 'Conversation',
                show: (row) => (
                  <Anchor href={`#/conversations/${encodeURIComponent(row.laneId)}`} size="sm" underline="hover">
                    {row.laneId}
                  </Anchor>
                ),
              },
              { name: 'Why', show: (row) => `${row.reason}: ${row.cause}` },
              {
                name: 'Actions',
                show: (row) => (
                  <Group gap="xs">
                    <Button
                      size="compact-xs"
                      onClick={() => act('POST', `/dead-letters/${encodeURIComponent(row._id)}/retry`)}
                    >
                      Try again
                    </Button>
                    <Button
                      size="compact-xs"
                      variant="default"
                      onClick={() => act('DELETE', `/dead-letters/${encodeURIComponent(row._id)}`)}
                    >
                      Discard
                    </Button>
                  </Group>
                ),
              },
            ]}
          />
        )}
      </Shown>
    </Page>
  );
}
