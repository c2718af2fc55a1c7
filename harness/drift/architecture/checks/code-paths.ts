import type { Tree } from '../tree/tree.ts';

/** The paths of the code that the rules look at. */
export function codePaths(tree: Tree): readonly string[] {
  return tree.code.map(({ path }) => path);
}
