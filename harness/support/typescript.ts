import { pathToFileURL } from 'node:url';
import { inProject } from './paths.ts';

const tool = (name: string) => pathToFileURL(inProject(`scripts/typescript/${name}`)).href;

/** Words for `node` after which it runs a TypeScript program as it lies there. */
export const RUN_TYPESCRIPT: readonly string[] = ['--import', tool('run.mjs')];

/** The exports of a TypeScript module of the project, by its path from the root, as it lies there by now. */
export async function loadTypeScript(path: string): Promise<Readonly<Record<string, unknown>>> {
  const { loadTypeScript: load } = await import(tool('load.mjs'));
  return load(pathToFileURL(inProject(path)).href);
}
