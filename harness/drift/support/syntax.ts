import { createRequire } from 'node:module';
import type { SgNode } from '@ast-grep/napi';
import type { SourceFile } from './source-file.ts';

export type SyntaxNode = SgNode;

const load = createRequire(import.meta.url);
let parser: typeof import('@ast-grep/napi') | undefined;

/** The syntax tree of a file; tree-sitter answers for any text, `hasSyntaxErrors` tells whether it understood it. */
export function syntaxOf(file: SourceFile): SyntaxNode {
  parser ??= loadParser();
  const root = parser.parse(grammarOf(file), file.text).root();
  if (file.language !== 'go' || !/\bnew\(/.test(file.text) || !hasSyntaxErrors(root)) return root;
  const plain = parser.parse('go', file.text.replace(/\bnew\(/g, `${GO_NEW}(`)).root();
  return hasSyntaxErrors(plain) ? root : plain;
}

/** Stands for Go's \`new\` where it takes a value, as it may since 1.26: to the grammar, only types come after that word. */
export const GO_NEW = 'neW';

/** The syntax tree of a script for the shell. */
export function syntaxOfScript(text: string): SyntaxNode {
  parser ??= loadParser();
  return parser.parse('bash', text).root();
}

/** Native code, which is loaded for the first file: whoever only wants to know the rules does without it. */
function loadParser(): typeof import('@ast-grep/napi') {
  const loaded: typeof import('@ast-grep/napi') = load('@ast-grep/napi');
  loaded.registerDynamicLanguage({
    bash: load('@ast-grep/lang-bash'),
    go: load('@ast-grep/lang-go'),
    python: load('@ast-grep/lang-python'),
  });
  return loaded;
}

function grammarOf(file: SourceFile): string {
  if (file.language === 'typescript') return file.path.endsWith('.tsx') ? 'Tsx' : 'TypeScript';
  if (file.language === 'javascript') return file.path.endsWith('.jsx') ? 'Tsx' : 'JavaScript';
  return file.language;
}

/** All nodes below `root` of the given kinds, found natively; `regex` narrows them by their text (Rust syntax). */
export function nodesOfKind(
  root: SyntaxNode,
  kinds: readonly string[],
  regex?: string,
): readonly SyntaxNode[] {
  const any = kinds.map((kind) => ({ kind }));
  return root.findAll({ rule: regex === undefined ? { any } : { any, regex } });
}

/** True when the grammar had to skip or invent something to read the file. */
export function hasSyntaxErrors(root: SyntaxNode): boolean {
  return root.find({ rule: { kind: 'ERROR' } }) !== null;
}

/** Start and end of a node as UTF-16 offsets. */
export function spanOf(node: SyntaxNode): { readonly start: number; readonly end: number } {
  const { start, end } = node.range();
  return { start: start.index, end: end.index };
}
