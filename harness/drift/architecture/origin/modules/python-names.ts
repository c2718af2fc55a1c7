import type { SourceFile } from '../../../support/source-file.ts';
import type { SyntaxNode } from '../../../support/syntax.ts';
import { pythonResolver } from '../../imports/python-modules.ts';
import { nodesAmong } from '../../patterns/kinds.ts';
import type { PathSet } from '../../tree/path-set.ts';
import type { Tree } from '../../tree/tree.ts';

const DEEPEST_RE_EXPORT = 5;

/** The names under which a Python file knows what modules of a set declare as `name`: `inside`, `checks.check_inside`. */
export function pythonNames(tree: Tree, file: SourceFile, set: PathSet, name: string): readonly string[] {
  const imports = importsIn(tree, file).flatMap((each) => {
    if (each.member === undefined) {
      return leads(tree, file.path, each.module, name, { set, name }, 0) ? [`${each.local}.${name}`] : [];
    }
    if (each.member === '*') return leads(tree, file.path, each.module, name, { set, name }, 0) ? [name] : [];
    const inner = each.module.endsWith('.') ? each.module + each.member : `${each.module}.${each.member}`;
    return [
      ...(leads(tree, file.path, each.module, each.member, { set, name }, 0) ? [each.local] : []),
      ...(leads(tree, file.path, inner, name, { set, name }, 0) ? [`${each.local}.${name}`] : []),
    ];
  });
  return [...(set.has(file.path) ? [name] : []), ...new Set(imports)];
}

/** A name that an import gives: a module's, or that of one of its members. */
interface Imported {
  readonly module: string;
  readonly member?: string;
  readonly local: string;
}

function importsIn(tree: Tree, file: SourceFile): readonly Imported[] {
  const kinds = ['import_statement', 'import_from_statement'];
  return nodesAmong(file, tree.syntax(file), kinds).flatMap((node) => {
    const module = node.field('module_name')?.text().replace(/\s/g, '');
    const names = node.fieldChildren('name').map(nameAndLocal);
    if (module === undefined) return names.map(([name, local]) => ({ module: name, local }));
    const wild = node.children().some((child) => child.kind() === 'wildcard_import');
    return [
      ...names.map(([member, local]) => ({ module, member, local })),
      ...(wild ? [{ module, member: '*', local: '*' }] : []),
    ];
  });
}

function nameAndLocal(node: SyntaxNode): readonly [string, string] {
  const name = node.field('name')?.text() ?? node.text();
  return [name, node.field('alias')?.text() ?? name];
}

/** Whether a member of a module is the wanted one, its own or imported there from another module. */
function leads(
  tree: Tree,
  from: string,
  module: string,
  member: string,
  wanted: { readonly set: PathSet; readonly name: string },
  depth: number,
): boolean {
  const raw = { module, start: 0, end: 0, statement: '', typeOnly: false };
  return pythonResolver(tree)(from, raw).some((target) => {
    if (target.kind !== 'file') return false;
    if (wanted.set.has(target.path)) return member === wanted.name;
    const file = tree.source(target.path);
    if (!file || depth >= DEEPEST_RE_EXPORT) return false;
    return importsIn(tree, file).some((each) => {
      if (each.member === '*') return leads(tree, file.path, each.module, member, wanted, depth + 1);
      const isSame = each.local === member && each.member !== undefined;
      return isSame && leads(tree, file.path, each.module, each.member, wanted, depth + 1);
    });
  });
}
