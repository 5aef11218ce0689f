// The whole product beside the Slack stand-in, on the run's own stores: what a test needs to play a customer and the
// people at the desk, and to wait for what must become true.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { type App, createApp } from '../../app.ts';
import { readConfig } from '../../core/config.ts';
import type { Log } from '../../core/log.ts';
import { type SlackEmulator, type SlackEmulatorOptions, startSlackEmulator } from '../../emulators/slack/index.ts';
import type { SlackPost } from '../../emulators/slack/workspace.ts';
import type { Case } from '../../models/case.ts';
import type { Settings } from '../../models/settings.ts';
import { fixedSettings, settingsFromConfig } from '../../settings/environment.ts';
import { testMongoUri, testRedisUrl } from './stores.ts';

export { eventually } from './eventually.ts';

export const DESK = 'C0DESK001';
export const ANA = 'U0ANA0001';
export const BEN = 'U0BEN0001';
export const CLEO = 'U0CLEO001';
export const MAYA = 'U0CUST001';

export interface SlackStage {
  slack: SlackEmulator;
  apps: App[];
  origins: string[];
  /** What is in a channel, oldest first; for people, only what they can see. */
  posts(channel: string): SlackPost[];
  thread(ts: string): SlackPost[];
  direct(user: string): SlackPost[];
  whispers(user: string): string[];
  cases(): Promise<Case[]>;
  /** The stores themselves, to look into or to prepare. */
  connection: mongoose.Connection;
  mongoUri: string;
  card(): SlackPost;
  remove(): Promise<void>;
}

export interface SlackStageOptions {
  env?: Record<string, string>;
  instances?: number;
  workspace?: SlackEmulatorOptions;
  /** What differs from the settings of a new installation. */
  settings?: (settings: Settings) => Settings;
  log?: Log;
}

export async function startSlackStage(options: SlackStageOptions = {}): Promise<SlackStage> {
  const { env = {}, instances = 1, settings } = options;
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-slack-'));
  const uri = testMongoUri(`frontdesk_slack_${process.pid}_${Date.now().toString(36)}`);
  const slack = await startSlackEmulator(options.workspace);
  const apps: App[] = [];
  for (let at = 0; at < instances; at += 1) {
    const config = readConfig({
      NODE_ENV: 'test',
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: join(folder, String(at)),
      MONGODB_URI: uri,
      REDIS_URL: testRedisUrl(),
      WEB_QUIET_WINDOW_MS: '0',
      ...slack.env,
      SLACK_DESK_CHANNEL: DESK,
      SLACK_DESK_GROUP: 'S0DESK001',
      DIRECTLINE_SECRET: 'a-secret-of-the-test',
      ...env,
    });
    const app = await createApp(config, {
      deskOutput: () => {},
      ...(options.log ? { log: options.log } : {}),
      ...(settings ? { settings: fixedSettings(settings(settingsFromConfig(config))) } : {}),
    });
    await app.start();
    apps.push(app);
  }
  const origins = apps.map((app) => app.address()!);
  slack.pointTo(`${origins[0]}/hooks/slack`);
  const posts = (channel: string) => slack.workspace.posts.filter((post) => post.channel === channel && !post.only);
  const connection = await mongoose.createConnection(uri).asPromise();
  return {
    slack,
    apps,
    origins,
    connection,
    mongoUri: uri,
    posts,
    thread: (ts) => posts(DESK).filter((post) => post.threadTs === ts),
    direct: (user) => posts(slack.workspace.direct(user).id),
    whispers: (user) => slack.workspace.posts.filter((post) => post.only === user).map((post) => post.text),
    cases: async () => {
      const lanes = await connection.collection('lanes').find({ kind: 'case' }).toArray();
      return lanes.map((lane) => lane.state as Case).filter(Boolean);
    },
    card: () => {
      const found = posts(DESK).find((post) => !post.threadTs);
      if (!found) throw new Error('there is no card yet');
      return found;
    },
    remove: async () => {
      for (const app of apps) await app.stop();
      await slack.stop();
      await connection.dropDatabase();
      await connection.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
