import type { SourceFile } from '../../../support/source-file.ts';
import type { SyntaxNode } from '../../../support/syntax.ts';
import type { Tree } from '../../tree/tree.ts';
import { expressionType } from './expression.ts';
import type { GoType, GoWorld } from './go-type.ts';
import { goImportNames } from './imports.ts';
import { memberOf } from './member.ts';
import { goPackages } from './package.ts';
import { writtenType } from './written.ts';

const worlds = new WeakMap<Tree, GoWorld>();

/** The types of the Go code of a tree, worked out as they are asked for and then kept. */
export function goWorld(tree: Tree): GoWorld {
  const known = worlds.get(tree) ?? openWorld(tree);
  worlds.set(tree, known);
  return known;
}

function openWorld(tree: Tree): GoWorld {
  const written = answeredOnce((file, node) => writtenType(world, file, node));
  const world: GoWorld = {
    tree,
    packageIn: goPackages(tree),
    ...goImportNames(tree),
    written: (file, node, bound) => (bound ? writtenType(world, file, node, bound) : written(file, node)),
    typeOf: answeredOnce((file, node) => expressionType(world, file, node)),
    member: (type, name) => memberOf(world, type, name),
  };
  return world;
}

type Question = (file: SourceFile, node: SyntaxNode) => GoType | undefined;

/** Keeps every answer; who asks for what is being worked out, in a circle, is told nothing. */
function answeredOnce(answer: Question): Question {
  const files = new WeakMap<SourceFile, Map<number, GoType | undefined>>();
  return (file, node) => {
    const answers = files.get(file) ?? new Map<number, GoType | undefined>();
    files.set(file, answers);
    const id = node.id();
    if (answers.has(id)) return answers.get(id);
    answers.set(id, undefined);
    const type = answer(file, node);
    answers.set(id, type);
    return type;
  };
}
