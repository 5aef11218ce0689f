// The rules of the house as functions from files to faults. Each fault is one sentence that names the file, so that
// whoever breaks a rule reads what to do instead of searching for it. The tables they go by are in floor-plan.ts.
import { posix } from 'node:path';
import * as plan from './floor-plan.ts';
import { listImports, type SourceFile, stripToCode } from './source.ts';

export interface Rule {
  name: string;
  /** One sentence per fault; none when the rule is kept. */
  findFaults(files: readonly SourceFile[]): string[];
}

const isCode = (path: string) => /\.[mc]?[jt]sx?$/.test(path) && !isBuildConfig(path);
const isBuildConfig = (path: string) => /(^|\/)[a-z]+\.config\.m?[jt]s$/.test(path);
const isPage = (path: string) => plan.PAGES.some((page) => path.startsWith(`${page}/`));
const roomOf = (path: string) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : path);
const isExempt = (path: string) => plan.EXEMPT_ROOMS.includes(roomOf(path));
const isProduct = (path: string) => isCode(path) && !isExempt(path) && !isPage(path);

/** The rooms that a file may import besides its own; null = everything. */
function listAllowedRooms(path: string): readonly string[] | null {
  const room = roomOf(path);
  if (plan.ROOF.includes(path)) return [...Object.keys(plan.FLOOR_PLAN), ...plan.ROOF];
  return plan.FLOOR_PLAN[room] ?? plan.EXEMPT_FLOORS[room] ?? null;
}

function judgeFloor(path: string, target: string): string | null {
  const allowed = listAllowedRooms(path);
  const room = roomOf(target);
  if (allowed === null || room === roomOf(path) || allowed.includes(room)) return null;
  return `${path} imports ${target}: ${roomOf(path)} may import ${allowed.join(', ') || 'nothing'}`;
}

export const floorPlan: Rule = {
  name: 'imports go down only, as the floor plan says',
  findFaults: (files) =>
    files
      .filter(({ path }) => isCode(path) && !isPage(path))
      .flatMap((file) =>
        listImports(file).flatMap(({ target }) => (target ? (judgeFloor(file.path, target) ?? []) : [])),
      ),
};

export const knownRooms: Rule = {
  name: 'every source file stands in a room of the floor plan',
  findFaults: (files) =>
    files
      .filter(({ path }) => isProduct(path) && !plan.ROOF.includes(path) && !(roomOf(path) in plan.FLOOR_PLAN))
      .map(({ path }) => `${path} stands in no room of the floor plan (test/architecture/floor-plan.ts)`),
};

