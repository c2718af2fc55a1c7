import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout or package that this code lies in, without a trailing slash. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Absolute path of something in the project, by its path from the root. */
export function inProject(path: string): string {
  return `${projectRoot}/${path}`;
}
