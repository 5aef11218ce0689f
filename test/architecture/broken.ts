// Each rule broken, for good: houses of a few lines that must be refused, and near misses that must not be.
// A rule without an example here could be one that never fails.
import * as rules from './rules.ts';
import type { SourceFile } from './source.ts';

export interface Example {
  rule: rules.Rule;
  what: string;
  files: SourceFile[];
  /** How many faults the rule must find; 0 for a near miss. */
  faults: number;
}

const house = (files: Record<string, string>): SourceFile[] =>
  Object.entries(files).map(([path, text]) => ({ path, text }));

function breaks(rule: rules.Rule, what: string, files: Record<string, string>, faults = 1): Example {
  return { rule, what, files: house(files), faults };
}

function keeps(rule: rules.Rule, what: string, files: Record<string, string>): Example {
  return { rule, what, files: house(files), faults: 0 };
}

const lines = (count: number) => '// A line of this file.\n'.repeat(count);
const shortLimit = rules.limitLength({});
const reasoned = rules.limitLength({ 'queues/lane.ts': 'the lane is one noun' });
const unreasoned = rules.limitLength({ 'queues/lane.ts': '  ' });

const floors: Example[] = [
  breaks(rules.floorPlan, 'a floor looks up', { 'models/lane.ts': "import { drain } from '../queues/lane.ts';" }),
  breaks(rules.floorPlan, 'core knows support', { 'core/log.ts': "export * from '../models/case.ts';" }),
  breaks(rules.floorPlan, 'channels know queues', {
    'channels/web/a.ts': "import type { A } from '../../queues/a.ts';",
  }),
  breaks(rules.floorPlan, 'queues know settings', { 'queues/a.ts': "const a = await import('../settings/a.ts');" }),
  breaks(rules.floorPlan, 'agents know cases', { 'agents/a.ts': "import '../cases/case.ts';" }),
  breaks(rules.floorPlan, 'cases know agents', { 'cases/a.ts': "import {\n  a,\n} from '../agents/agent.ts';" }),
  breaks(rules.floorPlan, 'dialogs know bots', { 'dialogs/a.ts': "import { a } from '../bots/support-bot.ts';" }),
  breaks(rules.floorPlan, 'a room knows the roof', { 'web/server.ts': "import { a } from '../app.ts';" }),
  breaks(rules.floorPlan, 'a room knows the wiring', { 'web/server.ts': "import { a } from '../app/admin.ts';" }),
  breaks(rules.floorPlan, 'the wiring knows the roof', { 'app/admin.ts': "import { a } from '../app.ts';" }),
  breaks(rules.floorPlan, 'the product knows a test', { 'queues/a.ts': "import { a } from '../test/support/a.ts';" }),
  breaks(rules.floorPlan, 'the roof knows a bench', { 'app.ts': "import { a } from './bench/a.ts';" }),
  breaks(rules.floorPlan, 'an emulator knows more than core', {
    'emulators/slack/a.ts': "import '../../models/a.ts';",
  }),
  keeps(rules.floorPlan, 'the allowed directions', {
    'app.ts': "import { a } from './app/admin.ts';",
    'app/admin.ts': "import { a } from '../web/server.ts';",
    'server.ts': "import { a } from './app.ts';",
    'bots/a.ts': "import { a } from '../dialogs/turn-dialog.ts';",
    'emulators/slack/a.ts': "import { a } from '../../core/http.ts';",
    'test/a.ts': "import { a } from '../app.ts';",
    'core/log.ts': "// import { a } from '../models/case.ts';\nimport { b } from './clock.ts';",
  }),
  breaks(rules.knownRooms, 'a new room without a floor', { 'billing/invoice.ts': '', 'main.ts': '' }, 2),
  keeps(rules.knownRooms, 'known rooms', { 'core/a.ts': '', 'app.ts': '', 'bench/a.ts': '', 'docs/a.md': '' }),
  breaks(rules.separateChannels, 'one channel knows another', {
    'channels/sms/a.ts': "import { a } from '../slack/blocks.ts';",
  }),
  keeps(rules.separateChannels, 'the registry knows all', {
    'channels/index.ts': "import { a } from './sms/sms-channel.ts';",
    'channels/sms/a.ts': "import { b } from '../text.ts';\nimport { c } from './b.ts';",
  }),
  breaks(rules.noCycles, 'a circle of three, one of them by type', {
    'cases/a.ts': "import { b } from './b.ts';",
    'cases/b.ts': "import type { C } from './c.ts';",
    'cases/c.ts': "export { a } from './a.ts';",
  }),
  breaks(rules.noCycles, 'a file that imports itself', { 'core/a.ts': "import { a } from './a.ts';" }),
  keeps(rules.noCycles, 'a diamond', {
    'cases/a.ts': "import './b.ts';\nimport './c.ts';",
    'cases/b.ts': "import './d.ts';",
    'cases/c.ts': "import './d.ts';",
    'cases/d.ts': '',
  }),
];