export const separateChannels: Rule = {
  name: 'no channel imports another channel',
  findFaults: (files) =>
    files.flatMap((file) => {
      const own = file.path.match(/^channels\/[^/]+\//)?.[0];
      if (!own) return [];
      return listImports(file)
        .filter(({ target }) => target && /^channels\/[^/]+\//.test(target) && !target.startsWith(own))
        .map(({ target }) => `${file.path} imports ${target}: share it through channels/ or models/`);
    }),
};

export const noCycles: Rule = {
  name: 'no imports run in a circle',
  findFaults: (files) => {
    const code = files.filter(({ path }) => isCode(path));
    const graph = new Map(code.map((file) => [file.path, listImports(file).flatMap(({ target }) => target ?? [])]));
    const faults: string[] = [];
    const done = new Set<string>();
    const visit = (path: string, trail: string[]): void => {
      const at = trail.indexOf(path);
      if (at >= 0) faults.push(`${[...trail.slice(at), path].join(' → ')} is a circle`);
      if (at >= 0 || done.has(path)) return;
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of graph.keys()) visit(path, []);
    return faults;
  },
};

export const packageFences: Rule = {
  name: 'each SDK is imported in its own folder only',
  findFaults: (files) =>
    files
      .filter(({ path }) => isCode(path) && !isExempt(path))
      .flatMap((file) =>
        listImports(file).flatMap(({ module }) =>
          plan.PACKAGE_FENCES.filter((fence) => fence.module.test(module) && !file.path.startsWith(fence.folder)).map(
            (fence) => `${file.path} imports ${module}: ${fence.what} is known in ${fence.folder} only`,
          ),
        ),
      ),
};

export const codeFences: Rule = {
  name: 'the environment is read in core/config.ts and the time in core/clock.ts only',
  findFaults: (files) =>
    files
      .filter(({ path }) => isProduct(path))
      .flatMap((file) => {
        const code = stripToCode(file.text);
        const modules = listImports(file).map(({ module }) => module);
        const faults = plan.CODE_FENCES.filter((fence) => file.path !== fence.file && fence.code.test(code)).map(
          (fence) => `${file.path} reads ${fence.what}: only ${fence.file} does`,
        );
        if (modules.some((module) => /^(node:)?process$/.test(module)))
          faults.push(`${file.path} imports node:process: the global one is enough, and its fence is watched`);
        return faults;
      }),
};

export const pagesKnowTypesOnly: Rule = {
  name: 'browser pages import only types from the server, and the server imports no page',
  findFaults: (files) =>
    files
      .filter(({ path }) => isCode(path) && !isExempt(path))
      .flatMap((file) =>
        listImports(file).flatMap(({ target, module, typeOnly }) => {
          if (!target) {
            const isBuiltin = isPage(file.path) && module.startsWith('node:');
            return isBuiltin ? [`${file.path} imports ${module}: a browser has none`] : [];
          }
          // A text that Vite puts into the page as it is.
          if (isPage(file.path) && !isPage(target) && !typeOnly && !target.endsWith('?raw'))
            return [`${file.path} imports ${target}: a page uses import type, and nothing else, from the server`];
          if (!isPage(file.path) && isPage(target))
            return [`${file.path} imports ${target}: the server imports no page`];
          return [];
        }),
      ),
};

const countLines = (text: string) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

/** `reasons`: file → why it may be longer. */
export function limitLength(reasons: Readonly<Record<string, string>>): Rule {
  return {
    name: `no file is longer than ${plan.LONGEST_FILE} lines without a reason`,
    findFaults: (files) => {
      const long = new Map(
        files
          .map(({ path, text }) => [path, countLines(text)] as const)
          .filter(([, lines]) => lines > plan.LONGEST_FILE),
      );
      const tooLong = [...long]
        .filter(([path]) => !reasons[path]?.trim())
        .map(([path, lines]) => `${path} has ${lines} lines: it is two nouns, or LONG_FILES says why not`);
      const stale = Object.keys(reasons)
        .filter((path) => !long.has(path))
        .map((path) => `LONG_FILES names ${path}, which is not long (any more)`);
      return [...tooLong, ...stale];
    },
  };
}

const OPENINGS: [RegExp, RegExp][] = [
  [/\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/, /^(#![^\n]*\n)?\s*(\/\/|\/\*)(?!\s*@ts-|\s*biome-)[^\n]{15}/],
  [/\.css$/, /^\s*\/\*[\s\S]{15}/],
  [/\.html$/, /^\s*(<!doctype html>\s*)?<!--[\s\S]{15}/i],
  [/\.(sh|yml|yaml)$/, /^(#![^\n]*\n)?\s*#(?!!)[^\n]{15}/],
];

export const openingComments: Rule = {
  name: 'every file opens with a comment that says what it is for',
  findFaults: (files) =>
    files
      .filter(({ path, text }) => OPENINGS.some(([name, opening]) => name.test(path) && !opening.test(text)))
      .map(({ path }) => `${path} does not open with a sentence on what it is for and the rule it keeps`),
};

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

export const kebabCaseNames: Rule = {
  name: 'files and folders have kebab-case names',
  findFaults: (files) =>
    files
      .filter(({ path }) =>
        path.split('/').some((name) => !KEBAB.test(name) && !plan.GIVEN_NAMES.some((given) => given.test(name))),
      )
      .map(({ path }) => `${path} is not kebab-case`),
};

const VAGUE = new RegExp(`(^|-)(${plan.VAGUE_WORDS.join('|')})s?$`);

export const tellingNames: Rule = {
  name: 'no file or folder is called utils, helpers, common, manager, service or handler',
  findFaults: (files) =>
    files
      .filter(({ path }) => path.split('/').some((name) => VAGUE.test(name.replace(/(?<=.)\..*$/, ''))))
      .map(({ path }) => `${path} has a name that says nothing: name it after what it exports`),
};

const UNSTRIPPABLE: [RegExp, string][] = [
  [/\benum\s+[A-Za-z_$][\w$]*\s*\{/, 'an enum'],
  [/\b(namespace|module)\s+[A-Za-z_$][\w$.]*\s*\{/, 'a namespace'],
  [/\bconstructor\s*\([^)]*\b(private|public|protected|readonly)\s/, 'a parameter property'],
];

export const strippableTypes: Rule = {
  name: 'no enum, no namespace, no parameter property: Node strips types, it does not compile',
  findFaults: (files) =>
    files
      .filter(({ path }) => /\.[mc]?tsx?$/.test(path) && !path.endsWith('.d.ts'))
      .flatMap((file) => {
        const code = stripToCode(file.text);
        return UNSTRIPPABLE.filter(([pattern]) => pattern.test(code)).map(([, what]) => `${file.path} has ${what}`);
      }),
};

export const noSwallowedErrors: Rule = {
  name: 'no error is swallowed into null',
  findFaults: (files) =>
    files
      .filter(({ path }) => isProduct(path))
      .filter(({ text }) =>
        /\bcatch\s*(\([^)]*\)\s*)?\{\s*return(\s+(null|undefined))?\s*;?\s*\}/.test(stripToCode(text)),
      )
      .map(({ path }) => `${path} turns an error into nothing: wrap it as a SupportError or let it pass`),
};

export const twoWordsNeverMixed: Rule = {
  name: 'the code says route or escalate, never the word that means both',
  findFaults: (files) =>
    files
      .filter(({ path, text }) => isProduct(path) && /hand[\s_-]?(off|over)/i.test(stripToCode(text)))
      .map(({ path }) => `${path} uses a word that means both: route (bot to agent) or escalate (bot to person)`),
};

/** What a document points to: `folder/file.ts`, [text](file.md), npm run name. */
const POINTERS =
  /`(?<quoted>[a-z][\w.-]*\/[\w./-]*\.(?:ts|tsx|mjs|md|json|html))`|\]\((?<link>[^)#:\s]+)(?:#[^)]*)?\)|npm run (?<script>[\w:-]+)/g;

function followPointers(document: SourceFile, paths: ReadonlySet<string>, scripts: ReadonlySet<string>): string[] {
  return [...document.text.matchAll(POINTERS)].flatMap(({ groups }) => {
    const { quoted, link, script } = groups ?? {};
    if (script) return scripts.has(script) ? [] : [`${document.path} names npm run ${script}, which there is not`];
    const path = quoted ?? posix.join(posix.dirname(document.path), link ?? '');
    return paths.has(path) ? [] : [`${document.path} points to ${path}, which there is not`];
  });
}

export const documentsNameWhatIsThere: Rule = {
  name: 'documents name only files and commands that are there',
  findFaults: (files) => {
    const paths = new Set(files.map(({ path }) => path));
    const manifest = files.find(({ path }) => path === 'package.json')?.text || '{}';
    const scripts = new Set(Object.keys((JSON.parse(manifest) as { scripts?: object }).scripts ?? {}));
    return files
      .filter(({ path }) => /^(docs\/[^/]+|[^/]+)\.md$/.test(path))
      .flatMap((document) => followPointers(document, paths, scripts));
  },
};

export const RULES: readonly Rule[] = [
  floorPlan,
  knownRooms,
  separateChannels,
  noCycles,
  packageFences,
  codeFences,
  pagesKnowTypesOnly,
  limitLength(plan.LONG_FILES),
  openingComments,
  kebabCaseNames,
  tellingNames,
  strippableTypes,
  noSwallowedErrors,
  twoWordsNeverMixed,
  documentsNameWhatIsThere,
];
