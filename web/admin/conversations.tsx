// Conversations and their transcripts, and dead letters.
import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call, type Problem, useLoaded } from './api.ts';
import { Page, Rows, Shown, Side, Trouble, time } from './parts.tsx';
import { type MessageLine, Transcript, type TurnLine } from './transcript.tsx';

interface ConversationLine {
  id: string;
  channel: string;
  customer: string;
  owner: string;
  changedAt: string;
  caseId?: string;
}

export function Conversations() {
  const [q, setQ] = useState('');
  // A link from a case's card names the conversation behind the page's own name.
  const named = location.hash.startsWith('#/conversations/') ? location.hash.slice('#/conversations/'.length) : '';
  const [open, setOpen] = useState<string | null>(named ? decodeURIComponent(named) : null);
  const loaded = useLoaded<ConversationLine[]>(`/conversations?q=${encodeURIComponent(q)}`, 5_000);
  const transcript = useLoaded<{ messages: MessageLine[]; turns: TurnLine[] }>(
    open ? `/conversations/${encodeURIComponent(open)}` : null,
    3_000,
  );
  return (
    <Page title="Conversations" about="Everything that was said. Whoever reads one is noted in the audit log.">
      <TextInput
        label="Search"
        placeholder="Words, an order number, a name"
        value={q}
        onChange={(event) => setQ(event.currentTarget.value)}
      />
      <Shown loaded={loaded}>
        {(rows) => (
          <Rows
            label="Conversations"
            rows={rows}
            keyOf={(row) => row.id}
            empty={q ? 'Nothing was found. Try other words.' : 'Nobody has written yet. Open /chat and say hello.'}
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
                    onClick={() => setOpen(row.id)}
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
      <Side open={open !== null} close={() => setOpen(null)} title="Conversation">
        <Shown loaded={transcript}>{({ messages, turns }) => <Transcript messages={messages} turns={turns} />}</Shown>
      </Side>
    </Page>
  );
}

export function DeadLetters() {
  const loaded = useLoaded<{ _id: string; laneId: string; reason: string; cause: string; at: string }[]>(
    '/dead-letters',
    10_000,
  );
  const [problem, setProblem] = useState<Problem | null>(null);
  const act = (method: string, path: string) =>
    call(method, path, method === 'POST' ? {} : undefined).then(loaded.reload, (thrown: Problem) => setProblem(thrown));
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
              { name: 'Conversation', show: (row) => row.laneId },
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
