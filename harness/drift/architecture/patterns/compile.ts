import { type SourceFile, sourceFile } from '../../support/source-file.ts';
import { hasSyntaxErrors, type SyntaxNode, syntaxOf } from '../../support/syntax.ts';
import type { SyntaxPattern } from '../rules/pattern.ts';

/** The languages that patterns are written for; JavaScript is read by the same patterns as TypeScript. */
export type PatternLanguage = 'go' | 'typescript' | 'python';

/** What ast-grep searches for, and words without which a file cannot match. */
export interface Compiled {
  readonly rule: object;
  readonly words: readonly string[];
}

/** Compiles a pattern for a language; the fault says why the language cannot read it. */
export function compilePattern(
  pattern: SyntaxPattern,
  language: PatternLanguage,
): Compiled | { readonly fault: string } {
  if (typeof pattern === 'string') return compileText(pattern, language);
  if ('rule' in pattern) return checked({ rule: pattern.rule, words: [] }, language);
  return checked({ rule: { pattern: { ...pattern } }, words: wordsOf(pattern.context) }, language);
}

/** The pattern language of a file. */
export function patternLanguage({ language }: SourceFile): PatternLanguage {
  if (language === 'go' || language === 'python') return language;
  return 'typescript';
}

/** A bare Go expression is no Go file, so a pattern is read as a statement first and as a file else. */
function compileText(pattern: string, language: PatternLanguage): Compiled | { readonly fault: string } {
  const words = wordsOf(pattern);
  const attempts = language === 'go' ? [`func _() {\n${pattern}\n}`, pattern] : [pattern];
  let fault = 'it is empty';
  for (const context of attempts) {
    const read = readPattern(context, language);
    if (typeof read === 'string') fault = read;
    else if (context === pattern) return checked({ rule: { pattern }, words }, language);
    else return checked({ rule: { pattern: { context, selector: String(read.kind()) } }, words }, language);
  }
  return { fault };
}

/** The one node that a pattern stands for, or why there is none. */
function readPattern(context: string, language: PatternLanguage): SyntaxNode | string {
  const text = language === 'typescript' ? context : context.replaceAll('$', 'µ');
  const root = parseAs(text, language);
  if (hasSyntaxErrors(root) || hasGaps(root)) return `${language} cannot read it`;
  const body = context.startsWith('func _() {') ? root.find({ rule: { kind: 'block' } }) : root;
  const statements = (body ? unwrapped(body) : []).filter(
    (child) => child.isNamed() && child.kind() !== 'comment',
  );
  const [only] = statements;
  if (statements.length !== 1 || !only) return `it holds ${statements.length} statements, not one`;
  return only.kind() === 'expression_statement' ? (only.child(0) ?? only) : only;
}

function unwrapped(body: SyntaxNode): readonly SyntaxNode[] {
  return body.children().flatMap((child) => (child.kind() === 'statement_list' ? child.children() : [child]));
}

/** True when the grammar had to invent a token that the text lacks, such as a closing parenthesis. */
function hasGaps(node: SyntaxNode): boolean {
  const children = node.children();
  if (children.length > 0) return children.some(hasGaps);
  const { start, end } = node.range();
  return (
    start.index === end.index &&
    !/^(?:automatic_semicolon|_|program|source_file|module)/.test(String(node.kind()))
  );
}

function checked(compiled: Compiled, language: PatternLanguage): Compiled | { readonly fault: string } {
  try {
    parseAs('', language).findAll({ rule: compiled.rule });
    return compiled;
  } catch (error) {
    return { fault: error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error) };
  }
}

function parseAs(text: string, language: PatternLanguage): SyntaxNode {
  return syntaxOf(sourceFile('pattern', language, text));
}

function wordsOf(pattern: string): readonly string[] {
  return [...new Set(pattern.replace(/\$+\w*/g, ' ').match(/[\p{L}_][\p{L}\p{N}_]+/gu) ?? [])].filter(
    (word) => word !== 'func',
  );
}
