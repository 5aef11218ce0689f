// Slack's blocks as a person sees them: texts, fields, buttons, menus.
import { Anchor, Box, Button, Group, Menu, Select, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { type SlackBlock, type SlackElement, STAFF } from '../world.ts';

type Press = (action: string, option?: string) => void;

export function Block({ block, onPress }: { block: SlackBlock; onPress: Press }) {
  if (block.type === 'header')
    return (
      <Text fw={700} size="md" ta="left">
        {block.text?.text}
      </Text>
    );
  if (block.type === 'section')
    return (
      <Box my={4}>
        {block.text ? (
          <Text size="sm" className="pre">
            <Mrkdwn text={block.text.text} />
          </Text>
        ) : null}
        <div className="fields">
          {(block.fields ?? []).map((field) => (
            <Text key={field.text} size="xs" className="pre">
              <Mrkdwn text={field.text} />
            </Text>
          ))}
        </div>
      </Box>
    );
  if (block.type === 'context')
    return (
      <Text size="xs" c="dimmed" className="pre">
        {(block.elements ?? []).map((one, at) => (
          <Mrkdwn key={at} text={typeof one.text === 'string' ? one.text : ''} />
        ))}
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

const MENU_NAMES: Record<string, string> = { 'case:more': 'More about this case' };

function Element({ element, onPress }: { element: SlackElement; onPress: Press }) {
  const action = element.action_id ?? '';
  if (element.type === 'static_select')
    return (
      <Select
        size="xs"
        aria-label={element.placeholder?.text ?? 'Pick'}
        placeholder={element.placeholder?.text ?? 'Pick'}
        data={(element.options ?? []).map((option) => ({ value: option.value, label: option.text.text }))}
        value={null}
        onChange={(value) => value && onPress(action, value)}
      />
    );
  if (element.type === 'overflow')
    return (
      <Menu shadow="md">
        <Menu.Target>
          <Button size="compact-xs" variant="default" aria-label={MENU_NAMES[action] ?? 'More'}>
            ⋯
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(element.options ?? []).map((option) => (
            <Menu.Item
              key={option.value}
              onClick={() => {
                // Slack opens an option's link and tells the app that it was picked.
                if (option.url) window.open(option.url, '_blank', 'noopener');
                onPress(action, option.value);
              }}
            >
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

/** mrkdwn as a person reads it: bold, italics, quotes, links, people and times. */
export function Mrkdwn({ text }: { text: string }): ReactNode {
  return (
    <span className="mrkdwn">
      {text.split('\n').map((line, at) => (
        <span key={at} className={line.startsWith('&gt;') || line.startsWith('>') ? 'quote' : undefined}>
          {inline(line.replace(/^(&gt;|>)\s?/, ''))}
          {'\n'}
        </span>
      ))}
    </span>
  );
}

const PART = /(<[^<>]+>|`[^`\n]+`|(?<![\w*])\*[^*\n]+\*(?![\w*])|(?<![\w_])_[^_\n]+_(?![\w_]))/;

function inline(line: string): ReactNode[] {
  return line.split(PART).map((part, at) => {
    const key = `${at}${part}`;
    const link = /^<(https?:[^|>]+)(?:\|([^>]*))?>$/.exec(part);
    if (link)
      return (
        <Anchor key={key} href={link[1]} target="_blank" rel="noopener" underline="always" size="sm">
          {plain(link[2] ?? link[1]!)}
        </Anchor>
      );
    if (part.startsWith('<')) return plain(part);
    if (/^`.+`$/.test(part)) return <code key={key}>{plain(part.slice(1, -1))}</code>;
    if (/^\*.+\*$/.test(part)) return <strong key={key}>{plain(part.slice(1, -1))}</strong>;
    if (/^_.+_$/.test(part)) return <em key={key}>{plain(part.slice(1, -1))}</em>;
    return plain(part);
  });
}

/** The same without any form. */
export function plain(text: string): string {
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
