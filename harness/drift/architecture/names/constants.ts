import type { SourceFile } from '../../support/source-file.ts';
import type { SyntaxNode } from '../../support/syntax.ts';
import { nodePlace } from '../checks/check.ts';
import { nodesAmong } from '../patterns/kinds.ts';
import type { Tree } from '../tree/tree.ts';
import { isText, textOf } from './literal.ts';
import type { Named } from './named.ts';

const BINDINGS = [
  'const_spec',
  'var_spec',
  'variable_declarator',
  'enum_assignment',
  'public_field_definition',
  'assignment',
];

/** The values of string constants of a type (`Name EventType = "…"`, `EventType("…")`), or with matching names. */
export function typedConstants(
  tree: Tree,
  file: SourceFile,
  wanted: { readonly type?: string; readonly name?: string },
): readonly Named[] {
  const name = wanted.name === undefined ? undefined : new RegExp(wanted.name, 'u');
  return nodesAmong(file, tree.syntax(file), BINDINGS).flatMap((node) => {
    const text = literalOf(node);
    if (!text) return [];
    if (wanted.type !== undefined && !typesOf(node).includes(wanted.type)) return [];
    if (name && !name.test(node.child(0)?.text() ?? '')) return [];
    return [{ name: textOf(text), ...nodePlace(file, node) }];
  });
}

function literalOf(node: SyntaxNode): SyntaxNode | undefined {
  const value = node.field('value') ?? node.field('right') ?? undefined;
  return value && firstText(value, 3);
}

function firstText(node: SyntaxNode, depth: number): SyntaxNode | undefined {
  if (isText(node)) return node;
  if (depth === 0) return undefined;
  for (const child of node.children()) {
    const found = child.isNamed() ? firstText(child, depth - 1) : undefined;
    if (found) return found;
  }
  return undefined;
}

function typesOf(node: SyntaxNode): readonly string[] {
  const annotation = node.field('type')?.text().replace(/^:\s*/, '');
  const value = node.field('value') ?? node.field('right');
  const converted = /^(\w+)\s*\(/.exec(value?.text() ?? '')?.[1];
  const owner = node
    .ancestors()
    .find((each) => /^(?:enum_declaration|class_definition|class_declaration)$/.test(String(each.kind())));
  return [annotation, converted, owner?.field('name')?.text()].filter((type) => type !== undefined);
}
