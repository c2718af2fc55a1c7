import type { Expr, Run } from './expr.ts';

/** A piece of a text: written somewhere, or a hole that only runtime fills. */
export type Part =
  | { readonly kind: 'run'; readonly run: Run }
  | { readonly kind: 'hole'; readonly expr: Expr };
export type Text = readonly Part[];

/** A part of a run, which keeps the place of its first character. */
export function sliceOf(run: Run, from: number, to: number): Part {
  const start = run.verbatim ? run.start + from : run.start;
  return { kind: 'run', run: { ...run, text: run.text.slice(from, to), start } };
}

/** The plain characters of a text, or nothing when it has holes. */
export function plain(text: Text): string | undefined {
  let whole = '';
  for (const part of text) {
    if (part.kind === 'hole') return undefined;
    whole += part.run.text;
  }
  return whole;
}
