// Settings and channels: read without secrets, tried before they count, saved as numbered revisions, rolled back, exported.
import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import type { Config } from '../../core/config.ts';
import type { AdminStore } from '../../models/admins.ts';
import type { Channel, ChannelCheck } from '../../models/channel.ts';
import type { Revision, RevisionStore } from '../../models/revisions.ts';
import type { LiveSettings, StoredChannels } from '../../settings/live.ts';
import {
  CHANNEL_FIELDS,
  CHANNEL_IDS,
  type ChannelId,
  channelPatchSchema,
  isSecretField,
  type SettingsValues,
  valuesSchema,
} from '../../settings/schema.ts';
import { type AdminRoute, refuse, route } from './route.ts';

export interface SettingsRoutesDeps {
  live: LiveSettings;
  revisions: RevisionStore;
  environment: Config;
  store: AdminStore;
  /** The channels as they would be with this configuration, for trying them out. */
  makeChannels(config: Config): Channel[];
  /** Sends a test alert to every place that this configuration names. */
  tryAlerts(config: Config): Promise<ChannelCheck[]>;
  /** The last error of each channel that fails at the moment. */
  failing(): Record<string, { code: string; at: Date }>;
  publicUrl(): string;
  clock: Clock;
}

const why = z.string().trim().min(1, 'say why').max(300);
const HEARD_WITHIN_MS = 20_000;

export function settingsRoutes(deps: SettingsRoutesDeps): AdminRoute[] {
  const { live, revisions, environment, store, clock } = deps;

  const read = async () => {
    const settings = live.current();
    const { channels } = live.stored();
    const instances = await revisions.instances(new Date(clock.nowMs() - HEARD_WITHIN_MS));
    return {
      revision: settings.revision,
      values: Object.fromEntries(
        Object.keys(valuesSchema.shape).map((name) => [name, settings[name as keyof typeof settings]]),
      ),
      channels: CHANNEL_IDS.map((id) => shownChannel(id, channels, environment, deps)),
      instances: {
        all: instances.length,
        onThis: instances.filter((one) => one.revision === settings.revision).length,
      },
      publicUrl: deps.publicUrl(),
    };
  };

  return [
    route({
      method: 'GET',
      path: '/settings',
      role: 'viewer',
      summary: 'The settings in force, the channels without their secrets, and how many instances have them.',
      run: read,
    }),
    route({
      method: 'GET',
      path: '/settings/revisions',
      role: 'viewer',
      summary: 'What was changed, newest first.',
      run: async () =>
        (await revisions.list(100)).map(({ _id, at, by, why: reason, changed }) => ({
          revision: _id,
          at,
          by,
          why: reason,
          changed,
        })),
    }),
    route({
      method: 'PUT',
      path: '/settings',
      role: 'admin',
      summary: 'Saves a change on top of a revision; 409 with both versions when somebody was quicker.',
      input: z.object({
        base: z.number().int().min(1),
        why,
        values: valuesSchema.optional(),
        channels: channelPatchSchema.optional(),
      }),
      run: async ({ input, person }) => {
        try {
          const revision = await live.save({
            base: input.base,
            by: person._id,
            why: input.why,
            ...(input.values ? { values: input.values } : {}),
            ...(input.channels ? { channels: input.channels } : {}),
          });
          await store.note({
            at: clock.now(),
            who: person._id,
            what: 'changed the settings',
            detail: `revision ${revision}: ${input.why}`,
          });
          return { revision };
        } catch (error) {
          if ((error as { code?: string }).code !== 'settings.conflict') throw error;
          return Response.json(
            {
              error: { code: 'settings.conflict', message: (error as Error).message },
              yours: input.values ?? {},
              theirs: (await read()).values,
              revision: live.current().revision,
            },
            { status: 409 },
          );
        }
      },
    }),
    route({
      method: 'POST',
      path: '/settings/check',
      role: 'admin',
      summary: 'Tries a channel at its provider before anything is saved.',
      input: z.object({ channels: channelPatchSchema }),
      run: async ({ input }) => {
        const config = live.preview(input.channels);
        const wanted = Object.keys(input.channels);
        const channels = deps.makeChannels(config).filter((channel) => wanted.includes(channel.id));
        const results: { channel: string; name: string; ok: boolean; detail: string; remedy?: string }[] = [];
        for (const id of wanted) {
          if (id === 'alerts') {
            for (const check of await deps.tryAlerts(config)) results.push({ channel: id, ...check });
            continue;
          }
          const channel = channels.find((one) => one.id === id);
          if (!channel)
            results.push({
              channel: id,
              name: 'settings',
              ok: false,
              detail: 'Not everything that this channel needs is there yet.',
            });
          else for (const check of (await channel.check?.()) ?? []) results.push({ channel: id, ...check });
        }
        return { results };
      },
    }),
    route({
      method: 'POST',
      path: '/settings/rollback',
      role: 'admin',
      summary: 'Makes an earlier revision the newest again.',
      input: z.object({ base: z.number().int().min(1), to: z.number().int().min(1), why }),
      run: async ({ input, person }) => {
        const target =
          input.to === 1 ? null : ((await revisions.read(input.to)) as Revision<SettingsValues, StoredChannels> | null);
        if (input.to !== 1 && !target) throw refuse(404, 'revision.unknown', 'There is no such revision.');
        const number = input.base + 1;
        if (input.base !== live.current().revision)
          throw refuse(409, 'settings.conflict', 'Somebody else has changed the settings meanwhile.');
        const isOurs = await revisions.add({
          _id: number,
          at: clock.now(),
          by: person._id,
          why: input.why,
          changed: [`back to revision ${input.to}`],
          values: target?.values ?? {},
          channels: target?.channels ?? {},
        });
        if (!isOurs) throw refuse(409, 'settings.conflict', 'Somebody else has changed the settings meanwhile.');
        await live.refresh();
        await store.note({
          at: clock.now(),
          who: person._id,
          what: 'rolled the settings back',
          detail: `revision ${number} = revision ${input.to}`,
        });
        return { revision: number };
      },
    }),
    route({
      method: 'GET',
      path: '/settings/export',
      role: 'admin',
      summary: 'Everything but the secrets, as one JSON file.',
      run: async () => {
        const { values, channels } = live.stored();
        const open = Object.fromEntries(
          Object.entries(channels).map(([id, channel]) => [
            id,
            {
              off: channel?.off ?? false,
              fields: Object.fromEntries(
                Object.entries(channel?.fields ?? {}).filter(([name]) => !isSecretField(name)),
              ),
            },
          ]),
        );
        return Response.json(
          { frontdesk: 1, values, channels: open },
          { headers: { 'content-disposition': 'attachment; filename="frontdesk-settings.json"' } },
        );
      },
    }),
    route({
      method: 'POST',
      path: '/settings/import',
      role: 'admin',
      summary: 'Takes over an exported file as a new revision; secrets stay as they are.',
      input: z.object({
        base: z.number().int().min(1),
        why,
        file: z.object({ frontdesk: z.literal(1), values: valuesSchema, channels: channelPatchSchema.optional() }),
      }),
      run: async ({ input, person }) => {
        const revision = await live.save({
          base: input.base,
          by: person._id,
          why: input.why,
          values: input.file.values,
          replace: true,
          ...(input.file.channels ? { channels: input.file.channels } : {}),
        });
        await store.note({
          at: clock.now(),
          who: person._id,
          what: 'imported settings',
          detail: `revision ${revision}`,
        });
        return { revision };
      },
    }),
  ];
}

