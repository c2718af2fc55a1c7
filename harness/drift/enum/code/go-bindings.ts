import type { SourceFile } from '../../support/source-file.ts';
import { type SyntaxNode, spanOf } from '../../support/syntax.ts';
import type { Binding, Import } from './language.ts';
import { elementOf, type Lower, partsOf, written } from './nodes.ts';
import { entry, grows, literalKey } from './partial.ts';

/** The names that one declaration, assignment, parameter or return of Go gives a value to. */
export function goBindings(file: SourceFile, node: SyntaxNode, lower: Lower): readonly Binding[] {
  switch (node.kind()) {
    case 'const_spec':
    case 'var_spec':
      return declared(file, node, lower);
    case 'short_var_declaration':
    case 'assignment_statement':
      return assigned(file, node, lower);
    case 'parameter_list':
      return parameters(node);
    case 'return_statement':
      return returned(file, node, lower);
    case 'expression_statement':
      return built(file, node, lower);
    case 'range_clause':
      return ranged(file, node, lower);
    default:
      return [];
  }
}

/** `builder.WriteString("…")` makes a text longer, as `+=` does. */
function built(file: SourceFile, node: SyntaxNode, lower: Lower): readonly Binding[] {
  if (!node.text().includes('.WriteString(')) return [];
  const call = partsOf(node)[0];
  const target = call?.field('function');
  const builder = target?.field('operand');
  const text = partsOf(call?.field('arguments') ?? null)[0];
  if (!text || builder?.kind() !== 'identifier' || target?.field('field')?.text() !== 'WriteString')
    return [];
  return [{ name: builder.text(), how: 'append', at: spanOf(text).start, value: written(lower, file, text) }];
}

/** `for _, status := range statuses`: the second name is an element of the list. */
function ranged(file: SourceFile, node: SyntaxNode, lower: Lower): readonly Binding[] {
  const name = partsOf(node.field('left'))[1];
  const list = node.field('right');
  if (!name || !list) return [];
  return [{ name: name.text(), how: 'set', at: spanOf(name).start, value: elementOf(lower, file, list) }];
}

function declared(file: SourceFile, node: SyntaxNode, lower: Lower): readonly Binding[] {
  const names = namesOf(node);
  const values = partsOf(node.field('value'));
  const type = node.field('type')?.text();
  return names.map((name, index) => {
    const value = values[index];
    return {
      name: name.text(),
      how: 'set',
      at: spanOf(name).start,
      ...(value && { value: written(lower, file, value) }),
      ...(type !== undefined && { type }),
    };
  });
}

function assigned(file: SourceFile, node: SyntaxNode, lower: Lower): readonly Binding[] {
  const names = partsOf(node.field('left'));
  const values = partsOf(node.field('right'));
  const how = node.field('operator')?.text() === '+=' ? 'append' : 'set';
  return names.flatMap((name, index): readonly Binding[] => {
    const value = values.length === names.length ? values[index] : undefined;
    const part = value ? partial(file, name, value, lower) : undefined;
    if (part) return part;
    return [
      {
        name: name.text(),
        how,
        at: spanOf(name).start,
        ...(value && { value: written(lower, file, value) }),
      },
    ];
  });
}

/** `xs = append(xs, …)`, `m["k"] = …`, `s.field = …`: nothing when the whole variable gets another value. */
function partial(
  file: SourceFile,
  target: SyntaxNode,
  value: SyntaxNode,
  lower: Lower,
): readonly Binding[] | undefined {
  const kind = target.kind();
  const isPart = kind === 'index_expression' || kind === 'selector_expression';
  const base = isPart ? target.field('operand') : null;
  if (base?.kind() === 'identifier') {
    const key =
      kind === 'index_expression' ? literalKey(target.field('index')) : target.field('field')?.text();
    return entry(file, base, key, value, lower);
  }
  const isAppend = value.kind() === 'call_expression' && value.field('function')?.text() === 'append';
  const [list, ...items] = isAppend ? partsOf(value.field('arguments')) : [];
  return list?.text() === target.text() ? grows(file, target, items, lower) : undefined;
}

function parameters(list: SyntaxNode): readonly Binding[] {
  let place = 0;
  return partsOf(list).flatMap((node): readonly Binding[] => {
    if (node.kind() !== 'parameter_declaration') return [];
    const names = namesOf(node);
    const type = node.field('type')?.text();
    const first = place;
    place += Math.max(1, names.length);
    return names.map((name, offset) => ({
      name: name.text(),
      how: 'parameter',
      at: spanOf(name).start,
      index: first + offset,
      ...(type !== undefined && { type }),
    }));
  });
}

/** The names of one declaration: `a, b string` has two. */
function namesOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.fieldChildren('name').filter((name) => name.isNamed());
}

function returned(file: SourceFile, node: SyntaxNode, lower: Lower): readonly Binding[] {
  const first = partsOf(node.children().find((child) => child.kind() === 'expression_list') ?? null)[0];
  return first
    ? [{ name: '', how: 'return', at: spanOf(node).start, value: written(lower, file, first) }]
    : [];
}

/** The package that an import names, under its alias or the last part of its path. */
export function goImports(node: SyntaxNode): readonly Import[] {
  const path = (node.field('path')?.text() ?? '').slice(1, -1);
  const name = node.field('name')?.text() ?? path.replace(/\/v\d+$/, '').replace(/^.*\//, '');
  return [{ name, module: path }];
}
