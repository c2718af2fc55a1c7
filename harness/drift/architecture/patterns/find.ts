import type { SourceFile } from '../../support/source-file.ts';
import { type SyntaxNode, spanOf } from '../../support/syntax.ts';
import { findOrigin } from '../origin/find-origin.ts';
import { isOrigin, type Pattern, type Sought, type SyntaxPattern } from '../rules/pattern.ts';
import type { Tree } from '../tree/tree.ts';
import { type Compiled, compilePattern, patternLanguage } from './compile.ts';
import { plainView } from './plain-view.ts';

const compiledOnce = new Map<string, Compiled | { readonly fault: string }>();

/**
 * All places of a file that any of the patterns matches, in the order of the text; files without their words are not
 * parsed. Of what is given by its origin every use counts, or every call.
 */
export function findPatterns(
  tree: Tree,
  file: SourceFile,
  patterns: readonly Pattern[],
  sought: Sought = 'uses',
): readonly SyntaxNode[] {
  const origins = patterns
    .filter(isOrigin)
    .filter(({ name }) => file.language !== 'go' || mentions(file, [name]));
  const byOrigin = origins.flatMap((origin) => findOrigin(tree, file, origin, sought));
  return inOrder([...findSyntax(tree, file, patterns.filter(isSyntax)), ...byOrigin]);
}

function isSyntax(pattern: Pattern): pattern is SyntaxPattern {
  return !isOrigin(pattern);
}

function findSyntax(tree: Tree, file: SourceFile, patterns: readonly SyntaxPattern[]): readonly SyntaxNode[] {
  const candidates = patterns.flatMap((pattern) => {
    const compiled = compiledFor(pattern, file);
    return 'fault' in compiled || !mentions(file, compiled.words) ? [] : [compiled];
  });
  if (candidates.length === 0) return [];
  const root = tree.syntax(file);
  const view = plainView(file, root, [...new Set(candidates.flatMap(({ words }) => words))]);
  return candidates.flatMap(({ rule }) => [
    ...root.findAll({ rule }),
    ...(view?.root.findAll({ rule }).flatMap((match) => view.original(match) ?? []) ?? []),
  ]);
}

/** Sorted by place, the larger first, each stretch once. */
function inOrder(nodes: readonly SyntaxNode[]): readonly SyntaxNode[] {
  const spans = nodes.map((node) => ({ node, ...spanOf(node) }));
  const sorted = spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const once = sorted.filter(({ start, end }, index) => {
    const before = sorted[index - 1];
    return before?.start !== start || before.end !== end;
  });
  return once.map(({ node }) => node);
}

function compiledFor(pattern: SyntaxPattern, file: SourceFile): Compiled | { readonly fault: string } {
  const language = patternLanguage(file);
  const key = `${language}|${JSON.stringify(pattern)}`;
  const compiled = compiledOnce.get(key) ?? compilePattern(pattern, language);
  compiledOnce.set(key, compiled);
  return compiled;
}

function mentions({ text }: SourceFile, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word) && wholeWord(word).test(text));
}

const wholeWords = new Map<string, RegExp>();

function wholeWord(word: string): RegExp {
  const pattern = wholeWords.get(word) ?? new RegExp(`(?<![\\p{L}\\p{N}_])${word}(?![\\p{L}\\p{N}_])`, 'u');
  wholeWords.set(word, pattern);
  return pattern;
}
