import type { SourceFile } from '../../support/source-file.ts';

/** A run of text with the place it was written at. In a `verbatim` run every character has its own place. */
export interface Run {
  readonly text: string;
  readonly file: SourceFile;
  readonly start: number;
  readonly verbatim: boolean;
  /** The text around leaves out pieces that other paths append: placeholders that count do not count there. */
  readonly alone?: boolean;
}

export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/**
 * An expression of any of the languages, as far as texts and bound values are concerned. `join` is concatenation,
 * `format` printf, `choice` a conditional, `name` something that a binding explains, `opaque` the rest.
 */
export type Expr = Span &
  (
    | { readonly kind: 'text'; readonly runs: readonly Run[] }
    | { readonly kind: 'join'; readonly parts: readonly Expr[] }
    | {
        readonly kind: 'format';
        readonly style: 'printf' | 'brace';
        readonly template: Expr;
        readonly args: readonly Expr[];
      }
    /** `of` is the expression before the dot, where the name is a member of something. */
    | { readonly kind: 'name'; readonly name: string; readonly qualifier?: string; readonly of?: Expr }
    | { readonly kind: 'list'; readonly items: readonly Expr[] }
    | { readonly kind: 'record'; readonly entries: readonly RecordEntry[]; readonly keywords?: boolean }
    | { readonly kind: 'choice'; readonly options: readonly Expr[] }
    | { readonly kind: 'spread'; readonly of: Expr }
    | { readonly kind: 'call'; readonly callee: string; readonly args: readonly Expr[] }
    /** A value that a tag or builder binds to the statement instead of writing it into the text. */
    | { readonly kind: 'bound'; readonly of: Expr }
    /** One of the elements or values of `of`: the one under `key`, else which one only runtime knows. */
    | { readonly kind: 'element'; readonly of: Expr; readonly key?: string }
    /** An item that is in its list on some paths only. */
    | { readonly kind: 'maybe'; readonly of: Expr }
    /** What a call passes that may be meant for another function of the same name. */
    | { readonly kind: 'unclear'; readonly of: Expr }
    /** `of` as often as `times` says: a number, or a list whose length counts. `from` numbers `$1`, `$2`, … */
    | { readonly kind: 'repeat'; readonly of: Expr; readonly times: Expr; readonly from?: number }
    /** A number, a boolean, null: for certain no text. */
    | { readonly kind: 'none' }
    | { readonly kind: 'opaque' }
  );

/** Key of an entry that takes over all entries of its value, as `...base` and `**base` do. */
export const SPREAD_KEY = '...';
/** Key of an entry whose key only runtime knows. */
export const ANY_KEY = '*';

export interface RecordEntry {
  readonly key: string;
  readonly value: Expr;
}

/** The parts of a concatenation, whose own left side may be one: a long one is no deeper than a short one. */
export function joined(left: Expr, right: Expr): readonly Expr[] {
  return left.kind === 'join' ? [...left.parts, right] : [left, right];
}

/** Runs of a literal's inside: verbatim stretches, and one run for each escape sequence that `unescape` decodes. */
export function runsOf(
  file: SourceFile,
  start: number,
  end: number,
  escapes?: { readonly pattern: RegExp; decode(sequence: string): string },
): readonly Run[] {
  const source = file.text.slice(start, end);
  if (!escapes) return source === '' ? [] : [{ text: source, file, start, verbatim: true }];
  const runs: Run[] = [];
  let from = 0;
  for (const match of source.matchAll(escapes.pattern)) {
    if (match.index > from) runs.push(verbatim(file, source, start, from, match.index));
    runs.push({ text: escapes.decode(match[0]), file, start: start + match.index, verbatim: false });
    from = match.index + match[0].length;
  }
  if (from < source.length) runs.push(verbatim(file, source, start, from, source.length));
  return runs;
}

function verbatim(file: SourceFile, source: string, base: number, from: number, to: number): Run {
  return { text: source.slice(from, to), file, start: base + from, verbatim: true };
}
