// Which channels are on: made from the settings of each, with what they need from the house. Part of the composition root.

import { createRequire } from 'node:module';
import { createConsoleDesk } from '../channels/console/index.ts';
import type { DeskThread } from '../channels/slack/catch-up.ts';
import { createSlackClient } from '../channels/slack/client.ts';
import { keepFiles } from '../channels/slack/files.ts';
import type { Clock } from '../core/clock.ts';
import { type Config, isChannelOn } from '../core/config.ts';
import type { Log } from '../core/log.ts';
import type { Secret } from '../core/secret.ts';
import { type Attachment, laneIdOf } from '../models/activity.ts';
import type { AttachmentStore } from '../models/attachments.ts';
import type { Case } from '../models/case.ts';
import type { LiveConversation } from '../models/case-reader.ts';
import type { KnownMessages } from '../models/caught-up.ts';
import type { Channel, Receive } from '../models/channel.ts';
import type { ConsentStore } from '../models/consent.ts';
import type { Counters } from '../models/counters.ts';
import type { Message } from '../models/lane.ts';
import { caseReference } from '../models/lane-effects.ts';
import type { LinkStore } from '../models/links.ts';
import type { Pace } from '../models/pace.ts';
import type { TranscriptReader } from '../models/ports.ts';
import type { SettingsSource } from '../models/settings.ts';
import type { AccountSetup } from '../settings/stored-channels.ts';
import { joinAccounts } from './accounts.ts';

/**
 * The SDKs of the networks take longer to load than all the rest: a network is loaded with its first account. One that is
 * connected while the server runs costs up to a second once.
 */
const require = createRequire(import.meta.url);

export interface ChannelParts {
  config: Config;
  /** Further accounts of the same networks. */
  accounts?: readonly AccountSetup[];
  settings: SettingsSource;
  receive: Receive;
  attachments: AttachmentStore;
  transcript: TranscriptReader;
  links: LinkStore;
  known: KnownMessages;
  consents: ConsentStore;
  counters: Counters;
  /** Where networks and browsers reach this server. */
  publicUrl(): string;
  onReceipt(laneId: string, itemId: string, delivery: NonNullable<Message['delivery']>, detail?: string): Promise<void>;
  pace: Pace;
  readCase(caseId: string): Promise<Case | null>;
  listCases(filter: { status?: Case['status'][]; owner?: string; overdueAt?: Date }): Promise<Case[]>;
  listLive(): Promise<LiveConversation[]>;
  linkToFile(attachment: Attachment): string;
  deskOutput(text: string): void;
  clock: Clock;
  log: Log;
}

/** The networks that are configured, and the desk: Slack's where its channel is set, the console's otherwise. */
export function createNetworks(parts: ChannelParts): Channel[] {
  const own = createAccount(parts, 'default');
  const byNetwork = new Map<string, Map<string, Channel>>();
  for (const channel of own) byNetwork.set(channel.id, new Map([['default', channel]]));
  for (const { channel: id, accountId, config } of parts.accounts ?? []) {
    const channel = createAccount({ ...parts, config }, accountId).find((one) => one.id === id);
    if (channel) byNetwork.set(id, (byNetwork.get(id) ?? new Map()).set(accountId, channel));
  }
  const networks = [...byNetwork].map(([id, accounts]) => joinAccounts(id, accounts));
  return byNetwork.has('desk') ? networks : [...networks, createConsoleDesk({ write: parts.deskOutput })];
}

/** What is configured of one account of each network. */
function createAccount(parts: ChannelParts, accountId: string): Channel[] {
  const { config } = parts;
  return [
    ...(isChannelOn('slack', config) ? createSlack(parts, accountId) : []),
    ...(isChannelOn('sms', config) ? [createSms(parts, accountId)] : []),
    ...(isChannelOn('teams', config) ? [createTeams(parts, accountId)] : []),
  ];
}

