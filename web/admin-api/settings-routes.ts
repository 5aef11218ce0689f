// Settings and channels: read without secrets, tried before they count, saved as numbered revisions, rolled back, exported.
import { z } from 'zod';
import type { AdminStore } from '../../models/admins.ts';
import type { RevisionStore } from '../../models/revisions.ts';
import { LANGUAGE_CODES, phrasesFor } from '../../phrases/index.ts';
import { EDITABLE, type EditablePhrase, ownText } from '../../phrases/overrides.ts';
import { type ChannelId, type ChannelPatch, channelPatchSchema, valuesSchema } from '../../settings/schema.ts';
import { type StoredAccount, withoutSecrets } from '../../settings/stored-channels.ts';
import {
  type ChannelCheckDeps,
  type CheckResult,
  checkChannels,
  checkRevision,
  shownChannels,
  standInValues,
} from './channel-check.ts';
import { type AdminRoute, route } from './route.ts';

export interface SettingsRoutesDeps extends ChannelCheckDeps {
  revisions: RevisionStore;
  store: AdminStore;
}

const why = z.string().trim().min(1, 'say why').max(300);
const untried = z.boolean().optional().describe('Save although the provider refused the try.');
const HEARD_WITHIN_MS = 20_000;

export function settingsRoutes(deps: SettingsRoutesDeps): AdminRoute[] {
  const { live, revisions, store, clock } = deps;
  const note = (who: string, what: string, detail: string) => store.note({ at: clock.now(), who, what, detail });

  const read = async () => {
    const settings = live.current();
    return {
      revision: settings.revision,
      values: Object.fromEntries(
        Object.keys(valuesSchema.shape).map((name) => [name, settings[name as keyof typeof settings]]),
      ),
      channels: shownChannels(deps),
      instances: await spread(settings.revision),
      publicUrl: deps.publicUrl(),
    };
  };

  /** How many instances have a revision, and how long the slowest of them took. */
  const spread = async (revision: number) => {
    const heard = await revisions.instances(new Date(clock.nowMs() - HEARD_WITHIN_MS));
    const there = heard.filter((one) => one.revision === revision);
    const saved = await revisions.read(revision);
    const last = Math.max(...there.map((one) => one.adoptedAt?.getTime() ?? 0), 0);
    return {
      all: heard.length,
      onThis: there.length,
      ...(saved && last > saved.at.getTime() ? { tookMs: last - saved.at.getTime() } : {}),
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
      path: '/settings/phrases',
      role: 'viewer',
      summary: 'The sentences that may be changed, by language: ours, and what stands in its place.',
      run: async () => {
        const { phrases } = live.current();
        return LANGUAGE_CODES.map((language) => ({
          language,
          phrases: (Object.keys(EDITABLE) as EditablePhrase[]).map((name) => ({
            name,
            words: EDITABLE[name],
            own: ownText(phrasesFor(language), name),
            ...(phrases[language]?.[name] ? { text: phrases[language][name] } : {}),
          })),
        }));
      },
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
        untried,
      }),
      run: async ({ input, person }) => {
        try {
          const results = input.channels && !input.untried ? await checkChannels(input.channels, deps) : [];
          if (results.some((one) => !one.ok)) return refusedBy(results);
          const revision = await live.save({
            base: input.base,
            by: person._id,
            why: input.why,
            ...(input.values ? { values: input.values } : {}),
            ...(input.channels ? { channels: input.channels } : {}),
          });
          await note(person._id, 'changed the settings', `revision ${revision}: ${input.why}`);
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
      input: z.object({
        channels: channelPatchSchema,
        testTo: z.string().trim().min(1).max(200).optional().describe('A number or a place that gets a test message.'),
      }),
      run: async ({ input, person }) => {
        const results = await checkChannels(input.channels, deps, input.testTo);
        if (input.testTo) await note(person._id, 'sent a test message', Object.keys(input.channels).join(', '));
        return { results };
      },
    }),
    route({
      method: 'GET',
      path: '/settings/stand-ins',
      role: 'admin',
      summary: 'The credentials of the stand-ins that play on this machine; none in production.',
      run: async () => standInValues(deps.environment),
    }),
    route({
      method: 'POST',
      path: '/settings/rollback',
      role: 'admin',
      summary: 'Makes an earlier revision the newest again.',
      input: z.object({ base: z.number().int().min(1), to: z.number().int().min(1), why, untried }),
      run: async ({ input, person }) => {
        const results = input.untried ? [] : await checkRevision(input.to, deps);
        if (results.some((one) => !one.ok)) return refusedBy(results);
        const revision = await live.rollBack({ base: input.base, to: input.to, by: person._id, why: input.why });
        await note(person._id, 'rolled the settings back', `revision ${revision} = revision ${input.to}`);
        return { revision };
      },
    }),
    route({
      method: 'GET',
      path: '/settings/export',
      role: 'admin',
      summary: 'Everything but the secrets, as one JSON file.',
      run: async () => {
        const { values, channels } = live.stored();
        return Response.json(
          { frontdesk: 1, values, channels: withoutSecrets(channels) },
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
        untried,
        file: z.object({ frontdesk: z.literal(1), values: valuesSchema, channels: channelPatchSchema.optional() }),
      }),
      run: async ({ input, person }) => {
        const { channels } = input.file;
        const results = channels && !input.untried ? await checkChannels(wholeOnly(channels, deps), deps) : [];
        if (results.some((one) => !one.ok)) return refusedBy(results);
        const revision = await live.save({
          base: input.base,
          by: person._id,
          why: input.why,
          values: input.file.values,
          replace: true,
          ...(channels ? { channels } : {}),
        });
        await note(person._id, 'imported settings', `revision ${revision}`);
        return { revision };
      },
    }),
  ];
}

function refusedBy(results: CheckResult[]): Response {
  const refused = results.filter((one) => !one.ok);
  const message = `Nothing was saved. ${refused.map((one) => `${one.channel} ${one.name}: ${one.detail}`).join('; ')}`;
  return Response.json({ error: { code: 'settings.refused', message }, results }, { status: 422 });
}

/** A file has no secrets: accounts whose secrets are not here yet cannot be tried, and are completed on the Channels page. */
function wholeOnly(channels: ChannelPatch, { live }: SettingsRoutesDeps): ChannelPatch {
  const { channels: stored } = live.stored();
  const isHere = (account: StoredAccount | undefined) =>
    Object.values(account?.fields ?? {}).some((one) => typeof one === 'object');
  return Object.fromEntries(
    Object.entries(channels).map(([id, { accounts, fields, ...change }]) => {
      const known = stored[id as ChannelId];
      const whole = Object.entries(accounts ?? {}).filter(([name]) => isHere(known?.accounts?.[name]));
      return [id, { ...change, ...(fields && isHere(known) ? { fields } : {}), accounts: Object.fromEntries(whole) }];
    }),
  );
}
