// The desk's side: the Slack channel in which people take cases, with cards, buttons, threads and forms.
import { Box, Button, Group, Menu, Modal, Paper, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Bubble, Composer, Log, Panel } from './panels.tsx';
import { act, DESK, type SlackBlock, type SlackElement, type SlackPost, STAFF, type World } from './world.ts';

const FORMS: Record<string, 'resolve' | 'assign'> = { 'case:resolve': 'resolve', 'case:assign': 'assign' };

export function SlackDesk({ world }: { world: World }) {
  const [staff, setStaff] = useState(STAFF[0]!.id);
  const [open, setOpen] = useState<string | null>(null);
  const [form, setForm] = useState<{ kind: 'resolve' | 'assign' } | null>(null);
  const posts = world.slack.posts.filter((post) => post.channel === DESK && (!post.only || post.only === staff));
  const cards = posts.filter((post) => !post.threadTs && !post.only);
  const thread = open ?? cards.at(-1)?.ts ?? null;
  const nameOf = (post: SlackPost) =>
    post.username ?? world.slack.people.find((one) => one.id === post.user)?.name ?? 'Frontdesk';

  const press = async (post: SlackPost, action: string, option?: string) => {
    setOpen(post.ts);
    await act('slack', 'press', { user: staff, channel: DESK, ts: post.ts, action, option });
    const kind = FORMS[action];
    if (kind) setForm({ kind });
  };

  return (
    <Panel title="Slack: #support-desk" note="people take cases here">
      <Box px="sm" pt="xs">
        <SegmentedControl
          fullWidth
          size="xs"
          value={staff}
          onChange={setStaff}
          data={STAFF.map(({ id, name }) => ({ value: id, label: `as ${name}` }))}
          aria-label="Who you are at the desk"
        />
      </Box>
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
                  .map((post) => (
                    <Bubble
                      key={post.ts}
                      mine={post.user === staff}
                      who={`${nameOf(post)}${post.only ? ' (only visible to you)' : ''}`}
                      text={plain(post.text)}
                      meta={post.reactions.map((one) => REACTIONS[one.name] ?? one.name).join(' ')}
                    />
                  ))
              : null}
          </Stack>
        ))}
      </Log>
      <Composer
        label="Write in the thread"
        onSend={async (text) => {
          if (thread) await act('slack', 'write', { user: staff, to: DESK, text, threadTs: thread });
        }}
      />
      <CaseForm
        form={form}
        close={() => setForm(null)}
        submit={(fields) => act('slack', 'submit', { user: staff, fields })}
      />
    </Panel>
  );
}

const REACTIONS: Record<string, string> = {
  envelope: '✉️ sent',
  white_check_mark: '✅ delivered',
  lock: '🔒 internal',
  warning: '⚠️ failed',
  no_entry_sign: '⛔ blocked',
};

function Block({ block, onPress }: { block: SlackBlock; onPress(action: string, option?: string): void }) {
  if (block.type === 'header') return <Text fw={700}>{block.text?.text}</Text>;
  if (block.type === 'section')
    return (
      <Box my={4}>
        {block.text ? (
          <Text size="sm" className="pre">
            {plain(block.text.text)}
          </Text>
        ) : null}
        <div className="fields">
          {(block.fields ?? []).map((field) => (
            <Text key={field.text} size="xs" className="pre">
              {plain(field.text)}
            </Text>
          ))}
        </div>
      </Box>
    );
  if (block.type === 'context')
    return (
      <Text size="xs" c="dimmed" className="pre">
        {(block.elements ?? []).map((one) => plain(typeof one.text === 'string' ? one.text : '')).join(' ')}
      </Text>
    );
  if (block.type !== 'actions') return null;
  return (
    <Group gap={6} mt={6}>
      {(block.elements ?? []).map((element) => (
        <Element key={element.action_id} element={element} onPress={onPress} />
      ))}
    </Group>
  );
}

function Element({ element, onPress }: { element: SlackElement; onPress(action: string, option?: string): void }) {
  const action = element.action_id ?? '';
  if (element.type === 'overflow')
    return (
      <Menu shadow="md">
        <Menu.Target>
          <Button size="compact-xs" variant="default" aria-label="More about this case">
            ⋯
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(element.options ?? []).map((option) => (
            <Menu.Item key={option.value} onClick={() => onPress(action, option.value)}>
              {option.text.text}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    );
  return (
    <Button
      size="compact-xs"
      variant={element.style === 'primary' ? 'filled' : 'default'}
      color={element.style === 'danger' ? 'red.9' : undefined}
      onClick={() => onPress(action)}
    >
      {typeof element.text === 'object' ? element.text.text : action}
    </Button>
  );
}

interface FormProps {
  form: { kind: 'resolve' | 'assign' } | null;
  close(): void;
  submit(fields: Record<string, string>): Promise<unknown>;
}

function CaseForm({ form, close, submit }: FormProps) {
  const [code, setCode] = useState<string | null>('solved');
  const [promised, setPromised] = useState('');
  const [to, setTo] = useState<string | null>(null);
  const send = async () => {
    await submit(form?.kind === 'assign' ? { to: to ?? '' } : { code: code ?? 'solved', promised });
    setPromised('');
    close();
  };
  return (
    <Modal
      opened={form !== null}
      onClose={close}
      title={form?.kind === 'assign' ? 'Assign the case' : 'Resolve the case'}
      centered
    >
      <Stack>
        {form?.kind === 'assign' ? (
          <Select
            label="To whom?"
            data={STAFF.map(({ id, name }) => ({ value: id, label: name }))}
            value={to}
            onChange={setTo}
          />
        ) : (
          <>
            <Select
              label="How did it end?"
              data={['solved', 'refunded', 'replaced', 'explained', 'other']}
              value={code}
              onChange={setCode}
            />
            <Textarea
              label="What was promised to the customer?"
              value={promised}
              onChange={(event) => setPromised(event.currentTarget.value)}
              autosize
              minRows={2}
            />
          </>
        )}
        <Button onClick={send} disabled={form?.kind === 'assign' && !to}>
          {form?.kind === 'assign' ? 'Assign' : 'Resolve'}
        </Button>
      </Stack>
    </Modal>
  );
}

/** mrkdwn as a person reads it. */
function plain(text: string): string {
  return text
    .replace(/<!date\^(\d+)\^[^|>]*\|[^>]*>/g, (_, seconds: string) =>
      new Date(Number(seconds) * 1000).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }),
    )
    .replace(/<[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<@([^>]+)>/g, (_, id: string) => `@${STAFF.find((one) => one.id === id)?.name ?? id}`)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\*([^*\n]+)\*/g, '$1');
}
