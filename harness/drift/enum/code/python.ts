import type { SourceFile } from '../../support/source-file.ts';
import { type SyntaxNode, spanOf } from '../../support/syntax.ts';
import { BACKSLASH, BACKSLASH_OR_BRACES, BRACES } from './escapes.ts';
import { type Expr, joined, type RecordEntry, runsOf, SPREAD_KEY } from './expr.ts';
import type { CodeLanguage } from './language.ts';
import { keyText, lowerField, lowerFirst, opaque, partsOf, placeOf } from './nodes.ts';
import { literalKey } from './partial.ts';
import { pythonBindings, pythonImports } from './python-bindings.ts';

/** Python: adjacent literals, f-strings, `%` and `.format`, values in a tuple, list or dictionary. */
export const python: CodeLanguage = {
  stringKinds: ['string'],
  callKinds: ['call'],
  functionKinds: ['function_definition', 'lambda'],
  bindingKinds: [
    'assignment',
    'augmented_assignment',
    'parameters',
    'return_statement',
    'for_statement',
    'named_expression',
    'expression_statement',
  ],
  importKinds: ['import_statement', 'import_from_statement'],
  textParents: ['binary_operator', 'parenthesized_expression', 'concatenated_string'],
  flatArguments: false,
  folderIsModule: false,
  lower,
  bindings: (file, node) => pythonBindings(file, node, lower),
  imports: pythonImports,
  functionName: (node) => node.field('name')?.text() ?? '',
  functionOwner: classAround,
};

/** The class that a method stands in, with a decorator or without. */
function classAround(node: SyntaxNode): string | undefined {
  const holder = node.parent()?.kind() === 'decorated_definition' ? node.parent() : node;
  const above = holder?.parent()?.parent();
  return above?.kind() === 'class_definition' ? above.field('name')?.text() : undefined;
}

function lower(file: SourceFile, node: SyntaxNode): Expr {
  const span = placeOf(file, node);
  switch (node.kind()) {
    case 'string':
      return literal(file, node);
    case 'concatenated_string':
      return { ...span, kind: 'join', parts: partsOf(node).map((part) => lower(file, part)) };
    case 'binary_operator':
      return binary(file, node);
    case 'boolean_operator':
      return {
        ...span,
        kind: 'choice',
        options: [lowerField(lower, file, node, 'left'), lowerField(lower, file, node, 'right')],
      };
    case 'conditional_expression':
      return {
        ...span,
        kind: 'choice',
        options: partsOf(node)
          .filter((_, index) => index !== 1)
          .map((part) => lower(file, part)),
      };
    case 'parenthesized_expression':
    case 'await':
    case 'expression_list':
      return lowerFirst(lower, file, node);
    case 'named_expression':
      return lowerField(lower, file, node, 'value');
    case 'identifier':
      return { ...span, kind: 'name', name: node.text() };
    case 'attribute':
      return attribute(file, node);
    case 'subscript':
      return subscript(file, node);
    case 'call':
      return call(file, node);
    case 'list':
    case 'tuple':
    case 'set':
      return { ...span, kind: 'list', items: partsOf(node).map((part) => lower(file, part)) };
    case 'list_splat':
      return { ...span, kind: 'spread', of: lowerFirst(lower, file, node) };
    case 'list_comprehension':
    case 'generator_expression':
      return comprehension(file, node);
    case 'dictionary':
      return { ...span, kind: 'record', entries: partsOf(node).flatMap((part) => entryOf(file, part)) };
    case 'none':
    case 'true':
    case 'false':
    case 'integer':
    case 'float':
      return { ...span, kind: 'none' };
    default:
      return opaque(file, node);
  }
}

function literal(file: SourceFile, node: SyntaxNode): Expr {
  const children = node.children();
  const prefix = children[0]?.text().toLowerCase() ?? '';
  const raw = prefix.includes('r');
  const escapes = prefix.includes('f') ? (raw ? BRACES : BACKSLASH_OR_BRACES) : raw ? undefined : BACKSLASH;
  const parts = children.flatMap((child): readonly Expr[] => {
    const { start, end } = spanOf(child);
    if (child.kind() === 'string_content')
      return [{ file, start, end, kind: 'text', runs: runsOf(file, start, end, escapes) }];
    return child.kind() === 'interpolation' ? [lowerField(lower, file, child, 'expression')] : [];
  });
  const only = parts.length === 1 && parts[0]?.kind === 'text' ? parts[0] : undefined;
  return only ? { ...only, ...placeOf(file, node) } : { ...placeOf(file, node), kind: 'join', parts };
}

