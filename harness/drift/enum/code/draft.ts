import type { Expr, Run } from './expr.ts';
import { type Part, sliceOf, type Text } from './text.ts';

/** What stands behind a parameter of a statement. */
export type Slot =
  | { readonly kind: 'hole'; readonly expr: Expr }
  /** The number of the parameter is counted by code, as in `$${values.length}`. */
  | { readonly kind: 'counted'; readonly expr: Expr }
  | { readonly kind: 'ordinal'; readonly number: number }
  | { readonly kind: 'named'; readonly name: string };

/** How a hole outside of quotes is written so that the grammar can take it: tried in this order. */
export const HOLE_FORMS = ['parameter', 'identifier', 'assignment', 'empty'] as const;
export type HoleForm = (typeof HOLE_FORMS)[number];

/** Parameters from here on are ours; smaller numbers were in the text. */
export const FIRST_SLOT = 8000;

/** A statement's text, ready to parse, with the way back to the code. */
export interface Draft {
  readonly sql: string;
  readonly slots: ReadonlyMap<number, Slot>;
  /** Where each hole outside of quotes begins. */
  readonly holes: readonly { readonly start: number; readonly index: number }[];
  /** The expressions inside quoted literals, by the token that stands for them. */
  readonly quoted: ReadonlyMap<string, Expr>;
  readonly origins: readonly Origin[];
  readonly alone: boolean;
}

export interface Origin {
  readonly at: number;
  readonly part: Part;
}

/** Ways of writing parameters that are not PostgreSQL's own. */
export interface PlaceholderStyles {
  readonly percent: boolean;
  readonly at: boolean;
  readonly questionOrColon: boolean;
}

/** Writes a text out as SQL; `forms` says how each hole outside of quotes is to look, by its order. */
export function draftOf(text: Text, styles: PlaceholderStyles, forms: readonly HoleForm[]): Draft {
  const slots = new Map<number, Slot>();
  const holes: { start: number; index: number }[] = [];
  const quoted = new Map<string, Expr>();
  const origins: Origin[] = [];
  let sql = '';
  let ordinal = 0;
  const quotes = quoteTracker();
  const add = (piece: string, part: Part): void => {
    origins.push({ at: sql.length, part });
    sql += piece;
    quotes.read(piece);
  };
  const addSlot = (slot: Slot, part: Part): void => {
    const number = FIRST_SLOT + slots.size;
    slots.set(number, slot);
    add(/\bin\s*$/i.test(sql.slice(-100)) ? `($${number})` : `$${number}`, part);
  };
  for (const part of text) {
    if (part.kind === 'hole') {
      if (quotes.inside()) {
        const token = `assayhole${quoted.size}x`;
        quoted.set(token, part.expr);
        add(token, part);
        continue;
      }
      const index = holes.length;
      holes.push({ start: sql.length, index });
      const form = forms[index] ?? 'parameter';
      if (sql.endsWith('$')) {
        slots.set(FIRST_SLOT + slots.size, { kind: 'counted', expr: part.expr });
        add(String(FIRST_SLOT + slots.size - 1), part);
      } else if (form === 'parameter') addSlot({ kind: 'hole', expr: part.expr }, part);
      else
        add(
          form === 'empty' ? ' ' : form === 'identifier' ? ' assay_hole ' : ' assay_hole = assay_hole ',
          part,
        );
      continue;
    }
    for (const piece of placeholderPieces(part.run, styles)) {
      const inside = quotes.inside();
      if (piece.slot === undefined || inside) add(piece.text, piece.part);
      else if (piece.slot === '') {
        ordinal += 1;
        addSlot({ kind: 'ordinal', number: ordinal }, piece.part);
      } else addSlot({ kind: 'named', name: piece.slot }, piece.part);
    }
  }
  const alone = text.some((part) => part.kind === 'run' && part.run.alone === true);
  return { sql, slots, holes, quoted, origins, alone };
}

interface Piece {
  readonly text: string;
  readonly part: Part;
  /** Name of a placeholder, empty for one that counts. */
  readonly slot?: string;
}

function* placeholderPieces(run: Run, styles: PlaceholderStyles): Generator<Piece> {
  const patterns = [
    ...(styles.percent ? ['%s', '%\\((\\w+)\\)s', '%%'] : []),
    ...(styles.at ? ['(?<![\\w@])@([A-Za-z_]\\w*)'] : []),
    ...(styles.questionOrColon ? ['\\?', '(?<![:\\w]):(?:\\.{3})?([A-Za-z_]\\w*)'] : []),
  ];
  let from = 0;
  if (patterns.length > 0) {
    for (const match of run.text.matchAll(new RegExp(patterns.join('|'), 'g'))) {
      const end = match.index + match[0].length;
      yield { text: run.text.slice(from, match.index), part: sliceOf(run, from, match.index) };
      const part = sliceOf(run, match.index, end);
      const name = match.slice(1).find((group) => group !== undefined);
      if (match[0] === '%%') yield { text: '%', part };
      else yield { text: match[0], part, slot: name ?? '' };
      from = end;
    }
  }
  yield { text: run.text.slice(from), part: sliceOf(run, from, run.text.length) };
}

/** Follows single quotes, quoted names and comments, so that a hole knows whether it lies in a literal. */
function quoteTracker(): { read(text: string): void; inside(): boolean } {
  let state: 'code' | 'literal' | 'name' | 'line' | 'block' = 'code';
  const step = (text: string, at: number): number => {
    const two = text.slice(at, at + 2);
    const one = text[at];
    if (state === 'code') {
      if (two === '--') state = 'line';
      else if (two === '/*') state = 'block';
      else if (one === "'") state = 'literal';
      else if (one === '"') state = 'name';
      return state === 'block' || state === 'line' ? 2 : 1;
    }
    if (state === 'literal' && one === "'") state = 'code';
    else if (state === 'name' && one === '"') state = 'code';
    else if (state === 'line' && one === '\n') state = 'code';
    else if (state === 'block' && two === '*/') {
      state = 'code';
      return 2;
    }
    return 1;
  };
  return {
    read: (text) => {
      for (let at = 0; at < text.length; ) at += step(text, at);
    },
    inside: () => state !== 'code',
  };
}

/** The place in the code that an offset of the statement came from. */
export function originAt(
  draft: Draft,
  offset: number,
): { readonly part: Part; readonly within: number } | undefined {
  let low = 0;
  let high = draft.origins.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((draft.origins[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const origin = draft.origins[low];
  return origin && { part: origin.part, within: offset - origin.at };
}
