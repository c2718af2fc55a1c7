import type { SourceFile } from '../../support/source-file.ts';
import { type SyntaxNode, spanOf } from '../../support/syntax.ts';
import type { Binding, Import } from './language.ts';
import { elementOf, type Lower, partsOf, written } from './nodes.ts';

/** The names that one assignment, parameter list, loop or return of Python gives a value to. */
export function pythonBindings(file: SourceFile, node: SyntaxNode, lower: Lower): readonly Binding[] {
  switch (node.kind()) {
    case 'assignment':
    case 'named_expression':
      return assigned(file, node, lower);
    case 'augmented_assignment':
      return node.field('operator')?.text() === '+='
        ? simple(file, node.field('left'), node.field('right'), 'append', lower)
        : [];
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

function assigned(file: SourceFile, node: SyntaxNode, lower: Lower): readonly Binding[] {
  const left = node.field('left') ?? node.field('name');
  const right = node.field('right') ?? node.field('value');
  if (left?.kind() === 'pattern_list') return unpacked(file, left, right, lower);
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
    return simple(file, name, part.field('value'), 'parameter', lower).map((binding) => ({
      ...binding,
      index,
    }));
  });
}

function looped(file: SourceFile, node: SyntaxNode, lower: Lower): readonly Binding[] {
  const list = node.field('right');
  if (!list) return [];
  const value = elementOf(lower, file, list);
  return simple(file, node.field('left'), null, 'set', lower).map((binding) => ({ ...binding, value }));
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
