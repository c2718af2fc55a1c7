import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inProject, projectRoot } from './paths.ts';

/**
 * How the command is typed where this process was started. `npx assay` only where npx finds ours, in this clone or where
 * this package is installed; elsewhere npx would fetch whatever package a stranger has given that name.
 */
export const ASSAY = typedFrom(process.cwd());

/** The same for any folder. */
export function typedFrom(folder: string): string {
  const home = homeOf(folder);
  if (home !== undefined && isOurs(home)) return 'npx assay';
  return `node ${quoted(inProject('scripts/assay.mjs'))}`;
}

/** Where npx looks: the nearest folder that has a manifest or packages. */
function homeOf(folder: string): string | undefined {
  if (['package.json', 'node_modules'].some((name) => existsSync(join(folder, name)))) return folder;
  return dirname(folder) === folder ? undefined : homeOf(dirname(folder));
}

function isOurs(home: string): boolean {
  const installed = join(home, 'node_modules/.bin/assay');
  if (existsSync(installed)) return realpathSync(installed) === realpathSync(inProject('scripts/assay.mjs'));
  return realpathSync(home) === realpathSync(projectRoot);
}

/** A word of a shell line. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : inQuotes(word);
}

/** The same, quoted whether it has to be or not. */
export function inQuotes(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
