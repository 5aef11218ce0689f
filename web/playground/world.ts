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
    attachments?: {
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
    people: { id: string; name: string; isBot?: boolean }[];
    posts: SlackPost[];
    forms: SlackForm[];
    homes: Record<string, { blocks: SlackBlock[] }>;
  };
  twilio: { messages: SmsMessage[]; blocked: string[]; from: string };
  teams: { posts: TeamsPost[] };
  /** Only when a model is played, too. */
  openai?: { trouble: string | null };
  turns: Turn[];
  letters: Letter[];
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

/** Does something in a network; the answer is what the network says. */
export async function act(
  network: 'slack' | 'twilio' | 'teams' | 'openai',
  what: string,
  input: unknown,
): Promise<Record<string, unknown>> {
  const answer = await fetch(`/playground/api/${network}/${what}`, {
    method: 'POST',
    headers: { 'x-frontdesk': 'playground' },
    body: JSON.stringify(input),
  });
  return (await answer.json()) as Record<string, unknown>;
}

/** A file that somebody picked, as the networks' stand-ins take it. */
export interface PickedFile {
  name: string;
  type: string;
  base64: string;
}

export async function killServer(): Promise<void> {
  await fetch('/playground/api/kill', { method: 'POST', headers: { 'x-frontdesk': 'playground' } });
}

export const DESK = 'C0DESK001';
export const STAFF = [
  { id: 'U0ANA0001', name: 'Ana' },
  { id: 'U0BEN0001', name: 'Ben' },
  { id: 'U0CLEO001', name: 'Cleo' },
];
/** Who may be played; what the shop has on file of them proves, with an order of theirs, who they are. */
export const CUSTOMERS = [
  {
    id: 'maya',
    slack: 'U0CUST001',
    name: 'Maya Lindqvist',
    phone: '+15557654321',
    email: 'maya@example.com',
    postalCode: '10000',
  },
  {
    id: 'jonas',
    slack: 'U0CUST002',
    name: 'Jonas Lindqvist',
    phone: '+15557654322',
    email: 'jonas.lindqvist.1002@example.com',
    postalCode: '10037',
  },
  {
    id: 'aisha',
    slack: 'U0CUST003',
    name: 'Aisha Lindqvist',
    phone: '+15557654323',
    email: 'aisha.lindqvist.1003@example.com',
    postalCode: '10074',
  },
];
export type Customer = (typeof CUSTOMERS)[number];
