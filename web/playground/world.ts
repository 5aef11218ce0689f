// What the page knows of the networks, asked for every moment, and what it lets people do in them.
import { useEffect, useState } from 'react';

export interface SlackPost {
  ts: string;
  channel: string;
  user?: string;
  username?: string;
  text: string;
  blocks?: SlackBlock[];
  threadTs?: string;
  only?: string;
  files?: { id: string; name: string }[];
  reactions: { name: string; users: string[] }[];
}

export interface SlackBlock {
  type: string;
  text?: { text: string };
  fields?: { text: string }[];
  elements?: SlackElement[];
}

export interface SlackElement {
  type: string;
  text?: { text: string } | string;
  action_id?: string;
  style?: string;
  placeholder?: { text: string };
  options?: { text: { text: string }; value: string; url?: string }[];
}

/** A form that Slack shows to somebody. */
export interface SlackForm {
  userId: string;
  view: {
    id: string;
    title: { text: string };
    submit?: { text: string };
    blocks: {
      block_id?: string;
      optional?: boolean;
      label?: { text: string };
      element?: {
        type: string;
        multiline?: boolean;
        initial_value?: string;
        options?: { text: { text: string }; value: string }[];
      };
    }[];
  };
}

export interface SmsMessage {
  sid: string;
  from: string;
  to: string;
  body: string;
  direction: string;
  status: string;
  segments: number;
  media?: string[];
}

export interface TeamsPost {
  id: string;
  from: string;
  conversation: string;
  activity: {
    text?: string;
    value?: { frontdeskChoice?: string };
    attachments?: {
      /** Of a file. */
      name?: string;
      content?: { body?: { text: string }[]; actions?: { title: string; data: Record<string, unknown> }[] };
    }[];
  };
}

export interface Turn {
  id: string;
  laneId: string;
  at: string;
  intents: { intent: string; confidence: number }[];
  priority: string;
  sentiment: { label: string; score: number };
  language: string;
  route: string;
  agents: { name: string; ms: number; model: string }[];
  tools: { name: string; ms: number; outcome: string }[];
  responseTimeMs: number;
  outcome: string;
  caseId?: string;
}

/** A letter of the demo inbox: a one-time code that was sent nowhere else. */
export interface Letter {
  id: string;
  to: string;
  name: string;
  text: string;
  at: string;
}

export interface World {
  slack: {
    faults: Faults;
    people: { id: string; name: string; isBot?: boolean }[];
    posts: SlackPost[];
    forms: SlackForm[];
    homes: Record<string, { blocks: SlackBlock[] }>;
  };
  twilio: { faults: Faults; messages: SmsMessage[]; blocked: string[]; from: string };
  teams: { faults: Faults; posts: TeamsPost[] };
  /** Only when a model is played, too. */
  openai?: { trouble: string | null };
  turns: Turn[];
  letters: Letter[];
  lanes: LaneGlimpse[];
  tally: Tally;
}

export interface LaneGlimpse {
  laneId: string;
  kind: 'conversation' | 'case';
  owner: string;
  ownerEpoch: number;
  leaseEpoch: number;
  isHeld: boolean;
  inbox: number;
  outbox: { id: string; kind: string; attempts: number; ambiguousSince: string | null }[];
  changedAt: string;
}

/** What customers wrote in the networks against what the server has heard. */
export interface Tally {
  written: number;
  heard: number;
  underway: number;
  lost: number;
}

/** What a stand-in does wrong at the moment: shares of requests. */
export interface Faults {
  failBefore?: number;
  duplicate?: number;
  rateLimited?: number;
}

const EVERY_MS = 700;

/** The state of everything, and whether the server answers at the moment. */
export function useWorld(): { world: World | null; isAway: boolean } {
  const [world, setWorld] = useState<World | null>(null);
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    let isOver = false;
    const look = async () => {
      try {
        const answer = await fetch('/playground/api/state');
        if (!answer.ok) throw new Error(String(answer.status));
        const found = (await answer.json()) as World;
        if (!isOver) {
          setWorld(found);
          setAway(false);
        }
      } catch {
        if (!isOver) setAway(true);
      }
      if (!isOver) timer = setTimeout(look, EVERY_MS);
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, []);
  return { world, isAway };
}

const OURS = { 'x-frontdesk': 'playground' };
/** About a minute. */
const MOST_TRIES = 90;

/** Does something in a network; the answer is what the network says. */
export async function act(
  network: 'slack' | 'twilio' | 'teams' | 'openai',
  what: string,
  input: unknown,
): Promise<Record<string, unknown>> {
  const body = JSON.stringify(input);
  // The way to the stand-ins leads through the server: while it is away, what people do waits here.
  for (let tried = 0; ; tried += 1) {
    const answer = await fetch(`/playground/api/${network}/${what}`, { method: 'POST', headers: OURS, body }).catch(
      (error: unknown) => {
        if (tried >= MOST_TRIES) throw error;
        return null;
      },
    );
    if (answer) return (await answer.json()) as Record<string, unknown>;
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}

/** A file that somebody picked, as the networks' stand-ins take it. */
export interface PickedFile {
  name: string;
  type: string;
  base64: string;
}

/** The shop's own word for who is signed in; null where the server takes none. */
export async function signInAs({ shopId, name, email }: Customer): Promise<string | null> {
  const answer = await fetch('/playground/api/identity', {
    method: 'POST',
    headers: OURS,
    body: JSON.stringify({ id: shopId, name, email }),
  });
  return ((await answer.json()) as { token: string | null }).token;
}

export async function killServer(): Promise<void> {
  await fetch('/playground/api/kill', { method: 'POST', headers: OURS });
}

export const DESK = 'C0DESK001';
export const STAFF = [
  { id: 'U0ANA0001', name: 'Ana' },
  { id: 'U0BEN0001', name: 'Ben' },
  { id: 'U0CLEO001', name: 'Cleo' },
];
/** Customers of the demo shop, with the number and the address by which it knows them, and somebody whom it does not. */
export const CUSTOMERS = [
  {
    id: 'maya',
    name: 'Maya Lindqvist',
    phone: '+15551000000',
    email: 'maya@example.com',
    slackId: 'U0CUST001',
    shopId: 'CUS-1001',
    postalCode: '10000',
  },
  {
    id: 'jonas',
    name: 'Jonas Lindqvist',
    phone: '+15551007919',
    email: 'jonas.lindqvist.1002@example.com',
    slackId: 'U0CUST002',
    shopId: 'CUS-1002',
    postalCode: '10037',
  },
  {
    id: 'lucia',
    name: 'Lucia Okafor',
    phone: '+15551221732',
    email: 'lucia.okafor.1029@example.com',
    slackId: 'U0CUST003',
    shopId: 'CUS-1029',
    postalCode: '11036',
  },
  {
    id: 'visitor',
    name: 'Anonymous visitor',
    phone: '+15557654321',
    email: undefined,
    slackId: 'U0CUST004',
    shopId: undefined,
    postalCode: undefined,
  },
];
export type Customer = (typeof CUSTOMERS)[number];
