// Dead letters: what could not be handled, why, the message itself, and what is done about it.
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { call, type Problem, useLoaded } from '../frame/api.ts';
import { useOpened } from '../frame/opened.ts';
import { Page, Rows, Shown, Side, Trouble, time } from '../frame/parts.tsx';
import { type MessageLine, Transcript } from './transcript.tsx';

interface Letter {
  _id: string;
  laneId: string;
  reason: string;
  cause: string;
  detail?: string;
  tries?: number;
  at: string;
}

export function DeadLetters() {
  const loaded = useLoaded<Letter[]>('/dead-letters', 10_000);
  const [open, look] = useOpened('dead-letters');
  return (
    <Page
      title="Dead letters"
      about="What could not be handled after three tries. The customer got an honest answer and a case."
    >
      <Shown loaded={loaded}>
        {(rows) => (
          <Rows
            label="Dead letters"
            rows={rows}
            keyOf={(row) => row._id}
            empty="Nothing is here, and that is good."
            columns={[
              { name: 'When', show: (row) => time(row.at) },
              { name: 'Conversation', show: (row) => channelOf(row) },
              { name: 'Why', show: (row) => <Why letter={row} /> },
              {
                name: 'Actions',
                show: (row) => (
                  <Button
                    size="compact-xs"
                    variant="default"
                    onClick={() => look(row._id)}
                    aria-label={`Look at the dead letter of ${time(row.at)}`}
                  >
                    Look
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Shown>
      <Side open={open !== null} close={() => look(null)} title="Dead letter">
        {open ? (
          <Reading
            key={open}
            id={open}
            done={() => {
              look(null);
              loaded.reload();
            }}
          />
        ) : null}
      </Side>
    </Page>
  );
}

/** `sms|default|…` begins with the network. */
const channelOf = (letter: Letter) => letter.laneId.split('|')[0];

function Why({ letter: { reason, cause, detail } }: { letter: Letter }) {
  return (
    <>
      <Text size="sm">{detail ?? cause}</Text>
      <Text size="xs" c="dimmed">
        {reason === 'poison' ? 'an answer to a message' : reason}
        {detail ? ` · ${cause}` : ''}
      </Text>
    </>
  );
}

function Reading({ id, done }: { id: string; done(): void }) {
  const path = `/dead-letters/${encodeURIComponent(id)}`;
  const loaded = useLoaded<{ letter: Letter; messages: MessageLine[] }>(path);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSure, setSure] = useState(false);
  const act = (method: string, address: string) =>
    call(method, address, method === 'POST' ? {} : undefined).then(done, (thrown: Problem) => setProblem(thrown));
  return (
    <Shown loaded={loaded}>
      {({ letter, messages }) => (
        <Stack>
          <Trouble problem={problem} />
          <dl className="facts">
            <div>
              <dt>Given up</dt>
              <dd>{time(letter.at)}</dd>
            </div>
            <div>
              <dt>Tries</dt>
              <dd>{letter.tries ?? 'three'}</dd>
            </div>
            <div>
              <dt>Why</dt>
              <dd>
                <Why letter={letter} />
              </dd>
            </div>
          </dl>
          {messages.length > 0 ? (
            <Transcript messages={messages} turns={[]} />
          ) : (
            <Text size="sm" c="dimmed">
              The message is not kept any more: it can only be discarded.
            </Text>
          )}
          <Anchor href={`#/conversations/${encodeURIComponent(letter.laneId)}`} size="sm">
            The whole conversation
          </Anchor>
          <Group>
            <Button disabled={messages.length === 0} onClick={() => act('POST', `${path}/retry`)}>
              Try again
            </Button>
            <Button
              variant="default"
              {...(isSure ? { color: 'red', variant: 'filled' } : {})}
              onClick={() => (isSure ? act('DELETE', path) : setSure(true))}
            >
              {isSure ? 'Discard for good' : 'Discard'}
            </Button>
          </Group>
          <Text size="xs" c="dimmed">
            Trying again gives the message to the bot as if it came now. Discarding takes it off this list; it stays in
            the conversation.
          </Text>
        </Stack>
      )}
    </Shown>
  );
}
