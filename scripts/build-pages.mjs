// Builds the browser pages into dist/ with Vite, and does nothing when neither their sources nor the pinned packages have
// changed. Run by the set-up script under Node 24; `node scripts/build-pages.mjs` does the same by hand.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Every folder of pages: its Vite configuration, and a file that its build leaves behind. */
export const PAGES = [
  { name: 'widget', config: 'web/widget/vite.config.mjs', made: 'dist/widget/widget.js' },
  { name: 'playground', config: 'web/playground/vite.config.mjs', made: 'dist/widget/playground/index.html' },
  { name: 'admin', config: 'web/admin/vite.config.mjs', made: 'dist/widget/admin/index.html' },
];

/**
 * Builds what is not built yet.
 * @param {{ force?: boolean, say?: (line: string) => void }} [options] `say` gets one progress line when something is built
 * @returns {Promise<'built' | 'fresh'>}
 */
export async function buildPages({ force = false, say = (line) => console.log(line) } = {}) {
  const stampFile = join(ROOT, 'dist', '.stamp');
  const stamp = hashSources();
  if (!force && readStamp(stampFile) === stamp && PAGES.every((page) => existsSync(join(ROOT, page.made))))
    return 'fresh';

  const started = performance.now();
  rmSync(stampFile, { force: true });
  await keepingNodeEnv(async () => {
    const { build } = await import('vite');
    for (const page of PAGES) {
      const { default: config } = await import(pathToFileURL(join(ROOT, page.config)).href);
      await build(config);
      if (!existsSync(join(ROOT, page.made))) throw new Error(`The build of ${page.name} left no ${page.made}.`);
    }
  });
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(stampFile, `${stamp}\n`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`pages: built ${PAGES.map((page) => page.name).join(', ')} in ${seconds} s`);
  return 'built';
}

/** Vite sets NODE_ENV=production for good; what is started after the build would take itself for a production server. */
async function keepingNodeEnv(work) {
  const before = process.env.NODE_ENV;
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/** One hash of everything that a build depends on. Line ends are left as they are: a checkout is built where it stands. */
function hashSources() {
  const hash = createHash('sha256');
  const folders = [...PAGES.map((page) => join(ROOT, page.config, '..')), join(ROOT, 'web', 'look')];
  const besides = ['package-lock.json', 'deploy/slack-manifest.yaml'].map((name) => join(ROOT, name));
  const files = [...besides, fileURLToPath(import.meta.url), ...folders.flatMap(listFiles)];
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${relative(ROOT, file).split(sep).join('/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? listFiles(join(folder, entry.name)) : [join(folder, entry.name)]));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const outcome = await buildPages({ force: process.argv.includes('--force') });
  if (outcome === 'fresh') console.log('pages: nothing to build');
}
