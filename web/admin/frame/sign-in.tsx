// Coming in: with e-mail address and password, by the company's own sign-in, or by a one-time link: that of the first start, or
// of an invitation.
import { Button, Center, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { call, type Person, type Problem, useLoaded } from './api.ts';
import { Trouble } from './parts.tsx';

export function SignIn({ onIn }: { onIn(person: Person): void }) {
  const [link, setLink] = useState(() => new URLSearchParams(location.hash.slice(1)).get('link'));
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const isRefused = location.hash.includes('refused=oidc');
  const [problem, setProblem] = useState<Problem | null>(
    isRefused
      ? {
          status: 403,
          message:
            'Your company’s sign-in did not let you in here. Try again; if it stays so, ask an admin to invite you with the same e-mail address.',
        }
      : null,
  );
  const ways = useLoaded<{ oidc: boolean }>('/sign-in/ways');
  /** A link works once; whoever opens it again has a password by now. */
  const leaveLink = () => {
    history.replaceState(null, '', '/admin');
    setLink(null);
    setProblem(null);
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const person = link
        ? await call<Person>('POST', '/sign-in/link', { token: link, name, password, ...(email ? { email } : {}) })
        : await call<Person>('POST', '/sign-in', { email, password });
      // Back to the page that was asked for; a used link is nobody's any more.
      history.replaceState(null, '', location.hash.startsWith('#/') ? `/admin${location.hash}` : '/admin');
      onIn(person);
    } catch (thrown) {
      setProblem(thrown as Problem);
    }
  };
  return (
    <Center mih="100vh" p="md">
      <Paper component="main" withBorder p="xl" w={420} shadow="sm">
        <form onSubmit={send}>
          <Stack>
            <Title order={1} size="h3">
              {link ? 'Welcome to Frontdesk' : 'Sign in to Frontdesk'}
            </Title>
            <Text size="sm" c="dimmed">
              {link
                ? 'Choose how you sign in from now on.'
                : 'The first start of the server prints a link for the first admin; ask an admin for yours.'}
            </Text>
            <Trouble problem={problem} />
            {link ? (
              <TextInput
                label="Your name"
                required
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
            ) : null}
            <TextInput
              label="E-mail address"
              type="email"
              required={!link}
              description={link ? 'Only the first admin needs to give it; others were invited with theirs.' : undefined}
              autoComplete="username"
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <PasswordInput
              label="Password"
              required
              description={link ? 'At least 12 characters.' : undefined}
              autoComplete={link ? 'new-password' : 'current-password'}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Button type="submit">{link ? 'Begin' : 'Sign in'}</Button>
            {link ? (
              <Button variant="subtle" onClick={leaveLink}>
                I have a password already
              </Button>
            ) : null}
            {ways.data?.oidc && !link ? (
              <Button
                component="a"
                href={`/admin/api/sign-in/oidc?to=${encodeURIComponent(location.hash.startsWith('#/') ? location.hash : '')}`}
                variant="default"
              >
                Sign in with your company
              </Button>
            ) : null}
          </Stack>
        </form>
      </Paper>
    </Center>
  );
}
