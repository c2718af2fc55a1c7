import type { SourceFile } from '../../support/source-file.ts';
import { type SyntaxNode, spanOf } from '../../support/syntax.ts';
import type { Binding, Import } from './language.ts';
import { elementOf, keyText, type Lower, memberOf, partsOf, written } from './nodes.ts';
import { entry, grows, literalKey, merges } from './partial.ts';

/** The names that one declaration, assignment, parameter list, enum member or return gives a value to. */
export function scriptBindings(file: SourceFile, node: SyntaxNode, lower: Lower): readonly Binding[] {
  switch (node.kind()) {
    case 'variable_declarator':
      return declared(file, node, lower);
    case 'assignment_expression':
      return reassigned(file, node.field('left'), node.field('right'), lower);
    case 'expression_statement':
      return called(file, partsOf(node)[0], lower);
    case 'augmented_assignment_expression':
      return node.field('operator')?.text() === '+='
        ? simple(file, node.field('left'), node.field('right'), 'append', lower)
        : [];
    case 'formal_parameters':
      return partsOf(node).flatMap((part, index) => parameter(file, part, index, lower));
    case 'enum_assignment':
      return owned(file, node.field('name'), node.field('value'), ownerName(node, 'enum_declaration'), lower);
    case 'public_field_definition':
      return owned(
        file,
        node.field('name'),
        node.field('value'),
        ownerName(node, 'class_declaration'),
        lower,
      );
    case 'type_alias_declaration':
      return simple(file, node.field('name'), node.field('value'), 'set', lower);
    case 'return_statement':
      return returned(file, node, partsOf(node)[0] ?? null, lower);
    case 'arrow_function':
      return [
        ...called(file, node.field('body'), lower),
        ...returned(
          file,
          node,
          node.field('body')?.kind() === 'statement_block' ? null : node.field('body'),
          lower,
        ),
      ];
    case 'for_in_statement':
      return looped(file, node, lower);
    default:
      return [];
  }
}

/** `x = …`, `x.key = …`, `x['key'] = …`, `x[0] = …` */
function reassigned(
  file: SourceFile,
  left: SyntaxNode | null,
  right: SyntaxNode | null,
  lower: Lower,
): readonly Binding[] {
  const base = left?.field('object');
  if (!left || !right || base?.kind() !== 'identifier') return simple(file, left, right, 'set', lower);
  const key =
    left.kind() === 'member_expression' ? left.field('property')?.text() : literalKey(left.field('index'));
  return entry(file, base, key, right, lower);
}

/** `xs.push(…)`, `xs.unshift(…)`, `map.set('k', …)`, `Object.assign(x, …)` */
function called(file: SourceFile, node: SyntaxNode | null | undefined, lower: Lower): readonly Binding[] {
  if (node?.kind() === 'binary_expression')
    return called(file, node.field('right'), lower).map((each) => ({ ...each, maybe: true }));
  const call = node?.kind() === 'await_expression' ? partsOf(node)[0] : node;
  const target = call?.kind() === 'call_expression' ? call.field('function') : undefined;
  const args = partsOf(call?.field('arguments') ?? null);
  const [first, second] = args;
  if (target?.text() === 'Object.assign' && first?.kind() === 'identifier')
    return merges(file, first, args.slice(1), lower);
  const base = target?.field('object');
  if (base?.kind() !== 'identifier') return [];
  switch (target?.field('property')?.text()) {
    case 'push':
    case 'add':
      return grows(file, base, args, lower);
    case 'unshift':
    case 'splice':
      return args.flatMap((arg) => entry(file, base, undefined, arg, lower));
    case 'set':
      return second ? entry(file, base, literalKey(first), second, lower) : [];
    default:
      return [];
  }
}

/** A constant object also gives each of its keys a value, under the object's name. */
function declared(file: SourceFile, node: SyntaxNode, lower: Lower): readonly Binding[] {
  const value = node.field('value');
  const type = node.field('type')?.text();
  const own = simple(file, node.field('name'), value, 'set', lower).map((binding) => ({
    ...binding,
    ...(type !== undefined && { type }),
  }));
  const owner = own[0]?.name;
  const object = value && objectIn(value);
  if (owner === undefined || !object) return own;
  const members = partsOf(object).flatMap((pair) =>
    owned(file, pair.field('key'), pair.field('value'), owner, lower),
  );
  return [...own, ...members];
}

