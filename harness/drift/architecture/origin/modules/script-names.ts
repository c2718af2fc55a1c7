import type { SourceFile } from '../../../support/source-file.ts';
import type { SyntaxNode } from '../../../support/syntax.ts';
import { scriptResolver } from '../../imports/script-modules.ts';
import { nodesAmong } from '../../patterns/kinds.ts';
import type { PathSet } from '../../tree/path-set.ts';
import type { Tree } from '../../tree/tree.ts';

const DEEPEST_RE_EXPORT = 5;

/** The names under which a TypeScript or JavaScript file knows what files of a set export as `name`: `take`, `api.acquire`. */
export function scriptNames(tree: Tree, file: SourceFile, set: PathSet, name: string): readonly string[] {
  const resolve = scriptResolver(tree);
  const root = tree.syntax(file);
  const leads = (module: string, member: string): boolean => {
    const target = resolve(file.path, module);
    return target.kind === 'file' && exported(tree, resolve, target.path, member, { set, name }, 0);
  };
  const imported = nodesAmong(file, root, ['import_statement']).flatMap((node) => namesOf(node, leads, name));
  const required = nodesAmong(file, root, ['variable_declarator'], '\\b(?:require|import)\\(').flatMap(
    (node) => requiredNames(node, leads, name),
  );
  return [...(set.has(file.path) ? [name] : []), ...imported, ...required];
}

type Leads = (module: string, member: string) => boolean;

function namesOf(statement: SyntaxNode, leads: Leads, name: string): readonly string[] {
  const module = moduleText(statement.field('source'));
  const clause = statement.children().find((child) => child.kind() === 'import_clause');
  return (clause?.children() ?? []).flatMap((part) => {
    if (part.kind() === 'namespace_import') {
      const local = part.children().find((child) => child.kind() === 'identifier');
      return local && leads(module, name) ? [`${local.text()}.${name}`] : [];
    }
    if (part.kind() !== 'named_imports') return [];
    return part.children().flatMap((each) => {
      const member = each.field('name')?.text();
      if (member === undefined || !leads(module, member)) return [];
      return [each.field('alias')?.text() ?? member];
    });
  });
}

/** `const api = require('./api')` and `const { acquire } = await import('./api')`. */
function requiredNames(declarator: SyntaxNode, leads: Leads, name: string): readonly string[] {
  const module = /^(?:await\s+)?(?:require|import)\(\s*['"`]([^'"`]+)['"`]\s*\)$/.exec(
    declarator.field('value')?.text() ?? '',
  )?.[1];
  const local = declarator.field('name');
  if (module === undefined || !local) return [];
  if (local.kind() === 'identifier') return leads(module, name) ? [`${local.text()}.${name}`] : [];
  return local.children().flatMap((each) => {
    const member = each.field('key')?.text() ?? each.text();
    return each.isNamed() && leads(module, member) ? [each.field('value')?.text() ?? member] : [];
  });
}

/** Whether a file's export is the wanted one, its own or passed on from another file. */
function exported(
  tree: Tree,
  resolve: ReturnType<typeof scriptResolver>,
  path: string,
  member: string,
  wanted: { readonly set: PathSet; readonly name: string },
  depth: number,
): boolean {
  if (wanted.set.has(path)) return member === wanted.name;
  const file = tree.source(path);
  if (!file || depth >= DEEPEST_RE_EXPORT) return false;
  return nodesAmong(file, tree.syntax(file), ['export_statement'], '\\bfrom\\b').some((node) => {
    const target = resolve(path, moduleText(node.field('source')));
    const inner = passedOn(node, member);
    return (
      target.kind === 'file' &&
      inner !== undefined &&
      exported(tree, resolve, target.path, inner, wanted, depth + 1)
    );
  });
}

/** What an export calls `member` in the file that it comes from. */
function passedOn(statement: SyntaxNode, member: string): string | undefined {
  const clause = statement.children().find((child) => child.kind() === 'export_clause');
  if (!clause) return /^export\s*\*\s*from\b/.test(statement.text()) ? member : undefined;
  const specifier = clause
    .children()
    .find((each) => (each.field('alias') ?? each.field('name'))?.text() === member);
  return specifier?.field('name')?.text();
}

function moduleText(source: SyntaxNode | null): string {
  return source?.text().slice(1, -1) ?? '';
}
