import type { SourceFile } from '../../support/source-file.ts';
import type { SyntaxNode } from '../../support/syntax.ts';
import type { OriginPattern, Sought } from '../rules/pattern.ts';
import { pathSet } from '../tree/path-set.ts';
import type { Tree } from '../tree/tree.ts';
import { declaredIn } from './go/declared-in.ts';
import type { FunctionType } from './go/go-type.ts';
import { goCalls, goUses } from './go/uses.ts';
import { goWorld } from './go/world.ts';
import { moduleUses } from './modules/uses.ts';

/** All places of a file that use what is declared elsewhere under a name, by whatever name it is known in the file. */
export function findOrigin(
  tree: Tree,
  file: SourceFile,
  origin: OriginPattern,
  sought: Sought,
): readonly SyntaxNode[] {
  if (file.language !== 'go') return moduleUses(tree, file, origin, sought);
  const world = goWorld(tree);
  const isWanted = wantedOnce(tree, origin);
  return (sought === 'calls' ? goCalls : goUses)(world, file, origin.name, isWanted);
}

const wanted = new WeakMap<Tree, Map<string, (called: FunctionType) => boolean>>();

function wantedOnce(tree: Tree, origin: OriginPattern): (called: FunctionType) => boolean {
  const ofTree = wanted.get(tree) ?? new Map<string, (called: FunctionType) => boolean>();
  wanted.set(tree, ofTree);
  const key = JSON.stringify(origin);
  const known = ofTree.get(key) ?? declaredIn(goWorld(tree), pathSet(origin.of), origin.name);
  ofTree.set(key, known);
  return known;
}
