import type { SourceFile } from '../../support/source-file.ts';
import { nodePlace } from '../checks/check.ts';
import { findPatterns } from '../patterns/find.ts';
import type { Pattern } from '../rules/pattern.ts';
import type { Tree } from '../tree/tree.ts';
import { isText, textOf } from './literal.ts';
import type { Named } from './named.ts';

/** What `$NAME` stands for wherever the patterns match; quotes are taken off. */
export function capturedNames(tree: Tree, file: SourceFile, patterns: readonly Pattern[]): readonly Named[] {
  return findPatterns(tree, file, patterns).flatMap((node) => {
    const captured = node.getMatch('NAME');
    if (!captured) return [];
    const name = isText(captured) ? textOf(captured) : captured.text();
    return [{ name, ...nodePlace(file, captured) }];
  });
}
