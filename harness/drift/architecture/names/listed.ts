import type { SourceFile } from '../../support/source-file.ts';
import type { SyntaxNode } from '../../support/syntax.ts';
import { nodePlace } from '../checks/check.ts';
import { nodesAmong } from '../patterns/kinds.ts';
import type { Tree } from '../tree/tree.ts';
import { isText, textOf } from './literal.ts';
import type { NameSet } from './named.ts';

const BINDINGS = [
  'const_spec',
  'var_spec',
  'short_var_declaration',
  'variable_declarator',
  'public_field_definition',
  'assignment',
  'pair',
  'keyword_argument',
];

const VALUES_OF_KEYS = new Set(['pair', 'keyed_element', 'dictionary']);

/** The strings of a list, tuple, set, slice or map literal; of maps the keys count. */
export function listedNames(tree: Tree, file: SourceFile, list: string): NameSet {
  if (!file.text.includes(list)) return { names: [] };
  const binding = nodesAmong(file, tree.syntax(file), BINDINGS).find((node) => boundName(node) === list);
  if (!binding) return { names: [] };
  const names = texts(binding).map((node) => ({ name: textOf(node), ...nodePlace(file, node) }));
  const place = nodePlace(file, binding);
  return {
    names,
    anchor: { name: list, ...place, statement: file.text.split('\n')[place.line - 1]?.trim() ?? list },
  };
}

function boundName(node: SyntaxNode): string | undefined {
  const name =
    node.field('name') ?? node.field('left') ?? node.field('key') ?? node.field('property') ?? node.child(0);
  return name?.text().replace(/^(?:self\.)|^['"]|['"]$/g, '');
}

function texts(binding: SyntaxNode): readonly SyntaxNode[] {
  const value = binding.field('value') ?? binding.field('right');
  return value ? collect(value) : [];
}

function collect(node: SyntaxNode): readonly SyntaxNode[] {
  if (isText(node)) return [node];
  if (VALUES_OF_KEYS.has(String(node.kind())) && node.kind() !== 'dictionary') {
    const [key] = node.children().filter((child) => child.isNamed());
    return key ? collect(key) : [];
  }
  if (/^(?:type_annotation|map_type|slice_type|array_type|comment)$/.test(String(node.kind()))) return [];
  return node.children().flatMap(collect);
}
