import type { SourceFile } from '../../support/source-file.ts';
import { type SyntaxNode, spanOf } from '../../support/syntax.ts';
import type { Expr, Span } from './expr.ts';
import type { Written } from './language.ts';

/** Turns a syntax node into an expression; each language has one. */
export type Lower = (file: SourceFile, node: SyntaxNode) => Expr;

/** The children that mean something: no punctuation, no comments. */
export function partsOf(node: SyntaxNode | null): readonly SyntaxNode[] {
  return node?.namedChildren().filter((child) => child.kind() !== 'comment') ?? [];
}

/** An expression that says nothing, at the place of a node. */
export function opaque(file: SourceFile, node: SyntaxNode): Expr {
  return { ...placeOf(file, node), kind: 'opaque' };
}

/** Where a node stands. */
export function placeOf(file: SourceFile, node: SyntaxNode): Span {
  return { file, ...spanOf(node) };
}

/** The expression in a field of a node. */
export function lowerField(lower: Lower, file: SourceFile, node: SyntaxNode, field: string): Expr {
  const child = node.field(field);
  return child ? lower(file, child) : opaque(file, node);
}

/** The expression in brackets, after `await`, before `as`: the first part of a node. */
export function lowerFirst(lower: Lower, file: SourceFile, node: SyntaxNode): Expr {
  const first = partsOf(node)[0];
  return first ? lower(file, first) : opaque(file, node);
}

/** The text of a quoted key or a plain name. */
export function keyText(node: SyntaxNode): string {
  return node.text().replace(/^["'`]|["'`]$/g, '');
}

/** The value of a binding, lowered when it is followed. */
export function written(lower: Lower, file: SourceFile, node: SyntaxNode): Written {
  return { ...spanOf(node), lower: () => lower(file, node) };
}

/** One part of what a loop takes apart: `for sql, args in …`, `for (const { sql } of …)`. */
export function memberOf(file: SourceFile, element: Written, name: string): Written {
  const { start, end } = element;
  return {
    start,
    end,
    lower: () => ({ file, start, end, kind: 'name', name, qualifier: '', of: element.lower() }),
  };
}

/** The value of a loop variable: some element of the list. */
export function elementOf(lower: Lower, file: SourceFile, list: SyntaxNode): Written {
  const place = spanOf(list);
  return { ...place, lower: () => ({ file, ...place, kind: 'element', of: lower(file, list) }) };
}
