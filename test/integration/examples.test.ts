// The worked examples, word for word, through the web door: a real server on real stores, Direct Line over HTTP, nobody's
// key. What is said, and what the turn understood.
import assert from 'node:assert/strict';
import { SignJWT } from 'jose';
import type { TurnRecord } from '../../models/turn.ts';
import { type AppStage, eventually, startApp } from '../support/app-stage.ts';

const SECRET = 'a-secret-of-the-test';
const IDENTITY = 'the-shop-signs-with-this';

interface Heard {
  text: string;
  turn: TurnRecord;
}

interface Example {
  text: string;
  /** Who is signed in; nobody, when left out. */
  as?: string;
  says: RegExp[];
  labels: [intent: string, priority: string, sentiment: string];
  agents: string[];
  isEscalated?: boolean;
}

const EXAMPLES: Example[] = [
  {
    text: 'Hi, I need to check the status of my order ORD-12345. When will it be delivered?',
    says: [/ORD-12345 is in transit/, /1Z999AA1234567890/, /It should be delivered/],
    labels: ['ORDER_INQUIRY', 'MEDIUM', 'NEUTRAL'],
    agents: ['order'],
  },
  {
    text: "My wireless headphones are not connecting to my phone. I've tried everything but they're still not working. This is really frustrating!",
    says: [
      /1\. \*\*Restart the device/,
      /2\. \*\*Reset the device to factory settings/,
      /about 15 minutes/,
      /KB-001 Device Setup Guide/,
      /KB-015 Troubleshooting Common Issues/,
    ],
    labels: ['TECHNICAL_SUPPORT', 'HIGH', 'NEGATIVE'],
    agents: ['technical'],
  },
  {
    text: "I'm extremely unhappy with your service! My order was delivered damaged and customer service has been ignoring my emails for days. This is unacceptable!",
    says: [/arrived damaged/, /unanswered/, /Your case is ESC-/, /within 15 minutes/],
    labels: ['COMPLAINT', 'URGENT', 'VERY_NEGATIVE'],
    agents: ['escalation'],
    isEscalated: true,
  },
  {
    text: 'Where is my order ORD-12345?',
    says: [/ORD-12345 is in transit/],
    labels: ['ORDER_INQUIRY', 'MEDIUM', 'NEUTRAL'],
    agents: ['order'],
  },
  {
    text: "My headphones won't connect",
    says: [/headphones/, /KB-0\d\d/, /Did that help\?/],
    labels: ['TECHNICAL_SUPPORT', 'MEDIUM', 'NEUTRAL'],
    agents: ['technical'],
  },
  {
    text: 'I was charged $89.99 incorrectly',
    as: 'CUS-1001',
    says: [/\*\*\$89\.99\*\*/, /order ORD-12345: Wireless Headphones/, /open a dispute\?/],
    labels: ['BILLING', 'MEDIUM', 'NEUTRAL'],
    agents: ['billing'],
  },
  {
    text: 'How much to ship 3kg to LA?',
    says: [/Shipping 3 kg to LA/, /\*\*Ground\*\*: \$\d/, /I recommend Ground: it is the cheapest/],
    labels: ['SHIPPING', 'MEDIUM', 'NEUTRAL'],
    agents: ['shipping'],
  },
  {
    text: "I'm extremely unhappy with your service!",
    says: [/Your case is ESC-/, /What happened\?/],
    labels: ['COMPLAINT', 'URGENT', 'VERY_NEGATIVE'],
    agents: ['escalation'],
    isEscalated: true,
  },
  {
    text: "Where is my order ORD-12345, my headphones won't connect, I was charged $89.99 incorrectly, and how much to ship 3kg to LA?",
    as: 'CUS-1001',
    says: [/ORD-12345 is in transit/, /Did that help\?/, /\*\*\$89\.99\*\*/, /Shipping 3 kg to LA/],
    labels: ['ORDER_INQUIRY', 'MEDIUM', 'NEUTRAL'],
    agents: ['order', 'technical', 'billing', 'shipping'],
  },
];

describe('the examples, through the web door', function () {
  this.timeout(60_000);
  let app: AppStage;
  before(async () => {
    app = await startApp({ WEB_IDENTITY_SECRET: IDENTITY });
  });
  after(() => app.remove());

  for (const [at, example] of EXAMPLES.entries()) {
    it(`answers «${example.text}»`, async () => {
      const heard = await ask(app.origin, `example-${at}`, example);
      const reply = heard.map((one) => one.text).join('\n');
      for (const part of example.says) assert.match(reply, part);
      assert.match(reply, /Frontdesk's automated assistant/);
      assert.equal(heard.length, 1, 'one merged reply');
      const { turn } = heard[0]!;
      assert.deepEqual([turn.intents[0]!.intent, turn.priority, turn.sentiment.label], example.labels);
      assert.deepEqual(
        turn.agents.map((one) => one.name),
        example.agents,
      );
      assert.equal(turn.outcome === 'escalated', example.isEscalated ?? false);
      assert.equal(turn.caseId !== undefined, example.isEscalated ?? false);
      assert.equal(turn.followUpRequired, example.isEscalated ?? false);
    });
  }
});

async function ask(origin: string, userId: string, { text, as }: Example): Promise<Heard[]> {
  const identityToken = as
    ? await new SignJWT({ sub: as })
        .setProtectedHeader({ alg: 'HS256' })
        .setExpirationTime('1h')
        .sign(new TextEncoder().encode(IDENTITY))
    : undefined;
  const { token } = await post(origin, 'tokens/generate', SECRET, {
    user: { id: `dl_${userId}` },
    ...(identityToken ? { identityToken } : {}),
  });
  const { conversationId } = await post(origin, 'conversations', token!, {});
  await post(origin, `conversations/${conversationId}/activities`, token!, {
    type: 'message',
    from: { id: `dl_${userId}` },
    text,
  });
  return eventually(async () => {
    const response = await fetch(`${origin}/v3/directline/conversations/${conversationId}/activities`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { activities } = (await response.json()) as {
      activities: { text: string; from: { role?: string }; channelData?: { turn?: TurnRecord } }[];
    };
    const replies = activities.filter((one) => one.channelData?.turn);
    assert.ok(replies.length > 0, 'no reply yet');
    return replies.map((one) => ({ text: one.text, turn: one.channelData!.turn! }));
  });
}

async function post(origin: string, path: string, token: string, body: object): Promise<Record<string, string>> {
  const response = await fetch(`${origin}/v3/directline/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  assert.ok(response.ok, `${path}: ${response.status}`);
  return (await response.json()) as Record<string, string>;
}
