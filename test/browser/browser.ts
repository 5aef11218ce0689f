// A real Chromium for the browser tests: the machine's own, else the one that npm installed. None that starts is a
// failure with the remedy, never a skip.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const OWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--no-first-run',
  '--font-render-hinting=none',
];
const REMEDY = `No Chromium starts here, and the browser tests need one. Either
  - let npm install it:       npm install   (the package @sparticuz/chromium, Linux on x64)
  - or use the system's own:  apt-get install chromium
  - or say where yours is:    CHROMIUM_PATH=/path/to/chromium npm test`;

/**
 * How long a test waits for what must come. It costs nothing while all is well, and a loaded machine of two cores has been seen
 * to take ten seconds for a click that takes a tenth of one elsewhere.
 */
export const PATIENCE_MS = 30_000;

/** A whole test, of several such waits. */
export const TEST_MS = 180_000;

/** A page of its own where nothing moves: what fades in or out is neither in the way of a click nor half there in a picture. */
export async function newStillPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const page = await browser.newPage({ reducedMotion: 'reduce', ...options });
  page.setDefaultTimeout(PATIENCE_MS);
  return page;
}

/** @throws Error with the remedy when there is no browser, or none that starts. */
export async function launchBrowser(): Promise<Browser> {
  const tried: string[] = [];
  const own = [process.env.CHROMIUM_PATH ?? '', ...OWN].filter((path) => path && existsSync(path));
  for (const path of own) {
    try {
      return await chromium.launch({ executablePath: path, args: ARGUMENTS });
    } catch (error) {
      tried.push(`${path}: ${firstLine(error)}`);
    }
  }
  try {
    const { executable, env } = await unpackChromium();
    return await chromium.launch({ executablePath: executable, args: ARGUMENTS, env });
  } catch (error) {
    tried.push(`@sparticuz/chromium: ${firstLine(error)}`);
  }
  throw new Error(`${REMEDY}\nTried:\n  ${tried.join('\n  ')}`);
}

/**
 * Unpacks npm's Chromium once per version. The package unpacks to fixed names in the temporary folder, where a half
 * written file of a broken run or another version's would be taken for good: so into a folder of our own, then renamed.
 */
async function unpackChromium(): Promise<{ executable: string; env: Record<string, string> }> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(tmpdir(), `frontdesk-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(join(folder, 'chromium'))) await unpackInto(folder, entry);
  const env: Record<string, string> = { ...(process.env as Record<string, string>) };
  env.FONTCONFIG_PATH = writeFontConfig(folder);
  // The package brings the libraries that a very small system lacks; a system's own come first.
  if (lacksLibraries(join(folder, 'chromium'))) {
    env.LD_LIBRARY_PATH = [env.LD_LIBRARY_PATH, join(folder, 'al2023', 'lib')].filter(Boolean).join(':');
  }
  return { executable: join(folder, 'chromium'), env };
}

async function unpackInto(folder: string, entry: string): Promise<void> {
  const before = process.env.TMPDIR;
  const work = mkdtempSync(join(tmpdir(), 'frontdesk-unpack-'));
  process.env.TMPDIR = work;
  try {
    const { default: packaged, inflate } = await import('@sparticuz/chromium');
    await packaged.executablePath();
    await inflate(join(dirname(entry), '..', 'bin', 'al2023.tar.br'));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  try {
    renameSync(work, folder);
  } catch (error) {
    // Another run was faster; anything else is a fault.
    rmSync(work, { recursive: true, force: true });
    if (!existsSync(join(folder, 'chromium'))) throw error;
  }
}

/** The package's own fonts, so that text has the same width on every machine. */
function writeFontConfig(folder: string): string {
  const config = join(folder, 'fontconfig');
  mkdirSync(config, { recursive: true });
  const text = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(config, 'cache')}</cachedir>
<alias binding="same"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
<alias binding="same"><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
<alias binding="same"><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias></fontconfig>\n`;
  writeFileSync(join(config, 'fonts.conf'), text);
  return config;
}

function lacksLibraries(executable: string): boolean {
  try {
    return execFileSync('ldd', [executable], { encoding: 'utf8' }).includes('not found');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw error;
  }
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
}
