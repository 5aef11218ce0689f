// A Slack workspace in memory: people, channels, messages, files, views. It knows nothing of HTTP.

export interface SlackPerson {
  id: string;
  name: string;
  isBot?: boolean;
  /** Shown to apps that may read addresses. */
  email?: string;
  /** Their account has ended. */
  deleted?: boolean;
}

export interface SlackChannelRoom {
  id: string;
  name: string;
  isDirect: boolean;
  members: Set<string>;
  archived: boolean;
}

export interface SlackPost {
  ts: string;
  channel: string;
  user?: string;
  botId?: string;
  username?: string;
  text: string;
  blocks?: unknown[];
  threadTs?: string;
  metadata?: unknown;
  editedTs?: string;
  files: { id: string; name: string; mimetype: string; size: number; url_private_download: string }[];
  reactions: { name: string; users: string[] }[];
  /** Shown to this person only. */
  only?: string;
}

export const BOT: SlackPerson = { id: 'UBOT00001', name: 'frontdesk', isBot: true };
export const BOT_ID = 'BBOT00001';
export const APP_ID = 'AAPP00001';
export const TEAM = 'T00000001';
export const TOKEN = 'xoxb-stand-in';
/** The scopes that deploy/slack-manifest.yaml asks for. */
export const SCOPES = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'chat:write.customize',
  'commands',
  'files:read',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'reactions:read',
  'reactions:write',
  'usergroups:read',
  'users:read',
  'users:read.email',
];

export interface WorkspaceOptions {
  people?: { id: string; name: string; email?: string }[];
  channels?: { id: string; name: string; members?: string[] }[];
  group?: { id: string; members: string[] };
}

export type Workspace = ReturnType<typeof createWorkspace>;

export function createWorkspace(options: WorkspaceOptions = {}) {
  const people = new Map<string, SlackPerson>([[BOT.id, BOT]]);
  for (const person of options.people ?? DEFAULT_PEOPLE) people.set(person.id, person);
  const rooms = new Map<string, SlackChannelRoom>();
  for (const { id, name, members } of options.channels ?? [
    { id: 'C0DESK001', name: 'support-desk' },
    { id: 'C0SHOP001', name: 'shop-talk' },
  ])
    rooms.set(id, {
      id,
      name,
      isDirect: false,
      members: new Set([BOT.id, ...(members ?? people.keys())]),
      archived: false,
    });
  const group = options.group ?? {
    id: 'S0DESK001',
    members: DEFAULT_PEOPLE.filter((one) => !one.id.startsWith('U0CUST')).map((one) => one.id),
  };
  const posts: SlackPost[] = [];
  const files = new Map<string, { content: Buffer; type: string; name: string }>();
  /** What the app shows in each person's Home tab. */
  const homes = new Map<string, unknown>();
  let clock = 0;

  return {
    people,
    rooms,
    group,
    posts,
    files,
    homes,
    /** Unique and growing, as Slack's are. */
    nextTs: (): string => {
      const micros = Date.now() * 1000;
      clock = Math.max(clock + 1, micros);
      return `${Math.floor(clock / 1_000_000)}.${String(clock % 1_000_000).padStart(6, '0')}`;
    },
    direct: (userId: string): SlackChannelRoom => {
      const id = `D${userId.slice(1)}`;
      const known = rooms.get(id);
      if (known) return known;
      const made = { id, name: userId, isDirect: true, members: new Set([BOT.id, userId]), archived: false };
      rooms.set(id, made);
      return made;
    },
    find: (channel: string, ts: string): SlackPost | undefined =>
      posts.find((post) => post.channel === channel && post.ts === ts && !post.only),
    /** A message as this person sees it: those for their eyes only, too. */
    findFor: (user: string, channel: string, ts: string): SlackPost | undefined =>
      posts.find((post) => post.channel === channel && post.ts === ts && (!post.only || post.only === user)),
    remove: (channel: string, ts: string): void => {
      const at = posts.findIndex((post) => post.channel === channel && post.ts === ts);
      if (at >= 0) posts.splice(at, 1);
    },
  };
}

const DEFAULT_PEOPLE = [
  { id: 'U0ANA0001', name: 'Ana' },
  { id: 'U0BEN0001', name: 'Ben' },
  { id: 'U0CLEO001', name: 'Cleo' },
  { id: 'U0CUST001', name: 'Maya Lindqvist', email: 'maya@example.com' },
  { id: 'U0CUST002', name: 'Jonas Lindqvist', email: 'jonas.lindqvist.1002@example.com' },
  { id: 'U0CUST003', name: 'Lucia Okafor', email: 'lucia.okafor.1029@example.com' },
  { id: 'U0CUST004', name: 'A visitor' },
];
