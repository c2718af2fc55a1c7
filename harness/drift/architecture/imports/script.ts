import type { SourceFile } from '../../support/source-file.ts';
import { nodesOfKind, type SyntaxNode, spanOf } from '../../support/syntax.ts';
import type { RawImport } from './import.ts';

const KINDS = ['import_statement', 'export_statement', 'call_expression'];

/** The imports of a TypeScript or JavaScript file: static, type-only, re-exported, dynamic and `require`d. */
export function scriptImports(file: SourceFile, root: SyntaxNode): readonly RawImport[] {
  return nodesOfKind(root, KINDS, '^(?:import|export|require|typeof import)').flatMap((node) => {
    const source = sourceOf(node);
    if (!source) return [];
    const { start, end } = spanOf(source);
    const statement = statementOf(node).text();
    return [
      { module: file.text.slice(start + 1, end - 1), start, end, statement, typeOnly: isTypeOnly(node) },
    ];
  });
}

function sourceOf(node: SyntaxNode): SyntaxNode | undefined {
  if (node.kind() !== 'call_expression') {
    return node.field('source') ?? importRequire(node)?.field('source') ?? undefined;
  }
  const callee = node.field('function')?.text();
  if (callee !== 'import' && callee !== 'require' && callee !== 'require.resolve') return undefined;
  const [first] =
    node
      .field('arguments')
      ?.children()
      .filter((child) => child.isNamed()) ?? [];
  const isText =
    first?.kind() === 'string' || (first?.kind() === 'template_string' && !first.text().includes('${'));
  return isText ? first : undefined;
}

function importRequire(node: SyntaxNode): SyntaxNode | undefined {
  return node.children().find((child) => child.kind() === 'import_require_clause');
}

function statementOf(node: SyntaxNode): SyntaxNode {
  if (node.kind() !== 'call_expression') return node;
  const above = node.ancestors().find((each) => /_statement$|_declaration$/.test(String(each.kind())));
  return above ?? node;
}

function isTypeOnly(node: SyntaxNode): boolean {
  return /^(?:import|export)\s+type\s/.test(node.text()) || node.text().startsWith('typeof import');
}
