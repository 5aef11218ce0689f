// One person: how much is kept about them, all of it as a file, or nothing of it any more.
import { Alert, Button, Group, List, Paper, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { call, type Problem } from '../frame/api.ts';
import { Dialog, Page, Trouble, time } from '../frame/parts.tsx';

interface Summary {
  conversations: { channel: string; changedAt: string }[];
  messages: number;
  turns: number;
  cases: number;
  files: number;
  contacts: number;
}

export function Customers() {
  const [key, setKey] = useState('');
  const [found, setFound] = useState<{ key: string; summary: Summary } | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const [nobody, setNobody] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const path = `/customers/${encodeURIComponent(found?.key ?? '')}`;
  const look = (event: FormEvent) => {
    event.preventDefault();
    setSaid('');
    setNobody('');
    setFound(null);
    call<Summary>('GET', `/customers/${encodeURIComponent(key.trim())}/summary`).then(
      (summary) => {
        setFound({ key: key.trim(), summary });
        setProblem(null);
      },
      (thrown: Problem) => {
        // An answer, and nothing that went wrong.
        setNobody(thrown.status === 404 ? key.trim() : '');
        setProblem(thrown.status === 404 ? null : thrown);
      },
    );
  };
  const erase = () =>
    call<{ conversations: number }>('DELETE', path)
      .then(
        ({ conversations: count }) => {
          setSaid(`Erased: ${count} conversation${count === 1 ? '' : 's'} with all that belonged to them.`);
          setFound(null);
          setKey('');
        },
        (thrown: Problem) => setProblem(thrown),
      )
      .finally(() => setAsking(false));
  return (
    <Page title="Customers" about="Export or erase one person everywhere: conversations, turns, cases, files, consent.">
      <Trouble problem={problem} />
      {nobody ? (
        <Alert color="gray" role="status">
          Nothing is kept about {nobody}. Phone numbers are written as +15551234567.
        </Alert>
      ) : null}
      {said ? (
        <Alert color="green" role="status">
          {said}
        </Alert>
      ) : null}
      <form onSubmit={look}>
        <Group align="end">
          <TextInput
            className="grows"
            label="Who"
            description="A phone number, an e-mail address, the shop’s customer id, or a conversation’s id."
            value={key}
            onChange={(event) => setKey(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={key.trim() === ''}>
            Look up
          </Button>
        </Group>
      </form>
      {found ? <Kept summary={found.summary} exportPath={`/admin/api${path}`} erase={() => setAsking(true)} /> : null}
      <Erase open={isAsking} close={() => setAsking(false)} erase={erase} />
    </Page>
  );
}

const counted = (count: number, what: string) => `${count.toLocaleString()} ${what}${count === 1 ? '' : 's'}`;

function Kept({ summary, exportPath, erase }: { summary: Summary; exportPath: string; erase(): void }) {
  const { conversations, messages, turns, cases, files, contacts } = summary;
  return (
    <Paper withBorder p="md" component="section" aria-label="What is kept">
      <Stack gap="sm">
        <Text>
          {counted(messages, 'message')}, {counted(turns, 'answer')}, {counted(cases, 'case')}, {counted(files, 'file')}{' '}
          and {counted(contacts, 'contact')} in:
        </Text>
        <List size="sm">
          {conversations.map((one) => (
            <List.Item key={`${one.channel}${one.changedAt}`}>
              {one.channel}, last {time(one.changedAt)}
            </List.Item>
          ))}
        </List>
        <Group>
          <Button component="a" href={exportPath} variant="default">
            Export
          </Button>
          <Button color="red.9" onClick={erase}>
            Erase…
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function Erase({ open, close, erase }: { open: boolean; close(): void; erase(): void }) {
  const [sure, setSure] = useState('');
  return (
    <Dialog open={open} close={close} title="Erase this person?">
      <Stack>
        <Text size="sm">Nothing of it can be brought back. Type ERASE to go on.</Text>
        <TextInput label="ERASE" value={sure} onChange={(event) => setSure(event.currentTarget.value)} data-autofocus />
        <Button
          color="red.9"
          disabled={sure !== 'ERASE'}
          onClick={() => {
            setSure('');
            erase();
          }}
        >
          Erase
        </Button>
      </Stack>
    </Dialog>
  );
}