function binary(file: SourceFile, node: SyntaxNode): Expr {
  const span = placeOf(file, node);
  const operator = node.field('operator')?.text();
  const left = lowerField(lower, file, node, 'left');
  const right = lowerField(lower, file, node, 'right');
  if (operator === '+') {
    if (left.kind === 'list' && right.kind === 'list')
      return { ...span, kind: 'list', items: [...left.items, ...right.items] };
    return { ...span, kind: 'join', parts: joined(left, right) };
  }
  if (operator === '*') return { ...span, kind: 'repeat', of: left, times: right };
  if (operator === '|')
    return { ...span, kind: 'record', entries: [left, right].map((value) => ({ key: SPREAD_KEY, value })) };
  if (operator !== '%') return opaque(file, node);
  return {
    ...span,
    kind: 'format',
    style: 'printf',
    template: left,
    args: right.kind === 'list' ? right.items : [right],
  };
}

/** `Status.ONLINE.value` is the member; `models.Status.ONLINE` a member of `Status`. */
function attribute(file: SourceFile, node: SyntaxNode): Expr {
  const object = node.field('object');
  const name = node.field('attribute')?.text() ?? '';
  if (object && name === 'value' && object.kind() === 'attribute') return lower(file, object);
  const qualifier =
    object?.kind() === 'identifier' ? object.text() : (object?.field('attribute')?.text() ?? '');
  const of = object && { of: lower(file, object) };
  return { ...placeOf(file, node), kind: 'name', name, qualifier, ...of };
}

/** `"%s" for _ in xs` is the text once for each element; other comprehensions make values that only runtime knows. */
function comprehension(file: SourceFile, node: SyntaxNode): Expr {
  const body = node.field('body');
  const clauses = partsOf(node).filter((part) => part.kind() !== body?.kind() || part.id() !== body.id());
  const list = clauses.length === 1 ? clauses[0]?.field('right') : undefined;
  const of = body && lower(file, body);
  if (of?.kind !== 'text' || !list) return opaque(file, node);
  return { ...placeOf(file, node), kind: 'repeat', of, times: lower(file, list) };
}

function subscript(file: SourceFile, node: SyntaxNode): Expr {
  const [value, ...items] = partsOf(node);
  if (value && /(?:^|\.)Literal$/.test(value.text())) {
    return { ...placeOf(file, node), kind: 'list', items: items.map((item) => lower(file, item)) };
  }
  const key = literalKey(node.field('subscript'));
  const of = value ? lower(file, value) : opaque(file, node);
  return { ...placeOf(file, node), kind: 'element', of, ...(key !== undefined && { key }) };
}

function call(file: SourceFile, node: SyntaxNode): Expr {
  const span = placeOf(file, node);
  const target = node.field('function');
  const callee = target?.text() ?? '';
  const given = node.field('arguments');
  const listed = given?.kind() === 'generator_expression' ? [given] : partsOf(given);
  const keywords = listed.flatMap((arg) => keywordOf(file, arg));
  const plain = listed.filter((arg) => arg.kind() !== 'keyword_argument').map((arg) => lower(file, arg));
  const named: readonly Expr[] =
    keywords.length > 0 ? [{ ...span, kind: 'record', entries: keywords, keywords: true }] : [];
  const args = [...plain, ...named];
  const [first] = plain;
  if (first && /^(?:frozenset|set|tuple|list|sorted)$/.test(callee)) return first;
  if (callee === 'dict')
    return {
      ...span,
      kind: 'record',
      entries: [...plain.map((value) => ({ key: SPREAD_KEY, value })), ...keywords],
    };
  if (first && /(?:^|\.)Literal$/.test(callee)) return { ...span, kind: 'bound', of: first };
  const object = target?.field('object');
  if (object && callee.endsWith('.format'))
    return { ...span, kind: 'format', style: 'brace', template: lower(file, object), args };
  if (object && first && callee.endsWith('.join'))
    return { ...span, kind: 'call', callee: 'join', args: [first, lower(file, object)] };
  if (object && listed.length === 0 && callee.endsWith('.copy')) return lower(file, object);
  if (object && /\.(?:strip|lower|bindparams)$/.test(callee))
    return { ...span, kind: 'call', callee: 'strip', args: [lower(file, object), ...args] };
  return { ...span, kind: 'call', callee, args };
}

function keywordOf(file: SourceFile, node: SyntaxNode): readonly RecordEntry[] {
  if (node.kind() !== 'keyword_argument') return [];
  return [{ key: node.field('name')?.text() ?? '', value: lowerField(lower, file, node, 'value') }];
}

function entryOf(file: SourceFile, node: SyntaxNode): readonly RecordEntry[] {
  if (node.kind() === 'dictionary_splat') return [{ key: SPREAD_KEY, value: lowerFirst(lower, file, node) }];
  const key = node.field('key');
  const value = node.field('value');
  return key && value ? [{ key: keyText(key), value: lower(file, value) }] : [];
}
