import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Absolute path of the clone that this code belongs to, without a trailing slash: as scripts/assay.mjs says, for its
 * bundle may lie elsewhere; without it the one that this file lies in.
 */
export const projectRoot = toldRoot() ?? rootAbove(dirname(fileURLToPath(import.meta.url)));

/** Absolute path of something in the project, by its path from the root. */
export function inProject(path: string): string {
  return `${projectRoot}/${path}`;
}

function toldRoot(): string | undefined {
  const told: unknown = Reflect.get(globalThis, Symbol.for('assay.root'));
  return typeof told === 'string' ? told : undefined;
}

/** The nearest folder with a manifest. */
function rootAbove(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : rootAbove(dirname(folder));
}
