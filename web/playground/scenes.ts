// Scenes to play: the worked examples and what else one wants to see. Each line waits until the one before it was answered.
import { act, type Customer, type World } from './world.ts';

export type Network = 'sms' | 'teams' | 'slack' | 'web';

export interface Scene {
  name: string;
  /** Only with this customer's orders. */
  as?: Customer['id'];
  lines: [Network, string][];
}

export const SCENES: Scene[] = [
  {
    name: 'Where is my order?',
    lines: [['sms', 'Hi, I need to check the status of my order ORD-12345. When will it be delivered?']],
  },
  {
    name: 'Headphones',
    lines: [
      [
        'teams',
        "My wireless headphones are not connecting to my phone. I've tried everything but they're still not working. This is really frustrating!",
      ],
    ],
  },
  {
    name: 'A furious customer',
    lines: [
      [
        'sms',
        "I'm extremely unhappy with your service! My order was delivered damaged and customer service has been ignoring my emails for days. This is unacceptable!",
      ],
    ],
  },
  {
    name: 'Four questions at once',
    lines: [
      [
        'teams',
        "Where is ORD-12345? Also my headphones won't connect. And how much is shipping 3kg to LA? I was charged $89.99 incorrectly.",
      ],
    ],
  },
  {
    name: 'A refund',
    as: 'lucia',
    lines: [
      ['web', 'I was charged twice for order ORD-20254'],
      ['web', 'yes please'],
    ],
  },
  {
    name: 'From SMS to the web',
    lines: [
      ['sms', 'Where is my order ORD-12345?'],
      ['web', 'hello'],
    ],
  },
  { name: 'Change how I pay', lines: [['teams', 'I want to change my payment method']] },
  { name: 'In Slack', lines: [['slack', 'How much to ship 3 kg to LA?']] },
  { name: 'A person, please', lines: [['teams', 'A person please']] },
  { name: 'STOP', lines: [['sms', 'STOP']] },
  { name: 'START', lines: [['sms', 'START']] },
];

const PATIENCE_MS = 9_000;
const LOOK_EVERY_MS = 200;

/** Plays a scene; `worldNow` looks at the newest state of the networks. */
export async function play(
  scene: Scene,
  customer: Customer,
  worldNow: () => World | null,
  onSay: (network: Network) => void,
): Promise<void> {
  for (const [at, [network, text]] of scene.lines.entries()) {
    onSay(network);
    if (network === 'web') await untilWidgetIsThere();
    const before = answersOn(network, customer, worldNow());
    await say(network, customer, text);
    if (at === scene.lines.length - 1) return;
    for (let waited = 0; waited < PATIENCE_MS && answersOn(network, customer, worldNow()) === before; )
      waited += await pause(LOOK_EVERY_MS);
    await pause(LOOK_EVERY_MS * 3);
  }
}

function say(network: Network, { id, name, email, phone, slackId }: Customer, text: string): Promise<unknown> {
  if (network === 'sms') return act('twilio', 'write', { phone, text });
  if (network === 'teams') return act('teams', 'write', { user: { id, name, email }, text, conversation: `a:${id}` });
  if (network === 'slack') return act('slack', 'write', { user: slackId, to: 'dm', text });
  return writeInWidget(text);
}

async function untilWidgetIsThere(): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS && !widgetShadow()?.querySelector('textarea'); )
    waited += await pause(LOOK_EVERY_MS);
}

/** Types into the widget as a visitor would. */
async function writeInWidget(text: string): Promise<void> {
  const shadow = widgetShadow();
  const field = shadow?.querySelector('textarea');
  if (!shadow || !field) return;
  const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set;
  set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await pause(60);
  shadow.querySelector<HTMLButtonElement>('button[type="submit"]')?.click();
}

function widgetShadow(): ShadowRoot | null | undefined {
  const frame = document.querySelector<HTMLIFrameElement>('#web-chat');
  return frame?.contentDocument?.querySelector('frontdesk-chat')?.shadowRoot;
}

/** How much the bot has said there. */
function answersOn(network: Network, { id, phone, slackId }: Customer, world: World | null): number {
  if (network === 'web') return widgetShadow()?.querySelectorAll('.row.theirs').length ?? 0;
  if (!world) return 0;
  if (network === 'sms') return world.twilio.messages.filter((one) => one.to === phone).length;
  if (network === 'teams')
    return world.teams.posts.filter((one) => one.conversation === `a:${id}` && one.from === 'bot').length;
  return world.slack.posts.filter((one) => one.channel === `D${slackId.slice(1)}` && one.user !== slackId).length;
}

function pause(ms: number): Promise<number> {
  return new Promise((resolve) => setTimeout(() => resolve(ms), ms));
}
