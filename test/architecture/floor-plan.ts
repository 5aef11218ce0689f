// The tables of the architecture test: rooms, who may import whom, package fences, and the exceptions with their reasons.
// A change here is a change of the plan of the house: docs/architecture.md says the same and changes in the same commit.

/** Rooms of the product and the rooms below that each may import. Its own room is always allowed. */
export const FLOOR_PLAN: Record<string, readonly string[]> = {
  app: [
    'web',
    'bots',
    'dialogs',
    'agents',
    'cases',
    'channels',
    'tools',
    'queues',
    'settings',
    'models',
    'phrases',
    'core',
  ],
  web: ['core', 'models', 'phrases', 'channels', 'settings', 'cases', 'queues'],
  bots: ['dialogs', 'core', 'models', 'phrases', 'agents', 'cases'],
  dialogs: ['core', 'models', 'phrases', 'agents', 'cases'],
  agents: ['core', 'models', 'phrases', 'tools'],
  cases: ['core', 'models', 'phrases', 'tools'],
  channels: ['core', 'models', 'phrases'],
  tools: ['core', 'models', 'phrases'],
  queues: ['core', 'models', 'phrases'],
  settings: ['core', 'models', 'phrases'],
  models: ['phrases', 'core'],
  phrases: ['core'],
  core: [],
};

/** The roof: files at the root that may import every room. Nothing but another roof file and the exempt rooms imports them. */
export const ROOF: readonly string[] = ['app.ts', 'server.ts'];

/** Rooms that no customer's message passes through. The fences do not bind them, and no product file imports them. */
export const EXEMPT_ROOMS: readonly string[] = ['test', 'bench', 'evals', 'emulators', 'scripts'];

/** Exempt rooms that stand on less than everything. */
export const EXEMPT_FLOORS: Record<string, readonly string[]> = { emulators: ['core'] };

/** Browser pages: built by Vite, run in a browser, know the server by its types only. */
export const PAGES: readonly string[] = ['web/widget', 'web/admin', 'web/playground', 'web/look'];

export interface Fence {
  what: string;
  /** Matches the module that is imported. */
  module: RegExp;
  /** The only folder of the product that may import it. */
  folder: string;
}

export const PACKAGE_FENCES: readonly Fence[] = [
  { what: 'the Bot Framework SDK', module: /^bot(builder|framework)/, folder: 'channels/teams/' },
  { what: 'the Slack SDK', module: /^@slack\//, folder: 'channels/slack/' },
  { what: 'the Twilio SDK', module: /^twilio(\/|$)/, folder: 'channels/sms/' },
  { what: 'restify', module: /^restify(\/|$)/, folder: 'web/' },
  { what: 'LangChain', module: /^(@langchain\/|langchain(\/|$))/, folder: 'agents/' },
  { what: 'mongoose and the MongoDB driver', module: /^(mongoose|mongodb|bson)(\/|$)/, folder: 'models/' },
  { what: 'nodemailer', module: /^nodemailer(\/|$)/, folder: 'tools/backends/codes/' },
  { what: 'BullMQ and ioredis', module: /^(bullmq|ioredis)(\/|$)/, folder: 'queues/' },
];

export interface CodeFence {
  what: string;
  code: RegExp;
  /** The only file of the product that may contain it. */
  file: string;
}

export const CODE_FENCES: readonly CodeFence[] = [
  {
    what: 'the environment',
    code: /\bprocess\s*(\?\.|\.)\s*env\b|\bprocess\s*\[|\{[^{}]*\b(env|process)\b[^{}]*\}\s*=\s*(globalThis|process)\b/,
    file: 'core/config.ts',
  },
  {
    what: 'the time of day',
    code: /\bDate\s*\.\s*now\b|\bnew\s+Date\b(?!\s*\(\s*[^\s)])|(?<!new\s+)\bDate\s*\(\s*\)/,
    file: 'core/clock.ts',
  },
];

/** Files that may be longer than LONGEST_FILE, each with its reason. A reason that is no longer needed fails the test. */
export const LONGEST_FILE = 300;
export const LONG_FILES: Record<string, string> = {};

/** Names that every ecosystem spells its own way. */
export const GIVEN_NAMES: readonly RegExp[] = [
  /^(README|CONTRIBUTING|CHANGELOG|SECURITY|CODE_OF_CONDUCT)\.md$/,
  /^(LICENSE|NOTICE|Dockerfile|Caddyfile|Makefile|Procfile)$/,
  /^\.[a-z][a-z.-]*$/,
];

/** A name that ends in one of these says nothing about what is inside. */
export const VAGUE_WORDS: readonly string[] = ['util', 'helper', 'common', 'manager', 'service', 'handler', 'misc'];
