import type { SourceFile } from '../../support/source-file.ts';
import { type SyntaxNode, spanOf } from '../../support/syntax.ts';
import { BACKSLASH } from './escapes.ts';
import { type Expr, joined, type RecordEntry, runsOf } from './expr.ts';
import { goBindings, goImports } from './go-bindings.ts';
import type { CodeLanguage } from './language.ts';
import { lowerField, lowerFirst, partsOf } from './nodes.ts';
import { literalKey } from './partial.ts';

/** Go: package-wide names, values after the statement, `fmt.Sprintf` and `+` to build texts. */
export const go: CodeLanguage = {
  stringKinds: ['interpreted_string_literal', 'raw_string_literal'],
  callKinds: ['call_expression'],
  functionKinds: ['function_declaration', 'method_declaration', 'func_literal'],
  bindingKinds: [
    'const_spec',
    'var_spec',
    'short_var_declaration',
    'assignment_statement',
    'parameter_list',
    'return_statement',
    'range_clause',
    'expression_statement',
  ],
  importKinds: ['import_spec'],
  textParents: ['binary_expression', 'parenthesized_expression'],
  flatArguments: true,
  folderIsModule: true,
  lower,
  bindings: (file, node) => goBindings(file, node, lower),
  imports: goImports,
  functionName: (node) => node.field('name')?.text() ?? '',
  functionOwner: (node) => /(\w+)(?:\[[^\]]*\])?\s*\)$/.exec(node.field('receiver')?.text() ?? '')?.[1],
};

function lower(file: SourceFile, node: SyntaxNode): Expr {
  const span = { file, ...spanOf(node) };
  switch (node.kind()) {
    case 'interpreted_string_literal':
      return { ...span, kind: 'text', runs: runsOf(file, span.start + 1, span.end - 1, BACKSLASH) };
    case 'raw_string_literal':
      return { ...span, kind: 'text', runs: runsOf(file, span.start + 1, span.end - 1) };
    case 'binary_expression':
      return binary(file, node);
    case 'parenthesized_expression':
    case 'literal_element':
    case 'expression_list':
      return lowerFirst(lower, file, node);
    case 'unary_expression':
      return lowerField(lower, file, node, 'operand');
    case 'identifier':
    case 'field_identifier':
      return { ...span, kind: 'name', name: node.text() };
    case 'selector_expression':
      return selector(file, node);
    case 'call_expression':
    case 'type_conversion_expression':
      return call(file, node);
    case 'composite_literal':
      return lowerField(lower, file, node, 'body');
    case 'literal_value':
      return composite(file, node);
    case 'variadic_argument':
      return { ...span, kind: 'spread', of: lowerFirst(lower, file, node) };
    case 'index_expression':
      return element(file, node);
    case 'nil':
    case 'true':
    case 'false':
    case 'int_literal':
    case 'float_literal':
      return { ...span, kind: 'none' };
    default:
      return { ...span, kind: 'opaque' };
  }
}

function binary(file: SourceFile, node: SyntaxNode): Expr {
  const span = { file, ...spanOf(node) };
  const [left, operator, right] = node.children();
  if (!left || !right || operator?.text() !== '+') return { ...span, kind: 'opaque' };
  return { ...span, kind: 'join', parts: joined(lower(file, left), lower(file, right)) };
}

function selector(file: SourceFile, node: SyntaxNode): Expr {
  const owner = node.field('operand');
  const name = node.field('field')?.text() ?? '';
  const qualifier = owner?.kind() === 'identifier' ? owner.text() : '';
  const of = owner && { of: lower(file, owner) };
  return { file, ...spanOf(node), kind: 'name', name, qualifier, ...of };
}

function element(file: SourceFile, node: SyntaxNode): Expr {
  const key = literalKey(node.field('index'));
  const of = lowerField(lower, file, node, 'operand');
  return { file, ...spanOf(node), kind: 'element', of, ...(key !== undefined && { key }) };
}

function call(file: SourceFile, node: SyntaxNode): Expr {
  const span = { file, ...spanOf(node) };
  const callee = (node.field('function') ?? node.field('type'))?.text() ?? '';
  const args = partsOf(node.field('arguments'));
  const method =
    /\.String$/.test(callee) && args.length === 0 ? node.field('function')?.field('operand') : null;
  if (method) return lower(file, method);
  const lowered = args.map((arg) => lower(file, arg));
  const [template, ...rest] = lowered;
  if (template && /(?:^|\.)Sprintf$/.test(callee))
    return { ...span, kind: 'format', style: 'printf', template, args: rest };
  const [times] = rest;
  if (template && times && callee === 'strings.Repeat')
    return { ...span, kind: 'repeat', of: template, times };
  return { ...span, kind: 'call', callee, args: lowered };
}

function composite(file: SourceFile, node: SyntaxNode): Expr {
  const span = { file, ...spanOf(node) };
  const children = partsOf(node);
  const entries = children.flatMap((child) => keyed(file, child));
  if (entries.length > 0) return { ...span, kind: 'record', entries };
  return { ...span, kind: 'list', items: children.map((child) => lower(file, child)) };
}

function keyed(file: SourceFile, node: SyntaxNode): readonly RecordEntry[] {
  if (node.kind() !== 'keyed_element') return [];
  const [key, value] = partsOf(node);
  if (!key || !value) return [];
  return [{ key: key.text().replace(/^["`]|["`]$/g, ''), value: lower(file, value) }];
}
