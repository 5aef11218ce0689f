// The desk's side: the Slack channel in which people take cases, with cards, buttons and reactions, beside it the thread of one
// case, `/cases` in the line at the bottom, and what can be done with a message of one's own.
import { Box, Button, Group, Menu, Modal, Paper, SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { act, DESK, type PickedFile, type SlackPost, STAFF, type World } from '../world.ts';
import { filesOf } from './customers.tsx';
import { Bubble, Composer, Log, Panel } from './panels.tsx';
import { Block, Mrkdwn } from './slack-blocks.tsx';
import { OpenForm } from './slack-form.tsx';

type Press = (post: SlackPost, action: string, option?: string) => Promise<void>;

interface DeskProps {
  world: World;
  staff: string;
  onStaff(id: string): void;
}

export function SlackDesk({ world, staff, onStaff }: DeskProps) {
  const [open, setOpen] = useState<string | null>(null);
  const [isHome, setHome] = useState(false);
  const [answer, setAnswer] = useState('');
  const posts = world.slack.posts.filter((post) => post.channel === DESK && (!post.only || post.only === staff));
  const cards = posts.filter((post) => !post.threadTs && !post.only);
  const thread = cards.find((card) => card.ts === open) ?? cards.at(-1) ?? null;
  const press: Press = async (post, action, option) => {
    setOpen(post.threadTs ?? post.ts);
    await act('slack', 'press', { user: staff, channel: DESK, ts: post.ts, action, option });
  };
  const send = async (text: string, file?: PickedFile) => {
    const command = /^\/cases\b\s*(.*)$/.exec(text);
    if (command) {
      const given = await act('slack', 'command', { user: staff, channel: DESK, command: '/cases', text: command[1] });
      return setAnswer(textOf(String(given.body ?? '')));
    }
    setAnswer('');
    if (thread) await act('slack', 'write', { user: staff, to: DESK, text, threadTs: thread.ts, file });
  };
  const openHome = async () => {
    await act('slack', 'home', { user: staff });
    setHome(true);
  };
  return (
    <Panel title="Slack: #support-desk" note="people take cases here" sign="slack" color="grape">
      <Who staff={staff} onStaff={onStaff} onHome={openHome} />
      <div className="desk">
        <Log label="Cases" size={cards.length} empty="Cases come here. Play «A person, please».">
          {cards.map((card) => (
            <Card
              key={card.ts}
              card={card}
              isOpen={card === thread}
              staff={staff}
              onPress={press}
              onOpen={() => setOpen(card.ts)}
            />
          ))}
        </Log>
        <Thread card={thread} posts={posts} world={world} staff={staff} answer={answer} onPress={press} onSend={send} />
      </div>
      <OpenForm form={world.slack.forms.findLast((one) => one.userId === staff)} user={staff} />
      <Modal opened={isHome} onClose={() => setHome(false)} title="Home" centered>
        {(world.slack.homes[staff]?.blocks ?? []).map((block, at) => (
          <Block key={at} block={block} onPress={() => undefined} />
        ))}
      </Modal>
    </Panel>
  );
}

/** Whose eyes and hands one has at the desk. */
function Who({ staff, onStaff, onHome }: { staff: string; onStaff(id: string): void; onHome(): Promise<void> }) {
  return (
    <Group px="sm" py="xs" gap="xs" wrap="nowrap" className="panel-head">
      <SegmentedControl
        size="xs"
        value={staff}
        onChange={onStaff}
        data={STAFF.map(({ id, name }) => ({ value: id, label: `as ${name}` }))}
        aria-label="Who you are at the desk"
      />
      <Button size="compact-sm" variant="default" onClick={onHome}>
        Home
      </Button>
      <Text size="xs" c="dimmed" visibleFrom="sm">
        Write <code>/cases</code> below for the commands.
      </Text>
    </Group>
  );
}

interface CardProps {
  card: SlackPost;
  isOpen: boolean;
  staff: string;
  onPress: Press;
  onOpen(): void;
}

function Card({ card, isOpen, staff, onPress, onOpen }: CardProps) {
  const react = (name: string) => {
    onOpen();
    return act('slack', 'react', { user: staff, channel: DESK, ts: card.ts, name });
  };
  return (
    <Paper withBorder p="sm" mb="sm" className={isOpen ? 'card open' : 'card'}>
      {(card.blocks ?? []).map((block, at) => (
        <Block key={at} block={block} onPress={(action, option) => void onPress(card, action, option)} />
      ))}
      <Group gap={6} mt={8}>
        <Button size="compact-xs" variant="default" onClick={() => react('eyes')} aria-label="React with 👀 claim">
          👀 claim
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => react('white_check_mark')}
          aria-label="React with ✅ resolve"
        >
          ✅ resolve
        </Button>
        {isOpen ? null : (
          <Button size="compact-xs" variant="subtle" onClick={onOpen}>
            Open thread
          </Button>
        )}
      </Group>
    </Paper>
  );
}

