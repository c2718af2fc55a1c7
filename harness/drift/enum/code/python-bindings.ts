import type { SourceFile } from '../../support/source-file.ts';
import { type SyntaxNode, spanOf } from '../../support/syntax.ts';
import type { Binding, Import } from './language.ts';
import { elementOf, type Lower, memberOf, partsOf, written } from './nodes.ts';
import { entry, grows, literalKey, merges } from './partial.ts';

/** The names that one assignment, parameter list, loop or return of Python gives a value to. */
export function pythonBindings(file: SourceFile, node: SyntaxNode, lower: Lower): readonly Binding[] {
  switch (node.kind()) {
    case 'assignment':
    case 'named_expression':
      return assigned(file, node, lower);
    case 'augmented_assignment':
      return augmented(file, node, lower);
    case 'expression_statement':
      return called(file, node, lower);
    case 'parameters':
      return parameters(file, node, lower);
    case 'for_statement':
      return looped(file, node, lower);
    case 'return_statement': {
      const value = partsOf(node)[0];
      return value
        ? [{ name: '', how: 'return', at: spanOf(node).start, value: written(lower, file, value) }]
        : [];
    }
    default:
      return [];
  }
}

function augmented(file: SourceFile, node: SyntaxNode, lower: Lower): readonly Binding[] {
  const [left, operator, right] = [node.field('left'), node.field('operator')?.text(), node.field('right')];
  if (operator === '+=') return simple(file, left, right, 'append', lower);
  return operator === '|=' && left?.kind() === 'identifier' && right
    ? merges(file, left, [right], lower)
    : [];
}

/** `xs.append(…)`, `xs.extend(…)`, `xs.insert(0, …)`, `d.update(…)`, `d.setdefault('k', …)`. */
function called(file: SourceFile, node: SyntaxNode, lower: Lower): readonly Binding[] {
  const call = partsOf(node)[0];
  const target = call?.kind() === 'call' ? call.field('function') : undefined;
  const base = target?.field('object');
  if (!call || base?.kind() !== 'identifier') return [];
  const args = partsOf(call.field('arguments'));
  const keywords = args.filter((arg) => arg.kind() === 'keyword_argument');
  const [first, second] = args;
  switch (target?.field('attribute')?.text()) {
    case 'append':
    case 'add':
      return grows(file, base, args, lower);
    case 'extend':
      return grows(file, base, args, lower, true);
    case 'insert':
      return second ? entry(file, base, undefined, second, lower) : [];
    case 'setdefault':
      return second ? entry(file, base, literalKey(first), second, lower) : [];
    case 'update':
      return [
        ...merges(
          file,
          base,
          args.filter((arg) => arg.kind() !== 'keyword_argument'),
          lower,
        ),
        ...keywords.flatMap((arg) => {
          const value = arg.field('value');
          return value ? entry(file, base, arg.field('name')?.text(), value, lower) : [];
        }),
      ];
    default:
      return [];
  }
}

/** `d["k"] = …`, `xs[0] = …`, `record.field = …` */
function replaced(
  file: SourceFile,
  left: SyntaxNode | null,
  right: SyntaxNode | null,
  lower: Lower,
): readonly Binding[] {
  const base = left?.field('value') ?? left?.field('object');
  if (!left || !right || base?.kind() !== 'identifier' || /^(?:self|cls)$/.test(base.text())) return [];
  if (left.kind() === 'subscript')
    return entry(file, base, literalKey(left.field('subscript')), right, lower);
  return left.kind() === 'attribute' ? entry(file, base, left.field('attribute')?.text(), right, lower) : [];
}

function assigned(file: SourceFile, node: SyntaxNode, lower: Lower): readonly Binding[] {
  const left = node.field('left') ?? node.field('name');
  const right = node.field('right') ?? node.field('value');
  if (left?.kind() === 'pattern_list') return unpacked(file, left, right, lower);
  const parts = replaced(file, left, right, lower);
  if (parts.length > 0) return parts;
  const owner = owningClass(node);
  const type = node.field('type')?.text();
  return simple(file, left, right, 'set', lower).map((binding) => ({
    ...binding,
    ...(owner !== undefined && { owner }),
    ...(type !== undefined && { type }),
  }));
}

function unpacked(
  file: SourceFile,
  left: SyntaxNode,
  right: SyntaxNode | null,
  lower: Lower,
): readonly Binding[] {
  const values = right?.kind() === 'expression_list' ? partsOf(right) : [];
  return partsOf(left).flatMap((name, index) => simple(file, name, values[index] ?? null, 'set', lower));
}

function simple(
  file: SourceFile,
  name: SyntaxNode | null,
  value: SyntaxNode | null,
  how: Binding['how'],
  lower: Lower,
): readonly Binding[] {
  if (name?.kind() !== 'identifier') return [];
  return [
    { name: name.text(), how, at: spanOf(name).start, ...(value && { value: written(lower, file, value) }) },
  ];
}

/** The class whose body holds an assignment directly. */
function owningClass(node: SyntaxNode): string | undefined {
  const holder = node.parent()?.parent()?.parent();
  return holder?.kind() === 'class_definition' ? holder.field('name')?.text() : undefined;
}

/** `self` and `cls` are not passed by callers, so they take no place. */
function parameters(file: SourceFile, node: SyntaxNode, lower: Lower): readonly Binding[] {
  const listed = partsOf(node).filter((part) => !/^(?:self|cls)$/.test(part.text()));
  return listed.flatMap((part, index) => {
    const name = part.kind() === 'identifier' ? part : (part.field('name') ?? partsOf(part)[0] ?? null);
    const type = part.field('type')?.text();
    return simple(file, name, part.field('value'), 'parameter', lower).map((binding) => ({
      ...binding,
      index,
      ...(type !== undefined && { type }),
    }));
  });
}

function looped(file: SourceFile, node: SyntaxNode, lower: Lower): readonly Binding[] {
  const list = node.field('right');
  if (!list) return [];
  const value = elementOf(lower, file, list);
  const names = node.field('left');
  if (names && /^(?:pattern_list|tuple_pattern)$/.test(String(names.kind())))
    return partsOf(names).flatMap((name, place) =>
      simple(file, name, null, 'set', lower).map((binding) => ({
        ...binding,
        value: memberOf(file, value, String(place)),
      })),
    );
  return simple(file, names, null, 'set', lower).map((binding) => ({ ...binding, value }));
}

/** `import a.b as c` and `from a.b import C as D`. */
export function pythonImports(node: SyntaxNode): readonly Import[] {
  const from = node.field('module_name');
  const names = node.fieldChildren('name').filter((name) => name.isNamed());
  return names.map((each) => {
    const path = (each.field('name') ?? each).text();
    const name = each.field('alias')?.text() ?? path.replace(/^.*\./, '');
    return from ? { name, module: from.text(), member: path } : { name, module: path };
  });
}
