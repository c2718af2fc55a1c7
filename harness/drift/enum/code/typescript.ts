import type { SourceFile } from '../../support/source-file.ts';
import { type SyntaxNode, spanOf } from '../../support/syntax.ts';
import { BACKSLASH } from './escapes.ts';
import { type Expr, joined, type RecordEntry, runsOf, SPREAD_KEY } from './expr.ts';
import type { CodeLanguage } from './language.ts';
import { keyText, lowerField, lowerFirst, opaque, partsOf, placeOf } from './nodes.ts';
import { literalKey } from './partial.ts';
import {
  scriptBindings,
  scriptFunctionName,
  scriptFunctionOwner,
  scriptImports,
} from './typescript-bindings.ts';

/** TypeScript and JavaScript: templates, tags that bind what stands in `${…}`, lists of values after the statement. */
export const typescript: CodeLanguage = {
  stringKinds: ['string', 'template_string'],
  callKinds: ['call_expression', 'new_expression'],
  functionKinds: [
    'function_declaration',
    'function_expression',
    'arrow_function',
    'method_definition',
    'generator_function_declaration',
  ],
  bindingKinds: [
    'variable_declarator',
    'assignment_expression',
    'augmented_assignment_expression',
    'formal_parameters',
    'enum_assignment',
    'public_field_definition',
    'type_alias_declaration',
    'return_statement',
    'for_in_statement',
    'arrow_function',
    'expression_statement',
  ],
  importKinds: ['import_statement'],
  textParents: [
    'binary_expression',
    'parenthesized_expression',
    'as_expression',
    'satisfies_expression',
    'call_expression',
  ],
  flatArguments: false,
  folderIsModule: false,
  lower,
  bindings: (file, node) => scriptBindings(file, node, lower),
  imports: scriptImports,
  functionName: scriptFunctionName,
  functionOwner: scriptFunctionOwner,
};

/** JavaScript: the same without types, enums and the declarations that only TypeScript has. */
export const javascript: CodeLanguage = {
  ...typescript,
  bindingKinds: [
    'variable_declarator',
    'assignment_expression',
    'augmented_assignment_expression',
    'formal_parameters',
    'return_statement',
    'for_in_statement',
    'arrow_function',
    'expression_statement',
  ],
};

function lower(file: SourceFile, node: SyntaxNode): Expr {
  const span = placeOf(file, node);
  switch (node.kind()) {
    case 'string':
      return { ...span, kind: 'text', runs: runsOf(file, span.start + 1, span.end - 1, BACKSLASH) };
    case 'template_string':
      return template(file, node, false);
    case 'binary_expression':
      return binary(file, node);
    case 'ternary_expression':
      return {
        ...span,
        kind: 'choice',
        options: [lowerField(lower, file, node, 'consequence'), lowerField(lower, file, node, 'alternative')],
      };
    case 'parenthesized_expression':
    case 'as_expression':
    case 'satisfies_expression':
    case 'non_null_expression':
    case 'await_expression':
    case 'literal_type':
      return lowerFirst(lower, file, node);
    case 'identifier':
    case 'shorthand_property_identifier':
      return node.text() === 'undefined'
        ? { ...span, kind: 'none' }
        : { ...span, kind: 'name', name: node.text() };
    case 'member_expression':
      return member(file, node);
    case 'subscript_expression':
      return element(file, node);
    case 'call_expression':
    case 'new_expression':
      return call(file, node);
    case 'array':
    case 'union_type':
      return { ...span, kind: 'list', items: partsOf(node).flatMap((part) => flattened(lower(file, part))) };
    case 'spread_element':
      return { ...span, kind: 'spread', of: lowerFirst(lower, file, node) };
    case 'object':
      return { ...span, kind: 'record', entries: partsOf(node).flatMap((part) => entryOf(file, part)) };
    case 'null':
    case 'undefined':
    case 'number':
    case 'true':
    case 'false':
      return { ...span, kind: 'none' };
    default:
      return opaque(file, node);
  }
}

/** Nested unions come as trees. */
function flattened(expr: Expr): readonly Expr[] {
  return expr.kind === 'list' ? expr.items : [expr];
}

/** `tagged` templates bind their substitutions unless those are statements or raw texts themselves. */
function template(file: SourceFile, node: SyntaxNode, tagged: boolean): Expr {
  const span = placeOf(file, node);
  const parts: Expr[] = [];
  let from = span.start + 1;
  const text = (end: number) => {
    if (end > from)
      parts.push({ file, start: from, end, kind: 'text', runs: runsOf(file, from, end, BACKSLASH) });
  };
  for (const child of node.children()) {
    if (child.kind() !== 'template_substitution') continue;
    const { start, end } = spanOf(child);
    text(start);
    const value = lowerFirst(lower, file, child);
    parts.push(tagged && !isFragment(child) ? { ...value, kind: 'bound', of: value } : value);
    from = end;
  }
  text(span.end - 1);
  return { ...span, kind: 'join', parts };
}