const fences: Example[] = [
  breaks(rules.packageFences, 'the Bot Framework outside Teams', { 'bots/a.ts': "import { a } from 'botbuilder';" }),
  breaks(rules.packageFences, 'Slack outside its channel', { 'cases/a.ts': "import bolt from '@slack/bolt';" }),
  breaks(rules.packageFences, 'Twilio outside its channel', { 'web/a.ts': "import twilio from 'twilio';" }),
  breaks(rules.packageFences, 'restify outside web', { 'app.ts': "import restify from 'restify';" }),
  breaks(rules.packageFences, 'LangChain in the turn', {
    'dialogs/a.ts': "import { a } from '@langchain/core/messages';",
  }),
  breaks(rules.packageFences, 'mongoose outside models', { 'queues/a.ts': "import mongoose from 'mongoose';" }),
  breaks(rules.packageFences, 'the driver by type', { 'queues/a.ts': "import type { Collection } from 'mongodb';" }),
  breaks(rules.packageFences, 'BullMQ outside queues', { 'web/a.ts': "const { Queue } = await import('bullmq');" }),
  breaks(rules.packageFences, 'ioredis outside queues', { 'settings/a.ts': "import { Redis } from 'ioredis';" }),
  breaks(rules.packageFences, 'an SDK in plain JavaScript', { 'queues/a.mjs': "import mongoose from 'mongoose';" }),
  keeps(rules.packageFences, 'every SDK at home', {
    'channels/teams/a.ts': "import { a } from 'botbuilder';",
    'channels/slack/a.ts': "import bolt from '@slack/bolt';",
    'channels/sms/a.ts': "import twilio from 'twilio';",
    'web/a.ts': "import restify from 'restify';",
    'agents/a.ts': "import { a } from '@langchain/core/messages';",
    'models/a.ts': "import mongoose from 'mongoose';",
    'queues/a.ts': "import { Queue } from 'bullmq';",
    'bench/a.ts': "import { CloudAdapter } from 'botbuilder';",
  }),
  breaks(rules.codeFences, 'the environment outside config', { 'web/a.ts': 'const port = process.env.PORT;' }),
  breaks(rules.codeFences, 'the environment by index', { 'web/a.ts': "const port = process['env'].PORT;" }),
  breaks(rules.codeFences, 'the environment taken apart', { 'web/a.ts': 'const { env } = process;' }),
  breaks(rules.codeFences, 'the environment by module', { 'web/a.ts': "import { env } from 'node:process';" }),
  breaks(rules.codeFences, 'the clock by Date.now', { 'queues/a.ts': 'const at = Date.now() + 5;' }),
  breaks(rules.codeFences, 'the clock inside a template', { 'queues/a.ts': 'const at = `at $' + '{Date.now()}`;' }),
  breaks(rules.codeFences, 'the clock by new Date()', { 'queues/a.ts': 'const at = new Date( );' }),
  breaks(rules.codeFences, 'the clock by new Date', { 'queues/a.ts': 'const at = new Date;' }),
  keeps(rules.codeFences, 'a given time, a comment, a string, the one home', {
    'queues/a.ts': "const at = new Date(ms); // not new Date()\nconst say = 'Date.now() and process.env';",
    'core/clock.ts': 'export const now = () => Date.now();',
    'core/config.ts': 'export const env = process.env;',
    'scripts/a.ts': 'export const at = process.env.PORT ?? Date.now();',
    'web/widget/a.ts': 'export const at = Date.now();',
    'web/b.ts': "const url = 'https://example.com'; const isUrl = /^https?:\\/\\//.test(url);",
  }),
  breaks(rules.codeFences, 'code behind a regular expression with slashes', {
    'web/b.ts': 'const isUrl = /^https?:\\/\\//.test(process.env.URL);',
  }),
  breaks(rules.pagesKnowTypesOnly, 'a page with server code', {
    'web/widget/a.ts': "import { a } from '../../core/ids.ts';",
  }),
  breaks(rules.pagesKnowTypesOnly, 'a page with half a type import', {
    'web/admin/a.tsx': "import { type A } from '../../models/activity.ts';",
  }),
  breaks(rules.pagesKnowTypesOnly, 'a page with node', { 'web/widget/a.ts': "import { join } from 'node:path';" }),
  breaks(rules.pagesKnowTypesOnly, 'a server with a page', { 'web/server.ts': "import { a } from './widget/a.ts';" }),
  keeps(rules.pagesKnowTypesOnly, 'types, packages, its own files and its build', {
    'web/widget/vite.config.mjs': "import { fileURLToPath } from 'node:url';",
    'web/widget/a.tsx':
      "import { h } from 'preact';\nimport type { A } from '../../models/activity.ts';\nimport { b } from './b.ts';",
  }),
];

