// The demo inbox: where one-time codes land while nothing real sends them. Each customer sees their own letters only.
import { Code, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { Customer, Letter } from './world.ts';

const MOST_SHOWN = 3;

export function Inbox({ letters, customer }: { letters: Letter[]; customer: Customer }) {
  const own = letters.filter((letter) => letter.name === customer.name).slice(0, MOST_SHOWN);
  return (
    <Paper withBorder p="md" mt="md" component="section" aria-label="The demo inbox">
      <Group justify="space-between" mb="xs" align="baseline">
        <Title order={2} size="h5">
          Inbox of {customer.name}
        </Title>
        <Text size="sm" c="dimmed">
          On file: <Code>{customer.email}</Code>, postal code <Code>{customer.postalCode}</Code>
        </Text>
      </Group>
      <Stack gap="xs" role="log" aria-label="Letters with one-time codes">
        {own.length === 0 ? (
          <Text size="sm" c="dimmed">
            No letters. What needs a one-time code sends it here: play “Change how I pay”, and prove who you are with an
            order of yours{customer.id === 'maya' ? ', such as ORD-12345' : ''}.
          </Text>
        ) : null}
        {own.map((letter) => (
          <div key={letter.id} className="letter">
            <Text size="xs" c="dimmed">
              to {letter.to} at {new Date(letter.at).toLocaleTimeString()}
            </Text>
            <Text size="sm">{letter.text}</Text>
          </div>
        ))}
      </Stack>
    </Paper>
  );
}
