import { isIn, targetName } from '../imports/graph.ts';
import type { LeafCheck } from '../rules/rule.ts';
import { pathSet } from '../tree/path-set.ts';
import { type Check, emptyGlobs, stretch } from './check.ts';
import { codePaths } from './code-paths.ts';

/** What `packages` name imports nothing of this tree, but what lies in the same folder of `packages` or is allowed. */
export const checkLeaf: Check<LeafCheck> = (settings, { tree, graph }) => {
  const leaves = pathSet(settings.packages);
  const allowed = pathSet(settings.allow);
  const drafts = graph().imports.flatMap((each) => {
    const own = leaves.unitOf(each.file.path);
    const { target } = each;
    if (own === undefined || target.kind === 'outside' || isIn(allowed, target)) return [];
    const other = target.kind === 'folder' ? leaves.unitOfFolder(target.path) : leaves.unitOf(target.path);
    if (other === own) return [];
    return [
      {
        ...stretch(each.file, each.start, each.end, each.statement),
        value: targetName(target),
        message: `${own} imports nothing of this tree, and ${each.file.path} imports ${targetName(target)}.`,
      },
    ];
  });
  const paths = codePaths(tree);
  const empty = [
    ...emptyGlobs('packages', leaves.unmatched(paths)),
    ...emptyGlobs('allow', allowed.unmatched(paths)),
  ];
  return { drafts, empty };
};