const files: Example[] = [
  breaks(shortLimit, 'a long file without a reason', { 'queues/lane.ts': lines(301) }),
  breaks(unreasoned, 'a long file with an empty reason', { 'queues/lane.ts': lines(301) }),
  breaks(reasoned, 'a reason that is no longer needed', { 'queues/lane.ts': lines(300) }),
  keeps(reasoned, 'a long file with a reason', { 'queues/lane.ts': lines(301) }),
  keeps(shortLimit, 'a file of exactly the limit', { 'queues/lane.ts': lines(300) }),
  breaks(
    rules.openingComments,
    'files that begin with the work',
    {
      'core/a.ts': "import { z } from 'zod';\n// A comment that comes too late.",
      'scripts/a.mjs': '#!/usr/bin/env node\nconsole.log(1);',
      'core/b.ts': '// @ts-nocheck because it is easier that way\n',
      'web/a.css': 'body {}',
      'web/a.html': '<!doctype html>\n<html></html>',
      'core/c.ts': '// x',
    },
    6,
  ),
  keeps(rules.openingComments, 'files that say what they are for', {
    'core/a.ts': '// The only place that asks for the time.\n',
    'scripts/a.mjs': '#!/usr/bin/env node\n// Starts the server and its stores.\n',
    'web/a.css': '/* The looks of the chat page. */',
    'web/a.html': '<!doctype html>\n<!-- The page around the widget. -->',
    'docs/a.md': '# A page\n',
    'package.json': '',
  }),
  breaks(
    rules.kebabCaseNames,
    'camels and snakes',
    { 'core/myIds.ts': '', 'core/my_ids.ts': '', 'Core/ids.ts': '' },
    3,
  ),
  keeps(rules.kebabCaseNames, 'kebabs and given names', {
    'core/my-ids.ts': '',
    'test/core/env-example.test.ts': '',
    'README.md': '',
    LICENSE: '',
    '.ci/run': '',
    '.env.example': '',
  }),
  breaks(
    rules.tellingNames,
    'names that say nothing',
    {
      'core/utils.ts': '',
      'core/string-helpers.ts': '',
      'web/common/a.ts': '',
      'queues/lane-manager.ts': '',
      'cases/case-service.ts': '',
      'web/error-handler.ts': '',
    },
    6,
  ),
  keeps(rules.tellingNames, 'names that only contain such a word', { 'channels/teams/service-url.ts': '' }),
  breaks(rules.strippableTypes, 'an enum', { 'models/a.ts': 'export enum Status { open }' }),
  breaks(rules.strippableTypes, 'a namespace', { 'test/a.ts': 'export namespace Shop { export const a = 1; }' }),
  breaks(rules.strippableTypes, 'a parameter property', {
    'core/a.ts': 'class A { constructor(\n  private readonly a: string,\n) {} }',
  }),
  keeps(rules.strippableTypes, 'the words in a comment or a schema', {
    'core/a.ts': '// no enum here { at all }\nconst role = z.enum([1]); const namespace = { a: 1 };',
  }),
  breaks(rules.noSwallowedErrors, 'an error turned into null', { 'core/a.ts': 'try { a(); } catch { return null }' }),
  breaks(rules.noSwallowedErrors, 'an error turned into nothing', {
    'core/a.ts': 'try { a(); } catch (e) { return; }',
  }),
  keeps(rules.noSwallowedErrors, 'an error that is handed on', {
    'core/a.ts': 'try { a(); } catch (cause) { throw new SupportError(); }',
  }),
  breaks(
    rules.documentsNameWhatIsThere,
    'documents that point nowhere',
    {
      'package.json': '{"scripts": {"start": ""}}',
      'README.md': 'See [the plan](docs/plan.md), `core/gone.ts` and npm run gone.',
      'docs/a.md': 'See [the plan](plan.md#floors).',
    },
    4,
  ),
  keeps(rules.documentsNameWhatIsThere, 'documents that point to what is there', {
    'package.json': '{"scripts": {"prove": ""}}',
    'core/ids.ts': '',
    'README.md':
      'See [a](docs/a.md#b), [web](https://example.com/x.md), `core/ids.ts`, `core/` and `npm run prove -- NAME`.',
    'docs/a.md': 'See [the readme](../README.md) and [below](#below).',
  }),
  breaks(rules.twoWordsNeverMixed, 'the word that means both', { 'cases/a.ts': 'export const handoffTo = 1;' }),
  keeps(rules.twoWordsNeverMixed, 'route and escalate', { 'cases/a.ts': 'export const escalateTo = 1;' }),
];

export const EXAMPLES: readonly Example[] = [...floors, ...fences, ...files];

/** The rules that a broken house was built for, with every length limit counted as one rule. */
export function isBroken(rule: rules.Rule): boolean {
  return EXAMPLES.some((example) => example.rule.name === rule.name && example.faults > 0);
}
