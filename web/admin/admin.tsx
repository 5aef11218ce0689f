// The admin pages: who is signed in, the menu that fits their role, and the page that is open.
import { AppShell, Burger, Button, Group, Loader, NavLink, ScrollArea, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';
import { call, type Person, type SettingsState, useLoaded } from './api.ts';
import { Channels } from './channels.tsx';
import { Conversations, DeadLetters } from './conversations.tsx';
import { Customers } from './customers.tsx';
import { DeskPage } from './desk.tsx';
import { Knowledge } from './knowledge.tsx';
import { Numbers } from './numbers.tsx';
import { CasesPage, Overview } from './overview.tsx';
import { Alerts, Audit, People } from './people.tsx';
import { PhrasesPage } from './phrases.tsx';
import { Revisions } from './revisions.tsx';
import { Policy } from './settings.tsx';
import { SignIn } from './sign-in.tsx';

export function Admin() {
  const [person, setPerson] = useState<Person | null | 'asking'>('asking');
  useEffect(() => {
    call<Person>('GET', '/me').then(setPerson, () => setPerson(null));
  }, []);
  if (person === 'asking') return <Loader m="xl" aria-label="Loading" />;
  if (!person) return <SignIn onIn={setPerson} />;
  return <Pages person={person} onOut={() => setPerson(null)} />;
}

const RANK = { viewer: 0, operator: 1, admin: 2 };

function Pages({ person, onOut }: { person: Person; onOut(): void }) {
  const settings = useLoaded<SettingsState>('/settings', 10_000);
  const [menu, { toggle, close }] = useDisclosure();
  const [open, setOpen] = useState(location.hash.slice(2).split('/')[0] || 'overview');
  const may = (role: keyof typeof RANK) => RANK[person.role] >= RANK[role];
  const pages: [string, string, boolean, () => ReactNode][] = [
    ['overview', 'Overview', true, () => <Overview />],
    ['numbers', 'Numbers', true, () => <Numbers />],
    ['alerts', 'Alerts', true, () => <Alerts mayAct={may('operator')} />],
    ['conversations', 'Conversations', true, () => <Conversations />],
    ['cases', 'Cases', true, () => <CasesPage />],
    ['dead-letters', 'Dead letters', may('operator'), () => <DeadLetters />],
    ['knowledge', 'Knowledge', true, () => <Knowledge mayWrite={may('operator')} mayPublish={may('admin')} />],
    ['channels', 'Channels', true, () => <Channels settings={settings} mayChange={may('admin')} />],
    ['policy', 'Policy and hours', true, () => <Policy settings={settings} mayChange={may('admin')} />],
    ['desk', 'Desk', true, () => <DeskPage settings={settings} mayChange={may('admin')} />],
    ['phrases', 'Phrases', true, () => <PhrasesPage settings={settings} mayChange={may('admin')} />],
    ['history', 'History', true, () => <Revisions settings={settings} mayChange={may('admin')} />],
    ['customers', 'Customers', may('admin'), () => <Customers />],
    ['people', 'People', may('admin'), () => <People />],
    ['audit', 'Audit log', may('admin'), () => <Audit />],
  ];
  const shown = pages.find(([id, , isOn]) => id === open && isOn) ?? pages[0]!;
  const go = (id: string) => {
    setOpen(id);
    history.replaceState(null, '', `#/${id}`);
    close();
  };
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !menu } }}
      padding="md"
    >
      <AppShell.Header px="md">
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Group gap="sm">
            <Burger opened={menu} onClick={toggle} hiddenFrom="sm" size="sm" aria-label="Menu" />
            <Text fw={700}>Frontdesk</Text>
          </Group>
          <Group gap="sm" wrap="nowrap">
            <Text size="sm" c="dimmed" visibleFrom="xs">
              {person.name} · {person.role}
            </Text>
            <Button size="compact-sm" variant="default" onClick={() => call('POST', '/sign-out', {}).then(onOut)}>
              Sign out
            </Button>
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label="Pages">
        <ScrollArea>
          {pages
            .filter(([, , isOn]) => isOn)
            .map(([id, name]) => (
              <NavLink key={id} component="button" label={name} active={id === shown[0]} onClick={() => go(id)} />
            ))}
          {may('operator') ? <NavLink href="/admin/queues" label="Queues" /> : null}
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main>{shown[3]()}</AppShell.Main>
    </AppShell>
  );
}
