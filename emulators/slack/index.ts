// Slack, played: its Web API for the real SDK on one side, people who write, press and react on the other. Signed,
// validated and able to fail as the real one does.
import type { Faults } from '../shared/faults.ts';
import { type Answer, type Call, serve } from '../shared/serve.ts';
import { createPeople, type SlackPeople } from './people.ts';
import { argumentsOf, createWebApi, SlackFailure } from './web-api.ts';
import { createWorkspace, SCOPES, TEAM, TOKEN, type Workspace, type WorkspaceOptions } from './workspace.ts';

export interface SlackEmulatorOptions extends WorkspaceOptions {
  port?: number;
  /** Where the app listens: its /hooks/slack. May be set later, too. */
  requestUrl?: string;
  signingSecret?: string;
  token?: string;
  scopes?: string[];
  /** How long Slack waits before it tells the app once more; shorter than the real one's minutes by default. */
  retryAfterMs?: readonly number[];
}

export interface SlackEmulator {
  /** For SLACK_API_URL. */
  url: string;
  /** The variables that lead a server here. */
  env: Record<string, string>;
  token: string;
  signingSecret: string;
  workspace: Workspace;
  people: SlackPeople;
  faults: Faults;
  /** Where events go from now on. */
  pointTo(requestUrl: string): void;
  /** The token stops working, with this error; null: it works again. */
  revoke(error: string | null): void;
  calls(): { method: string; at: number }[];
  stop(): Promise<void>;
}

export async function startSlackEmulator(options: SlackEmulatorOptions = {}): Promise<SlackEmulator> {
  const token = options.token ?? TOKEN;
  const signingSecret = options.signingSecret ?? 'stand-in-signing-secret';
  const granted = options.scopes ?? SCOPES;
  const workspace = createWorkspace(options);
  const triggers = new Map<string, { userId: string; until: number }>();
  const calls: { method: string; at: number }[] = [];
  let requestUrl = options.requestUrl ?? '';
  let revoked: string | null = null;

  const answer = async (call: Call): Promise<Answer> => {
    const file = /^\/files\/([^/]+)\//.exec(call.path)?.[1];
    if (file) return answerFile(file, call);
    if (call.path.startsWith('/response/')) return { body: { ok: true } };
    const name = /^(?:\/api)?\/([a-zA-Z.]+)$/.exec(call.path)?.[1];
    if (!name || call.method !== 'POST') return { status: 404, body: 'not found' };
    calls.push({ method: name, at: Date.now() });
    const { faults } = stage;
    if (faults.strikes('rateLimited', name))
      return {
        status: 429,
        headers: { 'retry-after': String(faults.plan().retryAfterSeconds ?? 1) },
        body: { ok: false, error: 'ratelimited' },
      };
    if (faults.strikes('failBefore', name)) return { status: 503, body: 'unavailable' };
    const given = callApi(name, call);
    if (faults.strikes('drop', name)) return { drop: true };
    if (faults.strikes('failAfter', name)) return { status: 500, body: 'oops' };
    return given;
  };

  function answerFile(id: string, call: Call): Answer {
    const file = workspace.files.get(id);
    if (call.headers.authorization !== `Bearer ${token}`)
      return { status: 302, headers: { location: '/sign-in' }, body: '' };
    return file
      ? { headers: { 'content-type': file.type }, body: file.content }
      : { status: 404, body: 'no such file' };
  }

  function callApi(name: string, call: Call): Answer {
    const headers = { 'x-oauth-scopes': granted.join(',') };
    try {
      const input = argumentsOf(call);
      const bearer = call.headers.authorization?.replace(/^Bearer /, '') ?? input.token;
      if (revoked) throw new SlackFailure(revoked);
      if (!bearer) throw new SlackFailure('not_authed');
      if (bearer !== token) throw new SlackFailure('invalid_auth');
      return { headers, body: { ok: true, ...api.call(name, input, granted) } };
    } catch (error) {
      if (error instanceof SlackFailure) return { headers, body: { ok: false, error: error.message } };
      throw error;
    }
  }

  const stage = await serve({
    ...(options.port === undefined ? {} : { port: options.port }),
    answer,
    state: () => ({
      team: TEAM,
      people: [...workspace.people.values()],
      rooms: [...workspace.rooms.values()].map((room) => ({ ...room, members: [...room.members] })),
      posts: workspace.posts,
      group: workspace.group,
      forms: people.forms(),
      homes: Object.fromEntries(workspace.homes),
    }),
    control: {
      write: (input) => people.write(input as never),
      edit: (input) => people.edit(input as never),
      remove: (input) => people.remove(input as never),
      react: (input) => people.react(input as never),
      press: (input) => people.press(input as never),
      submit: (input) => people.submit(input as never),
      dismiss: (input) => people.dismiss(input as never),
      command: (input) => people.command(input as never),
      shortcut: (input) => people.shortcut(input as never),
      home: (input) => people.home(input as never),
      deactivate: (input) => people.deactivate(input as never),
      revoke: ({ error }) => {
        revoked = (error as string | null) ?? null;
      },
      point: ({ url }) => {
        requestUrl = String(url);
      },
    },
  });
  const people = createPeople({
    workspace,
    requestUrl: () => requestUrl,
    signingSecret,
    faults: stage.faults,
    tell: stage.tell,
    url: () => stage.url,
    triggers,
    ...(options.retryAfterMs ? { retryAfterMs: options.retryAfterMs } : {}),
  });
  const api = createWebApi({
    workspace,
    url: () => stage.url,
    tell: stage.tell,
    onView: (view, userId) => people.openView(view, userId),
    triggers,
  });

  const url = `${stage.url}/api/`;
  return {
    url,
    env: { SLACK_BOT_TOKEN: token, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: url },
    token,
    signingSecret,
    workspace,
    people,
    faults: stage.faults,
    pointTo: (url) => {
      requestUrl = url;
    },
    revoke: (error) => {
      revoked = error;
    },
    calls: () => calls,
    stop: stage.stop,
  };
}
