import { onOneLine, type Place } from '../../support/finding.ts';
import type { SourceFile } from '../../support/source-file.ts';
import { type SyntaxNode, spanOf } from '../../support/syntax.ts';
import { type ImportGraph, importGraph } from '../imports/graph.ts';
import { readImports } from '../imports/read-imports.ts';
import type { Rule } from '../rules/rule.ts';
import type { Tree } from '../tree/tree.ts';

/** What a check sees: the tree, its imports read once, and the other rules of the file. */
export interface Scene {
  readonly tree: Tree;
  readonly rules: readonly Rule[];
  readonly graph: () => ImportGraph;
}

/** A finding before its rule signs it. */
export interface Draft extends Place {
  readonly endColumn?: number;
  readonly statement: string;
  readonly value: string;
  readonly message: string;
  readonly related?: readonly Place[];
}

/** A call whose receiver nobody can type. */
export interface Unresolved extends Place {
  readonly statement: string;
}

/** What a check came to: what it found, and the parts of the rule that matched nothing at all. */
export interface Outcome {
  readonly drafts: readonly Draft[];
  readonly empty: readonly string[];
  /** Calls that may be what the rule is about and would then break it, where nobody can tell. */
  readonly unresolved?: readonly Unresolved[];
}

export type Check<Settings> = (settings: Settings, scene: Scene) => Outcome;

/** Opens a scene on a tree; the imports are read when the first rule asks for them. */
export function sceneOf(tree: Tree, rules: readonly Rule[]): Scene {
  let graph: ImportGraph | undefined;
  return {
    tree,
    rules,
    graph: () => {
      graph ??= importGraph(readImports(tree));
      return graph;
    },
  };
}

/** Place and statement of a stretch of a file, for a draft. */
export function stretch(
  file: SourceFile,
  start: number,
  end: number,
  statement: string,
): Pick<Draft, 'file' | 'line' | 'column' | 'endColumn' | 'statement'> {
  const from = file.positionAt(start);
  const to = file.positionAt(end);
  return {
    file: file.path,
    line: from.line,
    column: from.column,
    ...(to.line === from.line && { endColumn: to.column }),
    statement: onOneLine(statement),
  };
}

/** The same for a node of its syntax tree. */
export function nodePlace(
  file: SourceFile,
  node: SyntaxNode,
): Pick<Draft, 'file' | 'line' | 'column' | 'endColumn' | 'statement'> {
  const { start, end } = spanOf(node);
  return stretch(file, start, end, node.text());
}

/** Says which globs of one key of a rule match nothing. */
export function emptyGlobs(key: string, globs: readonly string[]): readonly string[] {
  return globs.map((glob) => `${key}: no file matches ‘${glob}’`);
}
