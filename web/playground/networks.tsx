// The customer's side: a phone with SMS, a Teams chat, a direct message in Slack, and the web widget in its own page.
import { Button, Group } from '@mantine/core';
import { Bubble, Composer, Log, Panel } from './panels.tsx';
import { Block, Mrkdwn } from './slack-blocks.tsx';
import { act, type Customer, type SlackPost, type World } from './world.ts';

interface Props {
  world: World;
  customer: Customer;
}

export function Phone({ world, customer }: Props) {
  const messages = world.twilio.messages.filter((one) => one.from === customer.phone || one.to === customer.phone);
  const isBlocked = world.twilio.blocked.includes(customer.phone);
  return (
    <Panel title="Phone (SMS)" note={isBlocked ? 'has said STOP' : customer.phone}>
      <Log label="Text messages" size={messages.length}>
        {messages.map((one) => {
          const mine = one.from === customer.phone;
          const files = one.media?.length ? ` · ${one.media.length} 📎` : '';
          const cost = `${one.status} · ${one.segments} segment${one.segments === 1 ? '' : 's'}`;
          const meta = mine ? files.slice(3) : `${cost}${files}`;
          return (
            <Bubble key={one.sid} mine={mine} who={mine ? customer.name : 'Frontdesk'} text={one.body} meta={meta} />
          );
        })}
      </Log>
      <Composer
        label="Write a text message"
        takesFiles
        onSend={(text, file) =>
          act('twilio', 'write', { phone: customer.phone, text, ...(file ? { media: [file] } : {}) })
        }
      />
    </Panel>
  );
}

export function TeamsChat({ world, customer }: Props) {
  const conversation = `a:${customer.id}`;
  const posts = world.teams.posts.filter((one) => one.conversation === conversation);
  const user = { id: customer.id, name: customer.name };
  return (
    <Panel title="Teams" note="personal chat">
      <Log label="Teams messages" size={posts.length}>
        {posts.map((one) => {
          const mine = one.from !== 'bot';
          const card = one.activity.attachments?.[0]?.content;
          const text = card ? (card.body ?? []).map((block) => block.text).join('\n\n') : (one.activity.text ?? '');
          return (
            <div key={one.id}>
              <Bubble mine={mine} who={mine ? customer.name : 'Frontdesk'} text={text} />
              <Group gap="xs" mb="xs">
                {(card?.actions ?? []).map((action) => (
                  <Button
                    key={action.title}
                    size="compact-sm"
                    variant="light"
                    onClick={() =>
                      act('teams', 'write', { user, text: '', value: action.data, replyToId: one.id, conversation })
                    }
                  >
                    {action.title}
                  </Button>
                ))}
              </Group>
            </div>
          );
        })}
      </Log>
      <Composer label="Write in Teams" onSend={(text) => act('teams', 'write', { user, text, conversation })} />
    </Panel>
  );
}

/** A customer who writes to the bot in Slack itself. */
export function SlackChat({ world, customer }: Props) {
  const channel = `D${customer.slack.slice(1)}`;
  const posts = world.slack.posts.filter((one) => one.channel === channel && !one.only);
  return (
    <Panel title="Slack, as a customer" note="direct message">
      <Log label="Direct messages" size={posts.length}>
        {posts.map((one) => {
          const mine = one.user === customer.slack;
          const who = mine ? customer.name : (one.username ?? 'Frontdesk');
          return (
            <div key={one.ts}>
              <Bubble mine={mine} who={who} text={<Mrkdwn text={one.text} />} meta={filesOf(one)} />
              {(one.blocks ?? [])
                .filter((block) => block.type === 'actions')
                .map((block, at) => (
                  <Block
                    key={at}
                    block={block}
                    onPress={(action, option) =>
                      act('slack', 'press', { user: customer.slack, channel, ts: one.ts, action, option })
                    }
                  />
                ))}
            </div>
          );
        })}
      </Log>
      <Composer
        label="Write in Slack"
        takesFiles
        onSend={(text, file) => act('slack', 'write', { user: customer.slack, to: 'dm', text, file })}
      />
    </Panel>
  );
}

export function filesOf(post: SlackPost): string {
  return (post.files ?? []).map((file) => `📎 ${file.name}`).join(' ');
}

export function WebChat() {
  return (
    <Panel title="Web chat" note="the widget itself">
      <iframe src="/chat" title="The web chat" className="web-frame" />
    </Panel>
  );
}
