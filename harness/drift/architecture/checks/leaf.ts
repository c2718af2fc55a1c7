import { isIn, targetName } from '../imports/graph.ts';
import type { LeafCheck } from '../rules/rule.ts';
import { pathSet } from '../tree/path-set.ts';
import { type Check, emptyGlobs, stretch } from './check.ts';
import { codePaths } from './code-paths.ts';

/** What `packages` name imports nothing of this tree, but what lies under the same glob or is allowed. */
export const checkLeaf: Check<LeafCheck> = (settings, { tree, graph }) => {
  const leaves = pathSet(settings.packages);
  const allowed = pathSet(settings.allow);
  const drafts = graph().imports.flatMap((each) => {
    const own = leaves.entryOf(each.file.path);
    const { target } = each;
    if (own < 0 || target.kind === 'outside' || isIn(allowed, target)) return [];
    const other = target.kind === 'folder' ? leaves.entryOfFolder(target.path) : leaves.entryOf(target.path);
    if (other === own) return [];
    return [
      {
        ...stretch(each.file, each.start, each.end, each.statement),
        value: targetName(target),
        message: `${settings.packages[own] ?? each.file.path} imports nothing of this tree, and ${each.file.path} imports ${targetName(target)}.`,
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
