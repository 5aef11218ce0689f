// Settings and channels: read without secrets, tried before they count, saved as numbered revisions.
import { z } from 'zod';
import type { Clock } from '../../../core/clock.ts';
import type { AdminStore } from '../../../models/admins.ts';
import type { RevisionStore } from '../../../models/revisions.ts';
import { LANGUAGE_CODES, phrasesFor } from '../../../phrases/index.ts';
import { EDITABLE, type EditablePhrase, ownText } from '../../../phrases/overrides.ts';
import { channelPatchSchema, type SettingsValues, valuesSchema } from '../../../settings/schema.ts';
import { count, refusal } from '../answers.ts';
import { type ChannelCheckDeps, type CheckResult, checkChannels, checkResult } from '../channel-check.ts';
import { type AdminRoute, refuse, route } from '../route.ts';
import { channelAnswer, shownChannels, standInValues } from '../shown-channels.ts';

export interface SettingsRoutesDeps extends ChannelCheckDeps {
  revisions: RevisionStore;
  store: AdminStore;
}

export const why = z.string().trim().min(1, 'say why').max(300);
export const untried = z.boolean().optional().describe('Save although the provider refused the try.');
export const base = z.number().int().min(1).describe('The revision that was read.');
/** What a save answers: the new revision's number. */
export const saved = z.object({ revision: count });
const HEARD_WITHIN_MS = 20_000;

const settingsAnswer = z.object({
  revision: count,
  values: valuesSchema,
  channels: z.array(channelAnswer),
  instances: z.object({ all: count, onThis: count, tookMs: count.optional() }),
  publicUrl: z.string(),
});
const phrasesAnswer = z.array(
  z.object({
    language: z.string(),
    phrases: z.array(
      z.object({ name: z.string(), words: z.array(z.string()), own: z.string(), text: z.string().optional() }),
    ),
  }),
);
/** Somebody was quicker: both versions. */
const conflict = refusal.extend({ yours: valuesSchema, theirs: valuesSchema, revision: count });
/** The provider refused the try. */
export const untriable = refusal.extend({ results: z.array(checkResult) });

export function settingsRoutes(deps: SettingsRoutesDeps): AdminRoute[] {
  return [readSettings(deps), readPhrases(deps), saveSettings(deps), checkSettings(deps), readStandIns(deps)];
}

export const noteIn = ({ store, clock }: SettingsRoutesDeps, who: string, what: string, detail: string) =>
  store.note({ at: clock.now(), who, what, detail });

async function readAll(deps: SettingsRoutesDeps): Promise<z.infer<typeof settingsAnswer>> {
  const settings = deps.live.current();
  return {
    revision: settings.revision,
    values: Object.fromEntries(
      Object.keys(valuesSchema.shape).map((name) => [name, settings[name as keyof typeof settings]]),
    ) as SettingsValues,
    channels: shownChannels(deps),
    instances: await spread(settings.revision, deps),
    publicUrl: deps.publicUrl(),
  };
}

/** How many instances have a revision, and how long the slowest of them took. */
async function spread(revision: number, { revisions, clock }: SettingsRoutesDeps) {
  const heard = await revisions.instances(new Date(clock.nowMs() - HEARD_WITHIN_MS));
  const there = heard.filter((one) => one.revision === revision);
  const saved = await revisions.read(revision);
  const last = Math.max(...there.map((one) => one.adoptedAt?.getTime() ?? 0), 0);
  return {
    all: heard.length,
    onThis: there.length,
    ...(saved && last > saved.at.getTime() ? { tookMs: last - saved.at.getTime() } : {}),
  };
}

const readSettings = (deps: SettingsRoutesDeps) =>
  route({
    method: 'GET',
    path: '/settings',
    role: 'viewer',
    summary: 'The settings in force, the channels without their secrets, and how many instances have them.',
    answer: settingsAnswer,
    run: () => readAll(deps),
  });

