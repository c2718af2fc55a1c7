import type { SourceFile } from '../../support/source-file.ts';
import type { SyntaxNode } from '../../support/syntax.ts';
import { nodesAmong } from '../patterns/kinds.ts';
import type { Unit } from '../rules/rule.ts';
import { folderOf, type Tree } from '../tree/tree.ts';
import { evaluate } from './evaluate.ts';
import { type Quantity, withUnit } from './quantity.ts';

/** What gives a name a value: constants, variables, fields, object keys, keyword arguments. */
const BINDINGS = [
  'const_spec',
  'var_spec',
  'short_var_declaration',
  'keyed_element',
  'variable_declarator',
  'pair',
  'public_field_definition',
  'field_definition',
  'enum_assignment',
  'assignment',
  'keyword_argument',
  'default_parameter',
  'typed_default_parameter',
];

const DEEPEST_REFERENCE = 8;

export interface FoundConstant {
  /** The binding, name and value together. */
  readonly node: SyntaxNode;
  /** Absent when the value is no constant expression. */
  readonly quantity: Quantity | undefined;
}

/** The bindings of a name in a file, with their values worked out through other constants of the file or folder. */
export function constantsNamed(
  tree: Tree,
  file: SourceFile,
  name: string,
  unit: Unit | undefined,
): readonly FoundConstant[] {
  return bindingsOf(tree, file, name).map(({ node, value }) => {
    const quantity = evaluate(value, (other) => constantValue(tree, file, other, DEEPEST_REFERENCE));
    return { node, quantity: quantity && withUnit(quantity, name, unit) };
  });
}

function constantValue(tree: Tree, file: SourceFile, name: string, depth: number): Quantity | undefined {
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (depth === 0) return undefined;
  const folder = folderOf(file.path);
  const others = tree.code.filter(
    ({ path, text }) => path !== file.path && folderOf(path) === folder && text.includes(last),
  );
  for (const each of [file, ...others]) {
    const [first] = bindingsOf(tree, each, last);
    if (first)
      return evaluate(first.value, (other) =>
        other === name ? undefined : constantValue(tree, each, other, depth - 1),
      );
  }
  return undefined;
}

function bindingsOf(
  tree: Tree,
  file: SourceFile,
  name: string,
): readonly { readonly node: SyntaxNode; readonly value: string }[] {
  return nodesAmong(file, tree.syntax(file), BINDINGS, name.replace(/[^\w]/g, '\\$&')).flatMap((node) => {
    const names = namesOf(node);
    const index = names.indexOf(name);
    const value = index < 0 ? undefined : valuesOf(node)[names.length > 1 ? index : 0];
    return value === undefined ? [] : [{ node, value }];
  });
}

function namesOf(node: SyntaxNode): readonly string[] {
  const fields = ['name', 'left', 'key', 'property'].flatMap((field) => node.fieldChildren(field));
  const nodes = fields.length > 0 ? fields : node.children().slice(0, 1);
  return nodes
    .filter((child) => child.isNamed())
    .flatMap((child) => child.text().split(/\s*,\s*/))
    .map((text) => text.replace(/^(?:self\.|this\.)|^['"]|['"]$/g, ''));
}

function valuesOf(node: SyntaxNode): readonly string[] {
  const value = node.field('value') ?? node.field('right') ?? lastNamed(node);
  if (!value) return [];
  if (value.kind() !== 'expression_list') return [value.text()];
  return value
    .children()
    .filter((child) => child.isNamed())
    .map((child) => child.text());
}

function lastNamed(node: SyntaxNode): SyntaxNode | undefined {
  const named = node.children().filter((child) => child.isNamed());
  return named.length > 1 ? named[named.length - 1] : undefined;
}
