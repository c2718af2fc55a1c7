import type { SourceFile } from '../../support/source-file.ts';
import { type SyntaxNode, spanOf } from '../../support/syntax.ts';
import type { Expr } from './expr.ts';
import { SPREAD_KEY } from './expr.ts';
import type { Binding } from './language.ts';
import { keyText, type Lower, partsOf } from './nodes.ts';

/** `xs.push(a, b)`, `x = append(x, a)`: `items` go to the end of the list, whole lists where `spread` says so. */
export function grows(
  file: SourceFile,
  name: SyntaxNode,
  items: readonly SyntaxNode[],
  lower: Lower,
  spread = false,
): readonly Binding[] {
  const [first] = items;
  const last = items.at(-1);
  if (!first || !last) return [];
  const place = { start: spanOf(first).start, end: spanOf(last).end };
  const itemOf = (node: SyntaxNode): Expr => {
    const value = lower(file, node);
    return spread ? { file, start: value.start, end: value.end, kind: 'spread', of: value } : value;
  };
  const value = {
    ...place,
    lower: (): Expr => ({ file, ...place, kind: 'list', items: items.map(itemOf) }),
  };
  return [{ name: name.text(), how: 'grow', at: spanOf(name).start, value }];
}

/** `x["k"] = v`, `x.k = v`, `x[0] = v`: one part of what `name` holds is replaced. */
export function entry(
  file: SourceFile,
  name: SyntaxNode,
  key: string | undefined,
  value: SyntaxNode,
  lower: Lower,
): readonly Binding[] {
  const written = { ...spanOf(value), lower: () => lower(file, value) };
  return [
    {
      name: name.text(),
      how: 'entry',
      at: spanOf(name).start,
      value: written,
      ...(key !== undefined && { key }),
    },
  ];
}

/** `x.update({…})`, `Object.assign(x, {…})`: the entries of each value are taken over. */
export function merges(
  file: SourceFile,
  name: SyntaxNode,
  values: readonly SyntaxNode[],
  lower: Lower,
): readonly Binding[] {
  return values.flatMap((value) => entry(file, name, SPREAD_KEY, value, lower));
}

/** The key that a subscript names, when it is written out. */
export function literalKey(node: SyntaxNode | null | undefined): string | undefined {
  if (!node) return undefined;
  const kind = String(node.kind());
  if (/^(?:integer|number|int_literal)$/.test(kind)) return node.text();
  const isText = /^(?:string|interpreted_string_literal|raw_string_literal)$/.test(kind);
  return isText && partsOf(node).every((part) => part.kind() !== 'interpolation') ? keyText(node) : undefined;
}
