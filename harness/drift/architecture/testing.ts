import { sceneOf } from './checks/check.ts';
import { runCheck } from './checks/run-check.ts';
import type { RuleCheck, RuleKind, RuleKinds } from './rules/rule.ts';
import { memoryTree, type Texts } from './tree/memory-tree.ts';

const EVERYTHING = { include: ['**'], exclude: [], tests: false };

/** For tests: what one check finds in a tree of texts, as `path:line:column value`. */
export function foundBy<K extends RuleKind>(
  kind: K,
  settings: RuleKinds[K],
  texts: Texts,
): readonly string[] {
  const { drafts } = runCheck({ kind, settings } as RuleCheck, sceneOf(memoryTree(texts, EVERYTHING), []));
  return drafts.map(({ file, line, column, value }) => `${file}:${line}:${column} ${value}`);
}

/** For tests: the calls of a tree of texts that may break a check, as `path:line:column statement`. */
export function unresolvedBy<K extends RuleKind>(
  kind: K,
  settings: RuleKinds[K],
  texts: Texts,
): readonly string[] {
  const { unresolved = [] } = runCheck(
    { kind, settings } as RuleCheck,
    sceneOf(memoryTree(texts, EVERYTHING), []),
  );
  return unresolved.map(({ file, line, column, statement }) => `${file}:${line}:${column} ${statement}`);
}

/** For tests: the parts of a check that match nothing in a tree of texts. */
export function emptyIn<K extends RuleKind>(
  kind: K,
  settings: RuleKinds[K],
  texts: Texts,
): readonly string[] {
  return runCheck({ kind, settings } as RuleCheck, sceneOf(memoryTree(texts, EVERYTHING), [])).empty;
}
