import type { SourceFile } from '../../support/source-file.ts';
import type { SyntaxNode } from '../../support/syntax.ts';
import { nodesAmong } from '../patterns/kinds.ts';

/** A field of a type: its name, and the keys under which serialised data gives it. */
export interface Field {
  readonly names: readonly string[];
  readonly node: SyntaxNode;
}

/** A struct, interface, class or object type, with the types whose fields it takes over. */
export interface Shape {
  readonly fields: readonly Field[];
  readonly embeds: readonly string[];
  /** The same as types of Go, which may be another package's. */
  readonly embedded?: readonly SyntaxNode[];
}

const SHAPES = {
  go: ['struct_type', 'interface_type'],
  python: ['class_definition'],
  typescript: ['interface_declaration', 'class_declaration', 'object_type'],
} as const;

const OWNERS = new Set([
  'type_spec',
  'var_spec',
  'field_declaration',
  'short_var_declaration',
  'function_declaration',
  'method_declaration',
  'interface_declaration',
  'class_declaration',
  'type_alias_declaration',
  'variable_declarator',
  'required_parameter',
  'optional_parameter',
  'property_signature',
  'method_definition',
  'class_definition',
]);

/** The shapes that are declared as `name`, or anonymously within the function, variable or field of that name. */
export function shapesNamed(file: SourceFile, root: SyntaxNode, name: string): readonly Shape[] {
  const language = file.language === 'go' || file.language === 'python' ? file.language : 'typescript';
  const owned = nodesAmong(file, root, SHAPES[language]).filter((node) => ownersOf(node).includes(name));
  const outer = owned.filter((node) => !owned.some((other) => other !== node && holds(other, node)));
  return outer.map((node) => shapeOf(file, node));
}

function ownersOf(node: SyntaxNode): readonly string[] {
  return [node, ...node.ancestors()]
    .filter((each) => OWNERS.has(String(each.kind())))
    .flatMap((each) => {
      const names = [
        ...each.fieldChildren('name'),
        ...each.fieldChildren('left'),
        ...each.fieldChildren('pattern'),
      ];
      return names.flatMap((child) => child.text().split(/\s*,\s*/));
    });
}

function holds(outer: SyntaxNode, inner: SyntaxNode): boolean {
  const [a, b] = [outer.range(), inner.range()];
  return (
    a.start.index <= b.start.index &&
    b.end.index <= a.end.index &&
    a.end.index - a.start.index > b.end.index - b.start.index
  );
}

function shapeOf(file: SourceFile, node: SyntaxNode): Shape {
  if (file.language === 'go') return goShape(file, node);
  return file.language === 'python' ? pythonShape(file, node) : scriptShape(file, node);
}

/** The shape of a struct or interface of Go. */
export function goShape(file: SourceFile, node: SyntaxNode): Shape {
  const fields = nodesAmong(file, node, ['field_declaration', 'method_elem', 'method_spec']);
  const named = fields.filter((field) => field.fieldChildren('name').length > 0);
  const embedded = fields.filter((field) => field.fieldChildren('name').length === 0);
  return {
    fields: named.map((field) => ({
      node: field,
      names: [...field.fieldChildren('name').map((name) => name.text()), ...tagKeys(field)],
    })),
    embeds: [],
    embedded: embedded.flatMap((field) => field.field('type') ?? []),
  };
}

function tagKeys(field: SyntaxNode): readonly string[] {
  const tag = field.field('tag')?.text() ?? '';
  return [...tag.matchAll(/\w+:"([^",]+)/g)].flatMap(([, key]) => (key === undefined ? [] : [key]));
}

function scriptShape(file: SourceFile, node: SyntaxNode): Shape {
  const kinds = [
    'property_signature',
    'method_signature',
    'public_field_definition',
    'method_definition',
    'field_definition',
  ];
  const fields = nodesAmong(file, node, kinds).map((field) => ({
    node: field,
    names: [(field.field('name') ?? field.field('property'))?.text().replace(/^['"#]|['"]$/g, '') ?? ''],
  }));
  const parameters = nodesAmong(file, node, ['required_parameter', 'optional_parameter'])
    .filter((each) =>
      each.children().some((child) => /^(?:accessibility_modifier|readonly)$/.test(String(child.kind()))),
    )
    .map((each) => ({ node: each, names: [each.field('pattern')?.text() ?? ''] }));
  const heritage = node
    .children()
    .filter((child) => /heritage|extends_type_clause|extends_clause/.test(String(child.kind())));
  const beside = node.parent()?.kind() === 'intersection_type' ? (node.parent()?.children() ?? []) : [];
  const embeds = [...heritage, ...beside].flatMap((each) =>
    [each, ...nodesAmong(file, each, ['type_identifier', 'identifier'])].map((name) => name.text()),
  );
  return { fields: [...fields, ...parameters], embeds: embeds.filter((name) => /^\w+$/.test(name)) };
}

function pythonShape(file: SourceFile, node: SyntaxNode): Shape {
  const fields = nodesAmong(file, node, ['assignment']).flatMap((field) => {
    const left = field.field('left')?.text() ?? '';
    const name = /^(?:self\.)?(\w+)$/.exec(left)?.[1];
    const isLocal =
      !left.startsWith('self.') &&
      field.ancestors().some((each) => each.kind() === 'function_definition' && holds(node, each));
    return name === undefined || isLocal ? [] : [{ node: field, names: [name, ...aliasOf(field)] }];
  });
  const methods = nodesAmong(file, node, ['function_definition']).map((method) => ({
    node: method,
    names: [method.field('name')?.text() ?? ''],
  }));
  const bases = node.field('superclasses')?.children() ?? [];
  return {
    fields: [...fields, ...methods],
    embeds: bases.map((base) => base.text()).filter((name) => /^\w+$/.test(name)),
  };
}

function aliasOf(field: SyntaxNode): readonly string[] {
  const alias = /\balias\s*=\s*["']([^"']+)["']/.exec(field.field('right')?.text() ?? '')?.[1];
  return alias === undefined ? [] : [alias];
}
