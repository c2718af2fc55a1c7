import { readdirSync, readFileSync } from 'node:fs';
import { Lang, parse, type SgNode } from '@ast-grep/napi';

/** The type declarations of one installed SDK: where they lie, their text, and each declaration by its name. */
export interface Declarations {
  readonly file: string;
  readonly source: string;
  readonly nodes: ReadonlyMap<string, SgNode>;
}

/**
 * Reads the wire types of an installed SDK. Bundled declaration files carry a hash in their name, so the file
 * is found by `landmark`, an interface that only the wire types declare; throws when not exactly one file has it.
 */
export function readDeclarations(packageRoot: string, landmark: string): Declarations {
  const folder = `${packageRoot}/dist`;
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name}`)
    .filter((file) => new RegExp(`^interface ${landmark}\\b`, 'm').test(readFileSync(file, 'utf8')));
  const [file, ...others] = files;
  if (file === undefined || others.length > 0)
    throw new Error(`${files.length} declaration files in ${folder} declare ${landmark}, expected one`);
  const source = readFileSync(file, 'utf8');
  return { file, source, nodes: declarationsIn(source) };
}

function declarationsIn(source: string): ReadonlyMap<string, SgNode> {
  const found = new Map<string, SgNode>();
  for (const top of named(parse(Lang.TypeScript, source).root())) {
    const node = top.kind() === 'ambient_declaration' ? (named(top)[0] ?? top) : top;
    const name = node.field('name');
    if (DECLARING.has(String(node.kind())) && name) found.set(name.text(), node);
  }
  return found;
}

const DECLARING = new Set(['interface_declaration', 'type_alias_declaration', 'enum_declaration']);

/** The children of a syntax node that carry meaning: no punctuation, no comments. */
export function named(node: SgNode): SgNode[] {
  return node.children().filter((child) => child.isNamed() && child.kind() !== 'comment');
}