function createSlack(parts: ChannelParts, accountId: string): Channel[] {
  const { createSlackDesk } =
    require('../channels/slack/desk/desk.ts') as typeof import('../channels/slack/desk/desk.ts');
  const { createSlackChannel } = require('../channels/slack/index.ts') as typeof import('../channels/slack/index.ts');
  const { config, attachments, clock, log, receive } = parts;
  const token = config.SLACK_BOT_TOKEN!.reveal();
  const api = config.SLACK_API_URL ? { apiUrl: config.SLACK_API_URL } : {};
  const desk = config.SLACK_DESK_CHANNEL
    ? createSlackDesk({
        client: createSlackClient({ token, ...api }),
        channel: config.SLACK_DESK_CHANNEL,
        ...(config.SLACK_DESK_GROUP ? { group: config.SLACK_DESK_GROUP } : {}),
        desk: () => parts.settings.current().desk,
        listLive: parts.listLive,
        receive,
        links: parts.links,
        pace: parts.pace,
        keepFiles: (files) => keepFiles(files, { attachments, token, ...api }),
        readCase: parts.readCase,
        listCases: parts.listCases,
        linkToFile: parts.linkToFile,
        linkToTranscript: ({ conversation }) =>
          `${parts.publicUrl()}/admin#/conversations/${encodeURIComponent(laneIdOf(conversation))}`,
        clock,
        log,
      })
    : undefined;
  const slack = createSlackChannel({
    account: {
      accountId,
      botToken: token,
      signingSecrets: revealAll(config.SLACK_SIGNING_SECRET, config.SLACK_SIGNING_SECRET_PREVIOUS),
      ...api,
    },
    receive,
    attachments,
    linkToFile: parts.linkToFile,
    known: parts.known,
    knows: async (laneId) => (await parts.transcript.readNewest([laneId])).size > 0,
    clock,
    log,
    ...(desk ? { desk, deskChannel: config.SLACK_DESK_CHANNEL!, listDeskThreads: () => listDeskThreads(parts) } : {}),
  });
  return desk ? [slack, desk] : [slack];
}

/** Where the cases that are open are talked about. */
async function listDeskThreads({ listCases, links }: ChannelParts): Promise<DeskThread[]> {
  const cases = await listCases({ status: ['open', 'claimed', 'on hold'] });
  const found = await Promise.all(
    cases.map(async ({ id, owner }) => {
      const [, channel, thread] = (await links.findThere(`case|${id}`))?.split('|') ?? [];
      const whose = owner ? { owner } : {};
      return channel && thread ? [{ channel, thread, caseLane: caseReference(id), ...whose }] : [];
    }),
  );
  return found.flat();
}

function createSms(parts: ChannelParts, accountId: string): Channel {
  const { createSmsChannel } = require('../channels/sms/index.ts') as typeof import('../channels/sms/index.ts');
  const { config, settings } = parts;
  return createSmsChannel({
    ...parts,
    account: {
      accountId,
      accountSid: config.TWILIO_ACCOUNT_SID!,
      authTokens: revealAll(config.TWILIO_AUTH_TOKEN, config.TWILIO_AUTH_TOKEN_PREVIOUS),
      ...(config.TWILIO_FROM ? { from: config.TWILIO_FROM } : {}),
      ...(config.TWILIO_MESSAGING_SERVICE_SID ? { messagingServiceSid: config.TWILIO_MESSAGING_SERVICE_SID } : {}),
      ...(config.TWILIO_API_URL ? { apiUrl: config.TWILIO_API_URL } : {}),
    },
    settings: () => settings.current(),
  });
}

function createTeams(parts: ChannelParts, accountId: string): Channel {
  const { createTeamsChannel } = require('../channels/teams/index.ts') as typeof import('../channels/teams/index.ts');
  const { config } = parts;
  return createTeamsChannel({
    ...parts,
    account: {
      accountId,
      appId: config.MICROSOFT_APP_ID!,
      appPassword: config.MICROSOFT_APP_PASSWORD!.reveal(),
      tenantId: config.MICROSOFT_APP_TENANT_ID!,
      serviceUrls: (config.TEAMS_SERVICE_URLS ?? '')
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
      ...(config.TEAMS_OPENID_URL ? { openIdUrl: config.TEAMS_OPENID_URL } : {}),
      ...(config.TEAMS_TOKEN_URL ? { tokenUrl: config.TEAMS_TOKEN_URL } : {}),
    },
  });
}

function revealAll(...secrets: (Secret | undefined)[]): string[] {
  return secrets.filter((secret) => secret !== undefined).map((secret) => secret.reveal());
}
