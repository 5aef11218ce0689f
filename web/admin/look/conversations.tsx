// Conversations and their transcripts.
import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useLoaded } from '../frame/api.ts';
import { useOpened } from '../frame/opened.ts';
import { Page, Rows, Shown, Side, time } from '../frame/parts.tsx';
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

export function Conversations() {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), SEARCH_AFTER_MS);
  const [open, read] = useOpened('conversations');
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
