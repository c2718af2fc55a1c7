import type { SourceFile } from '../../support/source-file.ts';
import type { Unread } from '../../support/source-tree.ts';
import { hasSyntaxErrors, type SyntaxNode, syntaxOf } from '../../support/syntax.ts';
import type { Tree } from './tree.ts';

export interface TreeParts {
  readonly paths: readonly string[];
  readonly code: readonly SourceFile[];
  readonly unread: readonly Unread[];
  readonly text: (path: string) => string | undefined;
}

/** Puts a tree together from what was found; files are parsed once, when a rule asks for them. */
export function buildTree({ paths, code, unread, text }: TreeParts): Tree {
  const all = new Set(paths);
  const byPath = new Map(code.map((file) => [file.path, file]));
  const parsed = new Map<SourceFile, SyntaxNode>();
  const problems = new Map(unread.map((each) => [each.path, each]));
  const misunderstood = ({ path }: SourceFile, detail: string): void => {
    if (!problems.has(path)) problems.set(path, { path, problem: 'unparsable', detail });
  };
  const syntax = (file: SourceFile): SyntaxNode => {
    const known = parsed.get(file);
    if (known) return known;
    const root = syntaxOf(file);
    parsed.set(file, root);
    if (hasSyntaxErrors(root)) misunderstood(file, `the ${file.language} grammar does not understand it`);
    return root;
  };
  return {
    paths,
    has: (path) => all.has(path),
    code,
    source: (path) => byPath.get(path),
    text: (path) => byPath.get(path)?.text ?? text(path),
    syntax,
    parsed: () => parsed.size,
    unread: () => [...problems.values()],
    misunderstood,
  };
}