/** A channel without a secret of it: whether each field is set, its last four signs, and whether the environment locks it. */
function shownChannel(id: ChannelId, stored: StoredChannels, environment: Config, deps: SettingsRoutesDeps) {
  const channel = stored[id];
  const config = deps.live.config();
  const isOn =
    id === 'alerts'
      ? Boolean(config.ALERTS_WEBHOOK_URL ?? config.ALERTS_SLACK_CHANNEL)
      : deps.makeChannels(config).some((one) => one.id === id);
  const failure = deps.failing()[id];
  return {
    id,
    on: isOn,
    off: channel?.off ?? false,
    state: !isOn ? 'off' : failure ? 'failing' : 'ok',
    ...(failure ? { lastError: failure.code, since: failure.at } : {}),
    ...(id === 'alerts' ? {} : { webhook: `${deps.publicUrl()}/hooks/${id}` }),
    fields: CHANNEL_FIELDS[id].map((name) => {
      const fromEnvironment = environment[name as keyof Config];
      const value = channel?.fields[name];
      const isSecret = isSecretField(name);
      const plain =
        fromEnvironment !== undefined && !isSecret
          ? String(fromEnvironment)
          : typeof value === 'string'
            ? value
            : undefined;
      return {
        name,
        secret: isSecret,
        locked: fromEnvironment !== undefined,
        set: fromEnvironment !== undefined || value !== undefined,
        ...(isSecret && typeof value === 'object' ? { last4: value.last4 } : {}),
        ...(plain === undefined ? {} : { value: plain }),
      };
    }),
  };
}
