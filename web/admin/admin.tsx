// The admin pages: who is signed in, the menu that fits their role, and the page that is open.
import { Alert, AppShell, Badge, Burger, Button, Group, Loader, NavLink, ScrollArea, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';
import { Agents } from './bot/agents.tsx';
import { IncidentPage, incidentOf } from './bot/incident.tsx';
import { Knowledge } from './bot/knowledge.tsx';
import { PhrasesPage } from './bot/phrases.tsx';
import { Policy } from './bot/policy.tsx';
import { call, type Person, type SettingsState, SIGNED_OUT, useLoaded } from './frame/api.ts';
import { SignIn } from './frame/sign-in.tsx';
import { UnsavedGuard, useLeave } from './frame/unsaved.tsx';
import { Channels } from './house/channels.tsx';
import { DeskPage } from './house/desk.tsx';
import { HoursPage } from './house/hours.tsx';
import { CasesPage } from './look/cases.tsx';
import { Conversations } from './look/conversations.tsx';
import { Customers } from './look/customers.tsx';
import { DeadLetters } from './look/dead-letters.tsx';
import { Numbers } from './look/numbers.tsx';
import { Overview, type OverviewState } from './look/overview.tsx';
import { Alerts, Audit, People } from './look/people.tsx';
import { Revisions } from './look/revisions.tsx';

export function Admin() {
  const [person, setPerson] = useState<Person | null | 'asking'>('asking');
  useEffect(() => {
    call<Person>('GET', '/me').then(setPerson, () => setPerson(null));
    const leave = () => setPerson(null);
    addEventListener(SIGNED_OUT, leave);
    return () => removeEventListener(SIGNED_OUT, leave);
  }, []);
  if (person === 'asking') return <Loader m="xl" aria-label="Loading" />;
  if (!person) return <SignIn onIn={setPerson} />;
  return (
    <UnsavedGuard>
      <Pages person={person} onOut={() => setPerson(null)} />
    </UnsavedGuard>
  );
}

const RANK = { viewer: 0, operator: 1, admin: 2 };

interface PageLine {
  id: string;
  name: string;
  isOn: boolean;
  /** So many things wait there. */
  waiting?: number;
  show(): ReactNode;
}

/** The page that the address names: it can be linked to, gone back from and loaded anew. */
function useOpenPage(): string {
  const read = () => location.hash.slice(2).split('/')[0] || 'overview';
  const [open, setOpen] = useState(read);
  const leave = useLeave();
  useEffect(() => {
    const follow = () => {
      if (read() === open) return;
      leave(
        () => setOpen(read()),
        () => history.replaceState(null, '', `#/${open}`),
      );
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [open, leave]);
  return open;
}

function Pages({ person, onOut }: { person: Person; onOut(): void }) {
  const settings = useLoaded<SettingsState>('/settings', 5_000);
  const overview = useLoaded<OverviewState>('/overview', 5_000);
  const [menu, { toggle, close }] = useDisclosure();
  const open = useOpenPage();
  const leave = useLeave();
  const may = (role: keyof typeof RANK) => RANK[person.role] >= RANK[role];
  const form = { settings, mayChange: may('admin') };
  const page = (id: string, name: string, isOn: boolean, show: () => ReactNode, waiting?: number): PageLine => ({
    id,
    name,
    isOn,
    show,
    ...(waiting ? { waiting } : {}),
  });
  const { alerts, open: cases, deadLetters } = overview.data ?? { alerts: [], open: [], deadLetters: 0 };
  const unseen = alerts.filter((one) => !one.acknowledgedBy).length;
  const groups: [string, PageLine[]][] = [
    [
      'Today',
      [
        page('overview', 'Overview', true, () => <Overview overview={overview} {...form} />),
        page('numbers', 'Numbers', true, () => <Numbers />),
        page('alerts', 'Alerts', true, () => <Alerts mayAct={may('operator')} />, unseen),
      ],
    ],
    [
      'Work',
      [
        page('conversations', 'Conversations', true, () => <Conversations />),
        page('cases', 'Cases', true, () => <CasesPage />, cases.length),
        page('dead-letters', 'Dead letters', may('operator'), () => <DeadLetters />, deadLetters),
        page('customers', 'Customers', may('admin'), () => <Customers />),
      ],
    ],
    [
      'The bot',
      [
        page('knowledge', 'Knowledge', true, () => <Knowledge mayWrite={may('operator')} mayPublish={may('admin')} />),
        page('agents', 'Agents', true, () => <Agents {...form} />),
        page('phrases', 'Phrases', true, () => <PhrasesPage {...form} />),
        page('policy', 'Policy and caps', true, () => <Policy {...form} />),
        page('incident', 'Incident', true, () => <IncidentPage {...form} />, incidentOf(settings.data) ? 1 : 0),
      ],
    ],
    [
      'The house',
      [
        page('channels', 'Channels', true, () => <Channels {...form} />),
        page('hours', 'Hours', true, () => <HoursPage {...form} />),
        page('desk', 'Desk', true, () => <DeskPage {...form} />),
        page('people', 'People', may('admin'), () => <People />),
        page('history', 'History', true, () => <Revisions {...form} />),
        page('audit', 'Audit log', may('admin'), () => <Audit />),
      ],
    ],
  ];
  const pages = groups.flatMap(([, lines]) => lines).filter((one) => one.isOn);
  const shown = pages.find(({ id }) => id === open) ?? pages[0]!;
  const hidden = groups.flatMap(([, lines]) => lines).find(({ id, isOn }) => id === open && !isOn);
  useEffect(() => {
    document.title = `${shown.name} · Frontdesk`;
    window.scrollTo(0, 0);
  }, [shown.name]);
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !menu } }}
      padding={{ base: 'md', sm: 'xl' }}
    >
      <AppShell.Header px="md">
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Group gap="sm">
            <Burger opened={menu} onClick={toggle} hiddenFrom="sm" size="sm" aria-label="Menu" />
            <Text fw={700} className="brand">
              Frontdesk
            </Text>
          </Group>
          <Group gap="sm" wrap="nowrap">
            <Text size="sm" c="dimmed" visibleFrom="xs">
              {person.name} · {person.role}
            </Text>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => leave(() => void call('POST', '/sign-out', {}).then(onOut))}
            >
              Sign out
            </Button>
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label="Pages">
        <ScrollArea>
          {groups.map(([name, lines]) => (
            <div key={name} className="group">
              <Text size="xs" fw={600} c="dimmed" px="sm" pb={2}>
                {name}
              </Text>
              {lines
                .filter((one) => one.isOn)
                .map((one) => (
                  <MenuLine key={one.id} line={one} isOpen={one === shown} onOpen={close} />
                ))}
              {name === 'Work' && may('operator') ? <NavLink href="/admin/queues" label="Queues" /> : null}
            </div>
          ))}
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main>
        <div className="page" key={shown.id}>
          {hidden ? (
            <Alert color="gray" mb="md" role="status">
              {hidden.name} is not for the role {person.role}. An admin can give you another one under People.
            </Alert>
          ) : null}
          {shown.show()}
        </div>
      </AppShell.Main>
    </AppShell>
  );
}

function MenuLine({
  line: { id, name, waiting },
  isOpen,
  onOpen,
}: {
  line: PageLine;
  isOpen: boolean;
  onOpen(): void;
}) {
  return (
    <NavLink
      href={`#/${id}`}
      label={name}
      active={isOpen}
      {...(isOpen ? { 'aria-current': 'page' as const } : {})}
      onClick={onOpen}
      rightSection={
        waiting ? (
          <Badge size="sm" variant="light" color={id === 'cases' ? 'gray' : 'orange'} aria-label={`${waiting} waiting`}>
            {waiting}
          </Badge>
        ) : null
      }
    />
  );
}
