// Reads our own files and takes them apart with regular expressions: comments, strings, imports. Nothing here judges.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

export interface SourceFile {
  /** From the root of the project, with forward slashes. */
  path: string;
  text: string;
}

export interface Import {
  /** As written. */
  module: string;
  /** Path from the root for a relative import, else null. */
  target: string | null;
  typeOnly: boolean;
}

const SKIPPED_FOLDERS = new Set(['node_modules', '.git', '.data', '.cache', 'dist', 'coverage']);
const READ = /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs|css|html|sh|yml|yaml|md)$|^package\.json$/;

/** Every file of ours below `root`; the text of what is not code or prose is left empty. */
export function readHouse(root: string): SourceFile[] {
  const files: SourceFile[] = [];
  const walk = (folder: string): void => {
    for (const item of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = posix.join(folder, item.name);
      if (item.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(item.name)) walk(path);
      } else if (item.isFile()) {
        files.push({ path, text: READ.test(item.name) ? readFileSync(join(root, path), 'utf8') : '' });
      }
    }
  };
  walk('');
  return files;
}

const TOKENS = new RegExp(
  [
    /(?<template>`(?:\\[\s\S]|[^`\\])*`)/,
    /(?<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')/,
    /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)/,
    /(?<regex>(?<=(?:[=(,:[!&|?{};>]|\breturn)\s*)\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*)/,
  ]
    .map((part) => part.source)
    .join('|'),
  'g',
);

/** The text without comments; without what stands in quotes and regular expressions, too, unless `keepStrings`. */
export function stripToCode(text: string, keepStrings = false): string {
  return text.replace(TOKENS, (token, ...rest) => {
    const groups = rest.at(-1) as Record<string, string | undefined>;
    if (groups.comment) return token.replace(/[^\n]/g, ' ');
    if (groups.template || keepStrings) return token;
    return groups.string ? "''" : '/_/';
  });
}

const IMPORTS = new RegExp(
  [
    /\b(?:import|export)\s+(?<type>type\s+)?(?:[\w$*{}\s,]+?\s+from\s+)?["'](?<from>[^"'\n]+)["']/,
    /\b(?:import|require)\s*\(\s*["'](?<call>[^"'\n]+)["']/,
  ]
    .map((part) => part.source)
    .join('|'),
  'g',
);

export function listImports(file: SourceFile): Import[] {
  return [...stripToCode(file.text, true).matchAll(IMPORTS)].map(({ groups }) => {
    const module = groups?.from ?? groups?.call ?? '';
    const target = module.startsWith('.') ? posix.join(posix.dirname(file.path), module) : null;
    return { module, target, typeOnly: groups?.type !== undefined };
  });
}
