import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout or package that this code lies in, without a trailing slash. */
export const projectRoot = rootAbove(dirname(fileURLToPath(import.meta.url)));

/** Absolute path of something in the project, by its path from the root. */
export function inProject(path: string): string {
  return `${projectRoot}/${path}`;
}

/** The nearest folder with a manifest: the same whether this runs as it is written or from a bundle below it. */
function rootAbove(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : rootAbove(dirname(folder));
}
