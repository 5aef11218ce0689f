// The desk's side: the Slack channel in which people take cases, with cards, buttons, threads and forms, `/cases` in the line
// at the bottom, and what can be done with a message of one's own.
import { Box, Button, Group, Menu, Modal, Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Bubble, Composer, Log, Panel } from './panels.tsx';
import { Block, plain } from './slack-blocks.tsx';
import { OpenForm } from './slack-form.tsx';
import { act, DESK, type SlackPost, STAFF, type World } from './world.ts';

export function SlackDesk({ world }: { world: World }) {
  const [staff, setStaff] = useState(STAFF[0]!.id);
  const [open, setOpen] = useState<string | null>(null);
  const [isHome, setHome] = useState(false);
  const [answer, setAnswer] = useState('');
  const posts = world.slack.posts.filter((post) => post.channel === DESK && (!post.only || post.only === staff));
  const cards = posts.filter((post) => !post.threadTs && !post.only);
  const thread = open ?? cards.at(-1)?.ts ?? null;
  const press = async (post: SlackPost, action: string, option?: string) => {
    setOpen(post.threadTs ?? post.ts);
    await act('slack', 'press', { user: staff, channel: DESK, ts: post.ts, action, option });
  };
  const send = async (text: string) => {
    const command = /^\/cases\b\s*(.*)$/.exec(text);
    if (command) {
      const given = await act('slack', 'command', { user: staff, channel: DESK, command: '/cases', text: command[1] });
      return setAnswer(textOf(String(given.body ?? '')));
    }
    setAnswer('');
    if (thread) await act('slack', 'write', { user: staff, to: DESK, text, threadTs: thread });
  };
  return (
    <Panel title="Slack: #support-desk" note="people take cases here">
      <Group px="sm" pt="xs" gap="xs" wrap="nowrap">
        <SegmentedControl
          fullWidth
          flex={1}
          size="xs"
          value={staff}
          onChange={setStaff}
          data={STAFF.map(({ id, name }) => ({ value: id, label: `as ${name}` }))}
          aria-label="Who you are at the desk"
        />
        <Button
          size="compact-sm"
          variant="default"
          onClick={async () => {
            await act('slack', 'home', { user: staff });
            setHome(true);
          }}
        >
          Home
        </Button>
      </Group>
      <Log label="Cases and their threads" size={posts.length}>
        {cards.map((card) => (
          <Stack key={card.ts} gap={6} mb="md">
            <Paper withBorder p="sm" className={card.ts === thread ? 'card open' : 'card'}>
              {(card.blocks ?? []).map((block, at) => (
                <Block key={at} block={block} onPress={(action, option) => press(card, action, option)} />
              ))}
              {card.ts === thread ? null : (
                <Button size="compact-xs" variant="subtle" onClick={() => setOpen(card.ts)}>
                  Open thread
                </Button>
              )}
            </Paper>
            {card.ts === thread
              ? posts
                  .filter((post) => post.threadTs === card.ts)
                  .map((post) => <Said key={post.ts} post={post} world={world} staff={staff} onPress={press} />)
              : null}
          </Stack>
        ))}
      </Log>
      {answer ? (
        <Box px="sm" pb="xs" role="status">
          <Text size="xs" className="pre">
            {plain(answer)}
          </Text>
        </Box>
      ) : null}
      <Composer label="Write in the thread" onSend={send} />
      <OpenForm form={world.slack.forms.findLast((one) => one.userId === staff)} user={staff} />
      <Modal opened={isHome} onClose={() => setHome(false)} title="Home" centered>
        {(world.slack.homes[staff]?.blocks ?? []).map((block, at) => (
          <Block key={at} block={block} onPress={() => undefined} />
        ))}
      </Modal>
    </Panel>
  );
}

interface SaidProps {
  post: SlackPost;
  world: World;
  staff: string;
  onPress(post: SlackPost, action: string, option?: string): Promise<void>;
}

/** One line of a thread: whose it is, what became of it, and what can be done with it. */
function Said({ post, world, staff, onPress }: SaidProps) {
  const name = post.username ?? world.slack.people.find((one) => one.id === post.user)?.name ?? 'Frontdesk';
  const signs = post.reactions.filter((one) => one.users.length > 0);
  const actions = (post.blocks ?? []).filter((block) => block.type === 'actions');
  return (
    <div>
      <Bubble
        mine={post.user === staff}
        who={`${name}${post.only ? ' (only visible to you)' : ''}`}
        text={plain(post.text)}
        meta={signs.map((one) => REACTIONS[one.name] ?? one.name).join(' ')}
      />
      {actions.map((block, at) => (
        <Block key={at} block={block} onPress={(action, option) => void onPress(post, action, option)} />
      ))}
      {STAFF.some((one) => one.id === post.user) ? (
        <Group justify={post.user === staff ? 'flex-end' : 'flex-start'}>
          <MessageMenu post={post} staff={staff} />
        </Group>
      ) : null}
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