function isFragment(substitution: SyntaxNode): boolean {
  const call = partsOf(substitution)[0];
  if (call?.kind() !== 'call_expression') return false;
  const callee = call.field('function')?.text() ?? '';
  return (
    call.field('arguments')?.kind() === 'template_string' ||
    /(?:^|\.)(?:raw|unsafe|identifier|id)$/.test(callee)
  );
}

function binary(file: SourceFile, node: SyntaxNode): Expr {
  const operator = node.field('operator')?.text();
  const left = lowerField(lower, file, node, 'left');
  const right = lowerField(lower, file, node, 'right');
  const sides = [left, right];
  if (operator === '+') return { ...placeOf(file, node), kind: 'join', parts: joined(left, right) };
  if (operator === '??' || operator === '||' || operator === '&&')
    return { ...placeOf(file, node), kind: 'choice', options: operator === '&&' ? sides.slice(1) : sides };
  return opaque(file, node);
}

function member(file: SourceFile, node: SyntaxNode): Expr {
  const object = node.field('object');
  const name = node.field('property')?.text() ?? '';
  const isName = /^(?:identifier|this)$/.test(String(object?.kind()));
  const qualifier = (isName ? object?.text() : object?.field('property')?.text()) ?? '';
  const of = object && { of: lower(file, object) };
  return { ...placeOf(file, node), kind: 'name', name, qualifier, ...of };
}

function element(file: SourceFile, node: SyntaxNode): Expr {
  const key = literalKey(node.field('index'));
  const of = lowerField(lower, file, node, 'object');
  return { ...placeOf(file, node), kind: 'element', of, ...(key !== undefined && { key }) };
}

/** `xs.map(() => '?')` and `xs.map((_, i) => `$${i + 1}`)` write one placeholder for each element. */
function placeholders(file: SourceFile, node: SyntaxNode, list: SyntaxNode): Expr | undefined {
  const written = partsOf(node.field('arguments'))[0]?.field('body');
  const numbered = /^`\$\$\{\w+ \+ (\d+)\}`$/.exec(written?.text() ?? '')?.[1];
  const of = written && lower(file, written);
  const isPlain =
    of?.kind === 'text' || (of?.kind === 'join' && of.parts.every(({ kind }) => kind === 'text'));
  if (!of || !(isPlain || numbered !== undefined)) return undefined;
  const from = numbered === undefined ? {} : { from: Number(numbered) };
  return { ...placeOf(file, node), kind: 'repeat', of, times: lower(file, list), ...from };
}

function call(file: SourceFile, node: SyntaxNode): Expr {
  const span = placeOf(file, node);
  const target = node.field('function') ?? node.field('constructor');
  const callee = target?.text() ?? '';
  const listed = node.field('arguments');
  if (listed?.kind() === 'template_string') {
    return { ...template(file, listed, !/^(?:String\.raw|dedent|stripIndent)$/.test(callee)), ...span };
  }
  const args = partsOf(listed).map((arg) => lower(file, arg));
  const [first] = args;
  if (first && /^(?:Object\.(?:freeze|values)|Set|Array\.from)$/.test(callee)) return first;
  if (callee === 'Object.assign')
    return { ...span, kind: 'record', entries: args.map((value) => ({ key: SPREAD_KEY, value })) };
  const method = /\.(join|trim|concat|filter|slice)$/.exec(callee)?.[1];
  const object = target?.field('object');
  const generated = object && callee.endsWith('.map') ? placeholders(file, node, object) : undefined;
  if (generated) return generated;
  if (method && object)
    return { ...span, kind: 'call', callee: method, args: [lower(file, object), ...args] };
  return { ...span, kind: 'call', callee, args };
}

function entryOf(file: SourceFile, node: SyntaxNode): readonly RecordEntry[] {
  if (node.kind() === 'shorthand_property_identifier')
    return [{ key: node.text(), value: lower(file, node) }];
  if (node.kind() === 'spread_element') return [{ key: SPREAD_KEY, value: lowerFirst(lower, file, node) }];
  const key = node.field('key');
  const value = node.field('value');
  return key && value ? [{ key: keyText(key), value: lower(file, value) }] : [];
}
