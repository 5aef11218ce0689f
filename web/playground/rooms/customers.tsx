// The customer's side: a phone with SMS, a Teams chat, a direct message in Slack, and the web widget in its own page.
import { Button, Group } from '@mantine/core';
import { useCallback, useEffect, useRef } from 'react';
import { act, type Customer, type SlackPost, signInAs, type World } from '../world.ts';
import { Bubble, Composer, Log, Panel } from './panels.tsx';
import { Block, Mrkdwn } from './slack-blocks.tsx';

interface Props {
  world: World;
  customer: Customer;
}

export function Phone({ world, customer }: Props) {
  const messages = world.twilio.messages.filter((one) => one.from === customer.phone || one.to === customer.phone);
  const isBlocked = world.twilio.blocked.includes(customer.phone);
  return (
    <Panel title="Phone" note={isBlocked ? 'has said STOP' : customer.phone} sign="phone" color="teal">
      <Log label="Text messages" size={messages.length} empty="Write a text message below, or play a scene.">
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
  const posts = world.teams.posts.filter(
    (one) => one.conversation === conversation && (textOf(one) !== '' || picturesOf(one).length > 0),
  );
  const user = { id: customer.id, name: customer.name, email: customer.email };
  return (
    <Panel title="Teams" note="personal chat" sign="teams" color="indigo">
      <Log label="Teams messages" size={posts.length} empty="Write in Teams below, or play a scene.">
        {posts.map((one) => {
          const mine = one.from !== 'bot';
          const actions = one.activity.attachments?.[0]?.content?.actions ?? [];
          return (
            <div key={one.id}>
              <Bubble
                mine={mine}
                who={mine ? customer.name : 'Frontdesk'}
                text={textOf(one)}
                meta={picturesOf(one).join(' ')}
              />
              {actions.length > 0 ? (
                <Group gap={6} mb="sm">
                  {actions.map((action) => (
                    <Button
                      key={action.title}
                      size="compact-sm"
                      variant="default"
                      onClick={() =>
                        act('teams', 'write', { user, text: '', value: action.data, replyToId: one.id, conversation })
                      }
                    >
                      {action.title}
                    </Button>
                  ))}
                </Group>
              ) : null}
            </div>
          );
        })}
      </Log>
      <Composer
        label="Write in Teams"
        takesFiles
        onSend={(text, file) => act('teams', 'write', { user, text, conversation, ...(file ? { files: [file] } : {}) })}
      />
    </Panel>
  );
}

function picturesOf({ activity }: World['teams']['posts'][number]): string[] {
  return (activity.attachments ?? []).filter((one) => one.name).map((one) => `📎 ${one.name}`);
}

/** A picked button says what it says. */
function textOf({ activity }: World['teams']['posts'][number]): string {
  const card = activity.attachments?.[0]?.content;
  if (card) return (card.body ?? []).map((block) => block.text).join('\n\n');
  return activity.text || activity.value?.frontdeskChoice || '';
}

/** A customer who writes to the bot in Slack itself. */
export function SlackChat({ world, customer }: Props) {
  const channel = `D${customer.slackId.slice(1)}`;
  const posts = world.slack.posts.filter((one) => one.channel === channel && !one.only);
  return (
    <Panel title="Slack, as a customer" note="direct message" sign="slack" color="grape">
      <Log label="Direct messages" size={posts.length} empty="Write to the app below, or play a scene.">
        {posts.map((one) => {
          const mine = one.user === customer.slackId;
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
                      act('slack', 'press', { user: customer.slackId, channel, ts: one.ts, action, option })
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
        onSend={(text, file) => act('slack', 'write', { user: customer.slackId, to: 'dm', text, file })}
      />
    </Panel>
  );
}

export function filesOf(post: SlackPost): string {
  return (post.files ?? []).map((file) => `📎 ${file.name}`).join(' ');
}

interface WidgetWindow extends Window {
  Frontdesk?: { identify(identityToken: string | null): void };
}

const LOOK_EVERY_MS = 100;
const MOST_LOOKS = 50;

export function WebChat({ customer }: { customer: Customer }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const signIn = useCallback(async () => {
    const token = customer.shopId ? await signInAs(customer) : null;
    for (let look = 0; look < MOST_LOOKS; look += 1) {
      const inside = frame.current?.contentWindow as WidgetWindow | null | undefined;
      if (inside?.Frontdesk) return inside.Frontdesk.identify(token);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }, [customer]);
  useEffect(() => {
    void signIn();
  }, [signIn]);
  return (
    <Panel title="Web chat" note={customer.shopId ? 'signed in at the shop' : 'not signed in'} sign="web" color="rust">
      <iframe ref={frame} src="/chat" title="The web chat" className="web-frame" id="web-chat" />
    </Panel>
  );
}