interface ThreadProps {
  card: SlackPost | null;
  posts: SlackPost[];
  world: World;
  staff: string;
  /** What the last command answered. */
  answer: string;
  onPress: Press;
  onSend(text: string, file?: PickedFile): Promise<unknown>;
}

function Thread({ card, posts, world, staff, answer, onPress, onSend }: ThreadProps) {
  const said = posts.filter((post) => card && post.threadTs === card.ts);
  return (
    <section className="thread" aria-label="Thread">
      <Text size="xs" fw={600} px="sm" pt="xs">
        {card ? `Thread of ${/ESC-\w+/.exec(card.text)?.[0] ?? 'the case'}` : 'Thread'}
      </Text>
      <Log label="Messages of the thread" size={said.length} empty="Open a case to read its thread.">
        {said.map((post) => (
          <Said key={post.ts} post={post} world={world} staff={staff} onPress={onPress} />
        ))}
      </Log>
      {answer ? (
        <Box px="sm" pb="xs" role="status" className="answer">
          <Text size="xs" className="pre">
            <Mrkdwn text={answer} />
          </Text>
        </Box>
      ) : null}
      <Composer label="Write in the thread" takesFiles onSend={onSend} />
    </section>
  );
}

interface SaidProps {
  post: SlackPost;
  world: World;
  staff: string;
  onPress: Press;
}

/** One line of a thread: whose it is, what became of it, and what can be done with it. */
function Said({ post, world, staff, onPress }: SaidProps) {
  const name = post.username ?? world.slack.people.find((one) => one.id === post.user)?.name ?? 'Frontdesk';
  const signs = post.reactions.filter((one) => one.users.length > 0).map((one) => REACTIONS[one.name] ?? one.name);
  const actions = (post.blocks ?? []).filter((block) => block.type === 'actions');
  const mine = post.user === staff;
  return (
    <div>
      <Group gap={4} align="flex-start" justify={mine ? 'flex-end' : 'flex-start'} wrap="nowrap">
        <Bubble
          mine={mine}
          who={`${name}${post.only ? ' (only visible to you)' : ''}`}
          text={<Mrkdwn text={post.text} />}
          meta={[filesOf(post), ...signs].filter(Boolean).join(' · ')}
        />
        {STAFF.some((one) => one.id === post.user) ? <MessageMenu post={post} staff={staff} /> : null}
      </Group>
      {actions.map((block, at) => (
        <Block key={at} block={block} onPress={(action, option) => void onPress(post, action, option)} />
      ))}
    </div>
  );
}

function MessageMenu({ post, staff }: { post: SlackPost; staff: string }) {
  const place = { channel: DESK, ts: post.ts };
  const use = (callbackId: string) => act('slack', 'shortcut', { user: staff, callbackId, ...place });
  const edit = async () => {
    const text = window.prompt('The message says', post.text);
    if (text) await act('slack', 'edit', { ...place, text });
  };
  return (
    <Menu shadow="md">
      <Menu.Target>
        <Button size="compact-xs" variant="subtle" aria-label={`About the message: ${post.text.slice(0, 30)}`}>
          ⋯
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => use('case_send')}>Send to customer</Menu.Item>
        {post.user === staff ? (
          <>
            <Menu.Item onClick={() => use('case_undo')}>Undo</Menu.Item>
            <Menu.Item onClick={edit}>Edit…</Menu.Item>
            <Menu.Item onClick={() => act('slack', 'remove', place)}>Delete</Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}

const REACTIONS: Record<string, string> = {
  hourglass_flowing_sand: '⏳ leaves in a moment',
  envelope: '✉️ sent',
  white_check_mark: '✅ delivered',
  lock: '🔒 internal',
  warning: '⚠️ failed',
  no_entry_sign: '⛔ blocked',
};

/** What a command answered: Slack's JSON, or as it is. */
function textOf(body: string): string {
  try {
    return String((JSON.parse(body) as { text?: string }).text ?? '');
  } catch {
    return body;
  }
}
