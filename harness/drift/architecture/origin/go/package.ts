import type { SourceFile } from '../../../support/source-file.ts';
import type { SyntaxNode } from '../../../support/syntax.ts';
import { folderOf, type Tree } from '../../tree/tree.ts';
import { specsOf } from './declaring.ts';

/** A declaration and the file that holds it. */
export interface Declared {
  readonly file: SourceFile;
  readonly node: SyntaxNode;
}

/** What the files of a folder declare at their top level. */
export interface GoPackage {
  /** `type_spec` or `type_alias` by name. */
  readonly types: ReadonlyMap<string, Declared>;
  readonly functions: ReadonlyMap<string, Declared>;
  /** By `Type.method`. */
  readonly methods: ReadonlyMap<string, Declared>;
  /** `var_spec` or `const_spec` by each name that it gives. */
  readonly variables: ReadonlyMap<string, Declared>;
}

/** Answers the packages of a tree by their folders; a package is read when somebody first asks for it. */
export function goPackages(tree: Tree): (folder: string) => GoPackage {
  const files = new Map<string, SourceFile[]>();
  for (const file of tree.code) {
    if (file.language !== 'go') continue;
    const folder = folderOf(file.path);
    const beside = files.get(folder);
    if (beside) beside.push(file);
    else files.set(folder, [file]);
  }
  const read = new Map<string, GoPackage>();
  return (folder) => {
    const known = read.get(folder) ?? readPackage(tree, files.get(folder) ?? []);
    read.set(folder, known);
    return known;
  };
}

function readPackage(tree: Tree, files: readonly SourceFile[]): GoPackage {
  const found = {
    types: new Map<string, Declared>(),
    functions: new Map<string, Declared>(),
    methods: new Map<string, Declared>(),
    variables: new Map<string, Declared>(),
  };
  for (const file of files) {
    for (const node of tree.syntax(file).children()) {
      for (const [shelf, name, declared] of declarations(node))
        found[shelf].set(name, { file, node: declared });
    }
  }
  return found;
}

type Entry = readonly [keyof GoPackage, string, SyntaxNode];

function declarations(node: SyntaxNode): readonly Entry[] {
  switch (String(node.kind())) {
    case 'function_declaration':
      return [['functions', nameOf(node), node]];
    case 'method_declaration':
      return [['methods', `${receiverName(node)}.${nameOf(node)}`, node]];
    case 'type_declaration':
      return specsOf(node).map((spec) => ['types', nameOf(spec), spec] as const);
    case 'var_declaration':
    case 'const_declaration':
      return specsOf(node).flatMap((spec) =>
        spec.fieldChildren('name').map((name) => ['variables', name.text(), spec] as const),
      );
    default:
      return [];
  }
}

function nameOf(node: SyntaxNode): string {
  return node.field('name')?.text() ?? '';
}

/** The type that a method belongs to, without pointer and type parameters. */
function receiverName(method: SyntaxNode): string {
  const text = method.field('receiver')?.text() ?? '';
  return /([\p{L}_][\p{L}\p{N}_]*)\s*(?:\[[^\]]*\])?\s*,?\s*\)$/u.exec(text)?.[1] ?? '';
}
