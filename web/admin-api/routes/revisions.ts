// Revisions of the settings: what was changed, the way back, and everything but the secrets as a file that goes out and comes in.
import { z } from 'zod';
import { type ChannelId, type ChannelPatch, channelPatchSchema, valuesSchema } from '../../../settings/schema.ts';
import { type StoredAccount, withoutSecrets } from '../../../settings/stored-channels.ts';
import { count, refusal } from '../answers.ts';
import { checkChannels, checkRevision } from '../channel-check.ts';
import { type AdminRoute, route } from '../route.ts';
import { base, noteIn, refusedBy, type SettingsRoutesDeps, saved, untriable, untried, why } from './settings.ts';

const MOST_REVISIONS = 100;

const revisionLine = z.object({
  revision: count,
  at: z.date(),
  by: z.string(),
  why: z.string(),
  changed: z.array(z.string()),
});
const storedAccount = {
  off: z.boolean().optional(),
  fields: z.record(z.string(), z.string()).describe('Secrets stay behind.'),
};
const fileAnswer = z.object({
  frontdesk: z.literal(1),
  values: valuesSchema,
  channels: z.record(
    z.string(),
    z.object({ ...storedAccount, accounts: z.record(z.string(), z.object(storedAccount)).optional() }),
  ),
});
const refusals = { 409: refusal, 422: untriable };

export function revisionRoutes(deps: SettingsRoutesDeps): AdminRoute[] {
  return [listRevisions(deps), rollBack(deps), exportAll(deps), importAll(deps)];
}

const listRevisions = ({ revisions }: SettingsRoutesDeps) =>
  route({
    method: 'GET',
    path: '/settings/revisions',
    role: 'viewer',
    summary: 'What was changed, newest first.',
    answer: z.array(revisionLine),
    run: async () =>
      (await revisions.list(MOST_REVISIONS)).map(({ _id, at, by, why: reason, changed }) => ({
        revision: _id,
        at,
        by,
        why: reason,
        changed,
      })),
  });

const rollBack = (deps: SettingsRoutesDeps) =>
  route({
    method: 'POST',
    path: '/settings/rollback',
    role: 'admin',
    summary: 'Makes an earlier revision the newest again.',
    input: z.object({ base, to: z.number().int().min(1), why, untried }),
    answer: saved,
    refusals: { ...refusals, 404: refusal },
    run: async ({ input, person }) => {
      const results = input.untried ? [] : await checkRevision(input.to, deps);
      if (results.some((one) => !one.ok)) return refusedBy(results);
      const revision = await deps.live.rollBack({ base: input.base, to: input.to, by: person._id, why: input.why });
      await noteIn(deps, person._id, 'rolled the settings back', `revision ${revision} = revision ${input.to}`);
      return { revision };
    },
  });

const exportAll = ({ live }: SettingsRoutesDeps) =>
  route({
    method: 'GET',
    path: '/settings/export',
    role: 'admin',
    summary: 'Everything but the secrets, as one JSON file.',
    answer: fileAnswer,
    run: async () => {
      const { values, channels } = live.stored();
      return Response.json(
        { frontdesk: 1, values, channels: withoutSecrets(channels) },
        { headers: { 'content-disposition': 'attachment; filename="frontdesk-settings.json"' } },
      );
    },
  });

const importAll = (deps: SettingsRoutesDeps) =>
  route({
    method: 'POST',
    path: '/settings/import',
    role: 'admin',
    summary: 'Takes over an exported file as a new revision; secrets stay as they are.',
    input: z.object({
      base,
      why,
      untried,
      file: z.object({ frontdesk: z.literal(1), values: valuesSchema, channels: channelPatchSchema.optional() }),
    }),
    answer: saved,
    refusals,
    run: async ({ input, person }) => {
      const { channels, values } = input.file;
      const results = channels && !input.untried ? await checkChannels(wholeOnly(channels, deps), deps) : [];
      if (results.some((one) => !one.ok)) return refusedBy(results);
      const revision = await deps.live.save({
        base: input.base,
        by: person._id,
        why: input.why,
        values,
        replace: true,
        ...(channels ? { channels } : {}),
      });
      await noteIn(deps, person._id, 'imported settings', `revision ${revision}`);
      return { revision };
    },
  });

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
