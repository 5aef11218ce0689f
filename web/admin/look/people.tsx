// Alerts, the people who may come in, and the log of what they did.
import { Alert, Anchor, Button, CopyButton, Group, Select, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { call, type Person, type Problem, useLoaded } from '../frame/api.ts';
import { Page, Rows, Shown, Trouble, time } from '../frame/parts.tsx';
import type { AlertLine } from '../frame/shapes.ts';

export function Alerts({ mayAct }: { mayAct: boolean }) {
  const loaded = useLoaded<AlertLine[]>('/alerts', 5_000);
  return (
    <Page title="Alerts" about="Raised once, resolved once. Limits stand under Policy and caps.">
      <Shown loaded={loaded}>
        {(rows) => (
          <Rows
            label="Alerts"
            rows={rows}
            keyOf={(row) => row._id}
            empty="No alert was ever raised."
            columns={[
              {
                name: 'What',
                show: (row) => (
                  <>
                    <Text size="sm" fw={600}>
                      {row.name}
                    </Text>
                    <Text size="sm">
                      {row.text} <Remedy of={row} />
                    </Text>
                  </>
                ),
              },
              { name: 'Since', show: (row) => time(row.raisedAt) },
              { name: 'Told', show: (row) => <Told notices={row.notices ?? []} /> },
              {
                name: 'State',
                show: (row) =>
                  row.resolvedAt
                    ? `over since ${time(row.resolvedAt)}`
                    : row.acknowledgedBy
                      ? `${row.acknowledgedBy} looks after it`
                      : 'open',
              },
              {
                name: 'Actions',
                show: (row) =>
                  mayAct && !row.resolvedAt && !row.acknowledgedBy ? (
                    <Button
                      size="compact-xs"
                      onClick={() =>
                        call('POST', `/alerts/${encodeURIComponent(row._id)}/acknowledge`, {}).then(loaded.reload)
                      }
                    >
                      I look after it
                    </Button>
                  ) : null,
              },
            ]}
          />
        )}
      </Shown>
    </Page>
  );
}

const REMEDIES: [RegExp, string, string][] = [
  [/^(channel |desk)/, 'channels', 'Channels'],
  [/^unclaimed/, 'cases', 'Cases'],
  [/^dead letters/, 'dead-letters', 'Dead letters'],
  [/^cost/, 'agents', 'Agents'],
  [/^(response time|error rate|escalation rate|negative)/, 'numbers', 'Numbers'],
];

/** The page on which something can be done about it. */
export function Remedy({ of: { name, resolvedAt } }: { of: AlertLine }) {
  const found = resolvedAt ? undefined : REMEDIES.find(([pattern]) => pattern.test(name));
  return found ? (
    <Anchor href={`#/${found[1]}`} inherit underline="always">
      See {found[2]}
    </Anchor>
  ) : null;
}

/** Where it was told, and what stood in the way. */
function Told({ notices }: { notices: NonNullable<AlertLine['notices']> }) {
  if (notices.length === 0) return <Text size="sm">here only</Text>;
  return notices.map((one) => (
    <Text key={`${one.event}${one.to}`} size="sm">
      {one.to}: {one.state === 'told' ? one.event : `${one.event} is not told${one.error ? ` (${one.error})` : ''}`}
    </Text>
  ));
}

export function People() {
  const loaded = useLoaded<(Person & { disabled: boolean; hasPassword: boolean })[]>('/people');
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<string | null>('viewer');
  const [link, setLink] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const invite = (event: FormEvent) => {
    event.preventDefault();
    call<{ link: string }>('POST', '/people', { email, name, role }).then(
      (made) => {
        setLink(`${location.origin}${made.link}`);
        setProblem(null);
        loaded.reload();
      },
      (thrown: Problem) => setProblem(thrown),
    );
  };
  /** For somebody whose first one ran out, or who forgot the password. */
  const renew = (person: Person) =>
    call<{ link: string }>('POST', `/people/${encodeURIComponent(person.email)}/link`, {}).then(
      (made) => {
        setLink(`${location.origin}${made.link}`);
        setProblem(null);
      },
      (thrown: Problem) => setProblem(thrown),
    );
  const change = (person: Person, input: unknown) =>
    call('PUT', `/people/${encodeURIComponent(person.email)}`, input).then(
      () => {
        setProblem(null);
        loaded.reload();
      },
      (thrown: Problem) => setProblem(thrown),
    );
  return (
    <Page title="People" about="Viewers look, operators retry and acknowledge, admins change.">
      <Trouble problem={problem} />
      {link ? (
        <Alert color="green" title="Send this link to them; it works once, for a day" role="status">
          <Group gap="xs" wrap="nowrap">
            <Text size="sm" className="address">
              {link}
            </Text>
            <CopyButton value={link}>
              {({ copied, copy }) => (
                <Button size="compact-xs" variant="default" onClick={copy} className="copy">
                  {copied ? 'Copied' : 'Copy'}
                </Button>
              )}
            </CopyButton>
          </Group>
        </Alert>
      ) : null}
      <form onSubmit={invite}>
        <Group align="end">
          <TextInput
            label="E-mail address"
            type="email"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <TextInput label="Name" required value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <Select
            label="Role"
            data={['viewer', 'operator', 'admin']}
            value={role}
            onChange={setRole}
            allowDeselect={false}
          />
          <Button type="submit">Invite</Button>
        </Group>
      </form>
      <Shown loaded={loaded}>
        {(rows) => (
          <Rows
            label="People"
            rows={rows}
            keyOf={(row) => row.email}
            empty="Nobody is here yet."
            columns={[
              { name: 'Name', show: (row) => row.name },
              { name: 'E-mail', show: (row) => row.email },
              {
                name: 'Role',
                show: (row) => (
                  <Select
                    aria-label={`Role of ${row.name}`}
                    size="xs"
                    data={['viewer', 'operator', 'admin']}
                    value={row.role}
                    onChange={(value) => change(row, { role: value })}
                    allowDeselect={false}
                  />
                ),
              },
              { name: 'State', show: (row) => (row.disabled ? 'shut out' : row.hasPassword ? 'in' : 'invited') },
              {
                name: 'Actions',
                show: (row) => (
                  <Group gap="xs" wrap="nowrap">
                    {row.disabled ? null : (
                      <Button
                        size="compact-xs"
                        variant="default"
                        onClick={() => renew(row)}
                        aria-label={`A new link for ${row.name}`}
                      >
                        New link
                      </Button>
                    )}
                    <Button
                      size="compact-xs"
                      variant="default"
                      onClick={() => change(row, { disabled: !row.disabled })}
                      aria-label={`${row.disabled ? 'Let in' : 'Shut out'} ${row.name}`}
                    >
                      {row.disabled ? 'Let in' : 'Shut out'}
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

export function Audit() {
  const loaded = useLoaded<{ at: string; who: string; what: string; detail?: string }[]>('/audit', 10_000);
  return (
    <Page title="Audit log" about="Who did what here.">
      <Shown loaded={loaded}>
        {(rows) => (
          <Rows
            label="Audit log"
            rows={rows}
            keyOf={(row) => `${row.at}${row.who}${row.what}`}
            empty="Nothing was done yet."
            columns={[
              { name: 'When', show: (row) => time(row.at) },
              { name: 'Who', show: (row) => row.who },
              { name: 'What', show: (row) => row.what },
              { name: 'Detail', show: (row) => row.detail ?? '' },
            ]}
          />
        )}
      </Shown>
    </Page>
  );
}