const readPhrases = ({ live }: SettingsRoutesDeps) =>
  route({
    method: 'GET',
    path: '/settings/phrases',
    role: 'viewer',
    summary: 'The sentences that may be changed, by language: ours, and what stands in its place.',
    answer: phrasesAnswer,
    run: async () => {
      const { phrases } = live.current();
      return LANGUAGE_CODES.map((language) => ({
        language,
        phrases: (Object.keys(EDITABLE) as EditablePhrase[]).map((name) => ({
          name,
          words: [...EDITABLE[name]],
          own: ownText(phrasesFor(language), name),
          ...(phrases[language]?.[name] ? { text: phrases[language][name] } : {}),
        })),
      }));
    },
  });

const saveSettings = (deps: SettingsRoutesDeps) =>
  route({
    method: 'PUT',
    path: '/settings',
    role: 'admin',
    summary: 'Saves a change on top of a revision; 409 with both versions when somebody was quicker.',
    input: z.object({
      base,
      why,
      values: valuesSchema.optional(),
      channels: channelPatchSchema.optional(),
      untried,
    }),
    answer: saved,
    refusals: { 409: conflict, 422: untriable },
    run: async ({ input, person }) => {
      refuseEmptyIncident(input.values, deps.clock);
      try {
        const results = input.channels && !input.untried ? await checkChannels(input.channels, deps) : [];
        if (results.some((one) => !one.ok)) return refusedBy(results);
        const revision = await deps.live.save({
          base: input.base,
          by: person._id,
          why: input.why,
          ...(input.values ? { values: input.values } : {}),
          ...(input.channels ? { channels: input.channels } : {}),
        });
        await noteIn(deps, person._id, 'changed the settings', `revision ${revision}: ${input.why}`);
        return { revision };
      } catch (error) {
        if ((error as { code?: string }).code !== 'settings.conflict') throw error;
        return conflictWith(input.values ?? {}, error as Error, deps);
      }
    },
  });

/** Whoever switches something on must not believe that customers hear of it when they do not. */
function refuseEmptyIncident(values: SettingsValues | undefined, clock: Clock): void {
  const incident = values?.incident;
  if (!incident || incident.mode === 'off') return;
  if (incident.mode === 'notice' && incident.text.trim() === '')
    throw refuse(400, 'incident.empty', 'Write the sentence that everybody is to be told.');
  if (incident.until && new Date(incident.until) <= clock.now())
    throw refuse(400, 'incident.over', 'The time until which it holds is over already.');
}

async function conflictWith(yours: SettingsValues, error: Error, deps: SettingsRoutesDeps): Promise<Response> {
  const { values: theirs, revision } = await readAll(deps);
  const found = { error: { code: 'settings.conflict', message: error.message }, yours, theirs, revision };
  return Response.json(found satisfies z.infer<typeof conflict>, { status: 409 });
}

const checkSettings = (deps: SettingsRoutesDeps) =>
  route({
    method: 'POST',
    path: '/settings/check',
    role: 'admin',
    summary: 'Tries a channel at its provider before anything is saved.',
    input: z.object({
      channels: channelPatchSchema,
      testTo: z.string().trim().min(1).max(200).optional().describe('A number or a place that gets a test message.'),
    }),
    answer: z.object({ results: z.array(checkResult) }),
    run: async ({ input, person }) => {
      const results = await checkChannels(input.channels, deps, input.testTo);
      if (input.testTo) await noteIn(deps, person._id, 'sent a test message', Object.keys(input.channels).join(', '));
      return { results };
    },
  });

const readStandIns = ({ environment }: SettingsRoutesDeps) =>
  route({
    method: 'GET',
    path: '/settings/stand-ins',
    role: 'admin',
    summary: 'The credentials of the stand-ins that play on this machine; none in production.',
    answer: z.record(z.string(), z.record(z.string(), z.string())),
    run: async () => standInValues(environment),
  });

export function refusedBy(results: CheckResult[]): Response {
  const refused = results.filter((one) => !one.ok);
  const message = `Nothing was saved. ${refused.map((one) => `${one.channel} ${one.name}: ${one.detail}`).join('; ')}`;
  return Response.json({ error: { code: 'settings.refused', message }, results }, { status: 422 });
}
