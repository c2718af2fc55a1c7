import type { SyntaxNode } from '../../support/syntax.ts';

const TEXTS = new Set(['string', 'interpreted_string_literal', 'raw_string_literal', 'template_string']);

/** True for a string literal of any of the languages. */
export function isText(node: SyntaxNode): boolean {
  return node.isNamed() && TEXTS.has(String(node.kind()));
}

/** What a string literal without escapes or interpolation says. */
export function textOf(node: SyntaxNode): string {
  return node.text().replace(/^[rbuRBU]*(?:"""|'''|["'`])|(?:"""|'''|["'`])$/g, '');
}
