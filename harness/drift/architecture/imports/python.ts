import { nodesOfKind, type SyntaxNode, spanOf } from '../../support/syntax.ts';
import type { RawImport } from './import.ts';

const KINDS = ['import_statement', 'import_from_statement', 'call'];

/** The imports of a Python file, wherever they stand, and `importlib.import_module` of a literal. */
export function pythonImports(root: SyntaxNode): readonly RawImport[] {
  return nodesOfKind(root, KINDS, '^(?:import|from|__import__)').flatMap((node) => {
    if (node.kind() === 'import_statement') return namedModules(node);
    if (node.kind() === 'import_from_statement') return fromModule(node);
    return dynamicImport(node);
  });
}

function namedModules(node: SyntaxNode): readonly RawImport[] {
  return node
    .children()
    .filter((child) => child.kind() === 'dotted_name' || child.kind() === 'aliased_import')
    .map((child) =>
      importOf(child.kind() === 'aliased_import' ? (child.field('name') ?? child) : child, node),
    );
}

function fromModule(node: SyntaxNode): readonly RawImport[] {
  const module = node.field('module_name');
  if (!module) return [];
  const members = node
    .fieldChildren('name')
    .map((child) => (child.kind() === 'aliased_import' ? (child.field('name') ?? child) : child).text());
  return [{ ...importOf(module, node), members }];
}

function dynamicImport(node: SyntaxNode): readonly RawImport[] {
  const callee = node.field('function')?.text();
  if (callee !== 'importlib.import_module' && callee !== 'import_module' && callee !== '__import__')
    return [];
  const [first] =
    node
      .field('arguments')
      ?.children()
      .filter((child) => child.isNamed()) ?? [];
  if (first?.kind() !== 'string') return [];
  const content = first.children().find((child) => child.kind() === 'string_content');
  return content ? [importOf(content, node)] : [];
}

function importOf(name: SyntaxNode, statement: SyntaxNode): RawImport {
  const { start, end } = spanOf(name);
  const module = name.text().replace(/\s/g, '');
  return { module, start, end, statement: statement.text(), typeOnly: underTypeChecking(statement) };
}

function underTypeChecking(node: SyntaxNode): boolean {
  return node
    .ancestors()
    .some(
      (each) =>
        each.kind() === 'if_statement' &&
        /^(?:typing\.)?TYPE_CHECKING$/.test(each.field('condition')?.text() ?? ''),
    );
}