/** The object literal behind `as const`, `satisfies` and `Object.freeze`. */
function objectIn(value: SyntaxNode): SyntaxNode | undefined {
  const kind = value.kind();
  if (kind === 'object') return value;
  const next =
    kind === 'call_expression' && value.field('function')?.text() === 'Object.freeze'
      ? partsOf(value.field('arguments'))[0]
      : kind === 'as_expression' || kind === 'satisfies_expression'
        ? partsOf(value)[0]
        : undefined;
  return next && objectIn(next);
}

function simple(
  file: SourceFile,
  name: SyntaxNode | null,
  value: SyntaxNode | null,
  how: Binding['how'],
  lower: Lower,
): readonly Binding[] {
  if (!name || !/^(?:type_)?identifier$/.test(String(name.kind()))) return [];
  return [
    { name: name.text(), how, at: spanOf(name).start, ...(value && { value: written(lower, file, value) }) },
  ];
}

function owned(
  file: SourceFile,
  name: SyntaxNode | null,
  value: SyntaxNode | null,
  owner: string,
  lower: Lower,
): readonly Binding[] {
  if (!name || !value) return [];
  return [
    { name: keyText(name), how: 'set', at: spanOf(name).start, value: written(lower, file, value), owner },
  ];
}

function ownerName(node: SyntaxNode, kind: string): string {
  return (
    node
      .ancestors()
      .find((each) => each.kind() === kind)
      ?.field('name')
      ?.text() ?? ''
  );
}

function parameter(file: SourceFile, node: SyntaxNode, index: number, lower: Lower): readonly Binding[] {
  const name = node.kind() === 'identifier' ? node : (node.field('pattern') ?? node.field('left'));
  const preset = node.field('value') ?? node.field('right');
  const type = node.field('type')?.text();
  return simple(file, name, preset, 'parameter', lower).map((binding) => ({
    ...binding,
    index,
    ...(type !== undefined && { type }),
  }));
}

function returned(
  file: SourceFile,
  node: SyntaxNode,
  value: SyntaxNode | null,
  lower: Lower,
): readonly Binding[] {
  return value
    ? [{ name: '', how: 'return', at: spanOf(node).start, value: written(lower, file, value) }]
    : [];
}

function looped(file: SourceFile, node: SyntaxNode, lower: Lower): readonly Binding[] {
  const name = node.field('left');
  const list = node.field('right');
  if (!name || !list) return [];
  const value = elementOf(lower, file, list);
  if (name.kind() === 'identifier') return [{ name: name.text(), how: 'set', at: spanOf(name).start, value }];
  return partsOf(name).flatMap((part, place): readonly Binding[] => {
    const key = name.kind() === 'array_pattern' ? String(place) : (part.field('key') ?? part).text();
    const own = part.field('value') ?? part;
    return [{ name: own.text(), how: 'set', at: spanOf(own).start, value: memberOf(file, value, key) }];
  });
}

/** Named, default and namespace imports of one statement. */
export function scriptImports(node: SyntaxNode): readonly Import[] {
  const source = node.field('source');
  if (!source) return [];
  const module = keyText(source);
  const clause = partsOf(node).find((part) => part.kind() === 'import_clause') ?? null;
  return partsOf(clause).flatMap((part): readonly Import[] => {
    if (part.kind() === 'identifier') return [{ name: part.text(), module, member: 'default' }];
    if (part.kind() === 'namespace_import') return [{ name: partsOf(part)[0]?.text() ?? '', module }];
    return partsOf(part).flatMap((specifier) => {
      const member = specifier.field('name')?.text();
      return member === undefined
        ? []
        : [{ name: specifier.field('alias')?.text() ?? member, module, member }];
    });
  });
}

/** The name of a function, or of what an anonymous one is assigned to. */
export function scriptFunctionName(node: SyntaxNode): string {
  const own = node.field('name')?.text();
  if (own !== undefined) return own;
  const parent = node.parent();
  return (parent?.field('name') ?? parent?.field('key'))?.text() ?? '';
}

/** The class whose method or field a function is. */
export function scriptFunctionOwner(node: SyntaxNode): string | undefined {
  const member = node.kind() === 'method_definition' ? node : node.parent();
  if (!/^(?:method_definition|public_field_definition|field_definition)$/.test(String(member?.kind())))
    return undefined;
  const above = member?.parent()?.parent();
  return /^(?:abstract_)?class/.test(String(above?.kind())) ? above?.field('name')?.text() : undefined;
}
