import { findPatterns } from '../patterns/find.ts';
import type { AbsentCheck } from '../rules/rule.ts';
import { pathSet } from '../tree/path-set.ts';
import { type Check, emptyGlobs, nodePlace } from './check.ts';
import { codePaths } from './code-paths.ts';

/** The patterns occur nowhere in the files. */
export const checkAbsent: Check<AbsentCheck> = ({ files, patterns }, { tree }) => {
  const set = pathSet(files);
  const drafts = tree.code
    .filter(({ path }) => set.has(path))
    .flatMap((file) =>
      findPatterns(tree, file, patterns).map((node) => {
        const place = nodePlace(file, node);
        return { ...place, value: place.statement, message: `‘${place.statement}’ must not occur here.` };
      }),
    );
  return { drafts, empty: emptyGlobs('files', set.unmatched(codePaths(tree))) };
};
